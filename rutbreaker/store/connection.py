"""The connection to the data file: how it is opened, read and locked, and what its errors mean to a person.

There is one way to open the file (``open_store``), and one way to change it (``Connection.immediate``, a transaction
that takes the write lock at its start, so that the busy timeout counts: a deferred one fails at once when two programs
write). Cursors are read to their end, because a half-read one keeps the file locked.
"""

import os
import sqlite3
from collections.abc import Hashable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import partial
from typing import Any

from rutbreaker.errors import Busy, Replaced, RutbreakerError, Unusable
from rutbreaker.store.gate import identity_of, look_at

BUSY_SECONDS = 5.0
"""How long a program waits for another one's lock."""

_TRY_SECONDS = 0.04
"""How long SQLite waits for the write lock at one try; with each wait of a try it asks for the lock more rarely."""

APPLICATION_ID = 0x52555442
"""Written into the file's header ("RUTB"): tells our file from another program's database."""

IN_MEMORY = ":memory:"
"""The path of a store that is no file: empty, and gone when it is closed."""

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL)


def has_wal_fix(version: tuple[int, ...]) -> bool:
    """Whether this SQLite is free of the WAL-reset bug (sqlite.org/wal.html): 3.51.3, or 3.50.7 or 3.44.6 in line."""
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


class Connection:
    """An open data file. Belongs to the thread that opened it. ``notices`` is what to tell the person about opening it.

    ``answers`` belongs to ``remembered``: what was found at the newest stamp of the history, ``answers_of``.

    Every method raises ``Busy`` when another program holds the lock for too long, and ``Unusable`` when the file can't
    be read or written; a broken constraint and a statement that can't be are defects and go through as they are.
    """

    def __init__(self, path: str, *, is_read_only: bool = False) -> None:
        self.path = path
        self.is_read_only = is_read_only
        self.notices: list[str] = []
        self.answers: dict[Hashable, Any] = {}
        self.answers_of = ""
        self._identity = None if path == IN_MEMORY else identity_of(path)
        address = _address_for_reading(path) if is_read_only else path
        with translated(self.path):
            self.raw = sqlite3.connect(address, isolation_level=None, timeout=BUSY_SECONDS, uri=is_read_only)

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query, which changes nothing; text that is no UTF-8 comes with signs in place of its bytes."""
        with translated(self.path):
            try:
                return self.raw.execute(sql, parameters).fetchall()
            except sqlite3.OperationalError as error:
                if not _is_undecodable(error):
                    raise
                # From now on, as there may be more of it; not from the first, because it slows all reading down.
                self.raw.text_factory = partial(str, encoding="utf-8", errors="replace")
                return self.raw.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Sequence[object] = ()) -> tuple[Any, ...] | None:
        """The first row of a query, or None."""
        found = self.rows(sql, parameters)
        return found[0] if found else None

    def run(self, sql: str, parameters: Sequence[object] = ()) -> None:
        """Run a statement that returns nothing of interest; a change must stand inside ``immediate``."""
        with translated(self.path):
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
        """A write transaction: all or nothing, holding the lock from its start.

        Raises:
            Replaced: the path has another file now, or none; what is written would go where nobody finds it.
            Unusable: the file is open for reading only.
        """
        if self.is_read_only:
            raise Unusable(f"{self.path} can't be written here. Nothing was written.")
        self._check_identity()
        self._take_turn()
        try:
            yield
            self._check_identity()
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

    def _take_turn(self) -> None:
        """Begin to write, as soon as nobody else does.

        Left alone, SQLite soon asks for the lock ten times a second only, and where several programs write without a
        pause it may be unlucky each time. So it is asked in many short tries.
        """
        self.run(f"PRAGMA busy_timeout = {_TRY_SECONDS * 1000:.0f}")
        try:
            for _ in range(int(BUSY_SECONDS / _TRY_SECONDS) - 1):
                with suppress(Busy):
                    return self.run("BEGIN IMMEDIATE")
            return self.run("BEGIN IMMEDIATE")
        finally:
            self.run(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000:.0f}")

    def _check_identity(self) -> None:
        if self._identity is not None and identity_of(self.path) != self._identity:
            raise Replaced(
                f"Another program has moved {self.path} away, or put another file in its place. "
                "Nothing was written. Start rutbreaker again to go on with the file that is there now."
            )


@contextmanager
def translated(path: str) -> Iterator[None]:
    """Turn what SQLite raises about a file into what it means to a person; a defect goes through as it is.

    Raises:
        Busy, Unusable: see ``Connection``.
    """
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        if code == sqlite3.SQLITE_ERROR:
            raise
        raise _meaning(error, code, path) from error


def _is_undecodable(error: sqlite3.OperationalError) -> bool:
    """Whether the module for SQLite, and not SQLite, gave up because of a text."""
    return getattr(error, "sqlite_errorcode", None) is None and "decode" in str(error)


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


def open_store(path: str, backups: str | None = None, now: datetime | None = None) -> Connection:
    """Open the data file, making or updating it where needed; a foreign or newer file is left as it was.

    A file that can't be written here is opened for reading; the connection's ``notices`` say so.

    Args:
        path: the data file, or ``IN_MEMORY``.
        backups: the folder with its backups, by which a lost file is told from one that never was.
        now: the present moment, for the backup that is made there before a file is brought up to date.

    Raises:
        Lost: it is missing, empty or cut short, and must not be made anew.
        Unusable: it isn't ours, comes from a newer version, or can't be opened.
        Busy: another program holds it.
    """
    from rutbreaker.store import layout

    connection = Connection(path) if path == IN_MEMORY else _connect(path, backups)
    try:
        with connection.reading():
            version = layout.version_of(connection)
        for pragma in ("foreign_keys=on", "recursive_triggers=on", "synchronous=full"):
            connection.run(f"PRAGMA {pragma}")
        _choose_journal(connection)
        if version < layout.VERSION:
            if version and backups and now:
                from rutbreaker.store.backup import back_up

                back_up(connection, backups, now, "update")
            from rutbreaker.store.schema import migrate

            migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _connect(path: str, backups: str | None) -> Connection:
    notice = look_at(path, backups)
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        pass
    except OSError as error:
        raise Unusable(f"{path} can't be made: {error.strerror}.") from error
    is_read_only = not os.access(path, os.W_OK)
    connection = Connection(path, is_read_only=is_read_only)
    if notice:
        connection.notices.append(notice)
    if is_read_only:
        connection.notices.append(f"{path} can't be written here: you can look at everything and change nothing.")
    return connection


def _address_for_reading(path: str) -> str:
    """The file's address for SQLite, opened for reading.

    "immutable" is what lets a file with a WAL be read where none can be made; it would be wrong with changes in one.
    """
    plain = path
    for sign in "%?#":
        plain = plain.replace(sign, f"%{ord(sign):02x}")
    return f"file:{plain}?mode=ro" + ("" if os.path.exists(f"{path}-wal") else "&immutable=1")


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
