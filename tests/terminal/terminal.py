"""A real terminal for tests: tmux runs the program in it, presses the keys and reads the screen."""

import os
import shlex
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

_PATIENCE = 20.0
"""Seconds after which a screen that doesn't come is a failure; never waited for when it does."""


class Terminal:
    """A terminal of its own, with the program in it; ``words`` is what stands behind its name."""

    def __init__(self, home: str, size: tuple[int, int] = (120, 36), words: str = "") -> None:
        self._server = tempfile.mkdtemp(prefix="rut-", dir=os.path.dirname(home))
        environment = {"RUTBREAKER_HOME": home, "TERM": "xterm-256color", "PYTHONWARNINGS": "ignore"}
        settings = " ".join(f"{name}={shlex.quote(value)}" for name, value in environment.items())
        # A size in the environment would win over the terminal's own.
        program = f"{settings} {shlex.quote(sys.executable)} -m rutbreaker {words}"
        command = f"unset COLUMNS LINES; {program}; echo ended with $?; exec cat"
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

    def send(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        shell = self._tmux("display-message", "-p", "#{pane_pid}").strip()
        subprocess.run(["pkill", f"-{number.name.removeprefix('SIG')}", "-P", shell], check=True)

    def close(self) -> None:
        """End the terminal with everything in it."""
        self._tmux("kill-server")

    def _tmux(self, *words: str) -> str:
        server = ["tmux", "-f", "/dev/null", "-S", os.path.join(self._server, "socket")]
        return subprocess.run([*server, *words], check=True, capture_output=True, text=True).stdout


@contextmanager
def in_terminal(home: str, size: tuple[int, int] = (120, 36), words: str = "") -> Iterator[Terminal]:
    """The program in a terminal, ended with the block."""
    terminal = Terminal(home, size, words)
    try:
        yield terminal
    finally:
        terminal.close()
