"""What is promised of the program's speed and size: every promise once, with its bound.

A bound is held against the median of runs in turn. Where the machine's own speed would otherwise decide, it is a ratio
to a baseline of the same run: a bare script, a bare Textual app, typing in a bare field.
"""

from typing import NamedTuple

from tests.bench.rows import Row


class Promise(NamedTuple):
    """What is promised, in which unit, and the most it may be."""

    name: str
    unit: str
    most: float


PROMISES = (
    Promise('rut win "..."', "x", 1.5),
    Promise("rut status --prompt", "x", 1.4),
    Promise("rut log -n 10", "x", 1.6),
    Promise("rut today", "x", 1.6),
    Promise("rut streak", "x", 1.6),
    Promise("rut --help", "x", 1.3),
    Promise("peak memory of a command", "MiB", 16),
    Promise("start to first paint, ten years", "x", 1.25),
    Promise("start to first paint, 100,000 entries", "x", 1.35),
    Promise("start to all of Today, ten years", "x", 1.3),
    Promise("opening ten years, longer than an empty file", "ms", 100),
    Promise("peak memory of the dashboard, ten years", "MiB", 48),
    Promise("arrow key in the log, ten years", "x", 2),
    Promise("arrow key in the log, 100,000 entries", "x", 2),
    Promise("bytes of an arrow key", "kB", 1.5),
    Promise("a pane the first time", "ms", 80),
    Promise("a pane again", "ms", 40),
    Promise("a digit of the check-in", "ms", 25),
    Promise("opening the field of a win", "ms", 60),
    Promise("a letter of a search to what it finds, 100,000 entries", "ms", 40),
    Promise("bytes a second of an open dialog", "kB", 1),
    Promise("streaks of 4 kinds and 20 routines, ten years", "ms", 20),
    Promise("source ranking, slumps and 12 tags, ten years", "ms", 150),
    Promise("a win of the shell, until the dashboard shows it", "ms", 1200),
    Promise("processor while nothing happens", "%", 1),
)
"""Every promise of speed and size, in the order in which a day meets them."""

_NAMED = {promise.name: promise for promise in PROMISES}


def measured(name: str, figure: float, beside: str = "") -> Row:
    """The row of a promise that was measured.

    Raises:
        KeyError: nothing of that name is promised.
    """
    promise = _NAMED[name]
    return Row(promise.name, figure, promise.unit, most=promise.most, beside=beside)
