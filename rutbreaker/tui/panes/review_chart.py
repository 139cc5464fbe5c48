"""The chart of the Review pane: the index or a rating over some time, with the usual range."""

from textual import on, work
from textual.app import ComposeResult
from textual.reactive import reactive
from textual.widgets import Static

from rutbreaker.domain.dates import day_month
from rutbreaker.domain.telling import periods
from rutbreaker.domain.weekend_words import weekend_words
from rutbreaker.journal.charts import MEASURES, SPANS, Series
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.panes.review_view import Charted, charted
from rutbreaker.tui.widgets.card import Card
from rutbreaker.tui.widgets.chart import LineChart
from rutbreaker.tui.widgets.choice import Choice

_LOW, _HIGH = 1, 5


class ChartCard(Card, Asking):
    """A measure, chosen by the arrow keys, over 30, 90 or 365 days."""

    span: reactive[int] = reactive(SPANS[1], init=False)
    """Over how many days."""

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield Choice([(measure, measure.capitalize()) for measure in MEASURES], id="chart-measure")
        yield Static(id="chart-missing", markup=False)
        yield LineChart(id="chart-line")
        yield Static(id="chart-weekends", markup=False)

    @property
    def measure(self) -> str:
        """What is charted."""
        return self.query_one(Choice).value

    def watch_span(self) -> None:
        """Draw the time that was chosen."""
        self.draw()

    @on(Choice.Changed)
    def draw_chosen(self) -> None:
        """Draw what was chosen."""
        self.draw()

    def step_span(self, way: str) -> None:
        """Choose a shorter or a longer time; the shortest and the longest stay."""
        place = SPANS.index(self.span) + (-1 if way == "shorter" else 1)
        self.span = SPANS[min(max(place, 0), len(SPANS) - 1)]

    @work(exclusive=True, group="chart", exit_on_error=False)
    async def draw(self) -> None:
        """Ask for the values, and draw them."""
        self.show(await self.ask(charted, self.measure, self.span))

    def show(self, seen: Charted) -> None:
        """Draw a measure."""
        found = seen.series
        self.title = f"{found.measure.capitalize()} · {periods(len(found.values), 'day')}"
        self.subtitle = f"{periods(found.filled, 'day')} with a value" if found.filled else ""
        chart, missing = self.query_one(LineChart), self.query_one("#chart-missing", Static)
        chart.display = found.until_drawn == 0
        marks = {slump.day: slump.level for slump in seen.slumps}
        chart.set_series(found.first, found.values, _LOW, _HIGH, found.band, marks)
        said = _missing(found)
        missing.display = bool(said)
        missing.update(said)
        told = weekend_words(seen.weekends) if seen.weekends is not None else ""
        line = self.query_one("#chart-weekends", Static)
        line.display = bool(told)
        line.update(told)


def _missing(found: Series) -> str:
    """What has to come before there is more to see."""
    if found.until_drawn:
        return f"{periods(found.until_drawn, 'more check-in')} until a line is drawn here."
    if found.until_usual is None:
        return ""
    if found.until_usual.checkins:
        return f"{periods(found.until_usual.checkins, 'more check-in')} until your usual range."
    return f"Your usual range is known from {day_month(found.until_usual.day)} on." if found.until_usual.day else ""
