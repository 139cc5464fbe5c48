"""Pane 4: the people of a working life: with whom it is time to be in touch, and what was said the last times."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.reactive import reactive
from textual.widgets import OptionList, Static

from rutbreaker.domain.people import PersonView
from rutbreaker.domain.people_words import roles_words
from rutbreaker.domain.words import ROLES
from rutbreaker.errors import NotFound
from rutbreaker.journal.days import read_day
from rutbreaker.journal.events import EventView, event_view, list_events
from rutbreaker.journal.log import read_whole
from rutbreaker.journal.people import list_people, person_view
from rutbreaker.tui.panes.pane import Pane, bindings_of
from rutbreaker.tui.panes.people_list import PeopleList
from rutbreaker.tui.panes.people_words import (
    Key,
    empty_words,
    lines_of_events,
    lines_of_people,
    page_of_event,
    page_of_person,
    roles_question,
)
from rutbreaker.tui.panes.person_card import PersonCard
from rutbreaker.tui.screens import people_forms
from rutbreaker.tui.screens.line_forms import delete_line, open_line
from rutbreaker.tui.screens.pick import Pick
from rutbreaker.tui.widgets.card import Card
from rutbreaker.tui.widgets.empty_state import EmptyState
from rutbreaker.tui.widgets.log_list import LogList
from rutbreaker.tui.widgets.row_list import Line

_ALL, _DUE, _EVENTS = "all", "due", "events"
_NOBODY = "Select somebody first; n adds them."
_ON_PEOPLE = frozenset({"edit-person", "delete-person"})
_NO_EVENT = "Select an event first; v logs one."
_TITLES = {_ALL: "People", _DUE: "To reconnect", _EVENTS: "Events"}


class PeoplePane(Pane):
    """Everybody in a list, who is due first; beside it the one selected, with every contact."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("people")
    FIRST_FOCUS = "#people-list"

    filtered: reactive[str] = reactive(_ALL)
    """What the list shows: all, due, events, or a role."""

    _wanted: Key | None = None
    _kind = "person"

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        with Vertical(classes="pair"):
            with Card(id="people-card", classes="list"):
                yield PeopleList(id="people-list")
                yield EmptyState(id="people-empty")
            yield PersonCard(id="person-card")
        yield Static(id="people-roles", markup=False)

    async def load(self) -> None:
        """Ask for the data and show them."""
        today = await self._day()
        people: list[PersonView] = await self.ask(list_people)
        count, draw = await self._rows(people, today)
        # With nothing in the list it says what it is for and which key starts it.
        empty = self.query_one("#people-empty", EmptyState)
        empty.purpose, empty.binding, empty.action = empty_words(self.filtered)
        empty.display, self.query_one(PeopleList).display = not count, bool(count)
        self.idle = frozenset() if count else _ON_PEOPLE | ({"filter-people"} if self.filtered == _ALL else set())
        title = _TITLES.get(self.filtered, self.filtered.title())
        card = self.query_one("#people-card", Card)
        card.title = f"{title} · {count}" if count else title
        card.subtitle = roles_words(view.person for view in people) if count and self.filtered == _ALL else ""
        question = roles_question(people) if people else ""
        roles = self.query_one("#people-roles", Static)
        roles.update(question)
        roles.set_class(bool(question), "-said")
        self._kind = "event" if self.filtered == _EVENTS else "person"
        # The list tells of the row under its cursor, also when it is the same: with that the side is filled.
        self.query_one(PeopleList).show_rows(draw)
        if not count:
            self.query_one(PersonCard).show(None)

    def reveal(self, kind: str, row: str) -> None:
        """Select a person, a contact with its person, or an event."""
        self._wanted = (kind, row)
        self.filtered = _EVENTS if kind == "event" else _ALL
        self.reload()

    def watch_filtered(self) -> None:
        """Show what was chosen."""
        self.reload()

    @on(OptionList.OptionHighlighted)
    def show_selected(self) -> None:
        """Show the one under the cursor at the side."""
        self._show()

    @on(OptionList.OptionSelected)
    def open_selected(self) -> None:
        """Open the one under the cursor."""
        self._open((self._kind, self.query_one(PeopleList).chosen))

    @on(LogList.Opened)
    def open_row(self, message: LogList.Opened) -> None:
        """Open a contact or gratitude at the side."""
        self._open(self.query_one(PersonCard).highlighted)

    @work(group="dialog", exit_on_error=False)
    async def action_new_person(self) -> None:
        """Add somebody."""
        role = self.filtered if self.filtered in ROLES else "peer"
        person = await people_forms.new_person(self, role)
        if person is not None:
            self._wanted = ("person", person.id)
            if self.filtered != person.role:
                self.filtered = _ALL
            self.reload()

    @work(group="dialog", exit_on_error=False)
    async def action_log_contact(self) -> None:
        """Log a contact with the person selected, or else with somebody by name."""
        key = self.query_one(PeopleList).chosen
        if self._kind == "event" or not key:
            await people_forms.log_a_contact_with(self)
        else:
            await people_forms.log_a_contact(self, key)

    @work(group="dialog", exit_on_error=False)
    async def action_log_contact_with(self) -> None:
        """Log a contact with somebody by name."""
        await people_forms.log_a_contact_with(self)

    @work(group="dialog", exit_on_error=False)
    async def action_log_event(self) -> None:
        """Log an event."""
        await people_forms.log_an_event(self)

    def action_edit_person(self) -> None:
        """Open what is selected."""
        self._open(self._selected())

    @work(group="delete", exit_on_error=False)
    async def action_delete_person(self) -> None:
        """Delete what is selected."""
        key = self._selected()
        if key is None:
            self.tell(_NO_EVENT if self._kind == "event" else _NOBODY)
        else:
            await delete_line(self, key)

    @work(group="filter", exit_on_error=False)
    async def action_filter_people(self) -> None:
        """Choose what the list shows."""
        choices = [(_ALL, "Everybody"), (_DUE, "To reconnect"), *((role, role.title()) for role in ROLES)]
        chosen = await self.hold(Pick("Show", [*choices, (_EVENTS, "Events")], self.filtered))
        if chosen is not None:
            self.filtered = chosen

    def _selected(self) -> Key | None:
        """What the keys are about: the line at the side while the focus is there, else the one in the list."""
        card = self.query_one(PersonCard)
        if card.has_focus_within:
            return card.highlighted
        key = self.query_one(PeopleList).chosen
        return (self._kind, key) if key else None

    @work(group="dialog", exit_on_error=False)
    async def _open(self, key: Key | None) -> None:
        forms = {
            "person": people_forms.edit_person,
            "event": people_forms.edit_an_event,
            "contact": people_forms.edit_a_contact,
        }
        if key is None:
            self.tell(_NO_EVENT if self._kind == "event" else _NOBODY)
            return
        kind, row = key
        if kind in forms:
            await forms[kind](self, row)
        else:
            await open_line(self, key)

    @work(exclusive=True, group="side", exit_on_error=False)
    async def _show(self) -> None:
        """Fill the side with what is selected."""
        try:
            await self._fill_card(self.query_one(PersonCard), self.query_one(PeopleList))
        except NotFound:
            # It was deleted a moment ago, and the list is about to say so.
            self._wanted = None

    async def _fill_card(self, card: PersonCard, people: PeopleList) -> None:
        if self._wanted is not None:
            kind, row = self._wanted
            owner = (await self.ask(read_whole, self._wanted)).person if kind == "contact" else row
            if people.move_to(owner):
                card.want((kind, row))
                self._wanted = None
        today, key = await self._day(), people.chosen
        if not key:
            card.show(None)
        elif self._kind == "event":
            card.show(page_of_event(await self.ask(event_view, key), today))
        else:
            card.show(page_of_person(await self.ask(person_view, key), today))

    async def _rows(self, people: list[PersonView], today: date) -> tuple[int, Callable[[int], Sequence[Line]]]:
        """How many rows the list has, and how they are drawn."""
        if self.filtered == _EVENTS:
            events: list[EventView] = await self.ask(list_events)
            return len(events), partial(lines_of_events, events, today)
        if self.filtered == _DUE:
            shown = [view for view in people if view.is_due]
        else:
            shown = [view for view in people if self.filtered in (_ALL, view.person.role)]
        return len(shown), partial(lines_of_people, shown, today)

    async def _day(self) -> date:
        day: date = self.today or await self.ask(read_day, "")
        return day
