"""Keys pressed in the dashboard in a real terminal, beside typing in a bare field.

A test's pilot is no clock: it waits tens of milliseconds with every key. Here a key's time runs from writing it to the
terminal's line to the end of the frame that shows what it did.
"""

from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from tests.bench.files import BARE, RUT
from tests.bench.line import Line, Pressed
from tests.bench.parts import Part, Run
from tests.bench.promises import measured
from tests.bench.rows import Row

_DOWN, _UP, _LEFT, _ESCAPE = b"\x1b[B", b"\x1b[A", b"\x1b[D", b"\x1b"
_KEYS = 40
_ROWS = 10
"""Rows of a log that the cursor goes down and up without scrolling it."""
_BETWEEN = 0.06
"""Seconds without a byte between two keys: less than a cursor needs to blink."""

_FOUND = b"\x1b[1;4;"
"""How the words that were looked for are marked in what was found: bold and underlined, and nothing else is."""

_WORDS = (b"importer", b"budget", b"handbook", b"lunch")

_PANES = {
    b"2": b"Reflections \xc2\xb7",
    b"3": b"Goals \xc2\xb7",
    b"4": b"People \xc2\xb7",
    b"5": b"gratitude \xc2\xb7",
    b"6": b"I closed two moves",
    b"7": b"strength",
    b"1": b"Next moves",
}
"""The key of each pane, and something in it that is there only once it is filled."""


def opened(home: str) -> Line:
    """The dashboard, once all of Today is there."""
    line = Line([RUT], {"RUTBREAKER_HOME": home})
    line.until(b"Logged today")
    line.rest()
    return line


def pressed(line: Line, key: bytes, sign: bytes = b"") -> Pressed:
    """A key's frame; afterwards everything that belongs to it has come."""
    found = line.press(key, sign)
    line.rest(_BETWEEN)
    return found


def _arrows(run: Run) -> Iterator[Row]:
    """A key in each of three programs in turn, so that noise meets all of them alike."""
    bare = Line(run.files.field, {})
    bare.until(BARE.encode())
    bare.rest()
    lines = {name: opened(home) for name, home in _homes(run).items()}
    for line in lines.values():
        line.press(b"5", _PANES[b"5"])
        line.rest()
    typed: list[float] = []
    moved: dict[str, list[Pressed]] = {name: [] for name in lines}
    for place in range(_KEYS):
        if place % _ROWS == 0:
            run.quiet.wait()
        typed.append(pressed(bare, b"x").first)
        for name, line in lines.items():
            moved[name].append(pressed(line, _DOWN if place // _ROWS % 2 == 0 else _UP))
    bare.close()
    for name, keys in moved.items():
        spent = median(key.first for key in keys)
        beside = f"against typing in a bare field; {spent:.1f} ms, typing {median(typed):.1f}"
        yield measured(f"arrow key in the log, {name}", spent / median(typed), beside)
    yield measured("bytes of an arrow key", median(key.sent for key in moved["ten years"]) / 1000)
    yield from _scrolls(lines["ten years"], median(typed))
    for line in lines.values():
        line.close()


def _scrolls(line: Line, typing: float) -> Iterator[Row]:
    """The same where the cursor is at the lower edge and all rows move up by one."""
    for _ in range(_KEYS):
        pressed(line, _DOWN)
    keys = [pressed(line, _DOWN) for _ in range(_KEYS)]
    beside = f"against the same typing; {median(key.sent for key in keys) / 1000:.1f} kB"
    yield Row(
        "arrow key that scrolls the log, ten years", median(key.first for key in keys) / typing, "x", beside=beside
    )


def _homes(run: Run) -> Mapping[str, str]:
    return {"ten years": run.files.ten_years, "100,000 entries": run.files.many}


def _panes(run: Run) -> Iterator[Row]:
    first: dict[bytes, list[Pressed]] = {key: [] for key in _PANES if key != b"1"}
    again: dict[bytes, list[Pressed]] = {key: [] for key in _PANES}
    for _ in range(run.runs):
        run.quiet.wait()
        line = opened(run.files.ten_years)
        for key, sign in _PANES.items():
            found = line.press(key, sign)
            line.rest()
            (first if key in first else again)[key].append(found)
        for key, sign in _PANES.items():
            again[key].append(line.press(key, sign))
            line.rest()
        line.close()
    yield from _switches("a pane the first time", first)
    yield from _switches("a pane again", again)
    line = opened(run.files.ten_years)
    line.press(b"7", _PANES[b"7"])
    line.rest()
    spent = median(pressed(line, _LEFT).first for _ in range(_KEYS))
    line.close()
    yield Row("arrow key on the year's map, to the next frame", spent, "ms")


def _switches(name: str, found: Mapping[bytes, Sequence[Pressed]]) -> Iterator[Row]:
    """The slowest pane until it is filled, and until its first frame."""
    filled = {key: median(each.seen for each in presses) for key, presses in sorted(found.items())}
    framed = {key: median(each.first for each in presses) for key, presses in sorted(found.items())}
    said = ", ".join(f"{key.decode()} {spent:.0f}" for key, spent in filled.items())
    yield measured(name, max(filled.values()), f"the slowest, filled: {said}")
    said = ", ".join(f"{key.decode()} {spent:.0f}" for key, spent in framed.items())
    yield Row(f"{name}, to its first frame", max(framed.values()), "ms", beside=f"the slowest: {said}")


def _dialogs(run: Run) -> Iterator[Row]:
    digits, openings = [], []
    line = opened(run.files.ten_years)
    for _ in range(_KEYS // 4):
        run.quiet.wait()
        openings.append(line.press(b"w", b"Log a win").seen)
        line.rest(0.15)
        line.press(_ESCAPE)
        line.rest(0.25)
        line.press(b"c", b"Energy")
        line.rest(0.15)
        digits += [pressed(line, bytes([digit])).first for digit in b"32435"]
        line.press(_ESCAPE)
        line.rest(0.25)
    line.close()
    yield measured("opening the field of a win", median(openings))
    yield measured("a digit of the check-in", median(digits))


def _searches(run: Run) -> Iterator[Row]:
    echoes: list[float] = []
    by_length: dict[int, list[float]] = {}
    line = opened(run.files.many)
    for word in _WORDS * max(1, run.runs // 3):
        run.quiet.wait()
        line.press(b"/", b"Search")
        line.rest(0.15)
        for length in range(1, len(word) + 1):
            found = line.press(word[length - 1 : length], _FOUND)
            line.rest(0.15)
            echoes.append(found.first)
            by_length.setdefault(length, []).append(found.seen)
        line.press(_ESCAPE)
        line.rest(0.25)
    line.close()
    spent = median(time for times in by_length.values() for time in times)
    said = ", ".join(f"{length}: {median(times):.0f}" for length, times in by_length.items())
    beside = f"by letters typed {said}; the letter itself after {median(echoes):.0f}"
    yield measured("a letter of a search to what it finds, 100,000 entries", spent, beside)


PARTS = (
    Part(
        ("arrow key in the log, ten years", "arrow key in the log, 100,000 entries", "bytes of an arrow key"), _arrows
    ),
    Part(("a pane the first time", "a pane again"), _panes),
    Part(("opening the field of a win", "a digit of the check-in"), _dialogs),
    Part(("a letter of a search to what it finds, 100,000 entries",), _searches),
)
"""What is measured here."""
