"""Which days something was done on, and when it was expected: what streaks are made of."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import MAXYEAR, MINYEAR, date

from rutbreaker.domain.day_set import DaySet
from rutbreaker.domain.models import Pause, Schedule
from rutbreaker.store.connection import Connection
from rutbreaker.store.reading import many
from rutbreaker.store.rows import day_of

_FLAGS = bytes.maketrans(b"01", b"\0\1")


def days_done(connection: Connection, owner: str) -> DaySet:
    """The days on which something was done: ``owner`` is checkin, win, gratitude, reflection, or a routine's id."""
    lines = connection.rows("SELECT year, days FROM done WHERE owner = ? ORDER BY year", (owner,))
    return _joined(lines)


def all_days_done(connection: Connection) -> Mapping[str, DaySet]:
    """The same for every owner; those that never had a day have an empty set."""
    by_owner: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for owner, year, days in connection.rows("SELECT owner, year, days FROM done ORDER BY year"):
        by_owner[owner].append((year, days))
    return defaultdict(DaySet, {owner: _joined(lines) for owner, lines in by_owner.items()})


def _joined(lines: Sequence[tuple[int, str]]) -> DaySet:
    """The lines of some years, in order, as one set; a year between them that has no line has nothing."""
    begun = [(date(year, 1, 1).toordinal(), days) for year, days in lines if MINYEAR <= year <= MAXYEAR]
    if not begun:
        return DaySet()
    first, flags = begun[0][0], b""
    for ordinal, days in begun:
        # A line has room for a leap day, which most years lack.
        flags = flags[: ordinal - first].ljust(ordinal - first, b"\0") + days.encode().translate(_FLAGS)
    return DaySet(first, flags)


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
