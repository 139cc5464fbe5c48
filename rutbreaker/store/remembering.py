"""What went well, as the data file can bring it back: one by its place, and the people who were named."""

from collections.abc import Sequence
from datetime import date

from rutbreaker.store.connection import Connection
from rutbreaker.store.reading import marks
from rutbreaker.store.rows import day_of


def counts_of_days(connection: Connection, kinds: Sequence[str], last: date) -> list[tuple[date, int]]:
    """How many things of these kinds each day up to ``last`` has, for days that have any, oldest first."""
    rows = connection.rows(
        f"SELECT day, count(*) FROM searchable WHERE kind IN ({marks(kinds)}) AND day <= ? GROUP BY day ORDER BY day",
        (*kinds, last.isoformat()),
    )
    return [(day_of(day), count) for day, count in rows]


def key_at(connection: Connection, kinds: Sequence[str], place: int) -> tuple[str, str] | None:
    """The key of the thing of these kinds at a place, counted from the oldest; None where there is none."""
    found = connection.row(
        f'SELECT kind, "row" FROM searchable WHERE kind IN ({marks(kinds)}) ORDER BY day, at, "row" LIMIT 1 OFFSET ?',
        (*kinds, place),
    )
    return (found[0], found[1]) if found else None


def naming_gratitude(connection: Connection) -> tuple[str, str] | None:
    """The key of the newest gratitude that names a person, or None."""
    found = connection.row(
        "SELECT id FROM gratitude WHERE NOT deleted AND person <> '' ORDER BY day DESC, at DESC, id DESC LIMIT 1"
    )
    return ("gratitude", found[0]) if found else None


def last_person(connection: Connection) -> tuple[str, date] | None:
    """The name of the person the user was in touch with last, and the day; None before the first contact."""
    found = connection.row(
        """
        SELECT person.name, contact.day FROM contact JOIN person ON person.id = contact.person
        WHERE NOT contact.deleted AND NOT person.deleted
        ORDER BY contact.day DESC, contact.at DESC, contact.id DESC LIMIT 1
        """
    )
    return (found[0], day_of(found[1])) if found else None
