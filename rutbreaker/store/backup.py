"""Backups: whole copies of the data file, each opened again and checked before it gets its name.

A backup is made by SQLite's own backup call beside the others, under a name that nobody takes for one; when it is whole
it is renamed, so that a backup that has its name can be brought back. Names sort in the order of making:
``rutbreaker-000012-20261126T101500Z-daily.db``.
"""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime

from rutbreaker.domain.backups import Backup, to_drop
from rutbreaker.errors import Unusable
from rutbreaker.store.connection import Connection, translated
from rutbreaker.store.gate import BACKUP_PREFIX, BACKUP_SUFFIX
from rutbreaker.store.layout import version_of
from rutbreaker.store.remembered import newest_stamp

_NAME = re.compile(rf"{BACKUP_PREFIX}(\d+)-(\d{{8}}T\d{{6}}Z)-([a-z]+){re.escape(BACKUP_SUFFIX)}")
_UNFINISHED = ".unfinished-"
_STALE_SECONDS = 3600
"""After how long a copy that never got its name is litter: no backup takes that long."""


def list_backups(folder: str) -> list[Backup]:
    """The backups in a folder, the newest first; empty when there is no such folder.

    Raises:
        Unusable: the folder can't be read.
    """
    try:
        names = os.listdir(folder)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise Unusable(f"{folder} can't be read: {error.strerror}.") from error
    return sorted(_found(folder, names), reverse=True)


def back_up(connection: Connection, folder: str, now: datetime, reason: str) -> Backup:
    """Make a backup, and drop those that are not kept any longer.

    Args:
        connection: the open data file; no transaction may be under way.
        folder: where the backups lie; made when it isn't there.
        now: the present moment, by the clock.
        reason: one of the ``REASONS`` of domain/backups.py.

    Raises:
        Unusable, Busy: it can't be made; the earlier backups are as they were.
    """
    with _told(folder):
        os.makedirs(folder, mode=0o700, exist_ok=True)
        _sweep(folder, now)
        earlier = list_backups(folder)
        number = earlier[0].number + 1 if earlier else 1
        moment = now.astimezone(UTC)
        name = f"{BACKUP_PREFIX}{number:06d}-{moment:%Y%m%dT%H%M%SZ}-{reason}{BACKUP_SUFFIX}"
        path = os.path.join(folder, name)
        with _unfinished(folder) as copy:
            counts = copy_to(connection, copy)
            check(copy, counts)
            finish(copy, path)
        made = Backup(number, f"{moment:%Y-%m-%dT%H:%M:%SZ}", reason, path, os.path.getsize(path))
        for old in to_drop([made, *earlier], moment.date()):
            os.remove(old.path)
    return made


def holds_all_of(backup: Backup, connection: Connection) -> bool:
    """Whether nothing was written since a backup was made. A backup that can't be read holds nothing."""
    try:
        copy = Connection(backup.path, is_read_only=True)
        try:
            return newest_stamp(copy) == newest_stamp(connection)
        finally:
            copy.close()
    except (Unusable, sqlite3.Error):
        return False


def counts_of(connection: Connection) -> dict[str, int]:
    """How many rows each table has."""
    tables = connection.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'")
    return {name: connection.rows(f'SELECT count(*) FROM "{name}"')[0][0] for (name,) in sorted(tables)}


def copy_to(connection: Connection, path: str) -> dict[str, int]:
    """Copy an open data file into an empty one; the number of rows of each table, of the same moment.

    Raises:
        Unusable, Busy: it can't be done, and what stands in the other file is of no use.
    """
    with translated(path), connection.reading():
        counts = counts_of(connection)
        target = sqlite3.connect(path, isolation_level=None)
        try:
            connection.raw.backup(target)
            # The copy stands alone: nothing may have to lie beside it.
            target.execute("PRAGMA journal_mode=delete").fetchall()
        finally:
            target.close()
    return counts


def check(path: str, counts: dict[str, int] | None = None) -> None:
    """Open a copy and look whether it is a whole data file, and has as many rows in each table as it should.

    Raises:
        Unusable: it isn't, or can't be opened.
    """
    copy = Connection(path, is_read_only=True)
    try:
        if not version_of(copy):
            raise Unusable(f"{path} is empty.")
        found = copy.rows("PRAGMA integrity_check(1)")
        if found != [("ok",)]:
            raise Unusable(f"{path} is damaged: {found[0][0]}")
        if counts is not None and counts_of(copy) != counts:
            raise Unusable(f"{path} has not all rows of the data file.")
    finally:
        copy.close()


def finish(copy: str, path: str) -> None:
    """Give a whole copy its name, so that it lies on the disk under it or not at all."""
    _to_disk(copy)
    os.rename(copy, path)
    _to_disk(os.path.dirname(path))


@contextmanager
def _unfinished(folder: str) -> Iterator[str]:
    """The path of an empty file for its owner alone; it is gone afterwards, unless it was renamed."""
    path = os.path.join(folder, f"{_UNFINISHED}{os.getpid()}-{os.urandom(4).hex()}")
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600))
    try:
        yield path
    finally:
        for left in (path, f"{path}-journal"):
            with suppress(FileNotFoundError):
                os.remove(left)


def _found(folder: str, names: list[str]) -> Iterator[Backup]:
    for name in names:
        parts = _NAME.fullmatch(name)
        if parts is None:
            continue
        with suppress(OSError, ValueError):
            made = datetime.strptime(parts[2], "%Y%m%dT%H%M%SZ")  # noqa: DTZ007 - only its form is checked
            path = os.path.join(folder, name)
            yield Backup(int(parts[1]), f"{made.isoformat()}Z", parts[3], path, os.path.getsize(path))


def _sweep(folder: str, now: datetime) -> None:
    """Remove what was left by backups that were ended in the middle."""
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        with suppress(FileNotFoundError):
            if name.startswith(_UNFINISHED) and now.timestamp() - os.stat(path).st_mtime > _STALE_SECONDS:
                os.remove(path)


def _to_disk(path: str) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _told(folder: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Unusable(
            f"No backup can be made in {folder}: {error.strerror}. The earlier ones are as they were."
        ) from error
