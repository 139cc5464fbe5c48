"""A list of some hundred rows under headings, whose rows are drawn for the width there is."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.containers import ScrollableContainer
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from rutbreaker.tui.widgets.drawn import Drawn

_FIRST_WIDTH = 40

_WIDTHS = 4
"""Widths for which the rows are kept as drawn: while a list is laid out it is asked for two or three."""


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

    virtual_size: reactive[Size] = reactive(Size(0, 0))
    """The size of all rows. It changes while they are drawn for the first time, which asks for no other layout."""

    _has_stood = False
    """Whether the list has had a size."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._draw: Callable[[int], Sequence[Line]] = _nothing
        self._drawn: dict[int, Sequence[Line]] = {}

    @property
    def chosen(self) -> str:
        """The key of the row under the cursor; empty when there is none."""
        option = self.highlighted_option
        return (option.id or "") if option is not None else ""

    def show_rows(self, draw: Callable[[int], Sequence[Line]]) -> None:
        """Show what ``draw`` makes for a width in cells; the cursor stays on its key, else on its position."""
        chosen, place = self.chosen, self.highlighted
        self._draw = draw
        self._drawn.clear()
        self.set_options(
            Option(Drawn(partial(self._content, at)), id=line.key or None, disabled=not line.key)
            for at, line in enumerate(self._rows())
        )
        if not (chosen and self.move_to(chosen)):
            self.highlighted = self._nearest(place or 0)

    def move_to(self, key: str) -> bool:
        """Put the cursor on a key; False when there is no such row."""
        keys = [line.key for line in self._rows()]
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
            elif self.highlighted == self._nearest(self.option_count):
                self.scroll_end(animate=False, immediate=True)

    def follow(self) -> None:
        """Scroll the box around so that the cursor is in sight."""
        box, rows = self._box(), self._rows()
        if box is None or self.highlighted is None or self.highlighted >= len(rows):
            return
        here = _place_in(box, self).shrink(self.gutter)
        top = here.y - round(self.scroll_y) + sum(line.height for line in rows[: self.highlighted])
        bottom = top + rows[self.highlighted].height
        if isinstance(self.parent, Widget):
            around = _place_in(box, self.parent)
            if self.highlighted == self._nearest(0):
                top = min(top, around.y)
            if self.highlighted == self._nearest(self.option_count):
                bottom = max(bottom, around.bottom)
        _reveal(box, Region(here.x, top, here.width, bottom - top))

    def on_resize(self) -> None:
        """Begin anew where another width has other rows, and keep the cursor in sight.

        A list that stands for the first time came with all that stands around it, which is seen from its beginning.
        """
        if len(self._rows()) != self.option_count:
            self.show_rows(self._draw)
        if self.has_focus and self._has_stood:
            self.call_after_refresh(self.follow)
        self._has_stood = True

    def on_focus(self) -> None:
        """Bring the list with what it stands in into sight, as far as the box that scrolls is high enough."""
        if self._has_stood:
            self.call_after_refresh(self._arrive)

    def on_option_list_option_highlighted(self) -> None:
        """Keep the cursor in sight."""
        if self.has_focus:
            self.call_after_refresh(self.follow)

    def redraw(self) -> None:
        """Draw the rows anew, because what they are drawn from has changed and their keys haven't."""
        self._drawn.clear()
        if self.option_count:
            # The one way of OptionList's to forget what it has drawn.
            self.replace_option_prompt_at_index(0, self.options[0].prompt)

    def _rows(self, width: int | None = None) -> Sequence[Line]:
        """The rows drawn for a width, that of the list unless one is given."""
        # For some width before there is a real one, so that a row can be chosen at once.
        wanted = width or self.scrollable_content_region.width or _FIRST_WIDTH
        if wanted not in self._drawn:
            if len(self._drawn) == _WIDTHS:
                self._drawn.clear()
            self._drawn[wanted] = tuple(self._draw(wanted))
        return self._drawn[wanted]

    def _content(self, place: int, width: int) -> Content:
        rows = self._rows(width)
        # A width may have fewer rows; the list begins anew as soon as that width is its own.
        return rows[place].content if place < len(rows) else Content()

    def _nearest(self, place: int) -> int | None:
        """The position of the row nearest to one, headings aside."""
        places = [at for at, line in enumerate(self._rows()) if line.key]
        return min(places, key=lambda at: abs(at - place), default=None)

    def _arrive(self) -> None:
        box = self._box()
        if box is not None and isinstance(self.parent, Widget) and self.has_focus:
            _reveal(box, _place_in(box, self.parent))
            self.follow()

    def _box(self) -> ScrollableContainer | None:
        return next((above for above in self.ancestors if isinstance(above, ScrollableContainer)), None)


def _place_in(box: Widget, widget: Widget) -> Region:
    """Where a widget lies in all that a box scrolls over, by the layout alone: wherever it is scrolled to just now."""
    place = widget.virtual_region
    for above in widget.ancestors:
        if above is box or not isinstance(above, Widget):
            break
        place = place.translate(above.virtual_region.offset + above.gutter.top_left)
    return place


def _reveal(box: Widget, region: Region) -> None:
    """Scroll a box so that a region of what it scrolls over is in sight, or its top where it is too high."""
    box.scroll_to_region(region, animate=False, force=True, immediate=True)


def _nothing(_: int) -> Sequence[Line]:
    return ()
