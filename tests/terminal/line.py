"""Two bare lines to the program, one for what it reads and one for what it shows, so that either can be cut."""

import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

ESCAPE = b"\x1b[27u"
"""Esc as newer terminals send it: what follows can't be taken for a part of it, however late the program reads it."""

_PATIENCE = 20.0
"""Seconds after which something that doesn't come is a failure."""

_MOMENT = 0.05
"""Seconds without a byte after which a frame is taken for whole."""

_MOMENTS = 6
"""So many of them are waited for the first byte."""

_CODES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")


class Line:
    """The program between two terminals of its own; ``raw`` is every byte that it has sent.

    Args:
        program: what to run with Python, in place of the dashboard.
        before: a command to run it by.
    """

    def __init__(self, program: str = "", before: Sequence[str] = ()) -> None:
        # Imported here: only some systems have it.
        import pty

        self._keyboard, stdin = pty.openpty()
        self._screen, stdout = pty.openpty()
        self._shown = ""
        self.raw = b""
        # The size is in the environment, as these terminals have none.
        environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "120", "LINES": "36"}
        command = [*before, sys.executable, *(["-c", program] if program else ["-m", "rutbreaker"])]
        self.process = subprocess.Popen(
            command, env=environment, stdin=stdin, stdout=stdout, stderr=stdout, start_new_session=True
        )
        os.close(stdin)
        os.close(stdout)

    def write(self, data: bytes) -> None:
        """Send bytes as if they had been typed."""
        os.write(self._keyboard, data)

    def wait_for(self, text: str) -> None:
        """Read what is shown until it holds a text, which was not shown before."""
        end = time.monotonic() + _PATIENCE
        while text not in _CODES.sub("", self._shown):
            assert time.monotonic() < end, f"“{text}” is not shown"
            self._read()
        self._shown = ""

    def settle(self) -> None:
        """Read what is shown until nothing more comes for a moment; a key that changes nothing shows nothing."""
        waited = 0
        while waited < _MOMENTS:
            waited = waited + 1 if not self._read() else _MOMENTS - 1
        self._shown = ""

    def hang_up(self) -> None:
        """Cut the line that the program reads from."""
        os.close(self._keyboard)
        self._keyboard = -1

    def close_window(self) -> None:
        """Take both terminals away, and say so as the system does."""
        self.hang_up()
        os.close(self._screen)
        self._screen = -1
        self.process.send_signal(signal.SIGHUP)

    def wait_for_end(self) -> int:
        """The exit code of the program."""
        end = time.monotonic() + _PATIENCE
        while self._screen >= 0 and self.process.poll() is None:
            assert time.monotonic() < end, "the program does not end"
            self._read()
        return self.process.wait(_PATIENCE)

    def close(self) -> None:
        """End the program, if it hasn't ended, and let go of the lines."""
        self.process.kill()
        self.process.wait()
        for descriptor in (self._keyboard, self._screen):
            if descriptor >= 0:
                os.close(descriptor)

    def _read(self) -> bool:
        """Whether something came within a moment."""
        if select.select([self._screen], [], [], _MOMENT)[0]:
            try:
                piece = os.read(self._screen, 65536)
                self.raw += piece
                self._shown += piece.decode("utf-8", "replace")
            except OSError:
                # The program has let go of its end.
                self.process.wait(_PATIENCE)
            else:
                return True
        return False


@contextmanager
def on_a_line(program: str = "", before: Sequence[str] = ()) -> Iterator[Line]:
    """The program between two lines, ended with the block."""
    line = Line(program, before)
    try:
        yield line
    finally:
        line.close()
