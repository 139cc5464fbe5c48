"""The check-in: five digits and Enter, with a line of text for those who want one."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import DescendantFocus
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input, Static

from rutbreaker.domain.checkins import QUESTIONS, RATING_NAMES, WEEKLY_QUESTIONS
from rutbreaker.domain.dates import day_month, full_day, week_day
from rutbreaker.domain.words import RATINGS, WEEKLY_RATINGS
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.drafts import drop_draft
from rutbreaker.journal.sheet import OpenSheet, Sheet, asks_weekly, draft_name, keep_sheet, open_sheet
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.drafts import Drafting
from rutbreaker.tui.type_ahead import FILLS
from rutbreaker.tui.widgets.card import Card
from rutbreaker.tui.widgets.key_bar import Key, KeyBar
from rutbreaker.tui.widgets.rating import RatingRow
from rutbreaker.tui.widgets.safe_input import SafeInput

_ASKED = QUESTIONS | WEEKLY_QUESTIONS
"""Every question that a row may be."""

_KEYS = (
    Key("Enter", "Save", "enter"),
    Key("-", "Skip", "minus"),
    Key("o", "Day off", "o"),
    Key("x", "Sick", "x"),
    Key("Tab", "A line", "tab"),
    Key("Backspace", "Back", "backspace"),
    Key("Esc", "Later", "escape"),
)
_KEYS_IN_LINE = (Key("Enter", "Save", "enter"), Key("↑", "Ratings", "up"), Key("Esc", "Later", "escape"))
"""In the line the other keys are text."""

_MARKED = {"off": "day off: nothing is expected", "sick": "sick: nothing is expected"}


async def check_in_for(host: Asking, day: date) -> None:
    """Rate a day, or amend what was rated."""
    weekly = WEEKLY_RATINGS if await host.ask(asks_weekly, day) else ()
    if await host.hold(CheckIn(day, (*RATINGS, *weekly))):
        host.tell("Check-in saved.")


class _Note(SafeInput):
    """The optional line; Backspace in it, when it is empty, goes back to the ratings."""

    class Left(Message):
        """Backspace was pressed with nothing to take away."""

    def action_delete_left(self) -> None:
        """Take the sign before the cursor away, or go back."""
        if self.value:
            super().action_delete_left()
        else:
            self.post_message(self.Left())


class _Ratings(Vertical, can_focus=True):
    """The five rows, and at the end of the week two more, with a single focus for all; it holds the answers."""

    current: reactive[int] = reactive(0, init=False)
    """The place of the row that a digit rates; after the last one it is the line."""

    class Moved(Message):
        """Another row is current, or the line."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(id="ratings")
        self.names = tuple(names)
        self.answers: dict[str, int | None] = {}

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        for name in self.names:
            if name == WEEKLY_RATINGS[0]:
                yield Static("and this week", classes="check-in-week")
            _, low, high = _ASKED[name]
            yield RatingRow(RATING_NAMES[name], low, high, id=f"rating-{name}")

    @property
    def end(self) -> int:
        """The place behind the last row: that of the line."""
        return len(self.names)

    def watch_current(self) -> None:
        """Show which row is rated next."""
        self.show()
        self.post_message(self.Moved())

    def answer(self, rating: int | None) -> bool:
        """Rate the current row, or skip it with None, and move on; whether there was one."""
        if self.current == self.end:
            return False
        self.answers[self.names[self.current]] = rating
        self.current += 1
        return True

    def go(self, step: int) -> None:
        """Go up or down through the rows and the line."""
        self.current = min(max(self.current + step, 0), self.end)

    def go_to_open(self, otherwise: int) -> None:
        """Go to the first row without an answer."""
        self.current = next((place for place, name in enumerate(self.names) if name not in self.answers), otherwise)

    def show(self) -> None:
        """Draw the answers."""
        for place, (name, row) in enumerate(zip(self.names, self.query(RatingRow), strict=True)):
            row.value = self.answers.get(name)
            if place == self.current:
                row.state = "current"
            elif name not in self.answers:
                row.state = "unanswered"
            else:
                row.state = "skipped" if self.answers[name] is None else "answered"


class CheckIn(Drafting[bool]):
    """Five rows to rate, or seven, and a line; True when it was saved.

    Every answer goes into the day's draft at once. What is typed before the day's values have come stays typed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(rating), f"rate({rating})", f"Rate {rating}", show=False) for rating in range(1, 6)),
        Binding("minus", "rate", "Skip", show=False),
        Binding("backspace", "go(-1)", "Back", show=False),
        Binding("up,k", "go(-1)", "Up", show=False),
        Binding("down,j", "go(1)", "Down", show=False),
        Binding("o", "mark('off')", "Day off", show=False),
        Binding("x", "mark('sick')", "Sick", show=False),
        Binding("enter", "save", "Save", show=False),
    ]
    """Rating, moving between the rows, and marking the day."""

    DEFAULT_CSS = """
    CheckIn {
        #ratings { height: auto; }
        #check-in-question { color: $text-muted; margin: 1 0 0 3; }
        #check-in-note { margin: 0 0 0 3; }
        .check-in-week { color: $text-muted; margin: 1 0 0 3; }
        &.-low .check-in-week { display: none; }
        .-marked { border-subtitle-color: $accent; border-subtitle-style: bold; }
        &.-low #check-in-question { margin-top: 0; }
    }
    """

    def __init__(self, day: date, names: Sequence[str] = RATINGS) -> None:
        super().__init__("Check-in")
        self.day = day
        self.names = tuple(names)
        self._mark: str | None = None

    def compose_box(self) -> ComposeResult:
        """What stands in the box."""
        yield _Ratings(self.names)
        yield Static("", id="check-in-question", markup=False)
        yield _Note(placeholder="a line, if you like  #tag", id="check-in-note")
        yield KeyBar(_KEYS)

    def on_mount(self) -> None:
        """Start at the first row, and bring what is known of the day."""
        self._show()
        self._bring()

    @property
    def ratings(self) -> _Ratings:
        """The rows."""
        return self.query_one(_Ratings)

    @on(_Ratings.Moved)
    def follow_current(self) -> None:
        """Have the focus follow."""
        self.set_focus(self.query_one(_Note) if self.ratings.current == self.ratings.end else self.ratings)
        self._show()

    @on(DescendantFocus)
    def follow_focus(self, event: DescendantFocus) -> None:
        """Rate where the focus went."""
        if isinstance(event.widget, _Note):
            self.ratings.current = self.ratings.end
        elif isinstance(event.widget, _Ratings) and self.ratings.current == self.ratings.end:
            self.ratings.go_to_open(self.ratings.end - 1)

    @on(RatingRow.Rated)
    def take_click(self, message: RatingRow.Rated) -> None:
        """Rate by a dot that was clicked."""
        self.ratings.current = list(self.query(RatingRow)).index(message.row)
        self.action_rate(message.value)

    @on(_Note.Left)
    def leave_note(self) -> None:
        """Go back to the last row."""
        self.action_go(-1)

    def contents(self) -> Sheet:
        """What stands in the dialog now."""
        return Sheet(dict(self.ratings.answers), self.query_one(_Note).written.strip(), self._mark or "")

    async def keep(self, contents: Sheet) -> None:
        """Keep the sheet of the day."""
        await self.ask(keep_sheet, self.day, contents)

    async def finish(self) -> bool:
        """Make it the day's check-in."""
        sheet = self.contents()
        await self.ask(check_in, sheet.ratings, day=self.day, note=sheet.note, mark=sheet.mark)
        await self.ask(drop_draft, draft_name(self.day))
        return True

    @on(Input.Changed)
    def note_typing(self) -> None:
        """Keep the draft shortly after the last key in the line."""
        self.keep_soon()

    def action_rate(self, rating: int | None = None) -> None:
        """Rate the current row, or skip it, and move on."""
        if self.ratings.answer(rating):
            self.keep_while_open()

    def action_go(self, step: int) -> None:
        """Go up or down through the rows and the line."""
        self.ratings.go(step)

    def action_mark(self, mark: str) -> None:
        """Mark the day as off or sick, or take the mark away."""
        self._mark = "" if self._mark == mark else mark
        self._show()
        self.keep_while_open()

    @on(Input.Submitted)
    def save_on_enter(self) -> None:
        """Save at Enter in the line."""
        self.action_save()

    def _show(self) -> None:
        """Say what is asked now, and how the day is marked."""
        place = self.ratings.current
        is_line = place == self.ratings.end
        asked = "What moved the day?" if is_line else f"{_ASKED[self.names[place]][0]}  1-5"
        self.query_one("#check-in-question", Static).update(asked)
        self.query_one(KeyBar).keys = _KEYS_IN_LINE if is_line else _KEYS
        box = self.query_one(Card)
        box.subtitle = _MARKED.get(self._mark or "", "")
        box.set_class(bool(self._mark), "-marked")
        self.ratings.show()

    @work(group=FILLS, exit_on_error=False)
    async def _bring(self) -> None:
        opened: OpenSheet = await self.ask(open_sheet, self.day)
        self.query_one(Card).title = _title(opened)
        before, ratings, note = opened.begun or opened.saved, self.ratings, self.query_one(_Note)
        self.take_as_kept(before)
        is_untouched = not ratings.answers and ratings.current == 0
        # A draft may hold what another day has said of the week since: without its row it isn't asked here any more.
        asked = {name: rating for name, rating in before.ratings.items() if name in ratings.names}
        ratings.answers = {**asked, **ratings.answers}
        self._mark = before.mark if self._mark is None else self._mark
        if not note.value:
            with self.prevent(Input.Changed):
                note.give(before.note)
        if is_untouched and opened.begun is not None:
            # Where all is rated it begins anew: whoever types five digits means the ratings, not the line.
            ratings.go_to_open(0)
        self._show()


def _title(opened: OpenSheet) -> str:
    """What the box says of its day: "Check-in · today, Mon 23 Nov", and after midnight "still Sunday, 22 Nov"."""
    day = opened.day
    if day == opened.today:
        small_hours = f"still {day:%A}, {day_month(day)}"
        return f"Check-in · {small_hours if opened.small_hours else f'today, {week_day(day)}'}"
    if day == opened.today - timedelta(days=1):
        return f"Check-in · yesterday, {week_day(day)}"
    return f"Check-in · {week_day(day) if day.year == opened.today.year else full_day(day)}"
