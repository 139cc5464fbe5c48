"""When things are expected, in the user's words; a change holds from its date on and leaves the past as it was."""

from datetime import date

from rutbreaker.context import Context
from rutbreaker.domain.models import Schedule
from rutbreaker.domain.schedule import check_schedule, describe, in_force
from rutbreaker.domain.schedule_words import read_schedule
from rutbreaker.store.days import schedules_of
from rutbreaker.store.history import put
from rutbreaker.store.routines import expected_of

SHARED = {"win": "checkin", "gratitude": "checkin"}
"""The kinds that are expected when another one is."""


def set_schedule(context: Context, owner: str, words: str, *, day: date | None = None) -> Schedule:
    """Expect something by other rules from ``day`` (today) on, such as "every weekday", "mon wed fri" or "3 a week".

    ``owner`` is checkin, reflection or the id of a routine; wins and gratitude go by the check-in's. The schedule then
    in force.

    Raises:
        BadInput: the words can't be understood.
    """
    owner = SHARED.get(owner, owner)
    day = context.clock.today() if day is None else day
    per, rrule, times = read_schedule(words, day)
    with context.act("schedule") as doing:
        standing = in_force(expected_of(context.connection, owner).schedules, day)
        if (standing.per, standing.rrule, standing.times) == (per, rrule, times):
            return standing
        same_day = [each.id for each in schedules_of(context.connection, owner) if each.day == day]
        schedule = Schedule(
            same_day[-1] if same_day else doing.new_id(), day, context.clock.now(), owner, per, rrule, times
        )
        check_schedule(schedule)
        doing.title = f"schedule: {describe(schedule)}"
        put(doing, schedule)
    return schedule


def schedule_words(context: Context, owner: str) -> str:
    """The schedule in force today, in words that ``set_schedule`` understands."""
    return describe(in_force(expected_of(context.connection, owner).schedules, context.clock.today()))
