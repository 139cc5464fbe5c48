"""How steadily things are kept: the streak of check-ins, wins, gratitude and reflections, and the day at a glance."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from rutbreaker.context import Context
from rutbreaker.domain.day_set import DaySet
from rutbreaker.domain.schedule import Expected
from rutbreaker.domain.streaks import Streak, streak
from rutbreaker.errors import NotFound
from rutbreaker.store.days import all_days_done, days_done
from rutbreaker.store.expected import expected_every_day, expected_of_kind, expected_reflections

if TYPE_CHECKING:
    from rutbreaker.domain.why import Why

Kind = Literal["checkin", "win", "gratitude", "reflection"]

KINDS: tuple[Kind, ...] = ("checkin", "win", "gratitude", "reflection")
"""What has a streak of its own, in the order in which it is shown; so has every routine."""

KIND_TITLES: dict[str, str] = {
    "checkin": "Check-ins",
    "win": "Wins",
    "gratitude": "Gratitude",
    "reflection": "Reflections",
}
"""What a person reads for the streak of a kind."""


class Summary(NamedTuple):
    """The day at a glance.

    ``small_hours`` says that midnight has passed and the day goes on, ``streak`` is that of the check-ins, and
    ``checked_in`` whether the day has a rating.
    """

    day: date
    small_hours: bool
    streak: Streak
    checked_in: bool


class StreakRow(NamedTuple):
    """One line of the streak table: ``owner`` is a kind or the id of a routine, ``name`` what a person reads for it."""

    owner: str
    name: str
    streak: Streak


def streaks(context: Context) -> dict[str, Streak]:
    """The streak of every kind, by its name."""
    # Wins and gratitude are expected when check-ins are, so this is asked for once.
    done: dict[str, DaySet] = {kind: days_done(context.connection, kind) for kind in KINDS}
    return _of_kinds(context, done, expected_every_day(context.connection))


def streak_table(context: Context) -> list[StreakRow]:
    """The streak of every kind, and of every routine that goes on."""
    from rutbreaker.store.remembered import remembered  # which the shell's single streaks don't need

    question = ("streaks", context.clock.today(), context.clock.is_late())
    return remembered(context.connection, question, lambda: _table(context))


def _table(context: Context) -> list[StreakRow]:
    # The shell's single streaks need nothing of routines and goals.
    from rutbreaker.store.routines import end_of, expected_routine, goals_by_id, routines, schedules_by_owner

    connection = context.connection
    every_day, done = expected_every_day(connection), all_days_done(connection)
    rows = [StreakRow(kind, KIND_TITLES[kind], found) for kind, found in _of_kinds(context, done, every_day).items()]
    today = context.clock.today()
    goals = goals_by_id(connection)
    ends = [(each, end_of(each, goals[each.goal])) for each in routines(connection)]
    going_on = [each for each, end in ends if end is None or end >= today]
    if going_on:
        schedules = schedules_by_owner(connection)
        for each in going_on:
            expected = expected_routine(each, schedules.get(each.id, ()), every_day, goals[each.goal])
            rows.append(StreakRow(each.id, each.text, _streak(context, done[each.id], expected)))
    return rows


def explain_streak(context: Context, owner: str) -> "Why":
    """Why the streak of a kind, or of a routine by its id, is the number it is.

    Raises:
        NotFound: there is no such routine any more.
    """
    from rutbreaker.domain.why import explain
    from rutbreaker.store.routines import expected_of, routines

    if owner not in KINDS and all(each.id != owner for each in routines(context.connection)):
        raise NotFound("It is gone: it was deleted, perhaps from another window.")
    expected = expected_of(context.connection, owner)
    return explain(
        days_done(context.connection, owner), expected, today=context.clock.today(), late=context.clock.is_late()
    )


def streak_of(context: Context, kind: Kind) -> Streak:
    """The streak of one kind."""
    return _streak(context, days_done(context.connection, kind), expected_of_kind(context.connection, kind))


def summary(context: Context) -> Summary:
    """The day at a glance: which it is, the streak of check-ins, and whether today is checked in."""
    done = days_done(context.connection, "checkin")
    today = context.clock.today()
    found = _streak(context, done, expected_every_day(context.connection))
    return Summary(today, context.clock.is_small_hours(), found, today in done)


def _of_kinds(context: Context, done: Mapping[str, DaySet], every_day: Expected) -> dict[str, Streak]:
    shared = dict.fromkeys(KINDS, every_day) | {"reflection": expected_reflections(context.connection, every_day)}
    return {kind: _streak(context, done[kind], shared[kind]) for kind in KINDS}


def _streak(context: Context, done: DaySet, expected: Expected) -> Streak:
    return streak(done, expected, today=context.clock.today(), late=context.clock.is_late())
