"""A list of some hundred rows under headings, whose rows are drawn for the width there is."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.containers import ScrollableContainer
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

_FIRST_WIDTH = 40


class Line(NamedTuple):
    """A row by its key, one or more lines high; one without a key is a heading, which the cursor passes over."""

    key: str
    content: Content

    @property
    def height(self) -> int:
        """Lines that it takes, drawn for the right width."""
        return self.content.plain.count("\n") + 1


class RowList(OptionList):
    """Rows walked by the arrow keys or j and k; Enter or a click opens one. It posts OptionList's messages.

    Inside a box that scrolls it may be as high as its rows: the box follows the cursor, and shows what stands above the
    first row and below the last when the cursor gets there.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", "Next", show=False, id="rows.down"),
        Binding("k", "cursor_up", "Previous", show=False, id="rows.up"),
    ]
    """The arrow keys' twins."""

    DEFAULT_CSS = """
    RowList {
        border: none; padding: 0; background: transparent;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        &:focus { border: none; background-tint: transparent; }
        & > .option-list--option-disabled { color: $foreground; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False, compact=True)
        self._draw: Callable[[int], Sequence[Line]] = _nothing
        self._lines_drawn: Sequence[Line] = ()
        self._width = 0

    @property
    def chosen(self) -> str:
        """The key of the row under the cursor; empty when there is none."""
        option = self.highlighted_option
        return (option.id or "") if option is not None else ""

    def show_rows(self, draw: Callable[[int], Sequence[Line]]) -> None:
        """Show what ``draw`` makes for a width in cells; the cursor stays on its key, else on its position."""
        self._draw = draw
        self._fill()

    def move_to(self, key: str) -> bool:
        """Put the cursor on a key; False when there is no such row."""
        keys = [line.key for line in self._lines_drawn]
        if key not in keys:
            return False
        self.highlighted = keys.index(key)
        return True

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Scroll to the row under the cursor; from the first and the last one also to what stands beyond it."""
        super().scroll_to_highlight(top)
        if self.highlighted is not None and self.is_mounted:
            if self.highlighted == self._nearest(0):
                self.scroll_home(animate=False, immediate=True)
            elif self.highlighted == self._nearest(len(self._lines_drawn)):
                self.scroll_end(animate=False, immediate=True)

    def follow(self) -> None:
        """Scroll the box around so that the cursor is in sight."""
        if self.highlighted is None:
            return
        here = self.content_region
        top = here.y - round(self.scroll_y) + sum(line.height for line in self._lines_drawn[: self.highlighted])
        bottom = top + self._lines_drawn[self.highlighted].height
        parent = self.parent
        if isinstance(parent, Widget) and self.highlighted == self._nearest(0):
            top = min(top, parent.region.y)
        if isinstance(parent, Widget) and self.highlighted == self._nearest(len(self._lines_drawn)):
            bottom = max(bottom, parent.region.bottom)
        self._reveal(Region(here.x, top, here.width, bottom - top))

    def on_resize(self) -> None:
        """Draw the rows anew for another width."""
        if self.scrollable_content_region.width != self._width:
            self._fill()

    def on_focus(self) -> None:
        """Bring the list with what it stands in into sight, as far as the box that scrolls is high enough."""
        self.call_after_refresh(self._arrive)

    def on_option_list_option_highlighted(self) -> None:
        """Keep the cursor in sight."""
        if self.has_focus:
            self.call_after_refresh(self.follow)

    def _fill(self) -> None:
        chosen, place = self.chosen, self.highlighted
        self._width = self.scrollable_content_region.width
        # Drawn for some width before there is a real one, so that a row can be chosen at once.
        self._lines_drawn = tuple(self._draw(self._width or _FIRST_WIDTH))
        self.set_options(Option(line.content, id=line.key or None, disabled=not line.key) for line in self._lines_drawn)
        if not (chosen and self.move_to(chosen)):
            self.highlighted = self._nearest(place or 0)

    def _nearest(self, place: int) -> int | None:
        """The position of the row nearest to one, headings aside."""
        places = [at for at, line in enumerate(self._lines_drawn) if line.key]
        return min(places, key=lambda at: abs(at - place), default=None)

    def _arrive(self) -> None:
        parent = self.parent
        if isinstance(parent, Widget) and self.has_focus:
            self._reveal(parent.region)
            # Behind what the screen has yet to do about the focus: it makes the box glide after the next refresh.
            self.screen.call_later(self._come_to_rest_soon)

    def _come_to_rest_soon(self) -> None:
        box = self._box()
        if box is not None:
            # Regions on the screen are right again after the next refresh.
            box.call_after_refresh(self._come_to_rest)

    async def _come_to_rest(self) -> None:
        """End Textual's own gliding to a list that took the focus: it would pass by what stands above the first row."""
        box = self._box()
        if box is not None:
            await box.stop_animation("scroll_y", complete=False)
            self.follow()
            # Without animations Textual jumps instead, perhaps after this.
            box.call_after_refresh(self.follow)

    def _reveal(self, region: Region) -> None:
        """Scroll the box around so that a region of the screen is in sight, or its top where it is too high."""
        box = self._box()
        if box is not None:
            inside = region.translate(box.scroll_offset - box.content_region.offset)
            box.scroll_to_region(inside, animate=False, force=True, immediate=True)

    def _box(self) -> ScrollableContainer | None:
        return next((above for above in self.ancestors if isinstance(above, ScrollableContainer)), None)


def _nothing(_: int) -> Sequence[Line]:
    return ()
