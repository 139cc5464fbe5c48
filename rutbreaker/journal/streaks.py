"""How steadily things are kept: the streak of check-ins, wins, gratitude and reflections, and the day at a glance."""

from datetime import date, timedelta
from typing import Literal, NamedTuple

from rutbreaker.context import Context
from rutbreaker.domain.schedule import CHECKIN_SCHEDULE, REFLECTION_SCHEDULE, Expected
from rutbreaker.domain.streaks import Streak, streak
from rutbreaker.store.checkins import marked_days, rated_days
from rutbreaker.store.days import days_of, pauses, schedules_of

Kind = Literal["checkin", "win", "gratitude", "reflection"]

KINDS: tuple[Kind, ...] = ("checkin", "win", "gratitude", "reflection")
"""What has a streak of its own, in the order in which it is shown."""

_LATE = timedelta(hours=4)


class Summary(NamedTuple):
    """The day at a glance.

    ``small_hours`` says that midnight has passed and the day goes on, ``streak`` is that of the check-ins, and
    ``checked_in`` whether the day has a rating.
    """

    day: date
    small_hours: bool
    streak: Streak
    checked_in: bool


def streaks(context: Context) -> dict[str, Streak]:
    """The streak of every kind, by its name."""
    # Wins and gratitude are expected when check-ins are, so this is asked for once.
    expected = expected_of(context, "checkin")
    shared = dict.fromkeys(KINDS, expected) | {"reflection": _for_reflections(context, expected)}
    return {kind: _streak(context, done_days(context, kind), shared[kind]) for kind in KINDS}


def streak_of(context: Context, kind: Kind) -> Streak:
    """The streak of one kind."""
    return _streak(context, done_days(context, kind), expected_of(context, kind))


def summary(context: Context) -> Summary:
    """The day at a glance: which it is, the streak of check-ins, and whether today is checked in."""
    done = done_days(context, "checkin")
    today = context.clock.today()
    found = _streak(context, done, expected_of(context, "checkin"))
    return Summary(today, context.clock.is_small_hours(), found, today in done)


def done_days(context: Context, kind: Kind) -> list[date]:
    """Every day on which something of the kind was done, oldest first."""
    return rated_days(context.connection) if kind == "checkin" else days_of(context.connection, kind)


def expected_of(context: Context, kind: Kind) -> Expected:
    """When the kind is expected: by the check-in's schedule for all but reflections, less pauses and marked days."""
    connection = context.connection
    expected = Expected(
        (CHECKIN_SCHEDULE, *schedules_of(connection, "checkin")),
        pauses(connection),
        sick=marked_days(connection, "sick"),
        off=marked_days(connection, "off"),
    )
    return _for_reflections(context, expected) if kind == "reflection" else expected


def _for_reflections(context: Context, expected: Expected) -> Expected:
    return expected._replace(schedules=(REFLECTION_SCHEDULE, *schedules_of(context.connection, "reflection")))


def _streak(context: Context, done: list[date], expected: Expected) -> Streak:
    clock = context.clock
    today = clock.today()
    return streak(done, expected, today=today, late=clock.day_of(clock.now() + _LATE) > today)
