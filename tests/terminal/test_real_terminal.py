"""The whole program in a real terminal: tmux runs it, presses the keys and reads the screen."""

import os
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

_PATIENCE = 20.0
"""Seconds after which a screen that doesn't come is a failure; never waited for when it does."""

pytestmark = pytest.mark.first


class Terminal:
    """A terminal of its own, with the program in it."""

    def __init__(self, home: str, size: tuple[int, int] = (120, 36)) -> None:
        self._server = tempfile.mkdtemp(prefix="rut-", dir=os.path.dirname(home))
        environment = {"RUTBREAKER_HOME": home, "TERM": "xterm-256color", "PYTHONWARNINGS": "ignore"}
        settings = " ".join(f"{name}={shlex.quote(value)}" for name, value in environment.items())
        # A size in the environment would win over the terminal's own.
        command = (
            f"unset COLUMNS LINES; {settings} {shlex.quote(sys.executable)} -m rutbreaker; echo ended with $?; exec cat"
        )
        width, height = map(str, size)
        self._tmux("new-session", "-d", "-x", width, "-y", height, command)

    def press(self, *keys: str) -> None:
        """Press keys, by tmux's names."""
        self._tmux("send-keys", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._tmux("send-keys", "-l", text)

    def screen(self) -> str:
        """What stands on the screen."""
        return self._tmux("capture-pane", "-p")

    def wait_for(self, text: str) -> str:
        """The screen, as soon as it holds a text."""
        end = time.monotonic() + _PATIENCE
        while text not in (screen := self.screen()):
            assert time.monotonic() < end, f"“{text}” does not appear on:\n{screen}"
        return screen

    def close(self) -> None:
        """End the terminal with everything in it."""
        self._tmux("kill-server")

    def _tmux(self, *words: str) -> str:
        server = ["tmux", "-f", "/dev/null", "-S", os.path.join(self._server, "socket")]
        return subprocess.run([*server, *words], check=True, capture_output=True, text=True).stdout


@contextmanager
def in_terminal(home: str, size: tuple[int, int] = (120, 36)) -> Iterator[Terminal]:
    """The program in a terminal, ended with the block."""
    terminal = Terminal(home, size)
    try:
        yield terminal
    finally:
        terminal.close()


def _rut(home: str, *words: str) -> subprocess.Popen[str]:
    environment = os.environ | {"RUTBREAKER_HOME": home}
    command = [sys.executable, "-m", "rutbreaker", *words]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_a_first_day_from_an_empty_home_is_there_again_at_the_next_start(home: str) -> None:
    with in_terminal(home) as terminal:
        terminal.wait_for("Welcome")
        terminal.press("c")
        terminal.wait_for("running on empty")
        terminal.press("3", "2", "4", "3", "5")
        terminal.wait_for("● ● ● ● ●")
        terminal.press("Enter")
        terminal.wait_for("●●○○○")
        terminal.press("w")
        terminal.wait_for("Log a win")
        terminal.type("Shipped the importer #ship")
        terminal.press("Enter")
        terminal.wait_for("Win logged.")
        terminal.press("7")
        terminal.wait_for("Streaks")
        terminal.press("C-q")
        terminal.wait_for("ended with 0")
    with in_terminal(home) as terminal:
        screen = terminal.wait_for("Shipped the importer")
        assert "●●○○○" in screen
        assert "1 of the last 1 planned" in screen


def test_forty_wins_from_two_shells_at_once_all_come_while_the_dashboard_is_open(home: str) -> None:
    with in_terminal(home) as terminal:
        terminal.wait_for("Welcome")
        terminal.press("5")
        terminal.wait_for("On this day")
        for number in range(20):
            pair = [_rut(home, "win", f"win {number} of {name}") for name in ("ana", "bo")]
            for process in pair:
                _, said = process.communicate(timeout=60)
                assert process.returncode == 0, said
        terminal.wait_for("Wins and gratitude · 40")
        terminal.press("Home")
        screen = terminal.wait_for("win 19 of ana")
        assert "win 19 of bo" in screen


def test_a_small_terminal_is_enough_for_a_check_in(home: str) -> None:
    with in_terminal(home, size=(40, 12)) as terminal:
        terminal.wait_for("Welcome")
        terminal.press("c")
        terminal.wait_for("Energy")
        terminal.press("3", "2", "4", "3", "5")
        terminal.press("Enter")
        terminal.wait_for("1 of the last 1 planned")
        terminal.press("C-q")
        terminal.wait_for("ended with 0")
