"""The start of the dashboard in a real terminal, in turn with a bare Textual app.

The head with the panes' names is painted first, then all of Today. A bare app shows one line of text.
"""

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.line import Line
from tests.bench.rows import Row
from tests.bench.shell import make_home
from tests.seed import seed_27_years

RUT = str(Path(sys.executable).parent / "rut")

BARE = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("bare and ready")

Bare().run()
"""
"""The least that a Textual app can be."""

_HEAD = b"Reflect"
"""Part of the first frame of the dashboard."""

FILLED = b"Logged today"
"""Part of the frame that shows all of Today."""

_FILLED_WHEN_EMPTY = b"Welcome"
"""The same, with nothing logged yet."""


def measure(asked: Namespace) -> list[Row]:
    """How long it takes until something, and until everything, is on the screen; and the memory for it."""
    with TemporaryDirectory() as folder:
        bare = Path(folder, "bare.py")
        bare.write_text(BARE)
        home = make_home(folder)
        rows = [*_start([sys.executable, str(bare)], home, asked.runs), *_opening(home, f"{folder}/empty", asked.runs)]
    with TemporaryDirectory() as folder:
        bare = Path(folder, "bare.py")
        bare.write_text(BARE)
        home = make_home(folder, seed_27_years)
        return [*rows, *_long_start([sys.executable, str(bare)], home, asked.runs)]


class _Started:
    """One start: the seconds until the head, until all of Today and until nothing more came; the memory in MiB."""

    def __init__(self, home: str) -> None:
        line = Line([RUT], {"RUTBREAKER_HOME": home})
        self.head = line.until(_HEAD) - line.begun
        self.filled = line.until(FILLED) - line.begun
        self.rest = line.rest() - line.begun
        self.memory = line.peak_memory()
        line.close()


def bare_start(bare: list[str]) -> tuple[float, float]:
    """The seconds until a bare app has painted, and the most memory it took in MiB."""
    line = Line(bare, {})
    painted = line.until(b"bare and ready") - line.begun
    line.rest()
    memory = line.peak_memory()
    line.close()
    return painted, memory


def _start(bare: list[str], home: str, runs: int) -> Iterator[Row]:
    begun = [(bare_start(bare), _Started(home)) for _ in range(runs)]
    first = median(ours.head / base for (base, _), ours in begun)
    yield Row("start to first paint, ten years", first, "x", most=1.25, beside=f"bare app {_spent(begun)}")
    filled = median(ours.filled / ours.head for _, ours in begun)
    whole = median(ours.filled / base for (base, _), ours in begun)
    at_rest = median(ours.rest / base for (base, _), ours in begun)
    beside = f"{whole:.2f} x a bare app; at rest {at_rest:.2f} x"
    yield Row("start to all of Today, against its own first paint", filled, "x", most=1.3, beside=beside)
    memory = max(ours.memory for _, ours in begun)
    bare_memory = max(memory for (_, memory), _ in begun)
    yield Row("peak memory after the start", memory, "MiB", most=48, beside=f"bare app {bare_memory:.1f} MiB")


def _spent(begun: list[tuple[tuple[float, float], _Started]]) -> str:
    return f"{median(base for (base, _), _ in begun) * 1000:.0f} ms"


def _long_start(bare: list[str], home: str, runs: int) -> Iterator[Row]:
    ratios = []
    for _ in range(runs):
        base, _ = bare_start(bare)
        ratios.append(_Started(home).head / base)
    yield Row("start to first paint, 27 years and 100,000 entries", median(ratios), "x", most=1.35)


def _opening(home: str, empty: str, runs: int) -> Iterator[Row]:
    """How much longer the dashboard takes to show all of Today on ten years than the welcome on an empty file."""
    Path(empty).mkdir(mode=0o700)
    longer = []
    for run in range(runs + 1):
        spent = []
        for where, sign in ((empty, _FILLED_WHEN_EMPTY), (home, FILLED)):
            line = Line([RUT], {"RUTBREAKER_HOME": where})
            spent.append(line.until(sign) - line.begun)
            line.rest()
            line.close()
        # The first run makes the empty file.
        if run:
            longer.append((spent[1] - spent[0]) * 1000)
    yield Row("opening ten years, longer than an empty file", median(longer), "ms", most=100)
