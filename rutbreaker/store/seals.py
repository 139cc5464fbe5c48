"""Seals: a checksum of each thing kept, by which later damage is noticed.

SQLite itself doesn't notice most of it: of 120 bits flipped, its integrity check found 4. A seal is the CRC-32 of the
fields (ISO 3309, as in zlib), which finds every flipped bit, every burst of up to 32 bits, and all but one in four
thousand million of other changes. It guards against a failing disk, not against somebody who forges.

An act's seal covers its own row and all its edits, a draft's its row. Everything else that a person wrote stands twice,
in its row and in the history, and each is held against the other (``examination``).
"""

from collections.abc import Iterable, Sequence
from typing import Any
from zlib import crc32

from rutbreaker.store.connection import Connection

ACT_FIELDS = "id, device, at, title, undoes"
EDIT_FIELDS = 'device, epoch, seq, hlc, act, kind, "row", field, value, base'
DRAFT_FIELDS = "name, body, at"


def extended(seal: int, fields: Sequence[Any]) -> int:
    """The seal of what was sealed so far and these fields behind it; begin with 0."""
    return crc32(repr(tuple(fields)).encode("utf-8", "surrogatepass"), seal)


def seal_of(rows: Iterable[Sequence[Any]]) -> int:
    """The seal of rows, in their order."""
    seal = 0
    for row in rows:
        seal = extended(seal, row)
    return seal


def seal_anew(connection: Connection, acts: Iterable[str]) -> None:
    """Seal acts as they stand now, as part of the write under way that changed them on purpose."""
    for act in acts:
        own = connection.rows(f"SELECT {ACT_FIELDS} FROM act WHERE id = ?", (act,))
        edits = connection.rows(f"SELECT {EDIT_FIELDS} FROM edit WHERE act = ? ORDER BY device, epoch, seq", (act,))
        connection.run("UPDATE act SET seal = ? WHERE id = ?", (seal_of([*own, *edits]), act))
