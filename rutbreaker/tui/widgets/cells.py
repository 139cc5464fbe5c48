"""Text measured in terminal cells: a Chinese character or an emoji takes two."""

from rich.cells import cell_len, set_cell_size

from rutbreaker.domain.cells import ELLIPSIS
from rutbreaker.domain.text import one_line


def crop(text: str, width: int) -> str:
    """A person's text made one safe line of at most ``width`` cells, with an ellipsis where it is cut."""
    if width <= 0:
        return ""
    # Four code points a cell is more than any script needs; a megabyte is never measured.
    line = one_line(text, 4 * width + 4)
    if cell_len(line) <= width:
        return line
    return set_cell_size(line, width - 1).rstrip() + ELLIPSIS


def fit(text: str, width: int, *, right: bool = False) -> str:
    """``crop`` and filled with spaces to exactly ``width`` cells; ``right`` sets the text against the right edge."""
    line = crop(text, width)
    space = " " * (width - cell_len(line))
    return space + line if right else line + space
