"""Check-ins in the data file: at most one a day."""

from datetime import date

from rutbreaker.domain.models import Checkin
from rutbreaker.domain.words import RATINGS
from rutbreaker.store.connection import Connection
from rutbreaker.store.reading import many
from rutbreaker.store.rows import day_of

_RATED = "(" + " OR ".join(f"{rating} IS NOT NULL" for rating in RATINGS) + ")"


def checkin_of(connection: Connection, day: date) -> Checkin | None:
    """The check-in of a day, or None."""
    found = many(connection, Checkin, "day = ?", (day.isoformat(),))
    return found[0] if found else None


def checkins_between(connection: Connection, first: date, last: date) -> list[Checkin]:
    """The check-ins of the days from ``first`` to ``last``, oldest first."""
    return many(connection, Checkin, "day BETWEEN ? AND ?", (first.isoformat(), last.isoformat()))


def latest_checkins(connection: Connection, until: date, count: int) -> list[Checkin]:
    """The last ``count`` check-ins with a rating up to ``until``, oldest first."""
    found = many(
        connection, Checkin, f"{_RATED} AND day <= ?", (until.isoformat(),), order=f"day DESC LIMIT {int(count)}"
    )
    return found[::-1]


def marked_days(connection: Connection, mark: str) -> list[date]:
    """Every day marked ``off`` or ``sick``, oldest first."""
    rows = connection.rows("SELECT day FROM checkin WHERE mark = ? AND NOT deleted", (mark,))
    return sorted(day_of(day) for (day,) in rows)
