"""What comes in from the terminal can't end or occupy the program (Textual 8.2.8).

A byte that is no UTF-8, as in a paste from an old terminal, becomes a replacement sign instead of the end of the
program. A terminal that is gone, as after a lost connection, ends the program by the signal that says so, instead of
being read for ever.
"""

import os
import signal
import sys
import threading
from codecs import getincrementaldecoder
from collections.abc import Callable

_SET_DUMPABLE = 4
"""prctl(2): whether a process leaves a core dump and can be looked into."""

_PAUSE = 0.1
"""Seconds between two looks at an input that has ended."""


class _Decoder:
    """Decodes what is read from the terminal; nothing read means that it is gone."""

    def __init__(self, encoding: str) -> None:
        self._decoder = getincrementaldecoder(encoding)("replace")
        self._has_ended = False

    def decode(self, data: bytes, final: bool = False) -> str:
        """The text of some bytes; those of an unfinished sign wait for the next."""
        if sys.platform != "win32" and not (data or final):
            if not self._has_ended:
                self._has_ended = True
                os.kill(os.getpid(), signal.SIGHUP)
            threading.Event().wait(_PAUSE)
        return self._decoder.decode(data, final)


def harden_input() -> None:
    """Have the terminal's input decoded like this; to be called before the app runs. Does nothing on Windows."""
    if sys.platform != "win32":
        from textual.drivers import linux_driver, linux_inline_driver

        for driver in (linux_driver, linux_inline_driver):
            driver.getincrementaldecoder = _decoder_of  # type: ignore[attr-defined]


def forbid_dumps() -> None:
    """Have the system keep no picture of this program's memory, and let no other program look into it (Linux)."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)


def _decoder_of(encoding: str) -> Callable[[], _Decoder]:
    return lambda: _Decoder(encoding)
