"""A line through days, drawn with braille dots: two across and four down in every cell."""

import math
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from rutbreaker.tui.widgets.cells import crop
from rutbreaker.tui.widgets.day_grid import MONTHS

BRIDGE = 3
"""The line goes on over this many days without a value, so that a weekend is no hole."""

MARK = "▲"
_BRAILLE = 0x2800
_DOTS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
"""The bit of each dot in a braille cell, by column and row."""

Dots = set[tuple[int, int]]
"""Dots by column from the left and row from the top."""


def trace(values: Sequence[float | None], low: float, high: float, columns: int, rows: int) -> Dots:
    """The dots of a line through ``values`` on a field of so many dots; days that share a column are averaged.

    Rows count from the top. The line breaks where more than ``BRIDGE`` values in a row are missing. Values outside
    ``low`` to ``high`` lie on the edge.
    """
    points: dict[int, list[float]] = {}
    last_day: dict[int, int] = {}
    for day, value in enumerate(values):
        if value is not None:
            column = column_of(day, len(values), columns)
            points.setdefault(column, []).append(value)
            last_day[column] = day
    heights = [(column, row_of(sum(shared) / len(shared), low, high, rows)) for column, shared in points.items()]
    dots: Dots = set(heights)
    for (x0, y0), (x1, y1) in pairwise(heights):
        first_after = next(day for day in range(last_day[x0] + 1, len(values)) if values[day] is not None)
        if first_after - last_day[x0] <= BRIDGE + 1:
            steps = max(x1 - x0, abs(y1 - y0))
            dots |= {(x0 + round((x1 - x0) * n / steps), y0 + round((y1 - y0) * n / steps)) for n in range(steps)}
    return dots


def column_of(day: int, days: int, columns: int) -> int:
    """The column of a day, the first at the left edge and the last at the right."""
    return round(day * (columns - 1) / (days - 1)) if days > 1 else columns // 2


def row_of(value: float, low: float, high: float, rows: int) -> int:
    """The row of a value, ``high`` being 0 and ``low`` the lowest."""
    share = min(max((value - low) / (high - low), 0.0), 1.0) if high > low else 0.5
    return round((1 - share) * (rows - 1))


class LineChart(Widget):
    """One value a day: scale at the left, dates below, the usual band behind, a sign under marked days."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"chart--line", "chart--band", "chart--axis", "chart--mark"}
    """The line, the usual band, scale and dates, and the signs of marked days."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    LineChart {
        height: 10;
        .chart--line { color: $primary; }
        .chart--band { color: $text-muted; background: $block-cursor-blurred-background 60%; }
        .chart--axis { color: $text-muted; }
        .chart--mark { color: $warning; text-style: bold; }
    }
    """

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._first = date.min
        self._values: Sequence[float | None] = ()
        self._low, self._high = 0.0, 1.0
        self._band: tuple[float, float] | None = None
        self._marks: Mapping[date, str] = {}
        self._line: dict[tuple[int, int], int] = {}

    def set_series(
        self,
        first_day: date,
        values: Sequence[float | None],
        low: float,
        high: float,
        band: tuple[float, float] | None = None,
        marks: Mapping[date, str] | None = None,
    ) -> None:
        """Show one value per day from ``first_day`` on, None where there is none.

        The scale goes from ``low`` to ``high``; ``band`` is the usual range (lower, upper); ``marks`` are words for
        some of the days.
        """
        self._first, self._values, self._low, self._high = first_day, values, low, high
        self._band, self._marks = band, marks or {}
        self._retrace()

    def on_resize(self) -> None:
        """Draw the line anew for the room there is."""
        self._retrace()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the field, or the axis, the dates or the caption below it."""
        below = y - self._field.height
        if not self._values or below > 2:
            return Strip.blank(self.size.width, self.rich_style)
        drawers = (self._axis_line, self._date_line, self._caption)
        segments = self._field_line(y) if below < 0 else drawers[below]()
        # Cells of one look become one segment: that is a quarter of what Review sends to the terminal.
        return Strip(segments).simplify().adjust_cell_length(self.size.width, self.rich_style)

    @property
    def _field(self) -> Region:
        """The cells the line is drawn in."""
        scale = max(len(f"{value:g}") for value in (self._low, self._high)) + 2
        below = 3 if self._band or self._marks else 2
        return Region(scale, 0, max(self.size.width - scale, 1), max(self.size.height - below, 1))

    def _retrace(self) -> None:
        field = self._field
        self._line = {}
        for x, y in trace(self._values, self._low, self._high, 2 * field.width, 4 * field.height):
            cell = (x // 2, y // 4)
            self._line[cell] = self._line.get(cell, 0) | _DOTS[x % 2][y % 4]
        self.refresh()

    def _line_of(self, value: float) -> int:
        return row_of(value, self._low, self._high, 4 * self._field.height) // 4

    def _scale(self) -> dict[int, str]:
        """The numbers at the left by line: every whole one where each has its line, else the two ends."""
        whole = list(range(math.ceil(self._low), math.floor(self._high) + 1))
        lines = {self._line_of(value): f"{value}" for value in whole}
        if len(lines) == len(whole) and whole:
            return lines
        return {self._line_of(value): f"{value:g}" for value in (self._low, self._high)}

    def _field_line(self, y: int) -> list[Segment]:
        field = self._field
        number = self._scale().get(y, "")
        axis = self.get_component_rich_style("chart--axis")
        edge = f"{number:>{field.x - 2}} {'┤' if number else '│'}"
        edges = sorted(self._line_of(value) for value in self._band) if self._band else [0, -1]
        inside = edges[0] <= y <= edges[1]
        empty = "┄" if y in edges else " "
        ground = self.get_component_rich_style("chart--band") if inside else self.rich_style
        line = ground + Style.from_color(self.get_component_rich_style("chart--line").color)
        segments = [Segment(edge, axis)]
        for x in range(field.width):
            dots = self._line.get((x, y))
            segments.append(Segment(chr(_BRAILLE | dots), line) if dots else Segment(empty, ground))
        return segments

    def _axis_line(self) -> list[Segment]:
        field = self._field
        axis, mark = self.get_component_rich_style("chart--axis"), self.get_component_rich_style("chart--mark")
        marked = {self._column(index) for day in self._marks if 0 <= (index := self._index(day)) < len(self._values)}
        signs = [Segment(MARK, mark) if x in marked else Segment("─", axis) for x in range(field.width)]
        return [Segment("└".rjust(field.x), axis), *signs]

    def _date_line(self) -> list[Segment]:
        """The first and the last day, and as many between as stand freely."""
        field = self._field
        count = max(min(field.width // 14, len(self._values)), 2)
        line = ""
        for place in range(count):
            index = round(place * (len(self._values) - 1) / (count - 1))
            day = self._first + timedelta(days=index)
            text = f"{day.day} {MONTHS[day.month - 1]}"
            start = min(max(self._column(index) - len(text) // 2, 0), field.width - len(text))
            if not line or start > len(line):
                line = line.ljust(start) + text
        return [Segment(" " * field.x + line, self.get_component_rich_style("chart--axis"))]

    def _caption(self) -> list[Segment]:
        axis = self.get_component_rich_style("chart--axis")
        segments = [Segment(" " * self._field.x, axis)]
        if self._band:
            lower, upper = sorted(self._band)
            usual = f" usual {lower:.1f} to {upper:.1f}   "
            segments += [Segment("┄┄", self.get_component_rich_style("chart--band")), Segment(usual, axis)]
        shown = {word for day, word in self._marks.items() if 0 <= self._index(day) < len(self._values)}
        if words := ", ".join(sorted(shown)):
            segments += [Segment(f"{MARK} ", self.get_component_rich_style("chart--mark"))]
            segments += [Segment(crop(words, 60), axis)]
        return segments

    def _column(self, index: int) -> int:
        return column_of(index, len(self._values), 2 * self._field.width) // 2

    def _index(self, day: date) -> int:
        return (day - self._first).days
