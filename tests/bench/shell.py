"""Commands as whole processes on the file of ten years, each in turn with a bare script that does as little.

The scripts are what one would write without any program around it: argparse, sqlite3, one statement.
"""

import os
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple
from zlib import crc32

from rutbreaker.clock import SystemClock
from rutbreaker.config import Settings
from rutbreaker.context import Context
from rutbreaker.store.connection import open_store
from tests.bench.rows import Row
from tests.seed import ENTRIES, seed_ten_years

_PARSE = """
import argparse
parser = argparse.ArgumentParser()
"""

WRITING = (
    _PARSE
    + """
parser.add_argument("text")
text = parser.parse_args().text
import sqlite3
base = sqlite3.connect({base!r}, isolation_level=None)
base.execute("pragma synchronous=full")
base.execute("begin immediate")
base.execute("insert into entry (text) values (?)", (text,))
base.execute("commit")
print("Logged:", text)
"""
)

READING = (
    _PARSE
    + """
parser.add_argument("-n", type=int, default=10)
count = parser.parse_args().n
import sqlite3
base = sqlite3.connect({base!r}, isolation_level=None)
for row in base.execute("select id, text from entry order by id desc limit ?", (count,)).fetchall():
    print(*row)
"""
)

_HELP = (
    _PARSE
    + """
commands = parser.add_subparsers()
for name in ("win", "thanks", "checkin", "today", "log", "streak"):
    commands.add_parser(name, help="does " + name)
parser.parse_args()
"""
)


_WEIGH = """
import os, sys
process = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
print(os.wait4(process, 0)[2].ru_maxrss, file=sys.stderr)
"""


class Script:
    """A bare script in a folder that has a base with 20,000 entries, and the words it is called with."""

    def __init__(self, text: str, folder: Path, words: tuple[str, ...]) -> None:
        base = folder / "base.db"
        if not base.exists():
            _make_base(base)
        script = folder / f"script-{crc32(text.encode())}.py"
        script.write_text(text.format(base=str(base)))
        self.command = [sys.executable, str(script), *words]


class Case(NamedTuple):
    """A command, the script and words it is held against, and what the ratio may be at most."""

    name: str
    words: tuple[str, ...]
    script: str
    script_words: tuple[str, ...]
    most: float


CASES = (
    Case('rut win "..."', ("win", "Shipped the importer"), WRITING, ("Shipped the importer",), 1.5),
    Case("rut status --prompt", ("status", "--prompt"), READING, ("-n", "1"), 1.4),
    Case("rut log -n 10", ("log", "-n", "10"), READING, ("-n", "10"), 1.6),
    Case("rut today", ("today",), READING, ("-n", "10"), 1.6),
    Case("rut streak", ("streak",), READING, ("-n", "10"), 1.6),
    Case("rut --help", ("--help",), _HELP, ("--help",), 1.3),
)

MOST_MEMORY = 16.0
"""MiB that a command may take at its peak."""


def measure(asked: Namespace) -> list[Row]:
    """Every command beside its script."""
    with TemporaryDirectory() as folder:
        home = make_home(folder)
        return [row for case in CASES for row in _measured(case, folder, home, asked.runs)]


def make_home(folder: str, seed: Callable[[Context], None] = seed_ten_years) -> str:
    """Make a home in a folder, with the file of ten years unless another is wanted; its path."""
    home = Path(folder, "home")
    home.mkdir(mode=0o700)
    context = Context(open_store(str(home / "rutbreaker.db")), SystemClock(), Settings())
    seed(context)
    context.connection.close()
    return str(home)


def _make_base(path: Path) -> None:
    import sqlite3

    base = sqlite3.connect(path)
    base.execute("create table entry (id integer primary key, text text not null)")
    base.executemany("insert into entry (text) values (?)", ((f"Entry number {n}",) for n in range(ENTRIES)))
    base.commit()
    base.close()


def _measured(case: Case, folder: str, home: str, runs: int) -> list[Row]:
    rut = Path(sys.executable).parent / "rut"
    surroundings = {"RUTBREAKER_HOME": home}
    ours, theirs = [str(rut), *case.words], Script(case.script, Path(folder), case.script_words).command
    ratios, spent = [], []
    for turn in range(runs + 1):
        base, own = run(theirs, surroundings), run(ours, surroundings)
        if turn:
            ratios.append(own / base)
            spent.append(own)
    beside = f"{median(spent) * 1000:.0f} ms"
    return [
        Row(case.name, median(ratios), "x", most=case.most, beside=beside),
        Row(f"{case.name}: peak memory", _peak_memory(ours, home), "MiB", most=MOST_MEMORY),
    ]


def run(command: list[str], surroundings: Mapping[str, str]) -> float:
    """The seconds that a command takes from its start to its end.

    Raises:
        RuntimeError: it failed.
    """
    nowhere = os.open(os.devnull, os.O_RDWR)
    files = [(os.POSIX_SPAWN_DUP2, nowhere, number) for number in range(3)]
    begun = perf_counter()
    process = os.posix_spawn(command[0], command, os.environ | dict(surroundings), file_actions=files)
    _, status = os.waitpid(process, 0)
    spent = perf_counter() - begun
    os.close(nowhere)
    if status:
        raise RuntimeError(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return spent


def _peak_memory(command: list[str], home: str) -> float:
    """The peak memory of a command in MiB, run by a small process, because a child begins with its parent's peak."""
    run = [sys.executable, "-I", "-S", "-c", _WEIGH, *command]
    found = subprocess.run(run, env=os.environ | {"RUTBREAKER_HOME": home}, capture_output=True, check=True, text=True)
    return int(found.stderr.split()[-1]) / 1024
