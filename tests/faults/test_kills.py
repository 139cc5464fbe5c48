"""A writer that is killed anywhere: what it had said was done is there, whole, and everything agrees."""

import re
import subprocess
import sys

import pytest

pytestmark = pytest.mark.first

_FIGURES = re.compile(r"(\d+) kills, (\d+) acknowledged writes, (\d+) lost, (\d+) torn")


def _figures(*options: str) -> list[int]:
    # In a process of its own: one that runs tests has threads, which a fork would leave behind.
    command = [sys.executable, "-m", "tests.faults.kill_loop", *options]
    done = subprocess.run(command, capture_output=True, text=True)
    found = _FIGURES.match(done.stdout)
    assert found is not None, done.stderr
    assert done.returncode == 0, done.stderr
    return [int(figure) for figure in found.groups()]


def test_400_writers_killed_lose_nothing_that_was_acknowledged() -> None:
    kills, acknowledged, lost, torn = _figures()
    assert (kills, lost, torn) == (400, 0, 0)
    assert acknowledged >= 500


def test_nor_do_those_with_the_journal_that_a_newer_sqlite_is_given() -> None:
    kills, acknowledged, lost, torn = _figures("--kills", "80", "--wal")
    assert (kills, lost, torn) == (80, 0, 0)
    assert acknowledged >= 100
