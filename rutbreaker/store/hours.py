"""The hours worked, in the data file: at most one row a day."""

from datetime import date, timedelta

from rutbreaker.domain.models import Hours
from rutbreaker.store.connection import Connection
from rutbreaker.store.reading import many


def hours_of(connection: Connection, day: date) -> Hours | None:
    """The hours of a day, or None."""
    found = many(connection, Hours, "day = ?", (day.isoformat(),))
    return found[0] if found else None


def hours_of_week(connection: Connection, monday: date) -> list[Hours]:
    """The hours of the week that begins on ``monday``, oldest first."""
    within = (monday.isoformat(), (monday + timedelta(days=6)).isoformat())
    return many(connection, Hours, "day BETWEEN ? AND ?", within)
