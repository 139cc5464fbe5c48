"""The connection to the data file: how it is opened, read and locked, and what its errors mean to a person.

There is one way to open the file (``open_store``), and one way to change it (``Connection.immediate``, a transaction
that takes the write lock at its start, so that the busy timeout counts: a deferred one fails at once when two programs
write). Cursors are read to their end, because a half-read one keeps the file locked.
"""

import os
import sqlite3
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

from rutbreaker.errors import Busy, RutbreakerError, Unusable

BUSY_SECONDS = 5.0
"""How long a program waits for another one's lock."""

APPLICATION_ID = 0x52555442
"""Written into the file's header ("RUTB"): tells our file from another program's database."""

IN_MEMORY = ":memory:"
"""The path of a store that is no file: empty, and gone when it is closed."""

_SHORTEST = 512
"""Bytes of the smallest page, so of the smallest file, that SQLite writes."""

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL)


def has_wal_fix(version: tuple[int, ...]) -> bool:
    """Whether this SQLite is free of the WAL-reset bug (sqlite.org/wal.html): 3.51.3, or 3.50.7 or 3.44.6 in line."""
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


class Connection:
    """An open data file. Belongs to the thread that opened it.

    Every method raises ``Busy`` when another program holds the lock for too long, and ``Unusable`` when the file can't
    be read or written; a broken constraint and a statement that can't be are defects and go through as they are.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        with self._translated():
            self.raw = sqlite3.connect(path, isolation_level=None, timeout=BUSY_SECONDS)
        # Called for every text that is read, so without a function of our own around it.
        self.raw.text_factory = partial(str, encoding="utf-8", errors="replace")

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with self._translated():
            return self.raw.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Sequence[object] = ()) -> tuple[Any, ...] | None:
        """The first row of a query, or None."""
        found = self.rows(sql, parameters)
        return found[0] if found else None

    def run(self, sql: str, parameters: Sequence[object] = ()) -> None:
        """Run a statement that returns nothing of interest; a change must stand inside ``immediate``."""
        with self._translated():
            self.raw.execute(sql, parameters).fetchall()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """A read transaction: everything read inside it is of one moment."""
        self.run("BEGIN")
        try:
            yield
        finally:
            if self.raw.in_transaction:
                self.run("ROLLBACK")

    @contextmanager
    def immediate(self) -> Iterator[None]:
        """A write transaction: all or nothing, holding the lock from its start."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            if self.raw.in_transaction:
                self.run("ROLLBACK")
            raise

    def changes(self) -> int:
        """How many rows this connection has changed since it was opened."""
        return self.raw.total_changes

    def version_seen(self) -> int:
        """A number that changes whenever another program has changed the file."""
        found = self.row("PRAGMA data_version")
        return int(found[0]) if found else 0

    def interrupt(self) -> None:
        """Stop the query that is running; may be called from any thread."""
        self.raw.interrupt()

    def close(self) -> None:
        """Let go of the file."""
        self.raw.close()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
            raise
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
            if code == sqlite3.SQLITE_ERROR:
                raise
            raise _meaning(error, code, self.path) from error


def _meaning(error: sqlite3.Error, code: int, path: str) -> RutbreakerError:
    if code in _BUSY:
        return Busy(
            f"Another program has held {path} for more than {BUSY_SECONDS:.0f} seconds. Nothing was written; try again."
        )
    reason = {
        sqlite3.SQLITE_NOTADB: "it is not a rutbreaker data file",
        sqlite3.SQLITE_CORRUPT: "it is damaged",
        sqlite3.SQLITE_FULL: "the disk is full; nothing was written",
        sqlite3.SQLITE_READONLY: "it can't be written",
        sqlite3.SQLITE_CANTOPEN: "it can't be opened",
        sqlite3.SQLITE_IOERR: "reading or writing the disk failed; nothing was written",
    }.get(code, str(error))
    return Unusable(f"{path}: {reason}.")


def open_store(path: str) -> Connection:
    """Open the data file, making or updating it where needed; a foreign or newer file is left as it was.

    Raises:
        Unusable: it isn't ours, comes from a newer version, or can't be opened.
        Busy: another program holds it.
    """
    from rutbreaker.store import layout

    if path != IN_MEMORY:
        _make_file(path)
    connection = Connection(path)
    try:
        with connection.reading():
            version = layout.version_of(connection)
        for pragma in ("foreign_keys=on", "recursive_triggers=on", "synchronous=full"):
            connection.run(f"PRAGMA {pragma}")
        _choose_journal(connection)
        if version < layout.VERSION:
            from rutbreaker.store.schema import migrate

            migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _make_file(path: str) -> None:
    """Make an empty file, for its owner alone, when there is none; what is no file, or a link to none, is refused."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        _check_is_file(path)
    except OSError as error:
        raise Unusable(f"{path} can't be made: {error.strerror}.") from error


def _check_is_file(path: str) -> None:
    try:
        found = os.stat(path)
    except OSError as error:
        raise Unusable(f"{path} can't be opened: {error.strerror}.") from error
    if not stat.S_ISREG(found.st_mode):
        raise Unusable(f"{path} is not a file.")
    # SQLite takes anything this short for an empty file, and would write over it.
    if 0 < found.st_size < _SHORTEST:
        raise Unusable(f"{path} is not a rutbreaker data file. It was left as it is.")


def _choose_journal(connection: Connection) -> None:
    wanted = "wal" if has_wal_fix(sqlite3.sqlite_version_info) else "truncate"
    if connection.rows("PRAGMA journal_mode")[0][0] == wanted:
        return
    try:
        connection.run(f"PRAGMA journal_mode={wanted}")
    except Busy:
        # Staying with a rollback journal while another program is busy is safe; staying with a faulty WAL is not.
        if wanted != "wal":
            raise
