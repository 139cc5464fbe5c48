"""Texts that are not finished: kept under a name, outside the history, neither searched nor undoable."""

from datetime import datetime

from rutbreaker.store.connection import Connection
from rutbreaker.store.rows import instant_text
from rutbreaker.store.seals import DRAFT_FIELDS, seal_of


def keep_draft(connection: Connection, name: str, body: str, at: datetime) -> None:
    """Keep a text under ``name``, over any earlier one."""
    row = (name, body, instant_text(at))
    with connection.immediate():
        connection.run(
            f"INSERT INTO draft ({DRAFT_FIELDS}, seal) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (name) DO UPDATE SET body = excluded.body, at = excluded.at, seal = excluded.seal",
            (*row, seal_of([row])),
        )


def draft(connection: Connection, name: str) -> str | None:
    """The text kept under ``name``, or None."""
    found = connection.row("SELECT body FROM draft WHERE name = ?", (name,))
    return str(found[0]) if found else None


def draft_names(connection: Connection) -> list[str]:
    """The names under which a text is kept, the newest first."""
    return [name for (name,) in connection.rows("SELECT name FROM draft ORDER BY at DESC, name")]


def drop_draft(connection: Connection, name: str) -> None:
    """Forget the text kept under ``name``; nothing happens when there is none."""
    if draft(connection, name) is not None:
        with connection.immediate():
            connection.run("DELETE FROM draft WHERE name = ?", (name,))


def finish_draft(connection: Connection, name: str) -> None:
    """Forget the text kept under ``name`` as part of the write under way that makes something finished of it."""
    connection.run("DELETE FROM draft WHERE name = ?", (name,))
