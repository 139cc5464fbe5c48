"""What other programs need for the same, on the same machine in the same run: rows without bounds.

Each is installed from the package index by its name into an environment of its own, which is kept in the user's cache,
and runs in a home of its own, so that it neither reads nor changes anything of whoever measures. The row of one
that can't be installed says why. Nothing else of the benchmark needs them.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.bench.files import BARE
from tests.bench.line import Line
from tests.bench.parts import Part, Run
from tests.bench.rows import Row
from tests.bench.shell import READ, WRITE, Scripts, peak_memory, spent

_PYTHONS = ("python3.13", "python3.14")
"""What is looked for where the running Python is too old for a peer."""

_JOURNAL_ENTRIES = 10_000
_MOST_ROUNDS = 7
_PATIENCE = 600
"""Seconds that an installation may take."""

_JRNL = """
journals:
  default:
    journal: {journal}
timeformat: '%F %r'
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: true
indent_character: '|'
linewrap: 79
tagsymbols: '#@'
template: false
colors: {{body: none, date: black, tags: yellow, title: cyan}}
version: {version}
"""
"""Its own settings for a new journal."""

_BAGELS = "state:\n  check_for_updates: false\n"
"""Nothing here is to ask the network."""


class Skipped(Exception):
    """A peer can't be measured here; says why."""


class Screen(NamedTuple):
    """A program with a screen: its name in the package index, its command, and a part of its first full frame."""

    name: str
    command: str
    sign: bytes
    needs: tuple[int, int] = (3, 11)


SCREENS = (
    Screen("dooit", "dooit", b"NORMAL"),
    Screen("kanban-tui", "kanban-tui", b"Your Boards"),
    Screen("bagels", "bagels", b"Manager", needs=(3, 13)),
)
"""Programs whose start is measured."""


class Peer:
    """An installed program, and a home that it has to itself.

    Args:
        name: its name in the package index.
        home: the folder it takes for the user's.
        needs: the oldest Python it runs with.

    Raises:
        Skipped: it can't be installed.
    """

    def __init__(self, name: str, home: Path, needs: tuple[int, int] = (3, 11)) -> None:
        folder = _cache() / name
        self.bin = folder / "bin"
        self.home = home
        home.mkdir(parents=True)
        if not (folder / "installed").exists():
            shutil.rmtree(folder, ignore_errors=True)
            _run([_python(needs), "-m", "venv", str(folder)])
            _run([str(self.bin / "python"), "-m", "pip", "install", "--quiet", name])
            (folder / "installed").touch()
        asked = f"from importlib.metadata import version; print(version({name!r}))"
        self.version = _run([str(self.bin / "python"), "-c", asked]).strip()

    @property
    def surroundings(self) -> dict[str, str]:
        """An environment in which its files lie in its own home."""
        kinds = ("CONFIG", "DATA", "STATE", "CACHE")
        return os.environ | {"HOME": str(self.home)} | {f"XDG_{kind}_HOME": self.folder(kind) for kind in kinds}

    def folder(self, kind: str) -> str:
        """The folder of a kind of its files, made if it isn't there."""
        path = self.home / kind.lower()
        path.mkdir(exist_ok=True)
        return str(path)

    def write_setting(self, name: str, text: str) -> None:
        """Write a file below the folder of its settings."""
        path = Path(self.folder("CONFIG"), name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _journal(run: Run) -> Iterator[Row]:
    """A line added to jrnl, and its last ten, on a journal of 10,000 entries, each against a bare script."""
    names = ("jrnl: a line added, against a bare script", "jrnl: the last ten, against a bare script")
    try:
        peer = Peer("jrnl", run.files.folder / "home-of-jrnl")
    except Skipped as reason:
        yield from (Row(name, None, "x", beside=f"skipped: {reason}") for name in names)
        return
    journal = Path(peer.folder("DATA"), "journal.txt")
    peer.write_setting("jrnl/jrnl.yaml", _JRNL.format(journal=journal, version=peer.version))
    lines = (
        f"[2026-{month:02}-{day:02} 09:{minute:02}:00 AM] Shipped part {minute} of the importer. It took a while.\n\n"
        for month in range(1, 11)
        for day in range(1, 26)
        for minute in range(_JOURNAL_ENTRIES // 250)
    )
    journal.write_text("".join(lines), encoding="utf-8")
    scripts = Scripts(peer.home)
    cases = ((["Shipped the importer."], WRITE, ["Shipped the importer."]), (["-n", "10"], READ, ["-n", "10"]))
    for name, (words, script, script_words) in zip(names, cases, strict=True):
        ours = [str(peer.bin / "jrnl"), *words]
        yield _ratio(name, peer, ours, scripts.command(script, script_words), run)


def _ratio(name: str, peer: Peer, command: list[str], script: list[str], run: Run) -> Row:
    ratios, own = [], []
    for number in range(_rounds(run) + 1):
        run.quiet.wait()
        base, found = spent(script, peer.surroundings), spent(command, peer.surroundings)
        if number:
            ratios.append(found / base)
            own.append(found)
    memory = peak_memory(command, peer.surroundings)
    beside = f"{peer.version}; {median(own):.0f} ms, at its peak {memory:.1f} MiB"
    return Row(name, median(ratios), "x", beside=beside)


def _screens(run: Run) -> Iterator[Row]:
    """Start to first paint, in turn with the bare Textual app; as on a second start, with the first one's files."""
    for screen in SCREENS:
        name = f"{screen.name}: start to first paint, against a bare app"
        try:
            peer = Peer(screen.name, run.files.folder / f"home-of-{screen.name}", screen.needs)
        except Skipped as reason:
            yield Row(name, None, "x", beside=f"skipped: {reason}")
            continue
        if screen.name == "bagels":
            peer.write_setting("bagels/config.yaml", _BAGELS)
        ratios, own, memory = [], [], []
        for number in range(_rounds(run) + 1):
            run.quiet.wait()
            base, _ = _painted(run.files.bare, BARE.encode(), os.environ)
            found, peak = _painted([str(peer.bin / screen.command)], screen.sign, peer.surroundings)
            if number:
                ratios.append(found / base)
                own.append(found)
                memory.append(peak)
        beside = f"{peer.version}; {median(own):.0f} ms, at its peak {median(memory):.1f} MiB"
        yield Row(name, median(ratios), "x", beside=beside)


def _painted(command: list[str], sign: bytes, environment: Mapping[str, str]) -> tuple[float, float]:
    """The milliseconds to the first frame with a sign, and the most memory in MiB a moment later."""
    line = Line(command, environment)
    try:
        painted = (line.frame(sign) - line.begun) * 1000
        for _ in range(10):
            line.read(0.1)
        return painted, line.peak_memory()
    finally:
        line.close()


def _rounds(run: Run) -> int:
    return min(run.runs, _MOST_ROUNDS)


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "rutbreaker-bench")


def _python(needs: tuple[int, int]) -> str:
    """A Python that is new enough.

    Raises:
        Skipped: there is none.
    """
    if sys.version_info[:2] >= needs:
        return sys.executable
    for name in _PYTHONS:
        found = shutil.which(name)
        if found and subprocess.run([found, "-c", ""], capture_output=True).returncode == 0:
            return found
    raise Skipped(f"it needs Python {needs[0]}.{needs[1]}, which is not here")


def _run(command: list[str]) -> str:
    """What a command prints.

    Raises:
        Skipped: it failed, or took too long.
    """
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Skipped(f"{Path(command[0]).name} didn't end well: {type(error).__name__}") from error
    if done.returncode:
        errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        raise Skipped(errors[-1] if errors else f"{' '.join(command[1:3])} ended with {done.returncode}")
    return done.stdout


PARTS = (Part((), _journal), Part((), _screens))
"""What is measured here."""
