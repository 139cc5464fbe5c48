"""Whether a data file agrees with itself: rows with their history, words that are found, tags, pages."""

from collections.abc import Iterator
from typing import Any

from rutbreaker.domain.words import RATINGS
from rutbreaker.store.connection import Connection
from rutbreaker.store.days import all_days_done
from rutbreaker.store.first_layout import SEARCHABLE, TAGGED
from rutbreaker.store.rows import KINDS, at_first, columns, model_named


def disagreements(connection: Connection) -> Iterator[str]:
    """What is torn in a file, in words; nothing when each row stands as its history, index and tags say."""
    with connection.reading():
        yield from _damage(connection)
        yield from _unlike_their_history(connection)
        yield from _not_found(connection)
        yield from _not_tagged(connection)
        yield from _days_not_done(connection)
        yield from _clock_gone_back(connection)
    # Asked as a write, because that is how FTS5 is asked; it compares its index with the texts and writes nothing.
    connection.run("INSERT INTO searchable_fts (searchable_fts, rank) VALUES ('integrity-check', 1)")


def _damage(connection: Connection) -> Iterator[str]:
    for (found,) in connection.rows("PRAGMA integrity_check"):
        if found != "ok":
            yield f"the pages: {found}"
    yield from (f"a reference to nothing: {row}" for row in connection.rows("PRAGMA foreign_key_check"))


def _unlike_their_history(connection: Connection) -> Iterator[str]:
    written: dict[tuple[str, str], dict[str, Any]] = {}
    for kind, row, field, value in connection.rows('SELECT kind, "row", field, value FROM edit ORDER BY hlc'):
        written.setdefault((kind, row), {})[field] = value
    for kind in KINDS:
        fields = [field.strip('"') for field in columns(model_named(kind)).split(", ")[1:]] + ["deleted"]
        names = ", ".join(f'"{field}"' for field in fields)
        for row, *values in connection.rows(f"SELECT id, {names} FROM {kind}"):
            edits = written.pop((kind, row), {})
            for field, value in zip(fields, values, strict=True):
                if value != edits.get(field, at_first(kind, field)):
                    yield f"{kind} {row}: {field} is not what the history says"
    yield from (f"{kind} {row}: has a history and is not there" for kind, row in written)
    acts = "SELECT act FROM edit EXCEPT SELECT id FROM act"
    yield from (f"edits of no act: {act}" for (act,) in connection.rows(acts))


def _not_found(connection: Connection) -> Iterator[str]:
    found = dict(connection.rows("SELECT \"row\", kind || ' ' || day || ' ' || text FROM searchable"))
    for kind, fields in SEARCHABLE.items():
        text = " || char(10) || ".join(fields)
        rows = connection.rows(f"SELECT id, day, trim({text}, char(10)) FROM {kind} WHERE NOT deleted")
        for row, day, words in rows:
            if found.pop(row, None) != f"{kind} {day} {words}":
                yield f"{kind} {row}: is not found by its words"
    yield from (f"found and not there: {row}" for row in found)


def _not_tagged(connection: Connection) -> Iterator[str]:
    wanted = {
        (tag, kind, row)
        for kind in TAGGED
        for row, tags in connection.rows(f"SELECT id, tags FROM {kind} WHERE NOT deleted")
        for tag in tags.split()
    }
    there = set(connection.rows('SELECT tag, kind, "row" FROM tagging'))
    yield from (f"tagged wrongly: {each}" for each in sorted(wanted ^ there))


def _days_not_done(connection: Connection) -> Iterator[str]:
    wanted = {
        ("checkin", day)
        for day, *ratings in connection.rows(f"SELECT day, {', '.join(RATINGS)} FROM checkin WHERE NOT deleted")
        if any(ratings)
    }
    for kind in ("win", "gratitude", "reflection"):
        wanted |= {(kind, day) for (day,) in connection.rows(f"SELECT day FROM {kind} WHERE NOT deleted")}
    wanted |= set(connection.rows("SELECT routine, day FROM tick WHERE NOT deleted"))
    there = {(owner, day.isoformat()) for owner, days in all_days_done(connection).items() for day in days}
    yield from (f"done and not among the days done, or the other way round: {each}" for each in sorted(wanted ^ there))


def _clock_gone_back(connection: Connection) -> Iterator[str]:
    newest, last = connection.rows("SELECT coalesce(max(hlc), ''), (SELECT hlc FROM device) FROM edit")[0]
    if newest > last:
        yield f"the clock stands at {last}, before the newest edit, {newest}"
