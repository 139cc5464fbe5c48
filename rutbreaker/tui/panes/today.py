"""Pane 1: the day at a glance."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from rutbreaker.journal.daily import DayView, day_view
from rutbreaker.tui.panes.pane import Pane, bindings_of
from rutbreaker.tui.widgets.card import Card


class TodayPane(Pane):
    """The check-in of the day and what was logged on it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("today")

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        with Card(title="Logged today"):
            yield Static(id="logged", markup=False)

    async def load(self) -> None:
        """Ask for the day and show it."""
        view: DayView = await self.ask(day_view)
        self.query_one("#logged", Static).update(f"{len(view.lines)} logged today")

    def reveal(self, kind: str, row: str) -> None:
        """Nothing lives here alone."""
