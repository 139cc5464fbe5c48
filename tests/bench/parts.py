"""The parts of the benchmark: what each is handed, what it promised to measure, and that it did."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from tests.bench.files import Files
from tests.bench.promises import PROMISES
from tests.bench.quiet import Quiet
from tests.bench.rows import Row


class Run(NamedTuple):
    """What a part is handed.

    Attributes:
        runs: how often everything is timed.
        people: how many simulated people there are to a cell.
        files: the files to measure on, made when first asked for.
        quiet: waits for a moment in which other programs do little.
    """

    runs: int
    people: int
    files: Files
    quiet: Quiet


class Part(NamedTuple):
    """Something that measures: the names of the promises it has rows for, beside rows of its own."""

    promises: tuple[str, ...]
    measure: Callable[[Run], Iterable[Row]]


def measure(part: Part, run: Run) -> list[Row]:
    """The rows of a part.

    Raises:
        RuntimeError: it measured other promises than it said, or one of them twice.
    """
    rows = list(part.measure(run))
    promised = {promise.name for promise in PROMISES}
    found = sorted(row.what for row in rows if row.what in promised)
    if found != sorted(part.promises):
        raise RuntimeError(f"measured {found}, and {sorted(part.promises)} was promised")
    return rows
