"""What next moves need beside goals and people, in the data file: what was put off, rulers, options."""

from datetime import date

from rutbreaker.domain.models import Snooze
from rutbreaker.store.connection import Connection
from rutbreaker.store.reading import many
from rutbreaker.store.rows import day_of


def put_off_on(connection: Connection, today: date) -> list[Snooze]:
    """What is put off until a day after ``today``."""
    return many(connection, Snooze, "until > ?", (today.isoformat(),))


def last_readings(connection: Connection) -> dict[str, date]:
    """The day of the last reading of each ruler that has one."""
    rows = connection.rows("SELECT kind, max(day) FROM ruler WHERE NOT deleted GROUP BY kind")
    return {kind: day_of(day) for kind, day in rows}


def has_options(connection: Connection) -> bool:
    """Whether a change is thought about in earnest: there is an option for one."""
    return bool(connection.rows("SELECT 1 FROM option WHERE NOT deleted LIMIT 1"))
