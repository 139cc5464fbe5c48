"""What the data file holds only to be quick, as it follows from the rest: indexes of words and tags, and days done."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date

from rutbreaker.store.checkins import RATED
from rutbreaker.store.connection import Connection

SEARCHED = {
    "win": ("text",),
    "gratitude": ("text", "why", "person"),
    "reflection": ("prompt", "text"),
    "checkin": ("note",),
    "goal": ("title", "why", "obstacle", "plan", "learnt"),
    "step": ("text",),
    "routine": ("text",),
    "session": ("text",),
    "person": ("name", "nick", "note", "ask", "offer"),
    "contact": ("text", "next"),
    "event": ("title", "text"),
}
"""The text of each kind that can be listed and found."""

TAGGED = ("win", "gratitude", "reflection", "checkin")
"""The kinds that have tags."""

COLUMNS = {"searchable": '"row", kind, day, at, text', "tagging": 'tag, kind, "row"'}
"""The columns that count in the two tables that have a line for each row, or for each tag of it."""

DAYS_IN_LINE = 366
"""The signs in a line of ``done``: the last one is always "0" where the year has no leap day."""

COUNTED_BY_DAY = ("win", "gratitude", "reflection")
"""The kinds whose days count as done with one of them or more; a check-in's need a rating, a routine's a tick."""

YearLine = tuple[str, int, str]
"""A line of ``done``: the kind or the routine's id, the year, and a sign for each day, "1" where it was done."""


def text_of(kind: str, prefix: str = "") -> str:
    """The searched text of a row of a kind, as SQL; ``prefix`` stands before each column."""
    joined = " || char(10) || ".join(f"{prefix}{field}" for field in SEARCHED[kind])
    return f"trim({joined}, char(10))"


def tags_of(source: str) -> str:
    """The tags in a column of words, as rows of ``value`` in SQL."""
    return f"""json_each('["' || replace({source}, ' ', '","') || '"]')"""


def searchable() -> str:
    """What must stand in ``searchable``, as a query for its columns."""
    return " UNION ALL ".join(
        f"SELECT id, '{kind}', day, at, {text_of(kind)} FROM {kind} WHERE NOT deleted" for kind in SEARCHED
    )


def tagging() -> str:
    """What must stand in ``tagging``, as a query for its columns."""
    return " UNION ALL ".join(
        f"SELECT DISTINCT value, '{kind}', {kind}.id FROM {kind}, {tags_of(f'{kind}.tags')} "
        f"WHERE value <> '' AND NOT {kind}.deleted"
        for kind in TAGGED
    )


def year_lines(found: Iterable[tuple[str, str]]) -> Iterator[YearLine]:
    """The lines of ``done`` for owners and the days on which they have something."""
    lines: dict[tuple[str, int], bytearray] = {}
    for owner, text in found:
        # A day that can't be read, because the disk lost a bit, must not keep all the others from being seen.
        with suppress(ValueError):
            day = date.fromisoformat(text)
            line = lines.setdefault((owner, day.year), bytearray(b"0" * DAYS_IN_LINE))
            line[day.timetuple().tm_yday - 1] = ord("1")
    for (owner, year), line in lines.items():
        yield owner, year, line.decode()


def done(connection: Connection) -> set[YearLine]:
    """What must stand in ``done``."""
    found = connection.rows(
        f"SELECT 'checkin', day FROM checkin WHERE NOT deleted AND {RATED} "
        + " ".join(f"UNION ALL SELECT '{kind}', day FROM {kind} WHERE NOT deleted" for kind in COUNTED_BY_DAY)
        + " UNION ALL SELECT routine, day FROM tick WHERE NOT deleted"
    )
    return set(year_lines(found))


def make_anew(connection: Connection) -> None:
    """Fill all of it anew, as part of the write under way."""
    for table, query in (("searchable", searchable()), ("tagging", tagging())):
        connection.run(f"DELETE FROM {table}")
        connection.run(f"INSERT INTO {table} ({COLUMNS[table]}) {query}")
    connection.run("INSERT INTO searchable_fts (searchable_fts) VALUES ('rebuild')")
    connection.run("DELETE FROM done")
    for line in done(connection):
        connection.run("INSERT INTO done (owner, year, days) VALUES (?, ?, ?)", line)
