"""The card of the Review pane that holds the map: a year of days, and the one under the cursor in a line."""

from datetime import date

from textual.app import ComposeResult

from rutbreaker.domain.telling import periods
from rutbreaker.journal.year import YearMap
from rutbreaker.tui.widgets.card import Card
from rutbreaker.tui.widgets.heatmap import HeatMap


class YearCard(Card):
    """A year to walk through."""

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield HeatMap(id="review-map")

    @property
    def day(self) -> date | None:
        """The day under the cursor; None before the first year is shown."""
        return self.query_one(HeatMap).cursor_day

    def day_in(self, year: int, today: date) -> date:
        """The day that the cursor would have in another year, not after today; 28 February where it has no 29th."""
        from dateutil.relativedelta import relativedelta

        return min((self.day or today) + relativedelta(year=year), today)

    def show(self, found: YearMap, day: date, today: date) -> None:
        """Show a year, with the cursor on a day of it."""
        heatmap = self.query_one(HeatMap)
        heatmap.low, heatmap.high, heatmap.week_start = found.low, found.high, found.week_start
        heatmap.set_days(found.first, found.last, found.levels, found.marks, today=today)
        heatmap.cursor_day = day
        self.title = f"{found.first.year} · {found.title} · {periods(found.filled, 'day')}"
