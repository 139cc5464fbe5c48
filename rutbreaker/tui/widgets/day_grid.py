"""Days as a grid, a column a week and a row a weekday: where each stands, and the widgets' common way to draw it."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from rutbreaker.tui.widgets.cells import fit

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
LEVELS = "·▫□▣■"
"""What a day of level 0 to 4 looks like: the fuller, the more; in colour and without."""

MARKS = {"paused": "–", "off": "○", "sick": "+", "unplanned": " ", "few ratings": "•"}
OTHER_MARK = "–"
"""What a marked day looks like when nothing was done on it; on an unplanned day nothing was expected either."""

LABEL = 4
"""The cells that the weekday's name takes, with the space after it."""


class DayGrid(NamedTuple):
    """The days ``first`` to ``last`` in columns of weeks; ``week_start`` is 0 for Monday to 6 for Sunday."""

    first: date
    last: date
    week_start: int = 0

    @property
    def weeks(self) -> int:
        """How many columns there are."""
        return self.place(self.last)[0] + 1

    def place(self, day: date) -> tuple[int, int]:
        """The column and row of a day."""
        return divmod((day - self._origin).days, 7)

    def day_at(self, week: int, row: int) -> date | None:
        """The day at a column and row; None where the grid has none."""
        if not 0 <= row < 7:
            return None
        day = self._origin + timedelta(days=7 * week + row)
        return day if self.first <= day <= self.last else None

    def weekday_name(self, row: int) -> str:
        """The name of a row, two letters."""
        return WEEKDAYS[(row + self.week_start) % 7]

    def month_names(self, weeks: range, cell: int) -> str:
        """The months above these columns, each where its first day stands, a column being ``cell`` cells wide."""
        starts: list[tuple[int, str]] = []
        for at, week in enumerate(weeks):
            days = [day for row in range(7) if (day := self.day_at(week, row))]
            begins = next((day for day in days if day.day == 1), days[0] if days and at == 0 else None)
            if begins:
                starts.append((at * cell, MONTHS[begins.month - 1]))
        line = ""
        for place, (column, month) in enumerate(starts):
            # The month the first column is in the middle of gives way to the one that begins.
            crowded = place == 0 and len(starts) > 1 and starts[1][0] < 4
            if not crowded and column + 3 <= len(weeks) * cell:
                line = line.ljust(column) + month
        return line

    @property
    def _origin(self) -> date:
        return self.first - timedelta(days=(self.first.weekday() - self.week_start) % 7)


class DayGridView(Widget):
    """Draws days by level and mark; what fits of them, the newest at the right. ``StreakStrip`` and ``HeatMap`` are it.

    Where there is room a week is two cells wide, else one; where there is less, the oldest weeks are left out.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "days--label",
        "days--level-0",
        "days--level-1",
        "days--level-2",
        "days--level-3",
        "days--level-4",
        "days--mark",
        "days--today",
        "days--cursor",
    }
    """The names at the edges, the days by level, days only marked, today, and the selected day."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    DayGridView {
        height: auto;
        .days--label, .days--level-0, .days--mark { color: $text-muted; }
        .days--level-1 { color: $success 55%; }
        .days--level-2 { color: $success 70%; }
        .days--level-3 { color: $success 85%; }
        .days--level-4 { color: $success; }
        .days--today { text-style: bold underline; }
    }
    """

    NAMED_ROWS: ClassVar[range] = range(7)
    """The rows whose weekday is written at their left."""

    def __init__(
        self,
        *,
        week_start: int = 0,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.week_start = week_start
        self._grid: DayGrid | None = None
        self._values: Mapping[date, int] = {}
        self._marks: Mapping[date, str] = {}
        self._today: date | None = None

    @property
    def grid(self) -> DayGrid | None:
        """Where each day stands; None before ``set_days``."""
        return self._grid

    def set_days(
        self,
        first: date,
        last: date,
        values: Mapping[date, int],
        marks: Mapping[date, str] | None = None,
        *,
        today: date | None = None,
    ) -> None:
        """Show the days ``first`` to ``last``.

        ``values`` are levels 0 to 4, a day without one has level 0. ``marks`` are words ("paused", "off", "sick"),
        drawn where the level is 0. ``today`` is ``last`` unless given; days after it are left blank.
        """
        self._grid = DayGrid(first, last, self.week_start)
        self._values, self._marks = values, marks or {}
        self._today = last if today is None else today
        self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as all weeks at two cells each."""
        return LABEL + 2 * self._grid.weeks - 1 if self._grid else 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The months and seven rows."""
        return 8 if self._grid else 0

    @property
    def cell(self) -> int:
        """How many cells wide a week is, 2 or 1."""
        return 2 if self._grid and LABEL + 2 * self._grid.weeks - 1 <= self.size.width else 1

    @property
    def shown_weeks(self) -> range:
        """The columns that there is room for: the newest."""
        weeks = self._grid.weeks if self._grid else 0
        return range(max(weeks - (self.size.width - LABEL) // self.cell, 0), weeks)

    def render_line(self, y: int) -> Strip:
        """Draw the line of months, or a weekday."""
        width, plain = self.size.width, self.rich_style
        if self._grid is None or y > 7:
            return Strip.blank(width, plain)
        label = self.get_component_rich_style("days--label")
        if y == 0:
            months = " " * LABEL + self._grid.month_names(self.shown_weeks, self.cell)
            return Strip([Segment(fit(months, width), label)], width)
        row = y - 1
        name = self._grid.weekday_name(row) if row in self.NAMED_ROWS else ""
        segments = [Segment(name.ljust(LABEL), label)]
        # Once a line, not for every day of a year: Textual works these out anew each time.
        gap = " " * (self.cell - 1)
        blank = Segment(f" {gap}", plain)
        for week in self.shown_weeks:
            day = self._grid.day_at(week, row)
            if day is None or (self._today and day > self._today):
                segments.append(blank)
            else:
                segments += self._cell(day, gap)
        # Days of one look become one segment: a terminal is sent a line's styles whenever a day in it changes.
        return Strip(segments).simplify().adjust_cell_length(width, plain)

    def day_style(self, day: date, name: str) -> Style:
        """The style of a day, ``name`` being the component class of its level or mark."""
        style = self.get_component_rich_style(name)
        return style + self.get_component_rich_style("days--today", partial=True) if day == self._today else style

    def _cell(self, day: date, gap: str) -> list[Segment]:
        level = min(max(self._values.get(day, 0), 0), len(LEVELS) - 1)
        name, glyph = f"days--level-{level}", LEVELS[level]
        if level == 0 and day in self._marks:
            name, glyph = "days--mark", MARKS.get(self._marks[day], OTHER_MARK)
        return [Segment(glyph, self.day_style(day, name)), Segment(gap, self.get_component_rich_style(name))]
