"""A short list whose lines have a word at their right edge."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual.content import Content

from rutbreaker.tui.widgets.cells import crop, fit
from rutbreaker.tui.widgets.row_list import Line as Drawn
from rutbreaker.tui.widgets.row_list import RowList

_LEAST_TEXT = 18
"""The cells that a text keeps before the word at its right gives way."""


class Line(NamedTuple):
    """One line: ``key`` names it, ``lead`` stands dim before the text, ``note`` at the right edge."""

    key: str
    lead: str
    text: str
    note: str = ""


class LineList(RowList):
    """Some hundred lines at most; Enter and clicks post ``OptionList.OptionSelected``, its ``option_id`` is the key."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line-list--dim"}
    """What stands before the text and at the right edge."""

    DEFAULT_CSS = """
    LineList {
        height: auto; scrollbar-gutter: auto;
        .line-list--dim { color: $text-muted; }
    }
    """

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these; the cursor stays on its key, or else at its place."""
        self.show_rows(lambda width: [Drawn(line.key, self._line(line, width)) for line in lines])

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Draw the line under the cursor in one colour: dim words can't be read on the cursor's own."""
        super().watch_highlighted(highlighted)
        self.redraw()

    def _line(self, line: Line, width: int) -> Content:
        is_dim = line.key != self.chosen
        dim = self.get_visual_style("line-list--dim", partial=True) if is_dim else ""
        lead = crop(line.lead, width)
        room = width - cell_len(lead)
        note = crop(line.note, room - _LEAST_TEXT - 2)
        text = fit(line.text, room - (cell_len(note) + 2 if note else 0))
        return Content.assemble((lead, dim), text, (f"  {note}", dim) if note else "")
