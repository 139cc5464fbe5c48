"""A disk of two megabytes for a test, which can be filled and made larger while programs are writing to it."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_BLOCK = bytes(4096)


class SmallDisk:
    """A disk mounted over a folder.

    Args:
        folder: the folder, which exists.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._mount("size=2m,mode=700")

    def fill(self) -> None:
        """Fill it to the last byte, with a file that stands for somebody's films."""
        with suppress(OSError), open(os.path.join(self._folder, "films"), "ab", buffering=0) as file:
            while True:
                file.write(_BLOCK)

    def enlarge(self) -> None:
        """Give it two megabytes more."""
        self._mount("remount,size=4m")

    def take_away(self) -> None:
        """Unmount it, with all that is on it."""
        subprocess.run(["umount", "-l", self._folder], check=True)

    def _mount(self, options: str) -> None:
        subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", self._folder], check=True)


@contextmanager
def small_disk(folder: str) -> Iterator[SmallDisk]:
    """A disk of two megabytes over a folder, gone with the block."""
    assert os.geteuid() == 0, "A small disk can only be mounted by root: run the tests as root, or by .ci/run"
    assert shutil.which("mount"), "A small disk is mounted by mount and umount: install util-linux"
    disk = SmallDisk(folder)
    try:
        yield disk
    finally:
        disk.take_away()
