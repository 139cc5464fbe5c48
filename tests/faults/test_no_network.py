"""The whole program without a network, and with every call for one written down: it makes none.

``strace`` writes down each system call for a socket; ``unshare`` gives the program a system without any network.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from rutbreaker.context import Context
from tests.seed import seed_a_season
from tests.terminal.line import ESCAPE, on_a_line

pytestmark = pytest.mark.first

_COMMANDS = ("win Shipped", "today", "log", "streak", "review", "source", "helps", "change", "backup", "doctor", "undo")

_SHELL = """
from rutbreaker.cli.main import main
for words in %r:
    main(words.split())
print("all", "done")
"""

_CONTROL = """
import socket
socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()
print("all", "done")
"""


def _watched(calls: Path) -> list[str]:
    """The command to run a program by: without a network, and with its calls written down."""
    return ["unshare", "-n", "strace", "-f", "-qq", "-e", "trace=%network", "-o", str(calls)]


def _for_the_network(calls: Path) -> list[str]:
    return [line for line in calls.read_text().splitlines() if "AF_INET" in line or "SOCK_RAW" in line]


def test_the_check_sees_a_socket(tmp_path: Path) -> None:
    calls = tmp_path / "calls"
    subprocess.run([*_watched(calls), sys.executable, "-c", _CONTROL], check=True, capture_output=True)
    assert len(_for_the_network(calls)) == 1


def test_no_command_asks_for_the_network(context: Context, tmp_path: Path) -> None:
    seed_a_season(context)
    calls = tmp_path / "calls"
    program = [*_watched(calls), sys.executable, "-c", _SHELL % (_COMMANDS,)]
    done = subprocess.run(program, check=True, capture_output=True, text=True)
    assert "all done" in done.stdout
    assert _for_the_network(calls) == []


def test_nor_does_the_dashboard(context: Context, tmp_path: Path) -> None:
    seed_a_season(context)
    calls = tmp_path / "calls"
    with on_a_line(before=_watched(calls)) as line:
        line.wait_for("Logged today")
        for key in (b"2", b"3", b"4", b"5", b"6", b"7", b"w", ESCAPE, b"/", ESCAPE, b"\x1b[19~", b"\x11"):
            line.write(key)
            line.settle()
        assert line.wait_for_end() == 0
    assert _for_the_network(calls) == []
