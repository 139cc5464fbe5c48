"""Check-ins in the data file: at most one a day, whole, or by their ratings without the texts where there are many."""

from datetime import date, timedelta

from rutbreaker.domain.models import Checkin
from rutbreaker.domain.words import RATINGS
from rutbreaker.store.connection import Connection
from rutbreaker.store.reading import many
from rutbreaker.store.rows import day_of, moment_of

LOOKED_BACK = timedelta(days=500)
"""How far back slumps are looked for: a year of them, each with its baseline before it."""

_FIELDS = f"id, day, {', '.join(RATINGS)}, mark, rated_on, tags"

RATED = "(" + " OR ".join(f"{rating} IS NOT NULL" for rating in RATINGS) + ")"
"""That a check-in has at least one rating, as SQL."""


def checkin_of(connection: Connection, day: date) -> Checkin | None:
    """The check-in of a day, or None."""
    found = many(connection, Checkin, "day = ?", (day.isoformat(),))
    return found[0] if found else None


def checkins_between(connection: Connection, first: date, last: date) -> list[Checkin]:
    """The check-ins of the days from ``first`` to ``last``, oldest first."""
    return many(connection, Checkin, "day BETWEEN ? AND ?", (first.isoformat(), last.isoformat()))


def rated_between(connection: Connection, first: date, last: date) -> list[Checkin]:
    """The check-ins from ``first`` to ``last`` by ratings, mark and tags, oldest first; their texts are not read.

    Their ``at`` is one moment for all: it isn't read either.
    """
    rows = connection.rows(
        f"SELECT {_FIELDS} FROM checkin WHERE NOT deleted AND day BETWEEN ? AND ? ORDER BY day",
        (first.isoformat(), last.isoformat()),
    )
    at = moment_of("1970-01-01T00:00:00.000Z", 0)
    found = []
    for row, written, energy, interest, pressure, progress, people, mark, rated_on, tags in rows:
        day = day_of(written)
        rated = day if rated_on == written else day_of(rated_on) if rated_on else None
        words = tuple(tags.split()) if tags else ()
        found.append(
            Checkin(row, day, at, energy, interest, pressure, progress, people, None, None, "", words, mark, rated)
        )
    return found


def rated_lately(connection: Connection, today: date) -> list[Checkin]:
    """The check-ins that slumps are looked for in, as ``rated_between`` gives them; read once until the data change."""
    from rutbreaker.store.remembered import remembered  # which many a command doesn't need

    return remembered(
        connection, ("rated lately", today), lambda: rated_between(connection, today - LOOKED_BACK, today)
    )


def latest_checkins(connection: Connection, until: date, count: int) -> list[Checkin]:
    """The last ``count`` check-ins with a rating up to ``until``, oldest first."""
    found = many(
        connection, Checkin, f"{RATED} AND day <= ?", (until.isoformat(),), order=f"day DESC LIMIT {int(count)}"
    )
    return found[::-1]


def marked_days(connection: Connection, mark: str) -> list[date]:
    """Every day marked ``off`` or ``sick``, oldest first."""
    rows = connection.rows("SELECT day FROM checkin WHERE mark = ? AND NOT deleted", (mark,))
    return sorted(day_of(day) for (day,) in rows)
