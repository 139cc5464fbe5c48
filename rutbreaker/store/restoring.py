"""Putting a backup in the place of the data file, so that at every moment all that was there is still there."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime

from rutbreaker.errors import Unusable
from rutbreaker.store import backup
from rutbreaker.store.connection import Connection, translated

_BESIDE = ("-journal", "-wal", "-shm")


@contextmanager
def copied(source: str, path: str) -> Iterator[str]:
    """A copy of a backup beside the data file, checked, with an epoch of its own; gone afterwards unless renamed.

    The epoch is part of the key of every edit from now on: without a new one, two histories that both go on from this
    backup would use the same keys for different edits.

    Raises:
        Unusable: the copy can't be made, or isn't whole.
    """
    copy = f"{path}.restoring-{os.getpid()}-{os.urandom(4).hex()}"
    try:
        os.close(os.open(copy, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600))
        reading = Connection(source, is_read_only=True)
        try:
            backup.check(copy, backup.copy_to(reading, copy))
        finally:
            reading.close()
        connection = Connection(copy)
        try:
            with connection.immediate():
                connection.run("UPDATE device SET epoch = epoch + 1")
        finally:
            connection.close()
        yield copy
    finally:
        for left in (copy, f"{copy}-journal"):
            with suppress(FileNotFoundError):
                os.remove(left)


def back_up_file(path: str, folder: str, now: datetime) -> None:
    """Back the present data file up, before another takes its place."""
    connection = Connection(path)
    try:
        backup.back_up(connection, folder, now, "restore")
    finally:
        connection.close()


def exchange(path: str, copy: str, aside: str) -> None:
    """Move the data file aside, if it is there, with what lies beside it; and the copy into its place.

    What lies beside it goes in any case, before the copy comes: SQLite would take an old journal for the new file's.
    When the disk fails meanwhile, all of it goes back to its place.

    Raises:
        Busy: another program is writing to the file; nothing was moved.
        Unusable: it can't be read.
        OSError: something can't be moved.
    """
    moved = list[str]()
    with _alone(path):
        try:
            for ending in ("", *_BESIDE):
                with suppress(FileNotFoundError):
                    os.rename(path + ending, aside + ending)
                    moved.append(ending)
            backup.finish(copy, path)
        except OSError:
            # The file itself comes last: without its journal it must not be found.
            for ending in reversed(moved):
                with suppress(OSError):
                    os.rename(aside + ending, path + ending)
            raise


@contextmanager
def _alone(path: str) -> Iterator[None]:
    """Keep others from writing meanwhile; a damaged file has no lock to take, and none is needed where none is."""
    if not os.path.isfile(path):
        yield
        return
    with translated(path):
        connection = sqlite3.connect(path, isolation_level=None, timeout=0)
    try:
        with suppress(Unusable), translated(path):
            connection.execute("BEGIN EXCLUSIVE")
        yield
    finally:
        connection.close()
