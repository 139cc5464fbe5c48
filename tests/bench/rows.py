"""A row of the benchmark: what was measured, how it came out, and what it must reach."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

_PLACES = {"ms": 1, "MiB": 1, "kB": 2, "%": 2, "x": 2, "days": 0}


class Row(NamedTuple):
    """One measured figure.

    Attributes:
        what: what was measured, on what.
        figure: how it came out, in ``unit``; none where it couldn't be measured, which ``beside`` explains.
        unit: of the figure and its bounds: "x" for a ratio within one run, "ms", "MiB", "%", or empty for a share.
        least: what it must reach at least, if anything.
        most: what it may be at most, if anything.
        beside: what else was found, in words.
    """

    what: str
    figure: float | None
    unit: str = ""
    least: float | None = None
    most: float | None = None
    beside: str = ""

    @property
    def is_within(self) -> bool:
        """Whether it keeps its bounds; what couldn't be measured keeps only no bounds."""
        if self.figure is None:
            return self.least is None and self.most is None
        return (self.least is None or self.figure >= self.least) and (self.most is None or self.figure <= self.most)

    @property
    def bounds(self) -> str:
        """The bounds in words."""
        low = "" if self.least is None else f">= {self.least:g}"
        high = "" if self.most is None else f"<= {self.most:g}"
        return f"{low} {high}".strip()

    def as_json(self) -> dict[str, Any]:
        """The row for programs; a bound that isn't there is null."""
        return {
            "what": self.what,
            "figure": self.figure,
            "unit": self.unit,
            "bounds": {"least": self.least, "most": self.most},
            "is_within": self.is_within,
            "beside": self.beside,
        }


def table(rows: Sequence[Row]) -> Iterator[str]:
    """The rows as lines; one that doesn't keep its bounds is marked."""
    wide = max((len(row.what) for row in rows), default=0)
    for row in rows:
        mark = " " if row.is_within else "!"
        yield f"{mark} {row.what:<{wide}}  {_told(row):>10}  {row.bounds:<14} {row.beside}".rstrip()


def _told(row: Row) -> str:
    if row.figure is None:
        return "-"
    return f"{row.figure:.{_PLACES.get(row.unit, 3)}f} {row.unit}".rstrip()
