"""When each kind is expected, gathered from the schedules, the pauses and the marked days in the data file."""

from rutbreaker.domain.schedule import CHECKIN_SCHEDULE, REFLECTION_SCHEDULE, Expected
from rutbreaker.store.checkins import marked_days
from rutbreaker.store.connection import Connection
from rutbreaker.store.days import pauses, schedules_of


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


def expected_of_kind(connection: Connection, kind: str) -> Expected:
    """When check-ins, wins, gratitude or reflections are expected, by their kind."""
    every_day = expected_every_day(connection)
    return expected_reflections(connection, every_day) if kind == "reflection" else every_day
