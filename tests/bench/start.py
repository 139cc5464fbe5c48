"""The start of the dashboard in a real terminal, in turn with a bare Textual app.

There are three moments. The *first paint* is the first complete frame with the head on it, the names of the panes and
the keys at the foot: the program stands there and takes keys. The *cards* come with the first complete frame that says
what was logged today. *All of Today* is there with the last byte of what the start draws; the quiet that follows, by
which it is known to be the last, doesn't count.
"""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.bench.files import BARE, RUT
from tests.bench.line import Line
from tests.bench.parts import Part, Run
from tests.bench.promises import measured
from tests.bench.rows import Row

_HEAD = b" 2 Reflect"
_CARDS = b"Logged today"
_WELCOME = b"Welcome"
"""What stands in the place of the cards where nothing is logged yet."""

_TODAY = (b"Check-in", b"Next moves", b"Streak", b"Worth remembering", _CARDS)
"""What all of Today holds."""

_QUIET = 0.5
"""Seconds without a byte after which nothing more comes."""


class Start(NamedTuple):
    """One start: the milliseconds to each moment, and the most memory in MiB."""

    painted: float
    cards: float
    filled: float
    memory: float


def _start(home: str, cards: bytes = _CARDS) -> Start:
    line = Line([RUT], {"RUTBREAKER_HOME": home})
    try:
        painted, there = line.frame(_HEAD), line.frame(cards)
        filled = max(there, line.rest(_QUIET))
        missing = [title for title in _TODAY if title not in line.written]
        if missing and cards == _CARDS:
            raise RuntimeError(f"Today came without {missing}")
        painted, there, filled = ((moment - line.begun) * 1000 for moment in (painted, there, filled))
        return Start(painted, there, filled, line.peak_memory())
    finally:
        line.close()


def _bare(command: Sequence[str]) -> tuple[float, float]:
    """The milliseconds to the first frame of a bare app, and the most memory in MiB."""
    line = Line(command, {})
    try:
        painted = line.frame(BARE.encode())
        line.rest(_QUIET)
        return (painted - line.begun) * 1000, line.peak_memory()
    finally:
        line.close()


def _starts(run: Run) -> Iterator[Row]:
    files, empty = run.files, run.files.empty()
    rounds = []
    for _ in range(run.runs + 1):
        run.quiet.wait()
        round_of = _bare(files.bare), _start(files.ten_years), _start(files.many), _start(empty, _WELCOME)
        rounds.append(round_of)
    # The first round warms the caches, and makes the empty file.
    bare, ten, many, none = zip(*rounds[1:], strict=True)
    base = [painted for painted, _ in bare]
    yield from _paints("ten years", ten, base)
    yield from _paints("100,000 entries", many, base)
    yield measured(
        "start to all of Today, ten years",
        median(start.filled / start.painted for start in ten),
        f"against its own first paint; {median(start.filled for start in ten):.0f} ms",
    )
    filled = median(start.filled / start.painted for start in many)
    yield Row("start to all of Today, 100,000 entries", filled, "x", beside="against its own first paint")
    longer = [full.cards - fresh.cards for full, fresh in zip(ten, none, strict=True)]
    yield measured("opening ten years, longer than an empty file", median(longer), "to the cards and to the welcome")
    memory, least = median(start.memory for start in ten), median(found for _, found in bare)
    yield measured("peak memory of the dashboard, ten years", memory, f"a bare app {least:.1f} MiB")
    yield Row("peak memory of the dashboard, 100,000 entries", median(start.memory for start in many), "MiB")


def _paints(name: str, starts: Sequence[Start], base: Sequence[float]) -> Iterator[Row]:
    painted = [start.painted / bare for start, bare in zip(starts, base, strict=True)]
    cards = [start.cards / bare for start, bare in zip(starts, base, strict=True)]
    beside = f"against a bare app; {median(start.painted for start in starts):.0f} ms, bare {median(base):.0f}"
    yield measured(f"start to first paint, {name}", median(painted), beside)
    beside = f"against a bare app; {median(start.cards for start in starts):.0f} ms"
    yield Row(f"start to the cards of Today, {name}", median(cards), "x", beside=beside)


def _first_of_a_day(run: Run) -> Iterator[Row]:
    """The first start of a day, which makes the backup of the day while the dashboard is already there."""
    home, found = run.files.ten_years_to_write(), []
    for _ in range(min(run.runs, 5)):
        shutil.rmtree(Path(home, "backups"))
        run.quiet.wait()
        found.append(_start(home))
        Path(home, "backups").mkdir(mode=0o700, exist_ok=True)
    beside = f"against its own first paint; {median(start.filled for start in found):.0f} ms"
    filled = median(start.filled / start.painted for start in found)
    yield Row("start to all of Today, ten years, with the backup of the day due", filled, "x", beside=beside)


PARTS = (
    Part(
        (
            "start to first paint, ten years",
            "start to first paint, 100,000 entries",
            "start to all of Today, ten years",
            "opening ten years, longer than an empty file",
            "peak memory of the dashboard, ten years",
        ),
        _starts,
    ),
    Part((), _first_of_a_day),
)
"""What is measured here."""
