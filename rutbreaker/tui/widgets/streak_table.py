"""Streaks as a table: one line each, walked by the arrow keys."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from rutbreaker.domain.text import one_line
from rutbreaker.tui.widgets.cells import fit

_ROOMY = (("in a row", 9), ("longest", 31), ("kept", 8), ("strength", 8), ("returns", 7))
"""With room for the longest run there can be: "3650  26 Nov 2016 - 23 Nov 2026"."""
_COLUMNS = (("in a row", 9), ("longest", 24), ("kept", 8), ("strength", 8), ("returns", 7))
_FEWER = (("in a row", 9), ("kept", 8), ("strength", 9))
_FEWEST = (("in a row", 8), ("kept", 8))
_NAME = 12
"""The narrowest a name may get."""


class StreakLine(NamedTuple):
    """What a line of the table says: its key, its name, and the five figures as they are read."""

    key: str
    name: str
    current: str
    longest: str
    kept: str
    strength: str
    returns: str
    is_running: bool


class StreakTable(OptionList):
    """A line for each streak under a head of column names; Enter or a click on the selected line opens it.

    The columns that fit are shown: all five from 72 cells on, three and two below. It posts OptionList's messages.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", "Next", show=False, id="streaks.down"),
        Binding("k", "cursor_up", "Previous", show=False, id="streaks.up"),
    ]
    """The arrow keys' twins."""

    DEFAULT_CSS = """
    StreakTable { height: auto; border: none; padding: 0; background: transparent; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False, compact=True)
        self._rows: tuple[StreakLine, ...] = ()
        self._drawn = 0

    @property
    def chosen(self) -> str | None:
        """The key of the line under the cursor."""
        option = self.highlighted_option
        return option.id if option is not None else None

    def set_lines(self, lines: Sequence[StreakLine]) -> None:
        """Show these; the cursor stays on its key."""
        self._rows = tuple(lines)
        self._draw()

    def move_to(self, key: str) -> None:
        """Put the cursor on a key, if it is there."""
        keys = [line.key for line in self._rows]
        if key in keys:
            self.highlighted = keys.index(key) + 1

    def on_resize(self) -> None:
        """Fit the columns to the room there is."""
        if self._rows and self.size.width != self._drawn:
            self._draw()

    def _draw(self) -> None:
        chosen, self._drawn = self.chosen, self.size.width
        self.clear_options()
        columns = self._columns()
        head = " ".join(fit(title, width) for title, width in columns)
        # No wider than the names are, so that the eye finds the figures that belong to one.
        longest_name = max((cell_len(one_line(line.name, self._drawn)) for line in self._rows), default=0)
        name = max(min(self._drawn - _width(columns), longest_name + 2), _NAME)
        self.add_option(Option(Content.styled(" " * name + head, "$text-muted"), disabled=True))
        self.add_options(Option(self._line(line, name, columns), id=line.key) for line in self._rows)
        keys = [line.key for line in self._rows]
        self.highlighted = keys.index(chosen) + 1 if chosen in keys else 1

    def _columns(self) -> Sequence[tuple[str, int]]:
        for columns in (_ROOMY, _COLUMNS, _FEWER):
            fitting = [(title, min(width, self._most(title))) for title, width in columns]
            if self._drawn >= _NAME + _width(fitting):
                return fitting
        return _FEWEST

    def _most(self, title: str) -> int:
        """The cells that a column needs at most; only the one of the longest run gives way to the names."""
        if title != "longest":
            return self._drawn
        return max([len(title), *(cell_len(line.longest) + 1 for line in self._rows)])

    def _line(self, line: StreakLine, name: int, columns: Sequence[tuple[str, int]]) -> Content:
        said = dict(zip((title for title, _ in _COLUMNS), line[2:7], strict=True))
        parts = [Content(fit(line.name, name - 1))]
        for title, width in columns:
            style = "bold" if title == "in a row" and line.is_running else ""
            parts.append(Content.styled(fit(said[title], width), style))
        return Content(" ").join(parts)


def _width(columns: Sequence[tuple[str, int]]) -> int:
    """The cells that columns take with a space between each two."""
    return sum(width for _, width in columns) + len(columns) - 1
