"""Text measured in the cells of a terminal: a Chinese character or an emoji takes two, an accent none.

For what must not wait for the dashboard's library. What a terminal really draws differs a little from one to the next.
"""

from collections.abc import Iterator

from rutbreaker.domain.text import one_line

ELLIPSIS = "…"

_JOINER = 0x200D
_AS_EMOJI = 0xFE0F
_SKINS = range(0x1F3FB, 0x1F400)
_FLAGS = range(0x1F1E6, 0x1F200)
_INNER_HANGUL = range(0x1160, 0x1200)
_MOST_SIGNS = 4
"""Signs a cell, more than any script needs: of a longer text the rest isn't measured."""


def cells(text: str) -> int:
    """How many cells a line of text takes."""
    return len(text) if text.isascii() else sum(width for _, width in _clusters(text))


def cut(text: str, width: int) -> str:
    """The text, safe to show on one line of at most ``width`` cells, with an ellipsis where it is cut."""
    if width <= 0:
        return ""
    line = one_line(text, _MOST_SIGNS * width + _MOST_SIGNS)
    if cells(line) <= width:
        return line
    kept, left = "", width - 1
    for cluster, taken in _clusters(line):
        left -= taken
        if left < 0:
            break
        kept += cluster
    return kept.rstrip() + ELLIPSIS


def fit(text: str, width: int) -> str:
    """``cut`` and filled with spaces to exactly ``width`` cells."""
    line = cut(text, width)
    return line + " " * (width - cells(line))


def _clusters(text: str) -> Iterator[tuple[str, int]]:
    """Signs with all that belongs to them, and the cells that each takes: a flag or a family is one sign of two."""
    cluster, width, is_joining, flags = "", 0, False, 0
    for sign in text:
        own = _own_width(sign)
        flags = flags + 1 if ord(sign) in _FLAGS else 0
        belongs = own == 0 or is_joining or (ord(sign) in _SKINS and width == 2) or (flags == 2 and bool(cluster))
        if cluster and not belongs:
            yield cluster, width
            cluster, width = "", 0
        cluster += sign
        width = 2 if ord(sign) == _AS_EMOJI and width == 1 else max(width, own)
        if flags == 2:
            width, flags = 2, 0
        is_joining = ord(sign) == _JOINER and width == 2
    if cluster:
        yield cluster, width


def _own_width(sign: str) -> int:
    """The cells of a sign by itself."""
    if sign.isascii():
        return 1
    # Late: most lines have nothing but ASCII.
    from unicodedata import category, east_asian_width

    if ord(sign) in _FLAGS:
        return 1
    if (category(sign) in ("Mn", "Me", "Mc", "Cf") or ord(sign) in _INNER_HANGUL) and sign != "\u00ad":
        return 0
    return 2 if east_asian_width(sign) in "WF" else 1
