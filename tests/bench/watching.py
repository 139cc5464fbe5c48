"""The dashboard while nobody presses a key: what it draws, what it costs, and how soon it sees what others write."""

import subprocess
from collections.abc import Iterator
from statistics import median
from time import perf_counter

from tests.bench.files import RUT, surroundings
from tests.bench.keys import opened
from tests.bench.line import Line
from tests.bench.parts import Part, Run
from tests.bench.promises import measured
from tests.bench.rows import Row

_DIALOG_SECONDS = 6
_IDLE_SECONDS = 20
_NOWHERE = subprocess.DEVNULL


def _resting_dialog(run: Run) -> Iterator[Row]:
    """A blinking cursor is all that may be drawn."""
    line = opened(run.files.ten_years)
    line.press(b"w", b"Log a win")
    line.rest(0.15)
    since = len(line.written)
    _watch(line, _DIALOG_SECONDS)
    line.close()
    yield measured("bytes a second of an open dialog", (len(line.written) - since) / _DIALOG_SECONDS / 1000)


def _idle(run: Run) -> Iterator[Row]:
    line = opened(run.files.ten_years)
    begun, used = perf_counter(), line.processor_time()
    _watch(line, _IDLE_SECONDS)
    share = (line.processor_time() - used) / (perf_counter() - begun)
    line.close()
    yield measured("processor while nothing happens", share * 100, f"in {_IDLE_SECONDS} seconds")


def _written_by_others(run: Run) -> Iterator[Row]:
    """From the start of a command, because what it writes may be seen before it has ended."""
    home, seen = run.files.ten_years_to_write(), []
    line = opened(home)
    for number in range(max(5, run.runs)):
        run.quiet.wait()
        text, since = f"Seen at once {number}", len(line.written)
        begun = perf_counter()
        with subprocess.Popen([RUT, "win", text], env=surroundings(home), stdout=_NOWHERE, stderr=_NOWHERE):
            seen.append((line.frame(text.encode(), since) - begun) * 1000)
        line.rest()
    line.close()
    beside = f"from the start of the command; the slowest {max(seen):.0f} ms"
    yield measured("a win of the shell, until the dashboard shows it", median(seen), beside)


def _watch(line: Line, seconds: float) -> None:
    end = perf_counter() + seconds
    while perf_counter() < end:
        line.read(0.1)


PARTS = (
    Part(("bytes a second of an open dialog",), _resting_dialog),
    Part(("processor while nothing happens",), _idle),
    Part(("a win of the shell, until the dashboard shows it",), _written_by_others),
)
"""What is measured here."""
