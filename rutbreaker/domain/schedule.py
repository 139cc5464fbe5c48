"""What is expected when: schedules that change from a date on, pauses, marks, and the periods they are counted in."""

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from rutbreaker.domain.models import Pause, Schedule
from rutbreaker.domain.recurrence import WEEKDAYS, flags, parse_rule, per_day, rule_words
from rutbreaker.errors import BadInput

_LONG_AGO = date(1970, 1, 1)
_THEN = datetime(1970, 1, 1, tzinfo=UTC)

CHECKIN_SCHEDULE = Schedule("", _LONG_AGO, _THEN, "checkin", "day", WEEKDAYS)
"""When check-ins, wins and gratitude are expected until the user says otherwise: every weekday."""

REFLECTION_SCHEDULE = Schedule("", _LONG_AGO, _THEN, "reflection", "week", "", 1)
"""When reflections are expected until the user says otherwise: one a week."""

_MOST = {"week": 7, "month": 31}
_SATURDAY = 5


class Period(NamedTuple):
    """A day, an ISO week or a calendar month, by its first and last day; ``unit`` is "day", "week" or "month"."""

    unit: str
    first: date
    last: date


class Expected(NamedTuple):
    """Everything that decides when one thing is expected.

    ``schedules`` holds one or more, in any order. ``start`` is the first day on which something can be due (a
    routine's own; None: the first day done), ``end`` the last. ``sick`` and ``off`` are the days marked so;
    ``keeps_days_off`` is true for routines of the avenue balance, which a day off doesn't pause.
    """

    schedules: Sequence[Schedule]
    pauses: Sequence[Pause] = ()
    start: date | None = None
    end: date | None = None
    sick: Collection[date] = ()
    off: Collection[date] = ()
    keeps_days_off: bool = False


class Stint(NamedTuple):
    """A schedule and the ordinals it is in force on: from ``first`` to before ``after``."""

    schedule: Schedule
    first: int
    after: int


def period_of(day: date, unit: str) -> Period:
    """Return the day, ISO week or calendar month that ``day`` lies in."""
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return Period(unit, monday, monday + timedelta(days=6))
    if unit == "month":
        following = day.replace(day=28) + timedelta(days=4)
        return Period(unit, day.replace(day=1), following - timedelta(days=following.day))
    return Period(unit, day, day)


def check_schedule(schedule: Schedule) -> None:
    """Raise BadInput unless the schedule is days by an RRULE, 1 to 7 a week or 1 to 31 a month."""
    if schedule.per == "day":
        parse_rule(schedule.rrule)
        return
    most = _MOST.get(schedule.per)
    if most is None or schedule.times is None or not 1 <= schedule.times <= most:
        raise BadInput("A schedule is days by a rule, 1 to 7 a week, or 1 to 31 a month.")


def in_force(schedules: Sequence[Schedule], day: date) -> Schedule:
    """Return the newest schedule that holds from ``day`` or earlier; before the first one, the first holds."""
    held = [schedule for schedule in schedules if schedule.day <= day]
    return max(held, key=_age) if held else min(schedules, key=lambda schedule: schedule.day)


def _age(schedule: Schedule) -> tuple[date, datetime]:
    return schedule.day, schedule.at


def stints(schedules: Sequence[Schedule], first: int, after: int) -> list[Stint]:
    """Return which schedule is in force when, from the ordinal ``first`` to before ``after``, in order."""
    ordered = sorted(schedules, key=_age)
    starts = [schedule.day.toordinal() for schedule in ordered]
    found = []
    for index, schedule in enumerate(ordered):
        begins = first if index == 0 else max(starts[index], first)
        ends = after if index + 1 == len(ordered) else min(starts[index + 1], after)
        if begins < ends:
            found.append(Stint(schedule, begins, ends))
    return found


def expected_flags(schedules: Sequence[Schedule], first: int, after: int) -> bytearray:
    """One byte per ordinal: 1 where a day is expected, or may count towards "n a week" or "n a month"."""
    marked = bytearray()
    for schedule, begins, ends in stints(schedules, first, after):
        if schedule.per == "day":
            marked += flags(parse_rule(schedule.rrule), schedule.day, begins, ends)
        else:
            marked += b"\1" * (ends - begins)
    return marked


def expected_days(schedules: Sequence[Schedule], first: date, last: date) -> list[date]:
    """Return the days from ``first`` to ``last`` that the schedules expect, in order.

    With "n a week" or "n a month" every day may count, so every day is among them. Pauses are not looked at.
    """
    begin = first.toordinal()
    marked = expected_flags(schedules, begin, last.toordinal() + 1)
    return [date.fromordinal(begin + index) for index, flag in enumerate(marked) if flag]


def times_per_day(schedule: Schedule) -> float:
    """How often something is expected a day, for days by a rule: 1 every day, 5/7 on weekdays."""
    return per_day(parse_rule(schedule.rrule), schedule.day)


def rest(marked: bytearray, first: int, expected: Expected) -> None:
    """Take out of the flags, which begin at the ordinal ``first``, all days on which nothing is expected.

    That is before the start, after the end, in a pause, and on days marked sick or off.
    """
    length = len(marked)
    spans = [
        (pause.day.toordinal(), pause.until.toordinal() + 1 if pause.until else first + length)
        for pause in expected.pauses
    ]
    if expected.start is not None:
        spans.append((first, expected.start.toordinal()))
    if expected.end is not None:
        spans.append((expected.end.toordinal() + 1, first + length))
    for begins, ends in spans:
        low, high = max(begins - first, 0), min(ends - first, length)
        if low < high:
            marked[low:high] = bytes(high - low)
    for day in _marked_days(expected):
        index = day.toordinal() - first
        if 0 <= index < length:
            marked[index] = 0


def _marked_days(expected: Expected) -> Iterable[date]:
    yield from expected.sick
    if not expected.keeps_days_off:
        yield from expected.off


def following_day(schedules: Sequence[Schedule], day: date) -> date:
    """What "tomorrow" means at the end of a day: the next one, or Monday where the schedules leave weekends free."""
    tomorrow = day + timedelta(days=1)
    week = expected_days(schedules, tomorrow, day + timedelta(days=7))
    if tomorrow.weekday() < _SATURDAY or any(each.weekday() >= _SATURDAY for each in week):
        return tomorrow
    return tomorrow + timedelta(days=7 - tomorrow.weekday())


def is_paused(day: date, expected: Expected) -> bool:
    """Whether nothing is expected on ``day`` because of a pause or because it is marked sick or off."""
    if day in expected.sick or (day in expected.off and not expected.keeps_days_off):
        return True
    return any(pause.day <= day and (pause.until is None or day <= pause.until) for pause in expected.pauses)


def describe(schedule: Schedule) -> str:
    """Say a schedule in words: "every weekday", "Mon, Wed and Fri", "3 a week", "on the first of the month"."""
    if schedule.per == "day":
        return rule_words(parse_rule(schedule.rrule), schedule.day)
    return f"{schedule.times} a {schedule.per}"
