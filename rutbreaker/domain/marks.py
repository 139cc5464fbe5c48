"""Why a day may be empty: it was paused, marked, or nothing was expected on it."""

from datetime import date, timedelta

from rutbreaker.domain.schedule import Expected, expected_flags


def marks_of_days(expected: Expected, first: date, last: date) -> dict[date, str]:
    """Why the days from ``first`` to ``last`` may be empty: paused, off, sick, or unplanned; other days are left out.

    Days before ``expected.start`` are unplanned too.
    """
    origin = first.toordinal()
    flags = expected_flags(expected.schedules, origin, last.toordinal() + 1)
    begins = expected.start or first
    days = [first + timedelta(days=place) for place in range(len(flags))]
    marks = {day: "unplanned" for day, flag in zip(days, flags, strict=True) if not flag or day < begins}
    for pause in expected.pauses:
        start, ends = max(pause.day, first), min(pause.until or last, last)
        marks |= {start + timedelta(days=place): "paused" for place in range((ends - start).days + 1)}
    off = () if expected.keeps_days_off else expected.off
    for mark, marked in (("off", off), ("sick", expected.sick)):
        marks |= {day: mark for day in marked if first <= day <= last}
    return marks
