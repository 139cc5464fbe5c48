"""A year of days, to walk through."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from rutbreaker.tui.widgets.cells import crop
from rutbreaker.tui.widgets.day_grid import LABEL, LEVELS, MARKS, OTHER_MARK, DayGridView

LEGEND_LINE = 8
"""The legend's line, under the months and seven weekdays."""


class HeatMap(DayGridView, can_focus=True):
    """A column a week, a row a weekday, a legend below; the arrow keys walk the days and Enter opens one.

    ``low`` and ``high`` are the legend's words for the emptiest and the fullest level. Weeks that have no room are
    reached by walking there.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "walk(-7)", "A week back", show=False, id="map.week-back"),
        Binding("right,l", "walk(7)", "A week on", show=False, id="map.week-on"),
        Binding("up,k", "walk(-1)", "A day back", show=False, id="map.day-back"),
        Binding("down,j", "walk(1)", "A day on", show=False, id="map.day-on"),
        Binding("pageup", "walk(-28)", "Four weeks back", show=False, id="map.month-back"),
        Binding("pagedown", "walk(28)", "Four weeks on", show=False, id="map.month-on"),
        Binding("home", "walk_end(-1)", "The first day", show=False, id="map.first"),
        Binding("end", "walk_end(1)", "The last day", show=False, id="map.last"),
        Binding("enter", "open", "Open the day", show=False, id="map.open"),
    ]
    """Walking through the days and opening one."""

    DEFAULT_CSS = """
    HeatMap {
        .days--cursor { color: $block-cursor-blurred-foreground; background: $block-cursor-blurred-background; }
        &:focus .days--cursor {
            color: $block-cursor-foreground; background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
    }
    """

    NAMED_ROWS: ClassVar[range] = range(0, 7, 2)

    cursor_day: reactive[date | None] = reactive(None, repaint=False)
    """The selected day, never outside the map nor after today; None while there are no days."""

    class _OfOneDay(Message):
        def __init__(self, heatmap: "HeatMap", day: date) -> None:
            super().__init__()
            self.heatmap = heatmap
            self.day = day

        @property
        def control(self) -> "HeatMap":
            """The map it happened in."""
            return self.heatmap

    class DayHighlighted(_OfOneDay):
        """Another day was selected."""

    class DayOpened(_OfOneDay):
        """A day was opened, by Enter or a double click."""

    def __init__(
        self,
        *,
        week_start: int = 0,
        low: str = "less",
        high: str = "more",
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(week_start=week_start, name=name, id=id, classes=classes)
        self.low = low
        self.high = high

    def set_days(
        self,
        first: date,
        last: date,
        values: Mapping[date, int],
        marks: Mapping[date, str] | None = None,
        *,
        today: date | None = None,
    ) -> None:
        """Show the days, as in ``DayGridView``. The cursor stays on its day if it can, and begins on the newest."""
        super().set_days(first, last, values, marks, today=today)
        self.cursor_day = self._newest if self.cursor_day is None else self.cursor_day
        self.cursor_day = self.validate_cursor_day(self.cursor_day)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The months, seven rows, and the legend."""
        return LEGEND_LINE + 1

    @property
    def shown_weeks(self) -> range:
        """The columns that there is room for: the newest, or those from the cursor's on."""
        newest = super().shown_weeks
        if self._grid is None or self.cursor_day is None:
            return newest
        start = min(newest.start, self._grid.place(self.cursor_day)[0])
        return range(start, start + len(newest))

    def render_line(self, y: int) -> Strip:
        """Draw the months, a weekday or the legend."""
        if y != LEGEND_LINE or self._grid is None:
            return super().render_line(y)
        label = self.get_component_rich_style("days--label")
        gap = " " * (self.cell - 1)
        marks = "".join(f"  {MARKS.get(mark, OTHER_MARK)} {mark}" for mark in self._marks_in_use())
        segments = [Segment(f"{'':{LABEL}}{crop(self.low, 20)} ", label)]
        for level, glyph in enumerate(LEVELS):
            segments.append(Segment(glyph + gap, self.get_component_rich_style(f"days--level-{level}")))
        segments.append(Segment(f"{'' if gap else ' '}{crop(self.high, 20)}", label))
        room = self.size.width - sum(segment.cell_length for segment in segments)
        segments.append(Segment(crop(marks, room), label))
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def day_style(self, day: date, name: str) -> Style:
        """The style of a day; the selected one stands out."""
        style = super().day_style(day, name)
        return style + self.get_component_rich_style("days--cursor") if day == self.cursor_day else style

    def validate_cursor_day(self, day: date | None) -> date | None:
        """Keep the cursor among the days that have come."""
        if day is None or self._grid is None:
            return None
        return max(min(day, self._newest or day), self._grid.first)

    def watch_cursor_day(self, old: date | None, new: date | None) -> None:
        """Repaint the two days concerned, or all when other weeks come into view."""
        if self._grid is None or new is None:
            return
        if old is None or min(self._grid.place(old)[0], self._grid.place(new)[0]) <= self.shown_weeks.start:
            self.refresh()
        else:
            self.refresh(self._cell_region(old), self._cell_region(new))
        self.post_message(self.DayHighlighted(self, new))

    def on_click(self, event: Click) -> None:
        """Select the day clicked; open it at the second click."""
        offset = event.get_content_offset(self)
        if offset is None or self._grid is None or offset.x < LABEL:
            return
        day = self._grid.day_at(self.shown_weeks.start + (offset.x - LABEL) // self.cell, offset.y - 1)
        if day and day == self.validate_cursor_day(day):
            self.cursor_day = day
            if event.chain == 2:
                self.action_open()

    def action_walk(self, days: int) -> None:
        """Move by this many days; a step out of the map is not taken."""
        if self.cursor_day and self.validate_cursor_day(day := self.cursor_day + timedelta(days=days)) == day:
            self.cursor_day = day

    def action_walk_end(self, end: int) -> None:
        """Go to the first day (-1) or the newest (1)."""
        if self._grid:
            self.cursor_day = self._grid.first if end < 0 else self._newest

    def action_open(self) -> None:
        """Open the selected day."""
        if self.cursor_day:
            self.post_message(self.DayOpened(self, self.cursor_day))

    def _cell_region(self, day: date) -> Region:
        week, row = self._grid.place(day) if self._grid else (0, 0)
        return Region(LABEL + (week - self.shown_weeks.start) * self.cell, 1 + row, 1, 1)

    @property
    def _newest(self) -> date | None:
        return min(self._grid.last, self._today) if self._grid and self._today else None

    def _marks_in_use(self) -> list[str]:
        """The marks to explain: those on the map that can be seen."""
        marked = (mark for day, mark in sorted(self._marks.items()) if self.validate_cursor_day(day) == day)
        return [mark for mark in dict.fromkeys(marked) if MARKS.get(mark) != " "]
