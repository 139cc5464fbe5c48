"""A randomised trial of one tag: which days are with it and which without, and what came of it.

The scheme. A trial has 28 to 42 days, cut into blocks of two days from the first on (a last block may be of one). The
seven blocks of the first fortnight are on or off by the toss of a coin each; those of the second are the opposite. So
every weekday is on twice and off twice in the first 28 days. For the days after them, all patterns of their blocks are
compared by the sum over the weekdays of (on - off)^2 plus the square of that difference over all of these days; one of
those with the least sum is drawn, all alike likely. Every plan of the scheme is as likely as any other.

The analysis is by intention to treat: a day counts as what the plan said, whatever was done on it. The estimate is the
mean index of on-days less that of off-days. Its p is exact: the share of all plans of the scheme that would have given
a difference at least as large, either way (Fisher's randomisation test). The interval holds every constant effect that
this test doesn't refute at 10 %. A linear trend, weekdays and days without an index can make no effect out of nothing,
because none of them knows the plan.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import product
from math import floor, inf
from random import Random
from typing import NamedTuple

from rutbreaker.domain.models import Trial
from rutbreaker.domain.trials import FEWEST_DAYS, MOST_DAYS, TrialView

FEWEST_VALUES = 8
"""On-days and off-days with an index that a result needs, of each."""

LEVEL = 0.10
"""The p up to which a difference counts as found; the interval leaves out what is refuted at it."""

_FORTNIGHT = 14
_MIRRORED = 2 * _FORTNIGHT
_NOTHING = 1e-9

Plan = tuple[bool, ...]


class Outcome(NamedTuple):
    """What a trial came to.

    Attributes:
        difference: the mean index of on-days less that of off-days, in points.
        low, high: the 90 % interval for it; infinite where the days don't bound it.
        p: the share of all plans with a difference at least as large, either way; above 0, up to 1.
        n_on, n_off: the days with an index.
        plans: how many plans the scheme has.
    """

    difference: float
    low: float
    high: float
    p: float
    n_on: int
    n_off: int
    plans: int

    @property
    def is_enough(self) -> bool:
        """Whether there are on-days and off-days enough for a result."""
        return min(self.n_on, self.n_off) >= FEWEST_VALUES


class Adherence(NamedTuple):
    """How far the plan was kept, on days with a check-in: ``with_on`` of ``on`` on-days had the tag, and so on."""

    with_on: int
    on: int
    with_off: int
    off: int


def plan(days: int, seed: int) -> Plan:
    """Which days of a trial are on: one plan of the scheme, settled by the seed.

    Raises:
        ValueError: there are fewer than ``FEWEST_DAYS`` or more than ``MOST_DAYS``.
    """
    # Only random(), whose values for a seed never change between versions of Python.
    draw = Random(seed).random  # noqa: S311 - a toss for a trial, no secret
    first = tuple(draw() < 0.5 for _ in range(_FORTNIGHT // 2))
    rests = _rests(_checked(days) - _MIRRORED)
    return _plan(first, rests[floor(draw() * len(rests))], days)


def view_on(trial: Trial, today: date) -> TrialView | None:
    """What a trial that goes on asks of a day, without how far it was kept; None before its first day."""
    if today < trial.day:
        return None
    return TrialView(trial, plan((trial.until - trial.day).days + 1, trial.seed), today)


def all_plans(days: int) -> list[Plan]:
    """Every plan of the scheme; each is as likely as any other.

    Raises:
        ValueError: there are fewer than ``FEWEST_DAYS`` or more than ``MOST_DAYS``.
    """
    rests = _rests(_checked(days) - _MIRRORED)
    firsts = product((False, True), repeat=_FORTNIGHT // 2)
    return [_plan(first, rest, days) for first in firsts for rest in rests]


def analyse(index: Sequence[float | None], on: Sequence[bool]) -> Outcome | None:
    """What came of a trial; None while no on-day or no off-day has an index.

    Args:
        index: the index of each day of the trial, 1 to 5; None where a day has none that counts.
        on: its plan.

    Raises:
        ValueError: index and plan don't have the same length, or it is none that a trial can have.
    """
    pairs = [(value, is_on) for value, is_on in zip(index, on, strict=True) if value is not None]
    found = _difference([value for value, _ in pairs], [is_on for _, is_on in pairs])
    n_on = sum(is_on for _, is_on in pairs)
    if found is None:
        return None
    as_large, lows, highs = 0, list[float](), list[float]()
    plans = all_plans(len(on))
    for other in plans:
        share, low, high = _compared(
            pairs, [is_on for value, is_on in zip(index, other, strict=True) if value is not None], found
        )
        as_large += share
        lows.append(low)
        highs.append(high)
    place = floor(LEVEL * len(plans) + _NOTHING)
    return Outcome(
        found,
        sorted(lows)[place],
        sorted(highs, reverse=True)[place],
        as_large / len(plans),
        n_on,
        len(pairs) - n_on,
        len(plans),
    )


def adherence(tagged: Sequence[bool | None], on: Sequence[bool]) -> Adherence:
    """How far a plan was kept; ``tagged`` says of each day whether it had the tag, None without a check-in."""
    seen = [(was, is_on) for was, is_on in zip(tagged, on, strict=False) if was is not None]
    return Adherence(
        sum(was for was, is_on in seen if is_on),
        sum(is_on for _, is_on in seen),
        sum(was for was, is_on in seen if not is_on),
        sum(not is_on for _, is_on in seen),
    )


def _compared(pairs: Sequence[tuple[float, bool]], other: Sequence[bool], found: float) -> tuple[bool, float, float]:
    """Whether another plan's difference is as large; and between which constant effects it would be.

    With a constant effect d, the other plan's difference is a - d b, where b is the share of its on-days that were on
    less that of its off-days; that found is ``found`` - d. The first is as large as the second for every d between
    (found - a)/(1 - b) and (found + a)/(1 + b).
    """
    difference = _difference([value for value, _ in pairs], other)
    overlap = _difference([float(is_on) for _, is_on in pairs], other)
    if difference is None or overlap is None or abs(overlap) > 1 - _NOTHING:
        # It says nothing, or the same again: never counted as a reason to refute.
        return True, -inf, inf
    ends = (found - difference) / (1 - overlap), (found + difference) / (1 + overlap)
    return abs(difference) >= abs(found) - _NOTHING, min(ends), max(ends)


def _difference(values: Sequence[float], on: Sequence[bool]) -> float | None:
    """The mean of the on-days less that of the off-days; None when there are none of one kind."""
    n_on = sum(on)
    if not 0 < n_on < len(values):
        return None
    total = sum(value for value, is_on in zip(values, on, strict=True) if is_on)
    return total / n_on - (sum(values) - total) / (len(values) - n_on)


def _checked(days: int) -> int:
    if not FEWEST_DAYS <= days <= MOST_DAYS:
        raise ValueError(f"a trial has {FEWEST_DAYS} to {MOST_DAYS} days, not {days}")
    return days


def _plan(first: Sequence[bool], rest: Sequence[bool], days: int) -> Plan:
    blocks = (*first, *(not is_on for is_on in first), *rest)
    return tuple(is_on for is_on in blocks for _ in range(2))[:days]


@cache
def _rests(days: int) -> tuple[Plan, ...]:
    """The patterns of the blocks of the last days, at most 14, that are balanced best."""
    patterns = list(product((False, True), repeat=(days + 1) // 2))
    sums = [sum(_imbalances(pattern, days)) for pattern in patterns]
    return tuple(pattern for pattern, one in zip(patterns, sums, strict=True) if one == min(sums))


def _imbalances(blocks: Sequence[bool], days: int) -> Iterator[int]:
    """The squares of on less off, for every weekday and for all days."""
    signs = [1 if is_on else -1 for is_on in blocks for _ in range(2)][:days]
    yield sum(signs) ** 2
    for weekday in range(7):
        yield sum(signs[weekday::7]) ** 2
