"""Really deleting: out of the tables, the history, the indexes, and the file's free room.

It is the one exception to the rule that nothing leaves the history. What remains is that something was purged: an act
with an edit for each row, without a word of it, by which a purge can later be told to another machine. Such an act
names itself as what it undoes, so that nothing can undo it.
"""

from datetime import datetime

from rutbreaker.store import derived
from rutbreaker.store.connection import Connection
from rutbreaker.store.history import Act, change
from rutbreaker.store.removal import children_of
from rutbreaker.store.rows import KINDS
from rutbreaker.store.seals import seal_anew

PURGED = "purged"
"""The field of the edits that say so."""

_Key = tuple[str, str]


def with_what_belongs_to_it(connection: Connection, kind: str, row: str) -> list[_Key]:
    """A row and all that belongs to it, deleted or not; what belongs to another comes before it."""
    found = []
    for child, each in children_of(connection, kind, row):
        found += with_what_belongs_to_it(connection, child, each)
    return [*found, (kind, row)]


def deleted_rows(connection: Connection) -> list[_Key]:
    """Every row that is marked as deleted, with what belongs to it."""
    keys: dict[_Key, None] = {}
    for kind in KINDS:
        for (row,) in connection.rows(f"SELECT id FROM {kind} WHERE deleted"):
            keys |= dict.fromkeys(with_what_belongs_to_it(connection, kind, row))
    return list(keys)


def purge(connection: Connection, now: datetime, keys: list[_Key]) -> None:
    """Really delete rows, those that belong to others before them; then write the file anew without them.

    Raises:
        Busy, Unusable: nothing was purged.
    """
    with connection.immediate():
        doing = Act(connection, now, f"purge: {len(keys)} things" if len(keys) != 1 else "purge: 1 thing")
        doing.begin()
        touched: set[str] = set()
        for kind, row in keys:
            if kind == "goal":
                for (win,) in connection.rows("SELECT id FROM win WHERE goal = ?", (row,)):
                    change(doing, "win", win, {"goal": None})
            touched |= {act for (act,) in connection.rows('SELECT DISTINCT act FROM edit WHERE "row" = ?', (row,))}
            connection.run('DELETE FROM edit WHERE "row" = ?', (row,))
            connection.run(f"DELETE FROM {kind} WHERE id = ?", (row,))
            for table in derived.COLUMNS:
                connection.run(f'DELETE FROM {table} WHERE "row" = ?', (row,))
            connection.run("DELETE FROM done WHERE owner = ?", (row,))
            connection.run("DELETE FROM draft WHERE instr(name, ?)", (row,))
            doing.record(kind, row, PURGED, 1, None)
        doing.finish()
        own = connection.rows("SELECT max(id) FROM act")[0][0]
        connection.run("UPDATE act SET undoes = id WHERE id = ?", (own,))
        _clear_acts(connection, touched - {own})
        seal_anew(connection, [own])
        connection.run("INSERT INTO searchable_fts (searchable_fts) VALUES ('rebuild')")
    # What was deleted still stands in pages that are free now.
    connection.run("VACUUM")
    connection.run("PRAGMA wal_checkpoint(TRUNCATE)")


def _clear_acts(connection: Connection, touched: set[str]) -> None:
    """Drop the acts that nothing is left of, and take the words from the titles of the others."""
    for act in sorted(touched, reverse=True):
        if connection.row("SELECT 1 FROM edit WHERE act = ?", (act,)):
            connection.run("UPDATE act SET title = 'purged in part' WHERE id = ?", (act,))
        else:
            undoing = [back for (back,) in connection.rows("SELECT id FROM act WHERE undoes = ?", (act,))]
            _clear_acts(connection, {back for back in undoing if back not in touched})
            if not connection.row("SELECT 1 FROM act WHERE undoes = ?", (act,)):
                connection.run("DELETE FROM act WHERE id = ?", (act,))
    seal_anew(connection, touched)
