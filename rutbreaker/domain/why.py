"""Why a streak is the number it is: the rule in force, what counted, what was paused, what would break it."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import NamedTuple

from rutbreaker.domain.course import KEPT, Course, Part, lay_out, parts, stretches, unit_now
from rutbreaker.domain.schedule import Expected, describe, in_force, is_paused
from rutbreaker.domain.streaks import WINDOW, Streak, runs_of, streak

_AHEAD = 400
_STEP = 60


class PeriodState(NamedTuple):
    """A period from ``first`` to ``last``, what it needs, how many of its days were done, and what it came to.

    ``state`` is one of: kept; open (the current one, not kept yet); missed; extra (not due, done all the same); paused;
    free (not expected).
    """

    unit: str
    first: date
    last: date
    need: int
    done: int
    state: str


class Why(NamedTuple):
    """A streak explained.

    ``rule`` says in words what is expected and what counts. ``run_from`` and ``run_to`` are the first and last day of
    the current run, None when it is empty. ``recent`` holds the periods, oldest first, back to the first one that "kept
    of planned" looks at. ``breaks`` says what would break the streak and ``breaks_on`` on which day's end: None when
    there is no run, or nothing is expected for a year. ``next_day`` is the day on which one
    more would be done (today, or the next one expected when today is done already), ``next`` the streak then, with it.
    """

    now: Streak
    rule: str
    run_from: date | None
    run_to: date | None
    recent: tuple[PeriodState, ...]
    breaks: str
    breaks_on: date | None
    next_day: date | None
    next: Streak | None


def explain(done: Collection[date], expected: Expected, *, today: date, late: bool = False) -> Why:
    """Explain the streak of something done on the days ``done``; the arguments are those of ``streak``."""
    now = streak(done, expected, today=today, late=late)
    course = lay_out(done, expected, today, _AHEAD)
    runs = runs_of(course, list(stretches(course)))
    run = runs.dates(len(runs.lengths) - 1)
    breaks, breaks_on = _breaks(course, now)
    next_day = _next_day(done, course, today)
    return Why(
        now,
        _rule(expected, now.unit, today),
        run[0] if run else None,
        min(run[1], today) if run else None,
        _recent(course, expected),
        breaks,
        breaks_on,
        next_day,
        streak({*done, next_day}, expected, today=next_day) if next_day else None,
    )


def _rule(expected: Expected, unit: str, today: date) -> str:
    schedule = in_force(expected.schedules, today)
    words = describe(schedule)
    if unit == "day":
        return (
            f"Expected {words}. Each expected day that is done adds one, and one missed ends the streak. A day that is "
            "paused or not expected does neither, and adds one when done all the same."
        )
    days = "one of its days is" if schedule.times == 1 else f"{schedule.times} of its days are"
    return (
        f"Expected {words}. A {unit} in which {days} done adds one, and one missed ends the streak. Paused days make "
        f"it need fewer; a {unit} that is paused as a whole does neither, and adds one when done all the same."
    )


def _recent(course: Course, expected: Expected) -> tuple[PeriodState, ...]:
    """Go back as far as needed for the due periods that "kept of planned" looks at, or to the first record."""
    unit = unit_now(course)
    begins = _first_record(course)
    since = course.today + 1
    walked: list[Part] = []
    while len(_counted(walked, unit, course.today)) < WINDOW[unit] and since > course.first:
        since = max(2 * since - course.today - _STEP, course.first)
        walked = [part for part in parts(course, since) if begins <= part.last and part.first <= course.today]
    counted = _counted(walked, unit, course.today)[-WINDOW[unit] :]
    told = walked[walked.index(counted[0]) :] if len(counted) == WINDOW[unit] else walked
    return tuple(_state(part, course.today, expected) for part in told)


def _counted(walked: list[Part], unit: str, today: int) -> list[Part]:
    """Return the due periods of today's unit that are over or kept."""
    return [
        part for part in walked if part.unit == unit and part.need and (part.done >= part.need or part.last < today)
    ]


def _first_record(course: Course) -> int:
    """Return the ordinal of the first day that is due or done; days before it are no part of the story."""
    return course.first + len(course.timeline) - len(course.timeline.lstrip(b"\0"))


def _state(part: Part, today: int, expected: Expected) -> PeriodState:
    first, last = date.fromordinal(part.first), date.fromordinal(part.last)
    if part.need:
        state = "kept" if part.mark == KEPT else "open" if part.last >= today else "missed"
    elif part.done:
        state = "extra"
    else:
        days = map(date.fromordinal, range(part.first, part.last + 1))
        state = "paused" if any(is_paused(day, expected) for day in days) else "free"
    return PeriodState(part.unit, first, last, part.need, part.done, state)


def _breaks(course: Course, now: Streak) -> tuple[str, date | None]:
    """Find the next period that isn't kept yet: left as it is, it would break the streak when it ends."""
    if now.current == 0:
        return f"There is no run to break: the next {now.unit} kept begins one.", None
    part = next((part for part in parts(course, course.today) if part.done < part.need), None)
    if part is None:
        return "Nothing is expected in the coming year, so nothing can break it.", None
    last = date.fromordinal(part.last)
    if part.first <= course.today and now.days_left == 0:
        return f"This {part.unit} can't be kept any more: the streak ends with it.", last
    if part.unit == "day":
        return "It breaks if that day ends without it.", last
    so_far = f" ({part.done} so far)" if part.done else ""
    return f"It breaks if that {part.unit} ends with fewer than {part.need} done{so_far}.", last


def _next_day(done: Collection[date], course: Course, today: date) -> date | None:
    if today not in done:
        return today
    found = course.timeline.find(1, course.today - course.first)
    return today + timedelta(days=found + course.first - course.today) if found >= 0 else None
