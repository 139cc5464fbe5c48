"""The faults are tried from the screen and from the shell alike."""

from tests.cli.conftest import bare_rut, process, rut
from tests.tui.conftest import _brisk_pilot, drive

__all__ = ["_brisk_pilot", "bare_rut", "drive", "process", "rut"]
