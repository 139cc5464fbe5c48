"""The page of one goal: what was said of it, and its steps, routines and sessions to walk through."""

from collections.abc import Sequence
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList

from rutbreaker.journal.goals import WholeGoal
from rutbreaker.journal.log import Key
from rutbreaker.journal.steps import RoutineView
from rutbreaker.tui.panes.goals_words import page_lines
from rutbreaker.tui.widgets.card import Card
from rutbreaker.tui.widgets.row_list import RowList


class GoalPage(Card):
    """Shows a goal that it is handed; posts ``GoalPage.Opened`` for a part that is opened."""

    offered: reactive[Key | None] = reactive(None)
    """The step or routine that was just ticked: while it is selected, one key logs it as a win."""

    class Opened(Message):
        """A step, routine or session was opened."""

        def __init__(self, key: Key) -> None:
            super().__init__()
            self.key = key

    _goal = ""

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        with VerticalScroll(id="goal-box", can_focus=False):
            yield RowList(id="goal-rows")

    @property
    def part(self) -> Key | None:
        """The step, routine or session that is selected."""
        kind, _, row = self.query_one(RowList).chosen.partition(":")
        return (kind, row) if row else None

    @property
    def is_used(self) -> bool:
        """Whether the focus is here."""
        return self.query_one(RowList).has_focus

    def show_goal(self, whole: WholeGoal, routines: Sequence[RoutineView], today: date) -> None:
        """Show a goal; another one than before from its top, with its next step selected."""
        goal, is_new = whole.view.goal, whole.view.goal.id != self._goal
        self._goal = goal.id
        self.title = goal.avenue.capitalize()
        rows = self.query_one(RowList)
        rows.show_rows(lambda width: tuple(page_lines(whole, routines, today, width)))
        if is_new:
            self.offered = None
            if whole.view.next_step is not None:
                self.select(("step", whole.view.next_step.id))
            self.query_one("#goal-box").scroll_home(animate=False)

    def select(self, key: Key) -> bool:
        """Select a part; False when the page doesn't hold it."""
        return self.query_one(RowList).move_to(":".join(key))

    def follow(self) -> None:
        """Scroll so that the selected part is in sight."""
        self.call_after_refresh(self.query_one(RowList).follow)

    def watch_offered(self, offered: Key | None) -> None:
        """Say that the key is there."""
        self.subtitle = "w logs it as a win" if offered is not None else ""

    @on(OptionList.OptionHighlighted)
    def take_offer_back(self, message: OptionList.OptionHighlighted) -> None:
        """Offer no more what isn't selected any more."""
        message.stop()
        if self.part != self.offered:
            self.offered = None

    @on(OptionList.OptionSelected)
    def open_selected(self, message: OptionList.OptionSelected) -> None:
        """Tell which part is opened."""
        message.stop()
        if self.part is not None:
            self.post_message(self.Opened(self.part))
