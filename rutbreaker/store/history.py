"""The one way a row is written: ``put`` and ``remove`` inside an ``act``, stamped, kept and undoable.

An *act* is one thing the user did; it holds one *edit* for every field it changed. An edit's key is (device, epoch,
seq); its ``hlc`` is the stamp of a hybrid logical clock, a string that sorts by time and is larger than any stamp ever
written or seen here; ``base`` is the stamp it wrote over. Undoing an act writes the earlier values as a new act, so
that nothing is ever taken out of the history, and two machines' histories can later be merged by their union.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, NamedTuple

from rutbreaker.domain.text import one_line
from rutbreaker.errors import NotFound
from rutbreaker.store.connection import Connection
from rutbreaker.store.rows import at_first, instant_text, kind_of, values_of
from rutbreaker.store.seals import ACT_FIELDS, EDIT_FIELDS, extended

_TITLE_WIDTH = 72
_MOST_TICKS = 0xFFF
"""Ticks in one millisecond: as many as the twelve bits that a UUID of version 7 has for them."""


class Device(NamedTuple):
    """This machine's copy of the file: its name in stamps, and its epoch, which a restored backup begins anew."""

    name: str
    epoch: int


class _Edit(NamedTuple):
    value: Any
    base: str | None


class Act:
    """One thing the user did, while it is being written; made by ``act``. Its row appears with its first edit.

    ``title`` is what undo calls it, in the user's words; it may be set until then, once more is known.
    """

    def __init__(self, connection: Connection, now: datetime, title: str, undoes: str | None = None) -> None:
        self.connection = connection
        self.title = title
        self.undoes = undoes
        self._now = now
        device, epoch, last = connection.rows("SELECT device, epoch, hlc FROM device")[0]
        self._device = Device(device, epoch)
        self._seq = connection.rows(
            "SELECT coalesce(max(seq), 0) FROM edit WHERE device = ? AND epoch = ?", (device, epoch)
        )[0][0]
        self._ticks = _ticks_after(last, int(self._now.timestamp() * 1000))
        self._id: str | None = None
        self._seal = 0

    def new_id(self) -> str:
        """A new id for a row: a UUID of version 7 (RFC 9562), which sorts by the time it was made."""
        self._tick()
        milliseconds, count = self._ticks
        number = milliseconds << 80 | 7 << 76 | count << 64 | 2 << 62 | int.from_bytes(os.urandom(8)) >> 2
        digits = f"{number:032x}"
        return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))

    def record(self, kind: str, row: str, field: str, value: Any, base: str | None) -> str:
        """Keep one edit, and give its stamp."""
        self.begin()
        self._seq += 1
        stamp = self._tick()
        edit = (self._device.name, self._device.epoch, self._seq, stamp, self._id, kind, row, field, value, base)
        self.connection.run(f"INSERT INTO edit ({EDIT_FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", edit)
        self._seal = extended(self._seal, edit)
        return stamp

    def finish(self) -> None:
        """Seal the act, and keep the clock's last stamp, so that the next act's are larger."""
        if self._id is not None:
            self.connection.run("UPDATE act SET seal = ? WHERE id = ?", (self._seal, self._id))
            self.connection.run("UPDATE device SET hlc = ?", (self._stamp(),))

    def begin(self) -> None:
        """Write the act itself, once."""
        if self._id is not None:
            return
        self._id = self.new_id()
        title = one_line(self.title, _TITLE_WIDTH)
        row = (self._id, self._device.name, instant_text(self._now), title, self.undoes)
        self.connection.run(f"INSERT INTO act ({ACT_FIELDS}) VALUES (?, ?, ?, ?, ?)", row)
        self._seal = extended(0, row)

    def _tick(self) -> str:
        milliseconds, count = self._ticks
        self._ticks = (milliseconds, count + 1) if count < _MOST_TICKS else (milliseconds + 1, 0)
        return self._stamp()

    def _stamp(self) -> str:
        milliseconds, count = self._ticks
        return f"{milliseconds:012x}-{count:04x}-{self._device.name}"


@contextmanager
def act(connection: Connection, now: datetime, title: str) -> Iterator[Act]:
    """Write one thing the user did: all of it or nothing. ``title`` is what undo calls it, in the user's words.

    An act in which nothing changes leaves no trace.
    """
    with connection.immediate():
        doing = Act(connection, now, title)
        yield doing
        doing.finish()


def put(doing: Act, model: NamedTuple) -> bool:
    """Write a model, new or changed; whether anything did change. A deleted row comes back by it."""
    kind = kind_of(type(model))
    values = values_of(model)
    row = values.pop("id")
    found = doing.connection.row(f"SELECT {_names(values)}, deleted FROM {kind} WHERE id = ?", (row,))
    if found is None:
        stamp = ""
        for field, value in values.items():
            # A field as it is at first needs no edit, which halves the history.
            if value != at_first(kind, field):
                stamp = doing.record(kind, row, field, value, None)
        doing.connection.run(
            f"INSERT INTO {kind} (id, {_names(values)}, stamp) VALUES (?{', ?' * (len(values) + 1)})",
            (row, *values.values(), stamp),
        )
        return True
    old = dict(zip((*values, "deleted"), found, strict=True))
    changed = {field: value for field, value in (values | {"deleted": 0}).items() if old[field] != value}
    change(doing, kind, row, changed)
    return bool(changed)


def remove(doing: Act, kind: str, row: str) -> bool:
    """Mark a row as deleted, which undo takes back; whether it was there to delete."""
    found = doing.connection.row(f"SELECT 1 FROM {kind} WHERE id = ? AND NOT deleted", (row,))
    if found is not None:
        change(doing, kind, row, {"deleted": 1})
    return found is not None


def begun_on(connection: Connection) -> date | None:
    """The day, in UTC, of the first act of all; None while there is none."""
    found = connection.row("SELECT at FROM act ORDER BY id LIMIT 1")
    return date.fromisoformat(found[0][:10]) if found else None


def undo(connection: Connection, now: datetime) -> str:
    """Take back the newest act that isn't undone, undo or redo; the title of what was taken back.

    Raises:
        NotFound: there is nothing to undo.
    """
    with connection.immediate():
        found = connection.row(
            """
            SELECT id, title FROM act WHERE undoes IS NULL AND NOT EXISTS (
                SELECT 1 FROM act AS back WHERE back.undoes = act.id AND NOT EXISTS (
                    SELECT 1 FROM act AS again WHERE again.undoes = back.id))
            ORDER BY id DESC LIMIT 1
            """
        )
        if found is None:
            raise NotFound("There is nothing to undo.")
        _revert(Act(connection, now, f"undo: {found[1]}", found[0]), found[0])
    return str(found[1])


def redo(connection: Connection, now: datetime) -> str:
    """Do again what was undone last, if nothing has been done since; the title of what was done again.

    Raises:
        NotFound: there is nothing to redo.
    """
    with connection.immediate():
        found = connection.row(
            """
            SELECT back.id, done.title FROM act AS back JOIN act AS done ON done.id = back.undoes
            WHERE done.undoes IS NULL
              AND NOT EXISTS (SELECT 1 FROM act AS again WHERE again.undoes = back.id)
              AND back.id > (SELECT max(id) FROM act WHERE undoes IS NULL)
            ORDER BY back.id DESC LIMIT 1
            """
        )
        if found is None:
            raise NotFound("There is nothing to redo.")
        _revert(Act(connection, now, f"redo: {found[1]}", found[0]), found[0])
    return str(found[1])


def _revert(doing: Act, target: str) -> None:
    """Write the values from before an act, except where something else stands by now than what it wrote.

    A row's values are written together: its constraints hold for them together, not for one after the other.
    """
    doing.begin()
    connection = doing.connection
    for (kind, row), edits in _edits_of(connection, target).items():
        if "day" in edits and edits["day"].base is None:
            change(doing, kind, row, {"deleted": 1})
            continue
        names = _names(edits)
        standing = dict(zip(edits, connection.rows(f"SELECT {names} FROM {kind} WHERE id = ?", (row,))[0], strict=True))
        change(
            doing,
            kind,
            row,
            {
                field: _value_at(connection, kind, row, field, edit.base)
                for field, edit in edits.items()
                if standing[field] == edit.value
            },
        )
    doing.finish()


def _edits_of(connection: Connection, target: str) -> dict[tuple[str, str], dict[str, _Edit]]:
    """What an act did to each field of each row: the value it left, and the stamp that stood before it."""
    found: dict[tuple[str, str], dict[str, _Edit]] = {}
    sql = 'SELECT kind, "row", field, value, base FROM edit WHERE act = ? ORDER BY hlc'
    for kind, row, field, value, base in connection.rows(sql, (target,)):
        fields = found.setdefault((kind, row), {})
        fields[field] = _Edit(value, fields[field].base if field in fields else base)
    return found


def change(doing: Act, kind: str, row: str, values: dict[str, Any]) -> None:
    """Write new values into columns of a row, and keep an edit of each."""
    stamp = ""
    for field, value in values.items():
        stamp = doing.record(kind, row, field, value, _last_stamp(doing.connection, row, field))
    if values:
        assignments = ", ".join(f'"{field}" = ?' for field in values)
        doing.connection.run(f"UPDATE {kind} SET {assignments}, stamp = ? WHERE id = ?", (*values.values(), stamp, row))


def _last_stamp(connection: Connection, row: str, field: str) -> str | None:
    found = connection.row('SELECT max(hlc) FROM edit WHERE "row" = ? AND field = ?', (row, field))
    return found[0] if found else None


def _value_at(connection: Connection, kind: str, row: str, field: str, stamp: str | None) -> Any:
    """The value a field had from ``stamp`` on; before its first stamp it is as at first."""
    found = connection.row('SELECT value FROM edit WHERE "row" = ? AND field = ? AND hlc = ?', (row, field, stamp))
    return found[0] if found else at_first(kind, field)


def _ticks_after(last: str, milliseconds: int) -> tuple[int, int]:
    """Where the clock stands: the wall's milliseconds, unless a larger stamp was already given or seen."""
    before = (int(last[:12], 16), int(last[13:17], 16)) if last else (0, 0)
    return max(before, (milliseconds, 0))


def _names(values: dict[str, Any]) -> str:
    return ", ".join(f'"{field}"' for field in values)
