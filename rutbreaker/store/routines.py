"""Routines in the data file, and when each is expected."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from rutbreaker.domain.models import Goal, Pause, Routine, Schedule
from rutbreaker.domain.schedule import Expected
from rutbreaker.store.connection import Connection
from rutbreaker.store.days import schedules_of
from rutbreaker.store.expected import expected_every_day, expected_of_kind
from rutbreaker.store.reading import existing, many, one

_EVERY_DAY = "FREQ=DAILY"


def expected_routine(routine: Routine, schedules: Sequence[Schedule], every_day: Expected, goal: Goal) -> Expected:
    """When a routine of a goal is expected; without a schedule of its own, every day.

    It ends with its goal, and rests while its goal is parked, the last time that it was.
    """
    usual = Schedule("", routine.day, routine.at, routine.id, "day", _EVERY_DAY)
    return every_day._replace(
        schedules=tuple(schedules) or (usual,),
        pauses=(*every_day.pauses, *_parked(goal)),
        start=routine.day,
        end=end_of(routine, goal),
        keeps_days_off=goal.avenue == "balance",
    )


def end_of(routine: Routine, goal: Goal) -> date | None:
    """The last day on which a routine can be due: its own, or that before its goal was closed; None for no end."""
    before = None if goal.closed_on is None else goal.closed_on - timedelta(days=1)
    return min((day for day in (routine.ended_on, before) if day is not None), default=None)


def _parked(goal: Goal) -> Iterator[Pause]:
    """The days on which a goal was put aside, as a pause."""
    if goal.parked_on is None:
        return
    last = None if goal.wake is None else goal.wake - timedelta(days=1)
    if last is None or last >= goal.parked_on:
        yield Pause("", goal.parked_on, goal.at, last, "rest")


def expected_of(connection: Connection, owner: str) -> Expected:
    """When one thing is expected: ``owner`` is a kind (checkin, win, gratitude, reflection) or the id of a routine."""
    routine = one(connection, Routine, owner)
    if routine is None:
        return expected_of_kind(connection, owner)
    schedules, goal = schedules_of(connection, owner), existing(connection, Goal, routine.goal)
    return expected_routine(routine, schedules, expected_every_day(connection), goal)


def routines(connection: Connection) -> list[Routine]:
    """Every routine, those of a goal together, oldest first."""
    return many(connection, Routine, order="goal, place, day, at, id")


def schedules_by_owner(connection: Connection) -> dict[str, list[Schedule]]:
    """All schedules that were set, oldest first, by what they are for."""
    found: dict[str, list[Schedule]] = {}
    for schedule in many(connection, Schedule):
        found.setdefault(schedule.owner, []).append(schedule)
    return found


def goals_by_id(connection: Connection) -> dict[str, Goal]:
    """Every goal by its id, for the routines of many."""
    return {goal.id: goal for goal in many(connection, Goal)}
