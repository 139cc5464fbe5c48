"""Ratings beside the days before them: dots, a small course, and a word for where it stands."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from rutbreaker.tui.widgets.cells import fit
from rutbreaker.tui.widgets.rating import HIGHEST, dots
from rutbreaker.tui.widgets.sparkline import spark

_LABEL = 9
_ROOMY = 46


class TrendRow(NamedTuple):
    """One rating: its name, its value today, the values before (empty: none shown), and a word.

    ``tone`` is "good", "low" or empty, for the colour of the word.
    """

    label: str
    value: int | None
    recent: Sequence[int | None] = ()
    word: str = ""
    tone: str = ""


class TrendRows(Widget):
    """A line per rating; where it is narrow the gaps shrink, then the words are cut."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "trend--label",
        "trend--dots",
        "trend--course",
        "trend--word",
        "trend--good",
        "trend--low",
    }
    """The name, the dots, the course, and the word in its three tones."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    TrendRows {
        height: auto;
        .trend--label { color: $foreground; }
        .trend--dots { color: $primary; }
        .trend--course, .trend--word { color: $text-muted; }
        .trend--good { color: $success; }
        .trend--low { color: $warning; }
    }
    """

    rows: reactive[tuple[TrendRow, ...]] = reactive((), layout=True)
    """What is shown, from the top."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line each."""
        return len(self.rows)

    def render(self) -> RenderResult:
        """The lines, as wide as there is room."""
        return Content("\n").join(map(self._line, self.rows))

    def _line(self, row: TrendRow) -> Content:
        width = self.content_size.width
        gap = "   " if width >= _ROOMY else " "
        course = spark(row.recent, 1, HIGHEST)
        tone = f".trend--{row.tone or 'word'}"
        line = Content.assemble(
            (fit(row.label, _LABEL), ".trend--label"),
            gap[:2],
            (dots(row.value), ".trend--dots"),
            gap if course else "",
            (course, ".trend--course"),
        )
        word = fit(row.word, max(width - line.cell_length - len(gap), 0)).rstrip()
        return Content.assemble(line, gap, (word, tone)) if word else line
