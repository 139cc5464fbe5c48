"""Programs that people use for parts of this today, measured against the same baselines on the same machine.

Only with ``--peers``: each is installed from the package index, by its name, into an environment of its own, and runs
in a home of its own. They do other things than this program; the figures only show the scale of what is usual.
"""

import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.bench.line import Line
from tests.bench.rows import Row
from tests.bench.shell import READING, WRITING, Script, run
from tests.bench.start import BARE, bare_start

_JOURNAL = """
journals:
  default:
    journal: {journal}
editor: ''
encrypt: false
template: false
timeformat: '%Y-%m-%d %H:%M'
tagsymbols: '#@'
default_hour: 9
default_minute: 0
linewrap: 79
highlight: true
indent_character: '|'
colors: {{body: none, date: none, tags: none, title: none}}
version: v4.0
"""

_JOURNAL_ENTRIES = 10_000


class Dashboard(NamedTuple):
    """A dashboard: its package, the words that start it, and a sign in its first frame."""

    package: str
    words: tuple[str, ...]
    sign: bytes


DASHBOARDS = (
    Dashboard("dooit", ("dooit",), b"Dooit"),
    Dashboard("kanban-tui", ("ktui", "demo"), b"kanban-tui"),
    Dashboard("bagels", ("bagels",), b"Bagels"),
)


_Measured = Callable[[Path, Path, int], Iterator[Row]]
"""What measures a peer, by the folder with its commands and one for its files, in so many runs."""


class Absent(Exception):
    """A peer that can't be had here; the message says why."""


def measure(asked: Namespace) -> list[Row]:
    """Every peer that can be installed; of the others it is said why not."""
    if not asked.peers:
        return []
    rows: list[Row] = []
    with TemporaryDirectory() as folder:
        peers: dict[str, _Measured] = {"jrnl": _journal}
        peers |= {each.package: _dashboard(each) for each in DASHBOARDS}
        for package, measured in peers.items():
            try:
                rows += measured(_installed(package, folder), Path(folder), asked.runs)
            except (Absent, TimeoutError, RuntimeError) as reason:
                sys.stderr.write(f"{package} was not measured: {reason}\n")
    return rows


def _installed(package: str, folder: str) -> Path:
    """The folder with the commands of a package that was installed just now.

    Raises:
        Absent: the package index has none that fits this Python, or can't be reached.
    """
    place = Path(folder, package)
    subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
    pip = [str(place / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check", package]
    done = subprocess.run(pip, capture_output=True, text=True, check=False)
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        raise Absent(said[-1] if said else "pip failed")
    return place / "bin"


def home_of(folder: Path, package: str) -> Mapping[str, str]:
    """An environment in which a peer finds nothing of anybody's, and leaves nothing."""
    home = folder / f"home of {package}"
    home.mkdir(exist_ok=True)
    kinds = ("CONFIG", "DATA", "STATE", "CACHE")
    return {"HOME": str(home)} | {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in kinds}


def _journal(commands: Path, folder: Path, runs: int) -> Iterator[Row]:
    """jrnl with 10,000 entries: adding one, and showing ten."""
    surroundings = home_of(folder, "jrnl")
    journal = folder / "journal.txt"
    journal.write_text("".join(f"[2020-01-01 09:00] Entry number {n}.\n\n" for n in range(_JOURNAL_ENTRIES)))
    settings = Path(surroundings["XDG_CONFIG_HOME"], "jrnl", "jrnl.yaml")
    settings.parent.mkdir(parents=True)
    settings.write_text(_JOURNAL.format(journal=journal))
    scripts = (Script(WRITING, folder, ("Shipped the importer",)), Script(READING, folder, ("-n", "10")))
    for words, script in zip((("Shipped the importer",), ("-n", "10")), scripts, strict=True):
        ratios = []
        for _ in range(runs + 1):
            base = run(script.command, surroundings)
            ratios.append(run([str(commands / "jrnl"), *words], surroundings) / base)
        name = "jrnl, adding an entry" if words[0] != "-n" else "jrnl -n 10"
        # The first run brings its configuration up to date.
        yield Row(f"{name}, {_JOURNAL_ENTRIES:,} entries", median(ratios[1:]), "x", beside="a bare script")


def _dashboard(peer: Dashboard) -> _Measured:
    def measured(commands: Path, folder: Path, runs: int) -> Iterator[Row]:
        surroundings = home_of(folder, peer.package)
        bare = folder / "bare.py"
        bare.write_text(BARE)
        ratios = []
        for _ in range(runs + 1):
            base, _ = bare_start([sys.executable, str(bare)])
            line = Line([str(commands / peer.words[0]), *peer.words[1:]], surroundings)
            try:
                ratios.append((line.until(peer.sign) - line.begun) / base)
            finally:
                line.close()
        # The first run makes its files.
        yield Row(f"{peer.package}, start to first paint, empty", median(ratios[1:]), "x", beside="a bare app")

    return measured
