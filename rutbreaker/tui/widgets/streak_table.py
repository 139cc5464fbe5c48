"""Streaks as a table: one line each, walked by the arrow keys."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content

from rutbreaker.domain.text import one_line
from rutbreaker.tui.widgets.cells import fit
from rutbreaker.tui.widgets.row_list import Line, RowList

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


class StreakTable(RowList):
    """A line for each streak under a head of column names; Enter or a click on the selected line opens it.

    The columns that fit are shown: all five from 72 cells on, three and two below.
    """

    DEFAULT_CSS = """
    StreakTable { height: auto; scrollbar-gutter: auto; }
    """

    def set_lines(self, lines: Sequence[StreakLine]) -> None:
        """Show these; the cursor stays on its key."""
        rows = tuple(lines)
        self.show_rows(lambda width: [*_table(rows, width)])


def _table(rows: Sequence[StreakLine], width: int) -> Iterator[Line]:
    """The head, and a line for each streak."""
    columns = _columns(rows, width)
    # No wider than the names are, so that the eye finds the figures that belong to one.
    longest = max((cell_len(one_line(row.name, width)) for row in rows), default=0)
    name = max(min(width - _width(columns), longest + 2), _NAME)
    head = " ".join(fit(title, cells) for title, cells in columns)
    yield Line("", Content.styled(" " * name + head, "$text-muted"))
    for row in rows:
        yield Line(row.key, _line(row, name, columns))


def _columns(rows: Sequence[StreakLine], room: int) -> Sequence[tuple[str, int]]:
    for columns in (_ROOMY, _COLUMNS, _FEWER):
        fitting = [(title, min(width, _most(title, rows, room))) for title, width in columns]
        if room >= _NAME + _width(fitting):
            return fitting
    return _FEWEST


def _most(title: str, rows: Sequence[StreakLine], room: int) -> int:
    """The cells that a column needs at most; only the one of the longest run gives way to the names."""
    if title != "longest":
        return room
    return max([len(title), *(cell_len(row.longest) + 1 for row in rows)])


def _line(row: StreakLine, name: int, columns: Sequence[tuple[str, int]]) -> Content:
    said = dict(zip((title for title, _ in _COLUMNS), row[2:7], strict=True))
    parts = [Content(fit(row.name, name - 1))]
    for title, width in columns:
        style = "bold" if title == "in a row" and row.is_running else ""
        parts.append(Content.styled(fit(said[title], width), style))
    return Content(" ").join(parts)


def _width(columns: Sequence[tuple[str, int]]) -> int:
    """The cells that columns take with a space between each two."""
    return sum(width for _, width in columns) + len(columns) - 1
