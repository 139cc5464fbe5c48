"""Commands as whole processes on the file of ten years, each in turn with a bare script that does as little.

The scripts are what one would write without any program around it: argparse, sqlite3, one statement.
"""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from tests.bench.files import RUT, surroundings
from tests.bench.parts import Part, Run
from tests.bench.promises import measured
from tests.bench.rows import Row
from tests.seed import ENTRIES

_PARSE = """
import argparse
parser = argparse.ArgumentParser()
"""

WRITE = (
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

READ = (
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


class Case(NamedTuple):
    """A command, named as its promise is, and the script and words it is held against."""

    name: str
    words: tuple[str, ...]
    script: str
    script_words: tuple[str, ...]


CASES = (
    Case('rut win "..."', ("win", "Shipped the importer"), WRITE, ("Shipped the importer",)),
    Case("rut status --prompt", ("status", "--prompt"), READ, ("-n", "1")),
    Case("rut log -n 10", ("log", "-n", "10"), READ, ("-n", "10")),
    Case("rut today", ("today",), READ, ("-n", "10")),
    Case("rut streak", ("streak",), READ, ("-n", "10")),
    Case("rut --help", ("--help",), _HELP, ("--help",)),
)


class Scripts:
    """The bare scripts, and a database of as many entries as the ten years have.

    Args:
        folder: where they are made; it is there.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._base = folder / "base.db"
        base = sqlite3.connect(self._base)
        base.execute("create table entry (id integer primary key, text text not null)")
        base.executemany("insert into entry (text) values (?)", ((f"Entry number {n}",) for n in range(ENTRIES)))
        base.commit()
        base.close()

    def command(self, script: str, words: Sequence[str]) -> list[str]:
        """The command of a script with words behind it."""
        path = self._folder / "script.py"
        path.write_text(script.format(base=str(self._base)), encoding="utf-8")
        return [sys.executable, str(path), *words]


def spent(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """The milliseconds that a command takes from its start to its end.

    Raises:
        RuntimeError: it failed.
    """
    nowhere = os.open(os.devnull, os.O_RDWR)
    files = [(os.POSIX_SPAWN_DUP2, nowhere, number) for number in range(3)]
    begun = perf_counter()
    process = os.posix_spawn(command[0], list(command), environment, file_actions=files)
    _, status = os.waitpid(process, 0)
    found = perf_counter() - begun
    os.close(nowhere)
    if status:
        raise RuntimeError(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return found * 1000


def peak_memory(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """The peak memory of a command in MiB, run by a small process, because a child begins with its parent's peak."""
    run = [sys.executable, "-I", "-S", "-c", _WEIGH, *command]
    found = subprocess.run(run, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=True, text=True)
    return int(found.stderr.split()[-1]) / 1024


def _commands(run: Run) -> Iterator[Row]:
    scripts, home = Scripts(run.files.folder), surroundings(run.files.ten_years_to_write())
    memory = {}
    for case in CASES:
        ours, theirs = [RUT, *case.words], scripts.command(case.script, case.script_words)
        ratios, own = [], []
        for number in range(run.runs + 1):
            run.quiet.wait()
            base, found = spent(theirs, home), spent(ours, home)
            if number:
                ratios.append(found / base)
                own.append(found)
        memory[case.name] = peak_memory(ours, home)
        beside = f"{median(own):.0f} ms, at its peak {memory[case.name]:.1f} MiB"
        yield measured(case.name, median(ratios), beside)
    most = max(memory, key=lambda name: memory[name])
    python = peak_memory([sys.executable, "-c", "pass"], home)
    script = peak_memory(scripts.command(READ, ("-n", "10")), home)
    beside = f"{most}; Python alone {python:.1f}, a bare script {script:.1f}"
    yield measured("peak memory of a command", memory[most], beside)


PARTS = (Part((*(case.name for case in CASES), "peak memory of a command"), _commands),)
"""What is measured here."""
