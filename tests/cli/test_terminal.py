"""The check-in asked on a real terminal."""

import json
import os
import pty
import select
import subprocess
import sys
import termios

import pytest

from tests.cli.conftest import Run

_PATIENCE = 60
"""Seconds without a word from the command after which it counts as hung."""
_MONDAY = "2026-11-02"
_FRIDAY = "2026-11-06"
# Not between fork and exec, where a lock that another thread of the tests held at the fork is never given back.
_ON_ITS_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.executable, [sys.executable, "-m", "rutbreaker", *sys.argv[1:]])
"""


def on_terminal(keys: str, *words: str, once: str = "plenty left") -> tuple[int, str]:
    """Run a command on a terminal of its own, press keys once it asks, and give its exit code and all it showed."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    running = subprocess.Popen(
        [sys.executable, "-c", _ON_ITS_TERMINAL, *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    shown = b""
    while piece := _piece(ours, running, shown):
        shown += piece
        if keys and once.encode() in shown:
            os.write(ours, keys.encode())
            keys = ""
    os.close(ours)
    return running.wait(30), shown.decode().replace("\r\n", "\n")


def _piece(ours: int, running: subprocess.Popen[bytes], shown: bytes) -> bytes:
    """What the command shows next, nothing once it has ended."""
    if not select.select([ours], [], [], _PATIENCE)[0]:
        running.kill()
        running.wait()
        pytest.fail(f"the command said no more after {shown.decode()!r}")
    try:
        return os.read(ours, 4096)
    except OSError:
        return b""


def _checkin(process: Run, day: str = _MONDAY) -> dict[str, object] | None:
    found: dict[str, object] | None = json.loads(process("today", "--date", day, "--json").stdout)["checkin"]
    return found


def test_a_page_in_a_win_takes_a_few_rows_of_the_day(process: Run) -> None:
    process("win", "word " * 2000)
    code, shown = on_terminal("", "today")
    assert (code, "word word" in shown) == (0, True)
    assert len(shown) < 2000
    assert len(process("today").stdout) > 9000


def test_five_keys_and_a_line(process: Run, db_path: str) -> None:
    code, shown = on_terminal("32435long review #meetings\n", "checkin", "--date", _MONDAY)
    assert code == 0
    assert "1 to 5 rates, - skips, Backspace goes back," in shown
    assert "Checked in: energy 3, interest 2, pressure 4, progress 3, people 5" in shown
    found = _checkin(process)
    assert found is not None
    assert (found["people"], found["note"], found["tags"]) == (5, "long review #meetings", ["meetings"])


def test_the_last_working_day_asks_about_the_week_too(process: Run, db_path: str) -> None:
    code, shown = on_terminal("3243542tired\n", "checkin", "--date", _FRIDAY)
    assert code == 0
    assert "Could you switch off after work?" in shown
    found = _checkin(process, _FRIDAY)
    assert found is not None
    assert (found["people"], found["switch_off"], found["say"], found["note"]) == (5, 4, 2, "tired")


def test_arrows_mean_nothing(process: Run, db_path: str) -> None:
    code, _ = on_terminal("3\x1b[A2\n", "checkin", "--date", _MONDAY)
    found = _checkin(process)
    assert code == 0
    assert found is not None
    assert (found["energy"], found["interest"]) == (3, 2)


@pytest.mark.parametrize(("keys", "code"), [("32\x03", 130), ("32\x04", 1), ("\n", 2)])
def test_leaving_writes_nothing(process: Run, db_path: str, keys: str, code: int) -> None:
    ended, shown = on_terminal(keys, "checkin", "--date", _MONDAY)
    assert ended == code
    assert "Traceback" not in shown
    assert _checkin(process) is None


def test_a_dumb_terminal_gets_help_instead_of_the_dashboard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    code, shown = on_terminal("")
    assert code == 2
    assert "The dashboard needs a terminal" in shown
