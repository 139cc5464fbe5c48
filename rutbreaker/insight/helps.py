"""What goes with better days: for each tag, how the index differs on the days that carry it.

A regression of the index on the tag, adjusted for the weekday, a slow trend and the day before; the tags are judged
together by Benjamini and Hochberg's procedure (1995) at a false discovery rate of 10 %, and the estimates drawn
towards nothing, because what stands out is usually smaller than it looks. A second question is asked of every tag
that passes: does today's index foretell tomorrow's tag? Then good days may bring the tag, and not the other way round.

It says "goes with", never "helps": only a randomised trial can say that. On simulated people with eight useless tags
it names at least one of them for about one person in ten; of real effects of half a usual up and down it finds about
two in five in 90 days, three in four in 180.
"""

from collections.abc import Mapping, Sequence
from math import sqrt
from typing import NamedTuple

from rutbreaker.insight.distributions import two_sided_t

FEWEST_CHECKINS = 45
FEWEST_ON = 8
FEWEST_OFF = 8
FALSE_DISCOVERY_RATE = 0.10

FEWEST_SEPARABLE = 0.10
"""The share of a tag's variance that must be left after the adjustments for it to be told apart from the weekday."""

_DIRECTION_LEVEL = 0.10
_TAU = 0.35
_NINETY_PERCENT = 1.645
_NOTHING = 1e-9


class Association(NamedTuple):
    """How the index goes with one tag.

    Attributes:
        tag: its name.
        estimate: the difference in points of the index between days with and without it, drawn towards 0.
        low: the lower end of the 90 % interval, in points.
        high: its upper end.
        n_on: days with the tag that have an index.
        n_off: days without it.
        p: the two-sided probability of so large a difference if there were none; 1 when nothing can be told.
        passed: whether it stands out among all tags at a false discovery rate of 10 %.
        direction_unclear: whether good days may bring the tag rather than the other way round.
        separable: whether it can be told apart from the weekday, the trend and the day before.
        enough: whether there are enough check-ins, and days with and without it, to ask at all.
    """

    tag: str
    estimate: float
    low: float
    high: float
    n_on: int
    n_off: int
    p: float
    passed: bool
    direction_unclear: bool
    separable: bool
    enough: bool


def associations(
    index: Sequence[float | None], tags: Mapping[str, Sequence[bool]], first_weekday: int
) -> list[Association]:
    """How the index goes with each tag, judged as one family; in the order of the tags.

    Args:
        index: a value from 1 to 5 for each calendar day, None where a day has none that counts.
        tags: for each tag, whether each of the same days carries it.
        first_weekday: the weekday of the first day, Monday 0 to Sunday 6.
    """
    days = [day for day, value in enumerate(index) if value is not None]
    values = [float(value) for value in index if value is not None]
    today = _Design(index, days, first_weekday)
    pairs = [place for place, day in enumerate(days) if day + 1 < len(index)]
    ahead = _Design(index, [days[place] for place in pairs], first_weekday)
    found = [_associate(tag, on, days, values, today, (ahead, pairs)) for tag, on in tags.items()]
    return _judge(found)


def _associate(
    tag: str,
    on: Sequence[bool],
    days: Sequence[int],
    values: Sequence[float],
    today: "_Design",
    tomorrow: "tuple[_Design, Sequence[int]]",
) -> Association:
    carried = [1.0 if on[day] else 0.0 for day in days]
    n_on = int(sum(carried))
    n_off = len(days) - n_on
    nothing = Association(tag, 0.0, 0.0, 0.0, n_on, n_off, 1.0, False, False, True, False)
    if len(days) < FEWEST_CHECKINS or n_on < FEWEST_ON or n_off < FEWEST_OFF:
        return nothing
    fit = today.fit(values, carried)
    if fit is None:
        return nothing._replace(separable=False, enough=True)
    slope, error, p = fit
    tau = _TAU * _spread(values)
    kept = tau**2 / (tau**2 + error**2) if tau > _NOTHING else 0.0
    estimate, half = kept * slope, _NINETY_PERCENT * sqrt(kept) * error
    ahead, places = tomorrow
    foretold = ahead.fit([values[place] for place in places], [1.0 if on[days[place] + 1] else 0.0 for place in places])
    unclear = foretold is not None and foretold[2] < _DIRECTION_LEVEL
    return nothing._replace(
        estimate=estimate, low=estimate - half, high=estimate + half, p=p, direction_unclear=unclear, enough=True
    )


def _judge(found: list[Association]) -> list[Association]:
    """Benjamini and Hochberg: the largest k for which the k-th smallest p is at most k q / m, and all before it."""
    tested = sorted(one.p for one in found if one.enough and one.separable)
    limit = 0.0
    for rank, p in enumerate(tested, 1):
        if p <= FALSE_DISCOVERY_RATE * rank / len(tested):
            limit = p
    return [one._replace(passed=one.enough and one.separable and 0.0 < limit and one.p <= limit) for one in found]


class _Design:
    """What is adjusted for on some days: the weekday, a slow trend, and yesterday's index, made orthonormal."""

    def __init__(self, index: Sequence[float | None], days: Sequence[int], first_weekday: int) -> None:
        self.columns = _orthonormal(_columns(index, days, first_weekday))
        self.count = len(days)

    def fit(self, values: Sequence[float], tag: Sequence[float]) -> tuple[float, float, float] | None:
        """Slope, its standard error, and its two-sided p; None when the tag can't be told apart from the rest."""
        e, r = self._left(values), self._left(tag)
        mean = sum(tag) / len(tag) if tag else 0.0
        whole = sum((value - mean) ** 2 for value in tag)
        own = sum(value * value for value in r)
        freedom = self.count - len(self.columns) - 1
        if whole < _NOTHING or own < FEWEST_SEPARABLE * whole or freedom < 1:
            return None
        slope = sum(a * b for a, b in zip(e, r, strict=True)) / own
        rest = sum((a - slope * b) ** 2 for a, b in zip(e, r, strict=True))
        error = sqrt(rest / freedom / own)
        if error < _NOTHING:
            return slope, error, 1.0 if abs(slope) < _NOTHING else 0.0
        return slope, error, two_sided_t(slope / error, freedom)

    def _left(self, values: Sequence[float]) -> list[float]:
        """What is left of a column once everything adjusted for is taken out."""
        left = list(values)
        for column in self.columns:
            share = sum(a * b for a, b in zip(left, column, strict=True))
            left = [a - share * b for a, b in zip(left, column, strict=True)]
        return left


def _columns(index: Sequence[float | None], days: Sequence[int], first_weekday: int) -> list[list[float]]:
    before = [index[day - 1] if day else None for day in days]
    known = [value for value in before if value is not None]
    centre = sum(known) / len(known) if known else 0.0
    return [
        [1.0] * len(days),
        *([1.0 if (first_weekday + day) % 7 == weekday else 0.0 for day in days] for weekday in range(1, 7)),
        [day / len(index) - 0.5 for day in days],
        [0.0 if value is None else value - centre for value in before],
        [1.0 if value is None else 0.0 for value in before],
    ]


def _orthonormal(columns: Sequence[Sequence[float]]) -> list[list[float]]:
    """The columns by Gram and Schmidt, without those that the others already say."""
    made: list[list[float]] = []
    for column in columns:
        whole = sum(value * value for value in column)
        left = list(column)
        for other in made:
            share = sum(a * b for a, b in zip(left, other, strict=True))
            left = [a - share * b for a, b in zip(left, other, strict=True)]
        length = sum(value * value for value in left)
        if length > _NOTHING * max(whole, 1.0):
            made.append([value / sqrt(length) for value in left])
    return made


def _spread(values: Sequence[float]) -> float:
    mean = sum(values) / len(values)
    return sqrt(sum((value - mean) ** 2 for value in values) / (len(values) - 1))
