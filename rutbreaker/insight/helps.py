"""What goes with better days: for each tag, how the index differs on the days that carry it.

A regression of the index on the tag, adjusted for the weekday, a slow trend and the day before; the tags are judged
together by the procedure of Benjamini and Hochberg (1995) at a false discovery rate of 10 %, and the estimates drawn
towards nothing, because what stands out is usually smaller than it looks. A second question is asked of every tag:
does today's index foretell tomorrow's tag? Then good days may bring the tag, and not the other way round.

It says "goes with", never "helps": only a randomised trial can say that. On simulated people with eight useless tags
it names at least one of them for about one person in ten; of real effects of half a usual up and down it finds about
two in five in 90 days, three in four in 180. Of the 90 % intervals of all tags about 90 % hold what the tag does; of
those of tags that pass, which are picked because they look large, only seven or eight in ten.

The weekdays are taken out by holding each day against the mean of its weekday, which leaves the same as a column for
each weekday would (Frisch and Waugh 1933); the rest follows from sums of products, and those of any stretch of days
from running sums, so that ten years with twelve tags take some twenty milliseconds.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from math import isfinite, sqrt
from operator import mul
from typing import NamedTuple

from rutbreaker.domain.helps import FEWEST_CHECKINS, FEWEST_DAYS
from rutbreaker.insight.distributions import two_sided_t

STILL_OFF_DAYS = 14
"""So many days after its last use a tag still counts as left out; later it is taken as no longer kept."""

FALSE_DISCOVERY_RATE = 0.10
"""The share of tags, of those said to go with better or worse days, that may be there by chance."""

FEWEST_SEPARABLE = 0.10
"""The share of a tag's variance that must be left after the adjustments for it to be told apart from the weekday."""

_DIRECTION_LEVEL = 0.10
_TAU = 0.35
_NINETY_PERCENT = 1.645
_WEEKDAYS = range(7)
_NOTHING = 1e-9

_ADJUSTED = (0, 1, 2)
_VALUE, _TAG = 3, 4
"""Places of the columns: a trend, yesterday's index, whether that is missing; the index itself; the tag."""


class Association(NamedTuple):
    """How the index goes with one tag.

    Attributes:
        tag: its name.
        estimate: the difference in points of the index between days with and without it, drawn towards 0.
        low: the lower end of the 90 % interval, in points.
        high: its upper end.
        n_on: days with the tag that have an index.
        n_off: days without it, from its first use until 14 days after its last, that have one.
        passed: whether it stands out among all tags at a false discovery rate of 10 %.
        direction_unclear: whether good days may bring the tag rather than the other way round.
        separable: whether it can be told apart from the weekday, the trend and the day before.
        p: the two-sided probability of so large a difference if there were none; 1 when nothing can be told.
        enough: whether there are enough check-ins, and days with and without it, to ask at all.
    """

    tag: str
    estimate: float
    low: float
    high: float
    n_on: int
    n_off: int
    passed: bool
    direction_unclear: bool
    separable: bool
    p: float
    enough: bool


def associations(
    index: Sequence[float | None], tags: Mapping[str, Sequence[bool | None]], first_weekday: int
) -> list[Association]:
    """How the index goes with each tag, judged as one family; in the order of the tags.

    What can't be told is told so by ``enough`` and ``separable``; then all figures are 0 and p is 1.

    Args:
        index: a value from 1 to 5 for each calendar day, None where a day has none that counts.
        tags: for each tag, whether each of the same days carries it; None for all tags where nobody knows, because
            there was no check-in to carry one.
        first_weekday: the weekday of the first day, Monday 0 to Sunday 6.

    Raises:
        ValueError: a tag has more days or fewer than the index.
    """
    for tag, on in tags.items():
        if len(on) != len(index):
            raise ValueError(f"The tag {tag!r} has {len(on)} days, the index {len(index)}.")
    values = [value if value is not None and isfinite(value) else None for value in index]
    known = [None not in day for day in zip(*tags.values(), strict=True)]
    today = _Stretch(values, known, first_weekday, ahead=0)
    tomorrow = _Stretch(values, known, first_weekday, ahead=1)
    return _judged([_associated(tag, on, today, tomorrow) for tag, on in tags.items()])


def _associated(tag: str, on: Sequence[bool | None], today: "_Stretch", tomorrow: "_Stretch") -> Association:
    used = [day for day, carries in enumerate(on) if carries]
    first, after = (used[0], used[-1] + STILL_OFF_DAYS + 1) if used else (0, 0)
    begin, end, carried = today.within(first, after, on)
    n_on, n_off = len(carried), end - begin - len(carried)
    nothing = Association(tag, 0.0, 0.0, 0.0, n_on, n_off, False, False, True, 1.0, False)
    if len(today.days) < FEWEST_CHECKINS or min(n_on, n_off) < FEWEST_DAYS:
        return nothing
    fit = today.fit(begin, end, carried)
    if fit is None:
        return nothing._replace(separable=False, enough=True)
    tau = _TAU * today.spread
    kept = tau**2 / (tau**2 + fit.error**2) if tau > _NOTHING else 0.0
    estimate, half = kept * fit.slope, _NINETY_PERCENT * sqrt(kept) * fit.error
    foretold = tomorrow.fit(*tomorrow.within(first, after, on))
    return nothing._replace(
        estimate=estimate,
        low=estimate - half,
        high=estimate + half,
        direction_unclear=foretold is not None and foretold.p < _DIRECTION_LEVEL,
        p=fit.p,
        enough=True,
    )


def _judged(found: list[Association]) -> list[Association]:
    """Benjamini and Hochberg: with the largest k whose k-th smallest p is at most q k / m, the k smallest pass."""
    tested = sorted(each.p for each in found if each.enough and each.separable)
    limits = (FALSE_DISCOVERY_RATE * rank / len(tested) for rank in range(1, len(tested) + 1))
    limit = max((p for p, highest in zip(tested, limits, strict=True) if p <= highest), default=-1.0)
    return [each._replace(passed=each.enough and each.separable and each.p <= limit) for each in found]


class _Fit(NamedTuple):
    """The slope of a tag in points, its standard error, and its two-sided p."""

    slope: float
    error: float
    p: float


class _Stretch:
    """Days with an index whose tags, or with ``ahead=1`` those of the day after, are known.

    What is adjusted for on each of them is kept as running sums.
    """

    def __init__(self, index: Sequence[float | None], known: Sequence[bool], first_weekday: int, *, ahead: int) -> None:
        self.ahead = ahead
        found = {day: value for day, value in enumerate(index) if value is not None}
        self.days = [day for day in found if day + ahead < len(known) and known[day + ahead]]
        mean = sum(found.values()) / len(found) if found else 0.0
        # Around the mean, so that sums stay small; that shifts nothing, as the weekdays hold a constant.
        before = [found[day - 1] - mean if day - 1 in found else None for day in self.days]
        self._columns = (
            [day / len(index) - 0.5 for day in self.days],
            [value or 0.0 for value in before],
            [1.0 if value is None else 0.0 for value in before],
            [found[day] - mean for day in self.days],
        )
        self.spread = sqrt(sum((value - mean) ** 2 for value in found.values()) / max(len(found) - 1, 1))
        self._products = [[_totals(map(mul, one, other)) for other in self._columns] for one in self._columns]
        self._weekdays = [(first_weekday + day) % 7 for day in self.days]
        self._places = [[place for place, day in enumerate(self._weekdays) if day == weekday] for weekday in _WEEKDAYS]
        self._by_weekday = [
            [_totals(column[place] for place in places) for column in self._columns] for places in self._places
        ]

    def within(self, first: int, after: int, on: Sequence[bool | None]) -> tuple[int, int, list[int]]:
        """The days from ``first`` to before ``after`` by place: where they begin and end, and those with the tag."""
        begin, end = bisect_left(self.days, first), bisect_left(self.days, after - self.ahead)
        end = max(begin, end)
        return begin, end, [place for place in range(begin, end) if on[self.days[place] + self.ahead]]

    def fit(self, begin: int, end: int, carried: Sequence[int]) -> _Fit | None:
        """How the index differs where the tag is carried; None when that can't be told apart from the rest."""
        sums, groups = self._sums(begin, end, carried)
        rank = _take_out(sums)
        own, freedom = sums[_TAG][_TAG], end - begin - groups - rank - 1
        whole = len(carried) * (1 - len(carried) / (end - begin)) if end > begin else 0.0
        if whole < _NOTHING or own < FEWEST_SEPARABLE * whole or freedom < 1:
            return None
        slope = sums[_TAG][_VALUE] / own
        explained = slope * sums[_TAG][_VALUE]
        rest = sums[_VALUE][_VALUE] - explained
        if rest < _NOTHING:
            # The ratings never differ, or differ by the tag alone.
            return _Fit(slope, 0.0, 0.0) if explained > _NOTHING else _Fit(0.0, 0.0, 1.0)
        error = sqrt(rest / freedom / own)
        return _Fit(slope, error, two_sided_t(slope / error, freedom))

    def _sums(self, begin: int, end: int, carried: Sequence[int]) -> tuple[list[list[float]], int]:
        """The sums of products of all columns around the means of the weekdays, and how many weekdays there are."""
        sums = [[totals[end] - totals[begin] for totals in row] for row in self._products]
        with_tag = [sum(column[place] for place in carried) for column in self._columns]
        sums = [[*row, last] for row, last in zip(sums, with_tag, strict=True)] + [[*with_tag, float(len(carried))]]
        groups, counts = 0, [0] * len(_WEEKDAYS)
        for place in carried:
            counts[self._weekdays[place]] += 1
        for places, columns, count in zip(self._places, self._by_weekday, counts, strict=True):
            low, high = bisect_left(places, begin), bisect_left(places, end)
            if low == high:
                continue
            groups += 1
            totals = [*(column[high] - column[low] for column in columns), float(count)]
            for row, total in zip(sums, totals, strict=True):
                for place, other in enumerate(totals):
                    row[place] -= total * other / (high - low)
        return sums, groups


def _take_out(sums: list[list[float]]) -> int:
    """Take what is adjusted for out of all columns, as Gram and Schmidt would; how many columns that were.

    A column that the others already say, or that never differs, is passed over.
    """
    rank = 0
    at_first = [sums[column][column] for column in _ADJUSTED]
    for column in _ADJUSTED:
        pivot = list(sums[column])
        if pivot[column] <= _NOTHING * max(at_first[column], 1.0):
            continue
        rank += 1
        for row in sums:
            share = row[column] / pivot[column]
            for place, value in enumerate(pivot):
                row[place] -= share * value
    return rank


def _totals(values: Iterable[float]) -> list[float]:
    return list(accumulate(values, initial=0.0))
