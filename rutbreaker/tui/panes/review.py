"""Pane 7: a year of days to walk through, what each of them held, and how steadily everything was kept."""

from datetime import date
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.reactive import reactive
from textual.widgets import Static

from rutbreaker.journal.log import Key, read_whole
from rutbreaker.journal.streaks import StreakRow, streak_table
from rutbreaker.journal.year import YearMap, year_map
from rutbreaker.tui.panes.pane import Pane, bindings_of
from rutbreaker.tui.review_words import streak_line
from rutbreaker.tui.widgets.card import Card
from rutbreaker.tui.widgets.heatmap import HeatMap
from rutbreaker.tui.widgets.streak_table import StreakTable


class ReviewPane(Pane):
    """The year, the day under its cursor, the streaks, and a chart."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("review")
    FIRST_FOCUS = "#review-map"

    mapped: reactive[str] = reactive("index")
    """What the map shows: one of the journal's maps."""

    year: reactive[int] = reactive(0)
    """The year that the map shows; 0 until it is known."""

    _wanted: date | None = None

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        with VerticalScroll(id="review-body", can_focus=False):
            with Card(id="review-year"):
                yield HeatMap(id="review-map")
            with Container(id="review-below"), Card(title="Streaks", id="review-streaks"):
                yield StreakTable(id="streak-table")
                yield Static(id="streak-words", markup=False)

    async def load(self) -> None:
        """Ask for the data and show them."""
        today = self.today or date.min
        year = self.year or today.year
        found: YearMap = await self.ask(year_map, self.mapped, year)
        heatmap = self.query_one(HeatMap)
        heatmap.set_days(found.first, found.last, found.levels, found.marks, today=today)
        rows: list[StreakRow] = await self.ask(streak_table)
        self.query_one(StreakTable).set_lines([streak_line(row, today) for row in rows])

    def reveal(self, kind: str, row: str) -> None:
        """Select the day of a check-in."""
