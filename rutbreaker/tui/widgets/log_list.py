"""A list that stays quick at a hundred thousand rows: it holds keys, and of the rows only what is near the screen."""

from collections.abc import Hashable, Mapping, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from rutbreaker.domain.cells import ELLIPSIS
from rutbreaker.tui.widgets.cells import crop, fit
from rutbreaker.tui.widgets.row_cache import Row, RowCache

__all__ = ["LogList", "Row"]

NARROW = 48
"""Below this width the badge is one cell wide."""

ROOMY = 60
"""From this width on a row shows its trail."""


class LogList(ScrollView, can_focus=True, inherit_bindings=False):
    """One row per entry, drawn line by line.

    Give it all keys in display order (``set_keys``); it posts ``LogList.Wanted`` with the keys whose rows it lacks,
    and ``supply`` hands them over. A row that is not there yet is a dim ellipsis. Every ``Wanted`` names all that is
    missing around the screen, so a newer one replaces an older: an exclusive worker may answer it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "cursor_to(1)", "Next", show=False, id="list.down"),
        Binding("up,k", "cursor_to(-1)", "Previous", show=False, id="list.up"),
        Binding("pagedown", "cursor_page(1)", "Page down", show=False, id="list.page-down"),
        Binding("pageup", "cursor_page(-1)", "Page up", show=False, id="list.page-up"),
        Binding("home", "cursor_end(-1)", "First", show=False, id="list.first"),
        Binding("end", "cursor_end(1)", "Last", show=False, id="list.last"),
        Binding("enter", "open", "Open", show=False, id="list.open"),
    ]
    """Moving through the rows and opening one."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "log-list--cursor",
        "log-list--lead",
        "log-list--badge",
        "log-list--trail",
    }
    """The row with the cursor, and three of the four columns; the text has the widget's own style."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    LogList {
        height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1;
        .log-list--lead, .log-list--trail { color: $text-muted; }
        .log-list--badge { color: $accent; }
        .log-list--cursor { color: $block-cursor-blurred-foreground; background: $block-cursor-blurred-background; }
        &:focus .log-list--cursor {
            color: $block-cursor-foreground; background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
    }
    """

    cursor: reactive[int] = reactive(0, repaint=False)
    """The position of the selected row, from 0; 0 when there are none."""

    class Wanted(Message):
        """These keys' rows are needed on the screen; answer with ``supply``. It replaces the request before."""

        def __init__(self, log_list: "LogList", keys: tuple[Hashable, ...]) -> None:
            super().__init__()
            self.log_list = log_list
            self.keys = keys

        @property
        def control(self) -> "LogList":
            """The list that asks."""
            return self.log_list

    class _OfOneRow(Message):
        def __init__(self, log_list: "LogList", key: Hashable) -> None:
            super().__init__()
            self.log_list = log_list
            self.key = key

        @property
        def control(self) -> "LogList":
            """The list it happened in."""
            return self.log_list

    class Highlighted(_OfOneRow):
        """Another key came under the cursor."""

    class Opened(_OfOneRow):
        """A row was opened, by Enter or a double click."""

    def __init__(
        self,
        *,
        lead_width: int = 7,
        badge_width: int = 10,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.lead_width = lead_width
        self.badge_width = badge_width
        self._cache = RowCache()
        self._told: Hashable = None

    @property
    def keys(self) -> Sequence[Hashable]:
        """All keys, in display order."""
        return self._cache.keys

    @property
    def highlighted(self) -> Hashable | None:
        """The key under the cursor; None when the list is empty."""
        return self.keys[self.cursor] if self.keys else None

    def set_keys(self, keys: Sequence[Hashable]) -> None:
        """Show these keys, each once. All rows are asked for anew; what was known is drawn until they come.

        The cursor stays on its key, at the same height of the screen, or else at its position.
        """
        before, top, key = self.cursor, round(self.scroll_y), self.highlighted
        self._cache = self._cache.with_keys(keys)
        after = self.validate_cursor(self._cache.position(key, before))
        self.set_reactive(LogList.cursor, after)
        # As wide as need be: rows are drawn for the width there is, and nothing scrolls sideways.
        self.virtual_size = Size(1, len(keys))
        if top:
            self.scroll_to(y=top + after - before, animate=False)
        self._settle()
        self.refresh()

    def supply(self, rows: Mapping[Hashable, Row]) -> None:
        """Take rows by their keys: the answer to ``Wanted``, or a row that changed. What lies far away is ignored."""
        self._cache.look(*self._near())
        if self._cache.take(rows):
            self.refresh()

    def move_to(self, key: Hashable) -> bool:
        """Put the cursor on a key; False when the list doesn't hold it."""
        position = self._cache.position(key, -1)
        if position >= 0:
            self.cursor = position
        return position >= 0

    def render_line(self, y: int) -> Strip:
        """Draw the row at this line of the screen."""
        index = round(self.scroll_y) + y
        width = self.scrollable_content_region.width
        if index >= len(self.keys):
            return Strip.blank(width, self.rich_style)
        row = self._cache.row(index)
        # The topmost row always says its day: the row that would say it is out of sight.
        has_lead = y == 0 or self._cache.starts_group(index)
        return self._draw(row, has_lead, width, index == self.cursor)

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return min(max(cursor, 0), max(len(self.keys) - 1, 0))

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint the row left and the row reached, nothing else."""
        self.refresh_line(old)
        self.refresh_line(new)
        self._settle()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for the rows that came into view."""
        super().watch_scroll_y(old_value, new_value)
        self.call_later(self._ask)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._settle()

    def on_click(self, event: Click) -> None:
        """Select the row clicked; open it at the second click."""
        offset = event.get_content_offset(self)
        index = -1 if offset is None else round(self.scroll_y) + offset.y
        if 0 <= index < len(self.keys):
            self.cursor = index
            if event.chain == 2:
                self.action_open()

    def action_cursor_to(self, rows: int) -> None:
        """Move by this many rows."""
        self.cursor += rows

    def action_cursor_page(self, pages: int) -> None:
        """Move by this many screens."""
        self.cursor += pages * max(self.scrollable_content_region.height - 1, 1)

    def action_cursor_end(self, end: int) -> None:
        """Go to the first row (-1) or the last (1)."""
        self.cursor += end * len(self.keys)

    def action_open(self) -> None:
        """Open the row under the cursor."""
        if self.keys:
            self.post_message(self.Opened(self, self.highlighted))

    def _settle(self) -> None:
        """Scroll so that the cursor is seen, tell of a new key under it, and ask for the rows that are lacking."""
        height, top = self.scrollable_content_region.height, round(self.scroll_y)
        if height and not top <= self.cursor < top + height:
            self.scroll_to(y=self.cursor if self.cursor < top else self.cursor - height + 1, animate=False)
        if self.keys and self.highlighted != self._told:
            self.post_message(self.Highlighted(self, self.highlighted))
        self._told = self.highlighted
        self.call_later(self._ask)

    def _ask(self) -> None:
        if keys := self._cache.want(*self._near()):
            self.post_message(self.Wanted(self, keys))

    def _near(self) -> tuple[int, int]:
        """The positions on the screen, and one above, whose group the topmost row is compared with."""
        top = round(self.scroll_y)
        return top - 1, top + max(self.scrollable_content_region.height, 1) - 1

    def _draw(self, row: Row | None, has_lead: bool, width: int, at_cursor: bool) -> Strip:
        def styled(name: str) -> Style:
            return self.get_component_rich_style("log-list--cursor" if at_cursor else name)

        if row is None:
            return Strip([Segment(fit(f" {ELLIPSIS}", width), styled("log-list--trail"))], width)
        lead = f" {fit(row.lead if has_lead else '', self.lead_width)} "
        badge = f"{row.badge[:1] if width < NARROW else fit(row.badge, self.badge_width)} "
        room = max(width - cell_len(lead) - cell_len(badge), 0)
        trail = crop(row.trail, room // 3) if width >= ROOMY else ""
        end = f"  {trail} " if trail else " "
        text = fit(row.text, room - cell_len(end))
        columns = (
            (lead, styled("log-list--lead")),
            (badge, styled("log-list--badge")),
            (text, styled("log-list--cursor") if at_cursor else self.rich_style),
            (end, styled("log-list--trail")),
        )
        return Strip([Segment(*column) for column in columns]).adjust_cell_length(width)
