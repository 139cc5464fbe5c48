"""When each thing is expected, gathered from the schedules, the pauses and the marked days in the data file."""

from collections.abc import Sequence

from rutbreaker.domain.models import Routine, Schedule
from rutbreaker.domain.schedule import CHECKIN_SCHEDULE, REFLECTION_SCHEDULE, Expected
from rutbreaker.store.checkins import marked_days
from rutbreaker.store.connection import Connection
from rutbreaker.store.days import pauses, schedules_of
from rutbreaker.store.reading import many, one

_EVERY_DAY = "FREQ=DAILY"


def expected_every_day(connection: Connection) -> Expected:
    """When check-ins, wins and gratitude are expected: by the check-in's schedule, less pauses and marked days."""
    return Expected(
        (CHECKIN_SCHEDULE, *schedules_of(connection, "checkin")),
        pauses(connection),
        sick=marked_days(connection, "sick"),
        off=marked_days(connection, "off"),
    )


def expected_reflections(connection: Connection, every_day: Expected) -> Expected:
    """When reflections are expected, with the pauses and marks of ``every_day``."""
    return every_day._replace(schedules=(REFLECTION_SCHEDULE, *schedules_of(connection, "reflection")))


def expected_routine(
    routine: Routine, schedules: Sequence[Schedule], every_day: Expected, *, keeps_days_off: bool
) -> Expected:
    """When a routine is expected; without a schedule of its own, every day."""
    usual = Schedule("", routine.day, routine.at, routine.id, "day", _EVERY_DAY)
    return every_day._replace(
        schedules=tuple(schedules) or (usual,),
        start=routine.day,
        end=routine.ended_on,
        keeps_days_off=keeps_days_off,
    )


def expected_of(connection: Connection, owner: str) -> Expected:
    """When one thing is expected: ``owner`` is a kind (checkin, win, gratitude, reflection) or the id of a routine."""
    every_day = expected_every_day(connection)
    if owner == "reflection":
        return expected_reflections(connection, every_day)
    routine = one(connection, Routine, owner)
    if routine is None:
        return every_day
    kept = routine.goal in goals_of_balance(connection)
    return expected_routine(routine, schedules_of(connection, owner), every_day, keeps_days_off=kept)


def routines(connection: Connection) -> list[Routine]:
    """Every routine, those of a goal together, oldest first."""
    return many(connection, Routine, order="goal, place, day, at, id")


def schedules_by_owner(connection: Connection) -> dict[str, list[Schedule]]:
    """All schedules that were set, oldest first, by what they are for."""
    found: dict[str, list[Schedule]] = {}
    for schedule in many(connection, Schedule):
        found.setdefault(schedule.owner, []).append(schedule)
    return found


def goals_of_balance(connection: Connection) -> set[str]:
    """The ids of the goals of the avenue balance, whose routines a day off doesn't pause."""
    rows = connection.rows("SELECT id FROM goal WHERE avenue = 'balance' AND NOT deleted")
    return {row for (row,) in rows}
