"""The index and each rating over time, with the person's own usual range."""

from datetime import date, timedelta
from typing import NamedTuple

from rutbreaker.context import Context
from rutbreaker.domain.checkins import index, is_done
from rutbreaker.domain.daily_index import counts, daily_index
from rutbreaker.domain.models import Checkin
from rutbreaker.domain.usual import FEWEST_TO_DRAW, INDEX_PRIOR_SD, PRIOR_SD, UntilUsual, until_usual, usual
from rutbreaker.domain.weekend import WeekendGap
from rutbreaker.domain.words import RATINGS
from rutbreaker.store.checkins import rated_between
from rutbreaker.store.days import pauses

MEASURES = ("index", *RATINGS)
"""What can be charted."""

SPANS = (30, 90, 365)
"""Over how many days."""

_BASELINE = timedelta(days=100)
_WEEKENDS = timedelta(days=182)
"""Over how many days weekends are held against weekdays: half a year, in whole weeks."""


class Series(NamedTuple):
    """A measure day by day from ``first`` to today, None where there is no value.

    ``band`` is the usual range as it stands today (see ``domain/usual.py``); while there is none, ``until_usual`` says
    what is missing. ``until_drawn`` is how many more check-ins there must be before a line is drawn at all.
    """

    measure: str
    first: date
    values: tuple[float | None, ...]
    band: tuple[float, float] | None
    until_usual: UntilUsual | None
    until_drawn: int

    @property
    def filled(self) -> int:
        """How many days have a value."""
        return sum(value is not None for value in self.values)


def series(context: Context, measure: str, days: int) -> Series:
    """One of ``MEASURES`` over the last ``days`` days, today among them."""
    today = context.clock.today()
    first = today - timedelta(days=days - 1)
    found = rated_between(context.connection, min(first, today - _BASELINE), today)
    over = pauses(context.connection)
    values = {checkin.day: value for checkin in found if (value := _value(checkin, measure)) is not None}
    steady = {checkin.day: values[checkin.day] for checkin in found if checkin.day in values and counts(checkin, over)}
    range_now = usual(steady, today, INDEX_PRIOR_SD if measure == "index" else PRIOR_SD)
    return Series(
        measure,
        first,
        tuple(values.get(first + timedelta(days=place)) for place in range(days)),
        (range_now.mean - range_now.sd, range_now.mean + range_now.sd) if range_now else None,
        None if range_now else until_usual(steady, today),
        max(FEWEST_TO_DRAW - sum(map(is_done, found)), 0),
    )


def weekends(context: Context) -> WeekendGap:
    """How weekends differed from weekdays over the last half-year."""
    from rutbreaker.insight.weekend import weekend_gap

    today, connection = context.clock.today(), context.connection
    checkins = rated_between(connection, today - _WEEKENDS, today)
    first, values = daily_index(checkins, pauses(connection), today)
    return weekend_gap(values, first.weekday())


def _value(checkin: Checkin, measure: str) -> float | None:
    return index(checkin) if measure == "index" else getattr(checkin, measure)
