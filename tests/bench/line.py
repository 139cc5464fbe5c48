"""A terminal's line for measuring: starts a program in it, answers what it asks of the terminal, times its frames."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
from collections.abc import Mapping, Sequence
from time import perf_counter
from typing import NamedTuple

SIZE = (120, 36)
"""Columns and rows."""

_PATIENCE = 30.0
"""Seconds after which something that doesn't come is an error."""

_FRAME_ENDS = b"\x1b[?2026l"

_ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;2$y",
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[6n": b"\x1b[1;1R",
}
"""What a terminal says when it is asked whether it can show whole frames at once, and the like."""


class Pressed(NamedTuple):
    """What came of a key: the milliseconds to the end of the first frame and of the frame that was looked for, and the
    bytes that were sent till then.
    """

    first: float
    seen: float
    sent: int


class Line:
    """A program in a terminal of its own, with everything it wrote and when."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        surroundings = {**os.environ, **environment, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        for name in ("COLUMNS", "LINES", "NO_COLOR"):
            surroundings.pop(name, None)
        self.written = bytearray()
        self._end, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", *reversed(SIZE), 0, 0))
        self.begun = perf_counter()
        self._process = subprocess.Popen(
            list(command), env=surroundings, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
        )
        os.close(theirs)

    def read(self, seconds: float) -> bool:
        """Read what comes within so many seconds; whether anything came."""
        if not select.select([self._end], [], [], seconds)[0]:
            return False
        try:
            came = os.read(self._end, 1 << 20)
        except OSError:
            return False
        self.written += came
        for question, answer in _ANSWERS.items():
            if question in came:
                os.write(self._end, answer)
        return bool(came)

    def until(self, sign: bytes, since: int = 0) -> float:
        """Read until a sign comes in what was written from ``since`` on; the moment it did.

        Raises:
            TimeoutError: it doesn't come.
        """
        end = perf_counter() + _PATIENCE
        while self.written.find(sign, since) < 0:
            if perf_counter() > end:
                raise TimeoutError(f"{sign!r} doesn't come; the last was {bytes(self.written[-400:])!r}")
            self.read(0.005)
        return perf_counter()

    def frame(self, sign: bytes, since: int = 0) -> float:
        """Read until the end of the first frame that holds a sign; the moment it came.

        Raises:
            TimeoutError: it doesn't come.
        """
        self.until(sign, since)
        return self.until(_FRAME_ENDS, self.written.find(sign, since))

    def rest(self, quiet: float = 0.3) -> float:
        """Read until nothing has come for so many seconds, or for long enough; the moment of the last that came."""
        last = begun = perf_counter()
        while self.read(quiet) and last - begun < _PATIENCE:
            last = perf_counter()
        return last

    def press(self, keys: bytes, sign: bytes = b"") -> Pressed:
        """Press keys, and read until the end of the frame that holds a sign; of any frame without one."""
        since, begun = len(self.written), perf_counter()
        os.write(self._end, keys)
        first = self.frame(b"", since)
        seen = self.frame(sign, since) if sign else first
        return Pressed((first - begun) * 1000, (seen - begun) * 1000, len(self.written) - since)

    def peak_memory(self) -> float:
        """The most memory that the program took so far, in MiB."""
        with open(f"/proc/{self._process.pid}/status", encoding="ascii") as file:
            peak = next(line for line in file if line.startswith("VmHWM"))
        return int(peak.split()[1]) / 1024

    def processor_time(self) -> float:
        """The seconds of processor time that the program took so far."""
        with open(f"/proc/{self._process.pid}/stat", encoding="ascii") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        """End the program."""
        self._process.kill()
        self._process.wait()
        os.close(self._end)
