"""Looking back day by day: a year of days at a glance, and all that one of them holds."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from rutbreaker.context import Context
from rutbreaker.domain.checkins import index, is_done
from rutbreaker.domain.daily_index import counts
from rutbreaker.domain.log import LOGGED, LogLine
from rutbreaker.domain.marks import marks_of_days
from rutbreaker.domain.models import Checkin, Pause
from rutbreaker.domain.pauses import covers
from rutbreaker.store.checkins import checkin_of, rated_between
from rutbreaker.store.day_by_day import first_day, routines_done, steps_done
from rutbreaker.store.days import counts_by_day, days_done, pauses
from rutbreaker.store.log import log_keys, log_lines
from rutbreaker.store.routines import expected_of, routines

MAPS = {
    "index": "How the days were",
    "checkin": "Check-ins",
    "win": "Wins",
    "gratitude": "Gratitude",
    "reflection": "Reflections",
}
"""What a year can be mapped by, beside the routines, with what a person reads for it."""

_FULL = 4
_LEGEND = {"index": ("no check-in", "high"), "checkin": ("none", "all five")}
_COUNTED = ("win", "gratitude", "reflection")
_LONG = 2
"""How many levels a reflection is worth: two on a day fill it."""


class YearMap(NamedTuple):
    """The days ``first`` to ``last`` of a year, those after ``today`` empty.

    ``levels`` are 1 to 4, for days that have something. ``marks`` say of days why they may have nothing: paused, off,
    sick, unplanned (not expected), "few ratings" (checked in without an index). ``low`` and ``high`` are words for the
    ends of the scale, ``filled`` is how many days have something. ``week_start`` is the weekday on which a drawn week
    begins, 0 for Monday.
    """

    title: str
    first: date
    last: date
    levels: Mapping[date, int]
    marks: Mapping[date, str]
    low: str
    high: str
    week_start: int

    @property
    def filled(self) -> int:
        """How many days have something."""
        return len(self.levels) + sum(mark == "few ratings" for mark in self.marks.values())


class WholeDay(NamedTuple):
    """Everything that a day holds: the check-in, all that was logged or done, the pauses, and the index as ``mean``.

    ``counts`` is false when that mean is left out of the statistics: filled in late, marked, or in a pause but a rest.
    ``timed`` are the ids of what was logged on the day itself, until its end after midnight.
    """

    day: date
    checkin: Checkin | None
    lines: tuple[LogLine, ...]
    pauses: tuple[Pause, ...]
    mean: float | None
    counts: bool
    timed: frozenset[str]


def maps(context: Context) -> list[tuple[str, str]]:
    """What a year can be mapped by, with the words for it: the kinds, then every routine by its id."""
    return [*MAPS.items(), *((routine.id, routine.text) for routine in routines(context.connection))]


def year_map(context: Context, shown: str, year: int) -> YearMap:
    """A year of days by one of ``maps``; an unknown one, as of a routine deleted since, maps how the days were."""
    titles = dict(maps(context))
    shown = shown if shown in titles else "index"
    first, last = date(year, 1, 1), date(year, 12, 31)
    levels, few = _levels(context, shown, first, last)
    expected = expected_of(context.connection, "checkin" if shown == "index" else shown)
    begun = first_day(context.connection) or context.clock.today()
    # Days before anything was logged are no gaps either.
    begun = max(begun, expected.start or begun)
    marks = marks_of_days(expected._replace(start=begun), first, max(min(last, context.clock.today()), first))
    low, high = _LEGEND.get(shown, ("none", "more") if shown in MAPS else ("not done", "done"))
    week_start = 6 if context.settings.week_start == "sunday" else 0
    return YearMap(titles[shown], first, last, levels, marks | dict.fromkeys(few, "few ratings"), low, high, week_start)


def first_year(context: Context) -> int:
    """The year of the first day with anything on it; this one while there is nothing."""
    return (first_day(context.connection) or context.clock.today()).year


def whole_day(context: Context, day: date) -> WholeDay:
    """Everything that a day holds, the check-in first, then the newest first."""
    connection = context.connection
    kinds = ["checkin", "goal", *(kind for kind in LOGGED if kind != "checkin")]
    logged = log_lines(connection, log_keys(connection, kinds, first=day, last=day))
    done = [*steps_done(connection, day, day), *routines_done(connection, day, day)]
    lines = sorted(logged, key=lambda line: line.kind != "checkin") + done
    over = [pause for pause in pauses(connection) if covers(pause, day)]
    checkin = checkin_of(connection, day)
    mean = index(checkin) if checkin else None
    timed = frozenset(line.id for line in lines if context.clock.day_of(line.at) == day)
    return WholeDay(day, checkin, tuple(lines), tuple(over), mean, checkin is not None and counts(checkin, over), timed)


def _levels(context: Context, shown: str, first: date, last: date) -> tuple[dict[date, int], list[date]]:
    """The levels of the days, and the days checked in without an index."""
    connection = context.connection
    if shown in _COUNTED:
        weight = _LONG if shown == "reflection" else 1
        counts = counts_by_day(connection, shown, first, last)
        return {day: min(weight * count, _FULL) for day, count in counts.items()}, []
    if shown not in MAPS:
        return dict.fromkeys(days_done(connection, shown).between(first, last), _FULL), []
    done = [checkin for checkin in rated_between(connection, first, last) if is_done(checkin)]
    if shown == "checkin":
        return {checkin.day: _by_ratings(checkin) for checkin in done}, []
    found = {checkin.day: index(checkin) for checkin in done}
    # 1 to 1.9 is the lowest level, 4 to 5 the highest.
    levels = {day: min(int(value), _FULL) for day, value in found.items() if value is not None}
    return levels, [day for day, value in found.items() if value is None]


def _by_ratings(checkin: Checkin) -> int:
    given = sum(rating is not None for rating in checkin[3:8])
    return min(given, _FULL - 1) if given < 5 else _FULL
