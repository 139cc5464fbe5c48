"""Several programs that want the file at once: all get their turn, and who never does is told."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from rutbreaker.context import Context
from rutbreaker.journal.log import list_log
from tests.faults.agreement import disagreements
from tests.terminal.terminal import in_terminal

pytestmark = pytest.mark.first

_HOLD = """
import sqlite3, sys
other = sqlite3.connect(sys.argv[1], isolation_level=None)
other.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
"""


def _start(*words: str, text: str = "") -> subprocess.Popen[str]:
    """A process of Python; with ``text`` on stdin, which stays open without one."""
    command = [sys.executable, *words]
    started = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    if text:
        assert started.stdin is not None
        started.stdin.write(text)
        started.stdin.close()
        started.stdin = None
    return started


def _hear(process: subprocess.Popen[str], line: str) -> None:
    assert process.stdout is not None
    assert process.stdout.readline() == f"{line}\n"


@contextmanager
def _held(path: str) -> Iterator[None]:
    """Another program holds the lock, for as long as the block takes."""
    holder = _start("-c", _HOLD, path)
    _hear(holder, "held")
    try:
        yield
    finally:
        holder.communicate("let go\n")


def test_four_writers_log_400_wins_each_while_a_fifth_program_reads(context: Context) -> None:
    writers = [_start("-m", "tests.faults.writer", name, "400") for name in ("ana", "bo", "cem", "dora")]
    for writer in writers:
        _hear(writer, "ready")
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    connection = context.connection
    counts, versions = [0], set()
    while any(writer.poll() is None for writer in writers):
        counts.append(connection.rows("SELECT count(*) FROM win")[0][0])
        versions.add(connection.version_seen())
    ends = [writer.communicate() for writer in writers]
    assert [said for _, said in ends] == [""] * 4
    assert [out.split()[0] for out, _ in ends] == ["400"] * 4
    assert counts == sorted(counts)
    assert len(versions) > 1
    texts = {line.text for line in list_log(context)}
    assert texts == {
        f"Number {number} of {name} #{name}" for name in ("ana", "bo", "cem", "dora") for number in range(400)
    }
    assert connection.rows("SELECT count(*), count(DISTINCT hlc), count(DISTINCT seq), max(seq) FROM edit") == [
        (8000,) * 4
    ]
    assert list(disagreements(connection)) == []


def test_who_waits_for_another_program_in_vain_is_told_and_loses_no_word(context: Context, home: str) -> None:
    path = context.connection.path
    with in_terminal(home) as terminal:
        terminal.wait_for("Welcome")
        with _held(path):
            terminal.press("w")
            terminal.wait_for("Log a win")
            terminal.type("From the dashboard")
            waiting = [
                _start("-m", "rutbreaker", "win", "From", "the shell #ship"),
                _start("-m", "rutbreaker", "win", "-", text="From a pipe\n"),
                _start("-m", "rutbreaker", "thanks", "From a friend"),
            ]
            screen = terminal.wait_for("Another program has held")
            assert "From the dashboard" in screen
            ends = [(*process.communicate(timeout=60), process.returncode) for process in waiting]
            for (out, said, code), text in zip(
                ends, ("From the shell #ship", "From a pipe", "From a friend"), strict=True
            ):
                assert (out, code) == ("", 3)
                assert "for more than 5 seconds. Nothing was written; try again." in said
                assert said.endswith(f"This is what you wrote:\n{text}\n")
            # Reading waits for nobody.
            looking = _start("-m", "rutbreaker", "log")
            assert (*looking.communicate(), looking.returncode) == ("", "Nothing logged yet.\n", 0)
        terminal.press("Enter")
        terminal.wait_for("Win logged.")
        again = _start("-m", "rutbreaker", "win", "From the shell")
        again.communicate()
        assert again.returncode == 0
    assert sorted(line.text for line in list_log(context)) == ["From the dashboard", "From the shell"]
    assert list(disagreements(context.connection)) == []
