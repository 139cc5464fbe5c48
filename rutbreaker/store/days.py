"""Which days something was done on, and when it was expected: what streaks are made of."""

from collections.abc import Sequence
from datetime import date

from rutbreaker.domain.models import Pause, Schedule
from rutbreaker.store.connection import Connection
from rutbreaker.store.reading import many
from rutbreaker.store.rows import day_of
from rutbreaker.store.rows import days_of as read_days


def days_found(connection: Connection, query: str, parameters: Sequence[object] = ()) -> list[date]:
    """The days that a query for them finds, oldest first."""
    # One text for all of them is twice as quick as a row for each.
    joined = connection.rows(f"SELECT group_concat(day, ' ') FROM ({query})", parameters)[0][0]
    return read_days(sorted((joined or "").split()))


def days_of(connection: Connection, kind: str) -> list[date]:
    """Every day with something of a kind (``win``, ``gratitude``, ``reflection``), oldest first."""
    return days_found(connection, f"SELECT DISTINCT day FROM {kind} WHERE NOT deleted ORDER BY day")


def days_of_routine(connection: Connection, routine: str) -> list[date]:
    """Every day on which a routine was ticked, oldest first."""
    return days_found(connection, "SELECT day FROM tick WHERE routine = ? AND NOT deleted ORDER BY day", (routine,))


def days_of_routines(connection: Connection) -> dict[str, list[date]]:
    """The days on which each routine was ticked, in no order, by the routine's id."""
    # A row for each routine, not for each tick: twenty routines have tens of thousands of ticks in ten years.
    rows = connection.rows("SELECT routine, group_concat(day) FROM tick WHERE NOT deleted GROUP BY routine")
    return {routine: read_days(days.split(",")) for routine, days in rows}


def counts_by_day(connection: Connection, kind: str, first: date, last: date) -> dict[date, int]:
    """How many of a kind each day from ``first`` to ``last`` has, for the days that have any."""
    rows = connection.rows(
        f"SELECT day, count(*) FROM {kind} WHERE NOT deleted AND day BETWEEN ? AND ? GROUP BY day",
        (first.isoformat(), last.isoformat()),
    )
    return {day_of(day): count for day, count in rows}


def schedules_of(connection: Connection, owner: str) -> list[Schedule]:
    """The schedules that were set for ``checkin``, ``reflection`` or a routine, oldest first."""
    return many(connection, Schedule, "owner = ?", (owner,))


def pauses(connection: Connection) -> list[Pause]:
    """Every pause, oldest first."""
    return many(connection, Pause)
