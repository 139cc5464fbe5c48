"""Pane 7: a year of days to walk through, what each of them held, and how steadily everything was kept."""

from datetime import date
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.reactive import reactive
from textual.widgets import Static

from rutbreaker.domain.weekly import week_to_review
from rutbreaker.journal.log import read_whole
from rutbreaker.journal.year import first_year, maps
from rutbreaker.tui.panes.helps_card import HelpsCard
from rutbreaker.tui.panes.pane import Pane, bindings_of
from rutbreaker.tui.panes.review_cards import DayCard, StreakCard
from rutbreaker.tui.panes.review_chart import ChartCard
from rutbreaker.tui.panes.review_view import ReviewView, review_view
from rutbreaker.tui.panes.review_words import pause_line
from rutbreaker.tui.panes.review_year import YearCard
from rutbreaker.tui.screens.pause_forms import look_through, pause_or_resume
from rutbreaker.tui.screens.pick import Pick
from rutbreaker.tui.widgets.empty_state import EmptyState
from rutbreaker.tui.widgets.heatmap import HeatMap

_FEW_STREAKS = 5
"""How many streaks stand above the chart without taking its room."""


class ReviewPane(Pane):
    """The year, the day under its cursor, the streaks, and a chart."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("review")
    FIRST_FOCUS = "#review-map"

    mapped: reactive[str] = reactive("index")
    """What the map shows: one of the journal's maps."""

    year: reactive[int] = reactive(0)
    """The year that the map shows; 0 for the one it is."""

    _wanted: date | None = None

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        with VerticalScroll(id="review-body", can_focus=False):
            yield Static(id="open-pause", markup=False)
            yield YearCard(id="review-year")
            yield EmptyState(
                "A year of days, and how steadily you kept what you planned. It fills from the first day on.",
                "c",
                "check in",
                binding="check-in",
                id="review-empty",
            )
            with Container(id="review-below"):
                yield StreakCard(title="Streaks", id="review-streaks")
                yield DayCard(id="review-day")
                yield ChartCard(id="review-chart")
            yield HelpsCard(title="What goes with better days", id="review-helps")

    def on_mount(self) -> None:
        """Begin with the scroll bar that ten years need: one that comes later has everything laid out a second time."""
        self.query_one("#review-body").show_vertical_scrollbar = True

    async def load(self) -> None:
        """Ask for the data and show them."""
        today, year, chart = self.today or date.min, self.query_one(YearCard), self.query_one(ChartCard)
        day = self._wanted or year.day_in(self.year or today.year, today)
        seen: ReviewView = await self.ask(review_view, self.mapped, day, chart.measure, chart.span)
        self._wanted = None
        year.show(seen.year, day, today)
        self.query_one(DayCard).show(seen.day, today)
        self.query_one(StreakCard).show_rows(seen.streaks, today)
        chart.show(seen.chart)
        has_any = any(row.streak.longest for row in seen.streaks)
        below = self.query_one("#review-below")
        below.display, self.query_one("#review-empty").display = has_any, not has_any
        below.set_class(len(seen.streaks) > _FEW_STREAKS, "-many")
        line = self.query_one("#open-pause", Static)
        line.display = seen.paused is not None
        if seen.paused is not None:
            line.update(pause_line(seen.paused))
        helps = self.query_one(HelpsCard)
        helps.display = has_any
        # It stands below everything else and takes longest. One refresh later the pane comes up, and by the next the
        # rest of it is drawn.
        self.call_after_refresh(self.call_after_refresh, helps.draw)

    def reveal(self, kind: str, row: str) -> None:
        """Select the day of a check-in."""
        self._reveal(kind, row)

    def watch_mapped(self) -> None:
        """Map what was chosen."""
        self.reload()

    def watch_year(self) -> None:
        """Show the year that was chosen."""
        self.reload()

    @on(HeatMap.DayHighlighted)
    def show_day(self) -> None:
        """Show what the day under the cursor held, which may have moved on since, unless that is what is shown."""
        day, card = self.query_one(YearCard).day, self.query_one(DayCard)
        if day is not None and day != card.day:
            card.show_day(day, self.today or day)

    @on(HeatMap.DayOpened)
    def open_day(self) -> None:
        """Go into what the day held, or check in for it when it is empty."""
        if self.query_one(DayCard).is_empty:
            self.action_rate_day()
        else:
            self.query_one(DayCard).focus_list()

    @on(DayCard.Shown)
    def brief_day(self, message: DayCard.Shown) -> None:
        """Say the day below the map too: its card may be out of sight."""
        self.query_one(YearCard).subtitle = message.brief

    @work(group="dialog", exit_on_error=False)
    async def action_rate_day(self) -> None:
        """Check in for the day under the cursor, or amend its check-in."""
        from rutbreaker.tui.screens.check_in import check_in_for

        day = self.query_one(YearCard).day
        if day is not None:
            await check_in_for(self, day)

    def action_edit_selected(self) -> None:
        """Open what is selected: a streak's schedule, or something on the day."""
        if self.query_one(StreakCard).has_focus_within:
            self.query_one(StreakCard).change_schedule()
        elif self.query_one(DayCard).has_focus_within:
            self.query_one(DayCard).open_selected()
        else:
            self.open_day()

    def action_delete_selected(self) -> None:
        """Delete what is selected on the day; from elsewhere, go there first."""
        card = self.query_one(DayCard)
        if card.has_focus_within:
            card.delete_selected()
        elif card.is_empty:
            self.tell("Nothing is logged on this day.")
        else:
            card.focus_list()
            self.tell("Choose what to delete, then d.")

    @work(group="filter", exit_on_error=False)
    async def action_map_by(self) -> None:
        """Choose what the map shows."""
        chosen = await self.hold(Pick("Map", await self.ask(maps), self.mapped))
        if chosen is not None:
            self.mapped = chosen

    @work(exclusive=True, group="year", exit_on_error=False)
    async def action_year(self, way: str) -> None:
        """Go a year back, as far as anything was logged, or on."""
        newest = (self.today or date.max).year
        wanted = (self.year or newest) + (-1 if way == "back" else 1)
        self.year = min(max(wanted, await self.ask(first_year)), newest)

    def action_span(self, way: str) -> None:
        """Chart a shorter or a longer time."""
        self.query_one(ChartCard).step_span(way)

    def action_explain(self) -> None:
        """Say why the selected streak is the number it is."""
        self.query_one(StreakCard).explain_selected()

    @work(group="dialog", exit_on_error=False)
    async def action_pause(self) -> None:
        """Declare a pause from the selected day on, or end the one under way."""
        day = self.query_one(YearCard).day or self.today
        if day is not None:
            await pause_or_resume(self, day)

    @work(group="dialog", exit_on_error=False)
    async def action_list_pauses(self) -> None:
        """Look through all pauses."""
        if self.today is not None:
            await look_through(self, self.today)

    @work(group="dialog", exit_on_error=False)
    async def action_review_week(self) -> None:
        """Review the week that is due or, from a day of an earlier week, that one."""
        from rutbreaker.tui.screens.weekly import review_week

        day = self.query_one(YearCard).day
        if self.today is not None and day is not None:
            is_this_week = day.isocalendar()[:2] == self.today.isocalendar()[:2]
            await review_week(self, week_to_review(self.today) if is_this_week else day, self.today)

    @work(group="reveal", exit_on_error=False)
    async def _reveal(self, kind: str, row: str) -> None:
        found = await self.ask(read_whole, (kind, row))
        self._wanted = found.day
        self.year = found.day.year
        self.reload()
