"""A disk that fails at will: builds the shim that stands before the system's calls, and speaks to it."""

import ctypes
import errno
import os
import shutil
import subprocess
from enum import IntFlag
from pathlib import Path
from typing import NamedTuple


class Calls(IntFlag):
    """The kinds of call to the disk that can fail."""

    WRITE = 1
    SYNC = 2
    RESIZE = 4
    NAME = 8
    READ = 16
    CREATE = 32


class Fault(NamedTuple):
    """How a call fails: with which errno, whether all later ones do too, and whether half of a write gets through."""

    name: str
    error: int
    calls: Calls
    is_lasting: bool = False
    is_torn: bool = False


_CHANGES = Calls.WRITE | Calls.SYNC | Calls.RESIZE | Calls.NAME | Calls.CREATE

FAULTS = (
    Fault("the disk is full", errno.ENOSPC, Calls.WRITE | Calls.RESIZE | Calls.CREATE | Calls.SYNC, is_lasting=True),
    Fault("one call fails", errno.EIO, _CHANGES),
    Fault("the disk is gone", errno.EIO, _CHANGES, is_lasting=True),
    Fault("a write is torn", errno.EIO, Calls.WRITE, is_torn=True),
    Fault("one read fails", errno.EIO, Calls.READ),
)
"""The ways in which a disk fails here."""


def build_shim(folder: str) -> str:
    """Build the shim in a folder; its path, to be given as ``LD_PRELOAD``."""
    compiler = shutil.which("cc")
    assert compiler is not None, "The disk is made to fail by a small library in C: install a C compiler (cc)"
    path = os.path.join(folder, "shim.so")
    source = str(Path(__file__).with_name("shim.c"))
    built = subprocess.run(
        [compiler, "-shared", "-fPIC", "-O2", "-Wall", "-Wextra", "-Werror", "-o", path, source, "-ldl"],
        capture_output=True,
        text=True,
    )
    assert built.returncode == 0, built.stderr
    return path


class Disk:
    """The shim in this process, which must have been started with it."""

    def __init__(self) -> None:
        self._shim = ctypes.CDLL(None)

    @staticmethod
    def stands_here() -> bool:
        """Whether this process was started with the shim."""
        return hasattr(ctypes.CDLL(None), "fault_arm")

    def fail(self, fault: Fault, call: int, path: str) -> None:
        """From now on, the ``call``-th call on paths with ``path`` in them fails."""
        self._shim.fault_arm(call, fault.error, fault.is_lasting, fault.is_torn, int(fault.calls), os.fsencode(path))

    def met(self) -> int:
        """How many calls there were that could have failed, since the last that was made to."""
        return int(self._shim.fault_met())

    def heal(self) -> int:
        """Nothing fails any more; how many calls did."""
        return int(self._shim.fault_disarm())
