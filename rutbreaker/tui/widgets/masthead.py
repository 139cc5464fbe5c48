"""The two lines at the top: the name, the day and the figures of the streak; and the seven panes."""

from collections.abc import Mapping
from typing import ClassVar

from rich.cells import cell_len
from textual.app import RenderResult
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

_NAME = "rutbreaker"
_BETWEEN = " · "


class Masthead(Widget):
    """Draws the head of the dashboard in two lines; a click on a pane's name posts ``Masthead.PaneChosen``.

    ``panes`` are the names by id, numbered in their order. ``mark`` stands in the place of the program's name, at every
    width: what must be seen all the time, such as that the data are a sample.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "masthead--name", "masthead--mark", "masthead--figures", "masthead--up", "masthead--other"
    }  # fmt: skip
    """The program's name, the mark in its place, the figures, the pane that is up, and the others."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    Masthead {
        height: 2; padding: 0 1;
        .masthead--name { color: $primary; text-style: bold; }
        .masthead--mark { color: $block-cursor-foreground; background: $warning; text-style: bold; }
        .masthead--figures { color: $accent; }
        .masthead--up { color: $block-cursor-foreground; background: $block-cursor-background; text-style: bold; }
        .masthead--other { color: $text-muted; }
    }
    """

    day: reactive[str] = reactive("")
    """The day, in words."""

    figures: reactive[str] = reactive("")
    """The figures of the streak, in words, with " · " between them; where there is no room the last give way."""

    up: reactive[str] = reactive("")
    """The id of the pane that is up."""

    class PaneChosen(Message):
        """The name of a pane was clicked."""

        def __init__(self, pane: str) -> None:
            super().__init__()
            self.pane = pane

    def __init__(
        self, panes: Mapping[str, str], *, mark: str = "", id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.panes = dict(panes)
        self.mark = mark

    def render(self) -> RenderResult:
        """The two lines, as far as they fit."""
        return Content("\n").join((self._first_line(), self._second_line()))

    def on_click(self, event: Click) -> None:
        """Choose the pane whose name was clicked."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y != 1:
            return
        start = 0
        for pane, label in self._labels().items():
            end = start + cell_len(label)
            if start <= offset.x < end:
                self.post_message(self.PaneChosen(pane))
                return
            start = end

    def _first_line(self) -> Content:
        width, name = self.content_size.width, self._name_or_mark()
        spare = width - name.cell_length - cell_len(self.day) - cell_len(self.figures)
        if spare >= 4:
            left, figures = spare // 2, Content.styled(self.figures, ".masthead--figures")
            return Content.assemble(name, " " * left, self.day, " " * (spare - left), figures)
        short = Content.assemble(name, " ", self.day) if self.mark else Content(self.day)
        short = short if short.cell_length <= width else short[:width]
        figures = Content.styled(self._figures_within(width - short.cell_length - 2), ".masthead--figures")
        return Content.assemble(short, " " * (width - short.cell_length - figures.cell_length), figures)

    def _figures_within(self, room: int) -> str:
        """The figures as far as they fit."""
        parts = self.figures.split(_BETWEEN)
        while parts and cell_len(_BETWEEN.join(parts)) > room:
            parts.pop()
        return _BETWEEN.join(parts)

    def _name_or_mark(self) -> Content:
        if not self.mark:
            return Content.styled(_NAME, ".masthead--name")
        # By the style itself: a component class named in content loses its background.
        return Content.styled(f" {self.mark} ", self.get_visual_style("masthead--mark"))

    def _second_line(self) -> Content:
        # By the style itself: a component class named in content loses its background.
        up, other = self.get_visual_style("masthead--up"), self.get_visual_style("masthead--other")
        return Content.assemble(*((label, up if pane == self.up else other) for pane, label in self._labels().items()))

    def _labels(self) -> dict[str, str]:
        """What stands for each pane: number and name, or the numbers alone where there is no room for the names."""
        full = {pane: f" {number} {name} " for number, (pane, name) in enumerate(self.panes.items(), 1)}
        if sum(map(cell_len, full.values())) <= self.content_size.width:
            return full
        return {
            pane: label if pane == self.up else f" {number} " for number, (pane, label) in enumerate(full.items(), 1)
        }
