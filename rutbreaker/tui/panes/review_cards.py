"""Two cards of the Review pane: all that a day holds, and how steadily everything was kept."""

from collections.abc import Hashable, Sequence
from datetime import date

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import OptionList, Static

from rutbreaker.domain.dates import full_day
from rutbreaker.domain.text import one_line
from rutbreaker.domain.why_words import why_parts
from rutbreaker.journal.log import Key
from rutbreaker.journal.schedules import SHARED, schedule_words, set_schedule
from rutbreaker.journal.streaks import KIND_TITLES, StreakRow, explain_streak
from rutbreaker.journal.year import WholeDay, whole_day
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.messages import Open
from rutbreaker.tui.panes.review_words import day_brief, day_facts, day_row, has_facts, streak_line, streak_sentence
from rutbreaker.tui.screens.form import Field, Form, Values
from rutbreaker.tui.screens.line_forms import delete_line, open_line
from rutbreaker.tui.screens.why import Explained
from rutbreaker.tui.widgets.card import Card
from rutbreaker.tui.widgets.drawn import Drawn
from rutbreaker.tui.widgets.log_list import LogList, Row
from rutbreaker.tui.widgets.streak_table import StreakTable

_ELSEWHERE = ("step", "routine", "goal")
"""What is opened where it lives, and never deleted from here."""


class DayCard(Card, Asking):
    """What a day holds, to open, change and delete."""

    class Shown(Message):
        """Another day is shown; ``brief`` says it in a line."""

        def __init__(self, brief: str) -> None:
            super().__init__()
            self.brief = brief

    _found: WholeDay | None = None
    _today: date | None = None

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield Static(id="day-facts", markup=False)
        yield LogList(id="day-list", lead_width=5, badge_width=10)

    @property
    def day(self) -> date | None:
        """The day that is shown; None before the first."""
        return None if self._found is None else self._found.day

    @property
    def is_empty(self) -> bool:
        """Whether the day has nothing to select."""
        return self._found is None or not self._found.lines

    @work(exclusive=True, group="day", exit_on_error=False)
    async def show_day(self, day: date, today: date) -> None:
        """Ask for a day, and show it."""
        self.show(await self.ask(whole_day, day), today)

    def show(self, found: WholeDay, today: date) -> None:
        """Show a day."""
        self._found, self._today = found, today
        self.title = full_day(found.day)
        self.subtitle = f"index {found.mean:.1f}" if found.mean is not None else ""
        facts = self.query_one("#day-facts", Static)
        facts.display = has_facts(found)
        facts.update(Drawn(lambda width: day_facts(found, today, width)))
        day_list = self.query_one(LogList)
        day_list.display = bool(found.lines)
        day_list.set_keys([(line.kind, line.id) for line in found.lines])
        self.supply()
        self.post_message(self.Shown(day_brief(found)))

    @on(LogList.Wanted)
    def supply(self) -> None:
        """Hand the list its rows: they are all here."""
        if self._found is not None:
            rows: dict[Hashable, Row] = {
                (line.kind, line.id): day_row(line, self._today, line.id in self._found.timed)
                for line in self._found.lines
            }
            self.query_one(LogList).supply(rows)

    @on(LogList.Opened)
    def open_selected(self) -> None:
        """Open the selected thing."""
        self._open(self.query_one(LogList).highlighted)

    def delete_selected(self) -> None:
        """Delete the selected thing."""
        self._delete(self.query_one(LogList).highlighted)

    def focus_list(self) -> None:
        """Put the focus on what the day holds."""
        self.query_one(LogList).focus()

    @work(group="dialog", exit_on_error=False)
    async def _open(self, key: Key | None) -> None:
        if key is not None and key[0] in _ELSEWHERE:
            self.post_message(Open(*key))
        elif key is not None:
            await open_line(self, key)

    @work(group="delete", exit_on_error=False)
    async def _delete(self, key: Key | None) -> None:
        if key is not None and key[0] in _ELSEWHERE:
            self.tell("Goals, steps and routines are changed in Goals: Enter goes there.")
        elif key is not None:
            await delete_line(self, key)


class StreakCard(Card, Asking):
    """The streak table; the selected one is told in words, explained, and its schedule changed."""

    _rows: tuple[StreakRow, ...] = ()
    _today: date | None = None

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield StreakTable(id="streak-table")
        yield Static(id="streak-words", markup=False)

    def show_rows(self, rows: Sequence[StreakRow], today: date) -> None:
        """Show these streaks."""
        self._rows, self._today = tuple(rows), today
        self.query_one(StreakTable).set_lines([streak_line(row, today) for row in rows])

    @on(OptionList.OptionHighlighted)
    def say_selected(self) -> None:
        """Say what the selected streak's figures mean."""
        row = self._selected()
        if row is not None:
            self.query_one("#streak-words", Static).update(one_line(streak_sentence(row)))

    @on(OptionList.OptionSelected)
    def explain_selected(self) -> None:
        """Say why the selected streak is the number it is."""
        self._explain(self._selected())

    def change_schedule(self) -> None:
        """Change when the selected one is expected."""
        self._change_schedule(self._selected())

    def _selected(self) -> StreakRow | None:
        chosen = self.query_one(StreakTable).chosen
        return next((row for row in self._rows if row.owner == chosen), None)

    @work(group="dialog", exit_on_error=False)
    async def _explain(self, row: StreakRow | None) -> None:
        if row is not None and self._today is not None:
            why = await self.ask(explain_streak, row.owner)
            await self.hold(Explained(f"Why: {one_line(row.name, 60)}", why_parts(why, self._today)))

    @work(group="dialog", exit_on_error=False)
    async def _change_schedule(self, row: StreakRow | None) -> None:
        if row is None:
            return

        async def save(values: Values) -> None:
            await self.ask(set_schedule, row.owner, values["words"])

        words = await self.ask(schedule_words, row.owner)
        shared = row.owner == "checkin" or row.owner in SHARED
        names = "Check-ins, wins and gratitude" if shared else KIND_TITLES.get(row.owner, row.name)
        field = Field("words", "Expected", words, "every weekday, mon wed fri, 3 a week", replaced=True)
        if await self.hold(Form(f"{one_line(names, 50)}: from today on", [field], save)):
            self.tell("The schedule holds from today on; the past stays as it was.")
