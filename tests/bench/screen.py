"""The dashboard in a real terminal on the file of ten years, in turn with a bare Textual app.

A test's pilot is no clock: it waits tens of milliseconds with every key. Here a key's time runs from writing it to the
terminal's line to the end of the frame that shows what it did.
"""

import os
import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.bench.line import Line
from tests.bench.rows import Row
from tests.bench.shell import make_home
from tests.bench.start import FILLED, RUT
from tests.seed import seed_27_years

_FIELD = """
from textual.app import App
from textual.widgets import Input, Static

class Bare(App):
    def compose(self):
        yield Static("bare and ready")
        yield Input()

Bare().run()
"""

_FIRST_LETTERS = {b"u": b"ntangled", b"r": b"eviewed", b"p": b"resented"}
"""Letters that are searched for, and what stands behind them in what is found."""

_DOWN = b"\x1b[B"
_RIGHT = b"\x1b[C"
_KEYS = 40
_IDLE_SECONDS = 10


def measure(asked: Namespace) -> list[Row]:
    """Every row of the dashboard."""
    with TemporaryDirectory() as folder:
        home = make_home(folder)
        field = Path(folder, "field.py")
        field.write_text(_FIELD)
        typing = _typing(str(field))
        rows = [
            *_gratitude_keys(home, typing, "ten years"),
            *_map_keys(home, typing),
            *_panes(home),
            *_dialogs(home),
            *_resting_dialog(home),
            *_watching(home),
        ]
    with TemporaryDirectory() as folder:
        home = make_home(folder, seed_27_years)
        return [*rows, *_gratitude_keys(home, typing, "100,000 entries"), *_search(home)]


def _open(home: str) -> Line:
    line = Line([RUT], {"RUTBREAKER_HOME": home})
    line.until(FILLED)
    line.rest()
    return line


def _typing(field: str) -> float:
    """The milliseconds of a key in a bare field."""
    line = Line([sys.executable, field], {})
    line.until(b"bare and ready")
    line.rest()
    found = _pressed(line, b"x")
    line.close()
    return found[0]


def _pressed(line: Line, key: bytes) -> tuple[float, float]:
    """The medians of the milliseconds and the bytes of a key pressed many times."""
    found = []
    for _ in range(_KEYS):
        found.append(line.press(key))
        line.rest(0.06)
    return median(spent for spent, _ in found), median(sent for _, sent in found)


def _gratitude_keys(home: str, typing: float, how_much: str) -> Iterator[Row]:
    line = _open(home)
    line.press(b"5", b"On this day")
    line.rest()
    spent, sent = _pressed(line, _DOWN)
    line.close()
    beside = f"{spent:.1f} ms; typing in a bare field {typing:.1f}"
    yield Row(f"arrow key in the log of gratitude, {how_much}", spent / typing, "x", most=2, beside=beside)
    yield Row(f"bytes of an arrow key, {how_much}", sent / 1000, "kB", most=1.5)


def _map_keys(home: str, typing: float) -> Iterator[Row]:
    line = _open(home)
    line.press(b"7", b"Streaks")
    line.rest()
    spent, _ = _pressed(line, b"\x1b[D")
    line.close()
    beside = f"{spent / typing:.1f} x typing"
    yield Row("arrow key on the year's map, to the next frame", spent, "ms", beside=beside)


def _search(home: str) -> Iterator[Row]:
    """From a letter to the frame with what was found, each time from an empty field."""
    line, spent = _open(home), []
    line.press(b"/")
    line.rest()
    for _ in range(_KEYS // 10):
        for letter, found in _FIRST_LETTERS.items():
            spent.append(line.press(letter, found)[0])
            line.rest()
            line.press(b"\x7f")
            line.rest()
    line.close()
    yield Row("search as you type, 100,000 entries, to what was found", median(spent), "ms", most=40)


def _panes(home: str) -> Iterator[Row]:
    signs = {
        b"2": b"Reflections",
        b"3": b"Goals \xc2\xb7",
        b"4": b"People \xc2\xb7",
        b"5": b"On this day",
        b"6": b"Readiness",
        b"7": b"Streaks",
    }
    first: dict[bytes, float] = {}
    later: dict[bytes, float] = {}
    line = _open(home)
    for times in (first, later):
        for key, sign in signs.items():
            times[key] = line.press(key, sign)[0]
            line.rest()
            line.press(b"1", b"Next moves")
            line.rest()
    line.close()
    said = ", ".join(f"{key.decode()} {spent:.0f}" for key, spent in first.items())
    yield Row("bringing up a pane the first time", max(first.values()), "ms", most=80, beside=f"by pane: {said}")
    said = ", ".join(f"{key.decode()} {spent:.0f}" for key, spent in later.items())
    yield Row("bringing it up again", max(later.values()), "ms", most=40, beside=f"by pane: {said}")


def _dialogs(home: str) -> Iterator[Row]:
    digits, openings = [], []
    line = _open(home)
    for _ in range(_KEYS // 4):
        openings.append(line.press(b"w", b"Log a win")[0])
        line.rest(0.15)
        line.press(b"\x1b")
        line.rest(0.25)
        line.press(b"c", b"Energy")
        line.rest(0.15)
        for digit in b"32435":
            digits.append(line.press(bytes([digit]))[0])
            line.rest(0.06)
        line.press(b"\x1b")
        line.rest(0.25)
    line.close()
    yield Row("opening the field of a win", median(openings), "ms", most=60)
    yield Row("a digit of the check-in", median(digits), "ms", most=25)


def _resting_dialog(home: str) -> Iterator[Row]:
    """What an open dialog costs while nothing is pressed; a blinking cursor is all that may be drawn."""
    line = _open(home)
    line.press(b"w", b"Log a win")
    line.rest()
    since = len(line.written)
    end = perf_counter() + _IDLE_SECONDS / 2
    while perf_counter() < end:
        line.read(0.1)
    sent = (len(line.written) - since) / (_IDLE_SECONDS / 2)
    line.close()
    yield Row("bytes a second of an open dialog while nothing is pressed", sent / 1000, "kB", most=1)


def _watching(home: str) -> Iterator[Row]:
    line = _open(home)
    begun, used = perf_counter(), line.processor_time()
    line.rest(_IDLE_SECONDS)
    share = (line.processor_time() - used) / (perf_counter() - begun)
    yield Row(f"processor while nothing happens, {_IDLE_SECONDS} seconds", share * 100, "%", most=1)
    seen = []
    for number in range(5):
        text = f"Seen at once {number}"
        since = len(line.written)
        subprocess.run([RUT, "win", text], env=os.environ | {"RUTBREAKER_HOME": home}, capture_output=True, check=True)
        begun = perf_counter()
        seen.append((line.until(text.encode(), since) - begun) * 1000)
        line.rest()
    line.close()
    yield Row("a win logged in the shell, until it is seen", median(seen), "ms", most=1200)
