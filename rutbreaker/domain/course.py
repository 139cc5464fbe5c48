"""How it went: done days and what was expected, walked through period by period.

Each day is one byte of a timeline, and whole stretches are counted and split at once, never day by day: ten years of a
daily routine take well under a millisecond. Days are ordinals (``date.toordinal``) in here.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator
from datetime import date
from functools import lru_cache
from itertools import compress, pairwise, takewhile
from math import sqrt
from operator import sub
from typing import NamedTuple

from rutbreaker.domain.day_set import DaySet
from rutbreaker.domain.schedule import Expected, Stint, expected_flags, period_of, rest, stints, times_per_day

MISSED, EXTRA, KEPT = 1, 2, 3
"""What a period came to, as a byte: due and not kept; not due and done all the same; due and kept."""

_OPEN = 0, (0.0, 0.0)
"""What a period is that neither adds nor breaks, with a step that isn't taken."""


class Part(NamedTuple):
    """One period as it stands: ``need`` and ``done`` days.

    ``first`` and ``last`` are ordinals, cut where another unit takes over. ``weight`` is the expected times of the
    period's unpaused days, ``open_days``, summed up: n for each of them where it is "n a week". ``length`` is the days
    of the whole period.
    """

    unit: str
    first: int
    last: int
    need: int
    done: int
    open_days: int
    weight: int
    length: int

    @property
    def mark(self) -> int:
        """MISSED, EXTRA, KEPT, or 0 when nothing was due and nothing done."""
        if self.need:
            return KEPT if self.done >= self.need else MISSED
        return EXTRA if self.done else 0


class Stretch(NamedTuple):
    """Periods of one unit in a row, without those that neither add nor break and without an open current one.

    ``marks`` has a byte for each, ``firsts`` and ``lasts`` their first and last ordinals. ``steps`` holds, for each
    due one, how far it was kept (0 to 1) and its decay; for days, which are all alike, there is ``decay`` alone.
    """

    unit: str
    marks: bytes
    firsts: list[int]
    lasts: list[int]
    decay: float
    steps: list[tuple[float, float]]


class Course(NamedTuple):
    """A timeline and who rules it when: ``timeline[i]`` is the ordinal ``first + i``; bit 1 is due, bit 2 is done."""

    timeline: bytearray
    first: int
    today: int
    groups: list[list[Stint]]


def lay_out(done: Collection[date], expected: Expected, today: date, ahead: int = 0) -> Course:
    """Lay out the timeline from the first day that counts to the end of the current week and month.

    Days done after ``today`` are left out. Without ``expected.start`` nothing is due before the first day done.
    ``ahead`` days are added at the end.
    """
    now = today.toordinal()
    days = DaySet.of(done)
    earliest = min(days.earliest or today, today)
    start = expected.start or earliest
    first = _whole_periods(min(earliest, start))
    after = max(period_of(today, unit).last.toordinal() for unit in ("week", "month")) + 1 + ahead
    marked = expected_flags(expected.schedules, first, after)
    rest(marked, first, expected._replace(start=start))
    marked = _overlaid(marked, days.flags_between(first, now + 1).ljust(len(marked), b"\0"))
    groups: list[list[Stint]] = []
    for stint in stints(expected.schedules, first, after):
        if groups and stint.schedule.per == groups[-1][0].schedule.per != "day":
            groups[-1].append(stint)
        else:
            groups.append([stint])
    return Course(marked, first, now, groups)


def _overlaid(due: bytearray, was_done: bytes) -> bytearray:
    """Due as bit 1 and done as bit 2 of each byte: as no byte overflows, one addition of two long numbers does it."""
    total = int.from_bytes(due) + EXTRA * int.from_bytes(was_done)
    return bytearray(total.to_bytes(len(due)))


def _whole_periods(day: date) -> int:
    return min(period_of(day, unit).first.toordinal() for unit in ("week", "month"))


def unit_now(course: Course) -> str:
    """Return the unit of the schedule in force today: "day", "week" or "month"."""
    return next(group[0].schedule.per for group in course.groups if group[-1].after > course.today)


def current(course: Course) -> Part:
    """Return the period that today lies in."""
    return next(parts(course, course.today))


def parts(course: Course, since: int) -> Iterator[Part]:
    """Walk through all periods from the one that holds the ordinal ``since`` to the end of the timeline."""
    for group in course.groups:
        if group[-1].after > since:
            bounds = _bounds(group, max(since, group[0].first))
            for begins, ends in pairwise(bounds):
                yield _part(course, group, begins, ends)


def _bounds(group: list[Stint], since: int) -> list[int]:
    """Where each period of the group begins, from the one that holds ``since`` on, and at last where the group ends."""
    unit, first, after = group[0].schedule.per, group[0].first, group[-1].after
    if unit == "day":
        return list(range(since, after + 1))
    begins = period_of(date.fromordinal(since), unit).first
    if unit == "week":
        found = list(range(begins.toordinal(), after, 7))
    else:
        months = range(begins.year * 12 + begins.month - 1, 12 * 9999)
        starts = (date(month // 12, month % 12 + 1, 1).toordinal() for month in months)
        found = list(takewhile(lambda start: start < after, starts))
    found[0] = max(found[0], first)
    return [*found, after]


def _part(course: Course, group: list[Stint], begins: int, ends: int) -> Part:
    """Take the period from ``begins`` to before ``ends``; the group's schedules may change within it.

    need = ceil(n x unpaused days / days), where "n x unpaused days" is the sum of each unpaused day's own n; never more
    than the unpaused days, as with 31 a month in February.
    """
    base, unit = course.first, group[0].schedule.per
    codes = course.timeline[begins - base : ends - base]
    kept = codes.count(KEPT)
    unpaused = codes.count(MISSED) + kept
    length = _whole_length(unit, begins, ends)
    if unit == "day":
        weight = unpaused
    elif len(group) == 1:
        weight = (group[0].schedule.times or 0) * unpaused
    else:
        weight = sum(_weight(course, stint, begins, ends) for stint in group)
    need = _need(weight, length, unpaused)
    return Part(unit, begins, ends - 1, need, codes.count(EXTRA) + kept, unpaused, weight, length)


def _need(weight: int, length: int, unpaused: int) -> int:
    """The days that a period needs, of the weight of its unpaused days; never more than there are of these."""
    return min(-(-weight // length), unpaused)


def _whole_length(unit: str, begins: int, ends: int) -> int:
    """The days of the whole period that lies from ``begins`` to before ``ends``, where another unit may have cut it."""
    if unit == "week":
        return 7
    if unit == "day" or ends - begins == 31:
        return ends - begins
    return period_of(date.fromordinal(begins), unit).last.day


def _weight(course: Course, stint: Stint, begins: int, ends: int) -> int:
    low, high = max(begins, stint.first) - course.first, min(ends, stint.after) - course.first
    codes = course.timeline[low : max(high, low)]
    return (stint.schedule.times or 0) * (codes.count(MISSED) + codes.count(KEPT))


def days_left(course: Course, part: Part) -> int:
    """Count the due days of a period from today on that aren't done yet."""
    begins = max(part.first, course.today)
    return course.timeline[begins - course.first : part.last + 1 - course.first].count(MISSED)


def stretches(course: Course) -> Iterator[Stretch]:
    """Sum up the whole timeline until today, one stretch for each schedule by days, one for each unit otherwise."""
    for group in course.groups:
        if group[0].first <= course.today:
            yield _days(course, group[0]) if group[0].schedule.per == "day" else _longer(course, group)


def _days(course: Course, stint: Stint) -> Stretch:
    """Each due day stands for 1/f calendar days, so the exponent of its decay is sqrt(f) / f / 13."""
    after = min(stint.after, course.today + 1)
    codes = course.timeline[stint.first - course.first : after - course.first]
    if after > course.today and codes[-1] == MISSED:
        codes[-1] = 0
    firsts = list(compress(range(stint.first, after), codes))
    decay = 0.5 ** (1 / sqrt(times_per_day(stint.schedule)) / 13)
    return Stretch("day", bytes(codes.translate(None, b"\0")), firsts, firsts, decay, [])


def _longer(course: Course, group: list[Stint]) -> Stretch:
    unit, starts = group[0].schedule.per, _bounds(group, group[0].first)
    begun = bisect_right(starts, course.today, 0, len(starts) - 1)
    firsts, afters = starts[:begun], starts[1 : begun + 1]
    if len(group) == 1:
        base, timeline = course.first, bytes(course.timeline)
        weigh = _like_another if unit == "week" else _weigh
        times = group[0].schedule.times or 0
        lengths = list(map(sub, afters, firsts))
        # Another unit may cut the first one and the last.
        for place in (0, -1):
            lengths[place] = _whole_length(unit, firsts[place], afters[place])
        weighed = [
            weigh(timeline[first - base : after - base], length, times)
            for first, after, length in zip(firsts, afters, lengths, strict=True)
        ]
    else:
        weighed = [_step(_part(course, group, first, after)) for first, after in zip(firsts, afters, strict=True)]
    if weighed[-1][0] == MISSED and afters[-1] > course.today:
        weighed[-1] = _OPEN
    marks = bytes([mark for mark, _ in weighed])
    return Stretch(
        unit,
        marks.translate(None, b"\0"),
        list(compress(firsts, marks)),
        [after - 1 for after in compress(afters, marks)],
        1.0,
        [step for mark, step in weighed if mark in (MISSED, KEPT)],
    )


def _step(part: Part) -> tuple[int, tuple[float, float]]:
    """What a week or month came to, and its step: how far it was kept, and its decay.

    It stands for its unpaused days, L; with f = weight / length / L the exponent sqrt(f) * L is the root below.
    """
    value = min(1.0, part.done / part.need) if part.need else 0.0
    return part.mark, (value, 0.5 ** (sqrt(part.weight * part.open_days / part.length) / 13))


def _weigh(codes: bytes, length: int, times: int) -> tuple[int, tuple[float, float]]:
    """The same for the days of a period under one schedule."""
    return _counted(codes.count(KEPT), codes.count(MISSED), codes.count(EXTRA), length, times)


_like_another = lru_cache(maxsize=4096)(_weigh)
"""The same for weeks, most of which are like one before, day by day."""


@lru_cache(maxsize=4096)
def _counted(kept: int, missed: int, extra: int, length: int, times: int) -> tuple[int, tuple[float, float]]:
    """The same by how many of its days are what, which months have in common where no two are alike day by day."""
    unpaused = kept + missed
    weight = times * unpaused
    need = _need(weight, length, unpaused)
    return _step(Part("", 0, 0, need, extra + kept, unpaused, weight, length))
