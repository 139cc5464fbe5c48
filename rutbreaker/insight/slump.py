"""Noticing a slump: a sustained fall of the index below somebody's own usual level.

The method is a control chart (EWMA, lambda 0.2; Roberts 1959) on each day's deviation from the person's own baseline:
the 90 days that ended a week before. The deviation is adjusted for the weekend, divided by the person's usual ups and
downs, and clipped at two of them, because real ratings have heavy tails. The limit allows for the autocorrelation of
days, which would otherwise make the chart cry wolf.

How often it is wrong, found on simulated people and on real diaries whose weeks were shuffled: about one false alarm
in half a year of daily check-ins at ``WORTH_A_LOOK``, about one in two years at ``CLEAR_DIP``. It notices four in five
falls of one usual up and down within about a week. These figures are about the arithmetic, not about anybody's work.
"""

from collections.abc import Collection, Sequence
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

WORTH_A_LOOK = 1.958
"""The limit, in standard errors of the chart, beyond which a fall is worth a look."""

CLEAR_DIP = 2.513
"""The limit of the second chart, beyond which it is a clear dip."""

BASELINE_DAYS = 90
LAG_DAYS = 7
"""The baseline ends so many days before the day it is held against, so that a slump is not its own yardstick."""

FEWEST_VALUES = 20
"""Values that a baseline needs."""

COOLING_DAYS = 21
"""Days after an alarm in which the same chart gives no other."""

_LAMBDA = 0.2
_CLIP = 2.0
_FEWEST_STEPS = 5
_PRIOR_SPREAD = 0.55
_PRIOR_DAYS = 20
_PRIOR_PAIRS = 40
_PRIOR_PHI = 0.3
_MOST_PHI = 0.7
_WEEKEND_SHRINKAGE = 6
_RECOVERY_VALUES = 7
_RECOVERED = 0.5
_SATURDAY = 5
_NOTHING = 1e-9


class Slump(NamedTuple):
    """One fall that the alert noticed. Days are positions in the sequence it was given.

    Attributes:
        day: the day of the alarm.
        onset: around when it began.
        depth: how far the mean from the onset to the alarm lies below the usual level, in points of the index.
        depth_in_ups: the same in usual ups and downs (standard deviations of the person's own days).
        level: "worth a look" or "clear dip".
        end: the day on which the last seven values were back near the usual level; None while they aren't.
    """

    day: int
    onset: int
    depth: float
    depth_in_ups: float
    level: str
    end: int | None


class Usual(NamedTuple):
    """A baseline: the usual level and its spread in points, and the weekend's difference.

    ``weekend`` and ``weekday`` are what is added to ``level`` on such days, ``values`` is how many days have one.
    """

    level: float
    spread: float
    weekend: float
    weekday: float
    values: int

    def expected(self, is_weekend: bool) -> float:
        """The value to expect on a day."""
        return self.level + (self.weekend if is_weekend else self.weekday)


class _Alarm(NamedTuple):
    day: int
    onset: int
    usual: Usual


def autocorrelation(pairs: int, products: float, variance: float, count: int) -> float:
    """The lag-one autocorrelation of days, corrected for its bias and drawn towards 0.3; 0 to 0.7.

    Args:
        pairs: how many pairs of consecutive days there are.
        products: the sum of the products of their deviations from what was to be expected.
        variance: the mean square of all deviations.
        count: how many days there are, one at least.
    """
    raw = products / pairs / variance if pairs and variance > _NOTHING else 0.0
    corrected = raw + (1 + 0.9) / count
    return min(max((pairs * corrected + _PRIOR_PAIRS * _PRIOR_PHI) / (pairs + _PRIOR_PAIRS), 0.0), _MOST_PHI)


def find_slumps(
    index: Sequence[float | None],
    first_weekday: int,
    *,
    h: float = WORTH_A_LOOK,
    known: Collection[int] = (),
) -> list[Slump]:
    """The slumps in a series of daily index values, oldest first.

    Args:
        index: a value from 1 to 5 for each calendar day, None where a day has none that counts.
        first_weekday: the weekday of the first value, Monday 0 to Sunday 6.
        h: the limit of the first chart in standard errors.
        known: positions of days whose reason is known, which are left out of every baseline.
    """
    weekend = [(first_weekday + day) % 7 >= _SATURDAY for day in range(len(index))]
    window = _Window([None if day in known else value for day, value in enumerate(index)], weekend)
    look, clear = _Chart(h), _Chart(CLEAR_DIP)
    for day, value in enumerate(index):
        window.move_to(day - LAG_DAYS - BASELINE_DAYS, day - LAG_DAYS)
        usual = None if value is None else window.usual()
        if value is not None and usual is not None:
            fall = (value - usual.expected(weekend[day])) / usual.spread
            for chart in (look, clear):
                chart.add(day, min(max(fall, -_CLIP), _CLIP), usual, window)
    return [_slump_of(alarm, index, weekend, clear.alarms) for alarm in look.alarms]


def _slump_of(alarm: _Alarm, index: Sequence[float | None], weekend: Sequence[bool], clear: Sequence[_Alarm]) -> Slump:
    is_clear = any(abs(each.day - alarm.day) <= COOLING_DAYS for each in clear)
    depth, level = _depth(index, weekend, alarm), "clear dip" if is_clear else "worth a look"
    return Slump(alarm.day, alarm.onset, depth, depth / alarm.usual.spread, level, _end(index, alarm))


class _Window:
    """The baseline's days as sums, which follow from those of the day before by what enters and what leaves.

    There is one sum for weekdays (False) and one for weekends (True).
    """

    def __init__(self, values: Sequence[float | None], weekend: Sequence[bool]) -> None:
        self._values, self._weekend = values, weekend
        self._begin = self._end = 0
        self._sums = {kind: [0, 0.0, 0.0] for kind in (False, True)}

    def move_to(self, begin: int, end: int) -> None:
        """Go on to the days from ``begin`` to before ``end``, neither of which may be earlier than before."""
        while self._end < end:
            self._count(self._end, 1)
            self._end += 1
        while self._begin < begin:
            self._count(self._begin, -1)
            self._begin += 1

    def _count(self, day: int, sign: int) -> None:
        value = self._values[day]
        if value is not None:
            sums = self._sums[self._weekend[day]]
            sums[0] += sign
            sums[1] += sign * value
            sums[2] += sign * value * value

    def usual(self) -> Usual | None:
        """The baseline of the days it is at; None when they have too few values."""
        (n_wd, sum_wd, square_wd), (n_we, sum_we, square_we) = self._sums[False], self._sums[True]
        count = int(n_wd + n_we)
        if count < FEWEST_VALUES:
            return None
        level = (sum_wd + sum_we) / count
        gap = (sum_we / n_we - sum_wd / n_wd) * n_we / (n_we + _WEEKEND_SHRINKAGE) if n_we and n_wd else 0.0
        weekend, weekday = gap * n_wd / count, -gap * n_we / count
        at_wd, at_we = level + weekday, level + weekend
        squares = square_wd - 2 * at_wd * sum_wd + n_wd * at_wd**2 + square_we - 2 * at_we * sum_we + n_we * at_we**2
        spread = sqrt((max(squares, 0.0) + _PRIOR_DAYS * _PRIOR_SPREAD**2) / (count - 1 + _PRIOR_DAYS))
        return Usual(level, spread, weekend, weekday, count)

    def phi(self, usual: Usual) -> float:
        """The lag-one autocorrelation of the deviations from the baseline of these days."""
        days = range(self._begin, self._end)
        off = [
            None if (value := self._values[day]) is None else value - usual.expected(self._weekend[day]) for day in days
        ]
        products = [one * next_ for one, next_ in pairwise(off) if one is not None and next_ is not None]
        variance = sum(each * each for each in off if each is not None) / usual.values
        return autocorrelation(len(products), sum(products), variance, usual.values)


class _Chart:
    """One control chart, fed with the deviations of days in order, and the alarms that it gave.

    E = 0.8 E + 0.2 x, with variance (0.2/1.8) (1 - 0.64^k) (1 + 0.8 phi)/(1 - 0.8 phi) after k values, and on top of it
    that of the baseline's own mean, (1 + phi)/(1 - phi)/n (1 - 0.8^k)^2.
    """

    def __init__(self, h: float) -> None:
        self._h = h
        # No limit lies nearer to zero than that of the fewest steps, of days that don't hang together, around a mean
        # that is known: most days need no other.
        self._nearest = -h * sqrt(_LAMBDA / (2 - _LAMBDA) * (1 - (1 - _LAMBDA) ** (2 * _FEWEST_STEPS)))
        self._level, self._steps, self._cool_until, self._zero = 0.0, 0, -1, 0
        self.alarms: list[_Alarm] = []

    def add(self, day: int, x: float, usual: Usual, window: _Window) -> None:
        """Go on by a day: its deviation in usual ups and downs, and the baseline with its days."""
        before, self._level, self._steps = self._level, (1 - _LAMBDA) * self._level + _LAMBDA * x, self._steps + 1
        # A run of equal days leaves the chart at zero but for the last digits, which mean nothing.
        if self._level < -_NOTHING <= before:
            self._zero = day
        if self._steps < _FEWEST_STEPS or day < self._cool_until or self._level >= self._nearest:
            return
        if self._level < -self._h * sqrt(self._variance(window.phi(usual), usual.values)):
            self.alarms.append(_Alarm(day, self._zero, usual))
            self._level, self._steps, self._cool_until, self._zero = 0.0, 0, day + COOLING_DAYS, day

    def _variance(self, phi: float, values: int) -> float:
        left = (1 - _LAMBDA) ** self._steps
        variance = _LAMBDA / (2 - _LAMBDA) * (1 - left * left) * (1 + (1 - _LAMBDA) * phi) / (1 - (1 - _LAMBDA) * phi)
        return variance + (1 + phi) / (1 - phi) / values * (1 - left) ** 2


def _depth(index: Sequence[float | None], weekend: Sequence[bool], alarm: _Alarm) -> float:
    below = [
        alarm.usual.expected(weekend[day]) - value
        for day in range(alarm.onset, alarm.day + 1)
        if (value := index[day]) is not None
    ]
    return sum(below) / len(below)


def _end(index: Sequence[float | None], alarm: _Alarm) -> int | None:
    recent: list[float] = []
    for day in range(alarm.onset, len(index)):
        value = index[day]
        if value is None:
            continue
        recent = [*recent[1 - _RECOVERY_VALUES :], value]
        level = alarm.usual.level - _RECOVERED * alarm.usual.spread
        if day > alarm.day and len(recent) == _RECOVERY_VALUES and sum(recent) / len(recent) >= level:
            return day
    return None
