"""Streaks, told by one rule for check-ins, wins, gratitude, reflections and every routine.

A period is a day, or an ISO week or calendar month for "n a week" and "n a month". It is due when its schedule expects
something and not all of it is paused; it is kept when as many of its days are done as it needs. The streak is the
number of kept periods in a row. The current period is open until it ends: it adds as soon as it is kept and breaks
nothing before. A period that isn't due neither adds nor breaks; done all the same, it adds one.
"""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from rutbreaker.domain.course import (
    EXTRA,
    KEPT,
    MISSED,
    Course,
    Part,
    Stretch,
    current,
    days_left,
    lay_out,
    stretches,
    unit_now,
)
from rutbreaker.domain.schedule import Expected

WINDOW = {"day": 28, "week": 12, "month": 12}
"""How many due periods "kept of planned" looks back on, by unit."""

_RETURN = 3
# A due day weighs at most 0.052 and each later one leaves 0.948 of it: what is older than this is below 1e-20.
_REMEMBERED = 1000


class Streak(NamedTuple):
    """How steadily something was kept.

    ``current`` and ``longest`` count periods of ``unit`` ("day", "week" or "month"), the longest from ``longest_from``
    to ``longest_to`` (the latest of equals; None while there is none). ``kept`` of ``planned`` are the last due
    periods, 28 days or 12 weeks or months at most. ``strength`` is 0 to 1. ``returns`` is how often a run of three or
    more began after a break. ``missing`` is how many done days the current period still needs. ``days_left`` is how
    many due days remain for them: None when nothing is missing, 0 when it can't be kept any more. ``at_risk`` says that
    all of them are needed.
    """

    current: int
    unit: str
    longest: int
    longest_from: date | None
    longest_to: date | None
    kept: int
    planned: int
    strength: float
    returns: int
    missing: int
    days_left: int | None
    at_risk: bool


class Runs(NamedTuple):
    """Kept periods in a row: the ``lengths`` of all runs (0 between two misses in a row; the last is the current one).

    ``firsts`` and ``lasts`` are the ordinals of all periods, the misses between the runs among them.
    """

    lengths: list[int]
    firsts: list[int]
    lasts: list[int]

    def dates(self, index: int) -> tuple[date, date] | None:
        """Return the first and the last day of a run, None when it is empty."""
        length = self.lengths[index]
        begin = sum(self.lengths[:index]) + index
        if not length:
            return None
        return date.fromordinal(self.firsts[begin]), date.fromordinal(self.lasts[begin + length - 1])


def streak(done: Collection[date], expected: Expected, *, today: date, late: bool = False) -> Streak:
    """Work out the streak of something done on the days ``done``.

    ``late`` says that the last four hours of the day have begun: before them a day is never at risk.
    """
    course = lay_out(done, expected, today)
    unit = unit_now(course)
    walked = list(stretches(course))
    runs = runs_of(course, walked)
    longest = max(runs.lengths)
    found = runs.dates(len(runs.lengths) - 1 - runs.lengths[::-1].index(longest))
    due = b"".join(stretch.marks for stretch in walked if stretch.unit == unit)
    recent = due.translate(None, bytes([EXTRA]))[-WINDOW[unit] :]
    part = current(course)
    missing = max(part.need - part.done, 0)
    left = _days_left(course, part, missing)
    return Streak(
        runs.lengths[-1],
        unit,
        longest,
        found[0] if found else None,
        min(found[1], today) if found else None,
        recent.count(KEPT),
        len(recent),
        _strength(walked),
        _returns(runs.lengths),
        missing,
        left,
        left is not None and left == missing and (late or unit != "day"),
    )


def runs_of(course: Course, walked: list[Stretch]) -> Runs:
    """Gather the runs of periods of the unit in force today.

    A run goes on over a change of unit, but only periods of today's unit are counted: forty kept days are no forty
    weeks. A period missed under the other unit breaks it all the same.
    """
    unit = unit_now(course)
    marks = bytearray()
    firsts: list[int] = []
    lasts: list[int] = []
    for stretch in walked:
        if stretch.unit == unit:
            marks += stretch.marks
            firsts += stretch.firsts
            lasts += stretch.lasts
        else:
            missed = [first for first, mark in zip(stretch.firsts, stretch.marks, strict=True) if mark == MISSED]
            marks += bytes([MISSED]) * len(missed)
            firsts += missed
            lasts += missed
    return Runs([len(run) for run in bytes(marks).split(bytes([MISSED]))], firsts, lasts)


def _days_left(course: Course, part: Part, missing: int) -> int | None:
    if not missing:
        return None
    left = days_left(course, part)
    return left if left >= missing else 0


def _returns(lengths: list[int]) -> int:
    begun = next((index for index, length in enumerate(lengths) if length), len(lengths))
    return len([length for length in lengths[begun + 1 :] if length >= _RETURN])


def _strength(walked: list[Stretch]) -> float:
    """Habit strength by Loop Habit Tracker's formula, s = s*m + v*(1 - m), one step for each due period.

    m = 0.5^(sqrt(f) * L / 13), with f the expected times a day and L the days the period stands for: for a daily
    schedule these are the numbers of Loop itself (its source, Score.kt).
    """
    strength = 0.0
    for stretch in walked:
        if stretch.unit == "day":
            due = stretch.marks.translate(None, bytes([EXTRA]))
            strength = _after_days(strength, due[-_REMEMBERED:], stretch.decay)
        for value, decay in stretch.steps:
            strength = strength * decay + value * (1 - decay)
    return strength


def _after_days(strength: float, due: bytes, decay: float) -> float:
    """Step once for each due day; a run of k kept days closes the gap to 1 by decay^k in one go."""
    runs = due.split(bytes([MISSED]))
    for run in runs[:-1]:
        strength = (1 - (1 - strength) * decay ** len(run)) * decay
    return 1 - (1 - strength) * decay ** len(runs[-1])
