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
    """A baseline: the usual level and its spread in points, the weekend's difference, and how days hang together.

    ``weekend`` and ``weekday`` are what is added to ``level`` on such days, ``phi`` the lag-one autocorrelation,
    ``values`` their number.
    """

    level: float
    spread: float
    weekend: float
    weekday: float
    phi: float
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
    usual = _baselines(index, weekend, frozenset(known))
    clear = [alarm.day for alarm in _alarms(index, weekend, usual, CLEAR_DIP)]
    slumps = []
    for alarm in _alarms(index, weekend, usual, h):
        is_clear = any(abs(day - alarm.day) <= COOLING_DAYS for day in clear)
        depth = _depth(index, weekend, alarm)
        slumps.append(
            Slump(
                alarm.day,
                alarm.onset,
                depth,
                depth / alarm.usual.spread,
                "clear dip" if is_clear else "worth a look",
                _end(index, alarm),
            )
        )
    return slumps


class _Window:
    """The baseline's days as sums, which follow from those of the day before by what enters and what leaves.

    There is one sum for weekdays (False) and one for weekends (True), and one for each kind of two days in a row.
    """

    def __init__(self, values: Sequence[float | None], weekend: Sequence[bool]) -> None:
        self._values, self._weekend = values, weekend
        self._begin = self._end = 0
        self._days = {kind: [0, 0.0, 0.0] for kind in (False, True)}
        self._pairs = {(before, after): [0, 0.0, 0.0, 0.0] for before in (False, True) for after in (False, True)}

    def move_to(self, begin: int, end: int) -> None:
        """Go on to the days from ``begin`` to before ``end``, neither of which may be earlier than before."""
        while self._end < end:
            self._count(self._end, 1)
            if self._end > self._begin:
                self._count_pair(self._end - 1, 1)
            self._end += 1
        while self._begin < begin:
            self._count(self._begin, -1)
            if self._begin + 1 < self._end:
                self._count_pair(self._begin, -1)
            self._begin += 1

    def _count(self, day: int, sign: int) -> None:
        value = self._values[day]
        if value is not None:
            sums = self._days[self._weekend[day]]
            sums[0] += sign
            sums[1] += sign * value
            sums[2] += sign * value * value

    def _count_pair(self, day: int, sign: int) -> None:
        left, right = self._values[day], self._values[day + 1]
        if left is not None and right is not None:
            sums = self._pairs[self._weekend[day], self._weekend[day + 1]]
            sums[0] += sign
            sums[1] += sign * left
            sums[2] += sign * right
            sums[3] += sign * left * right

    def usual(self) -> Usual | None:
        """The baseline of the days it is at; None when they have too few values."""
        (n_wd, sum_wd, square_wd), (n_we, sum_we, square_we) = self._days[False], self._days[True]
        count = int(n_wd + n_we)
        if count < FEWEST_VALUES:
            return None
        level = (sum_wd + sum_we) / count
        gap = (sum_we / n_we - sum_wd / n_wd) * n_we / (n_we + _WEEKEND_SHRINKAGE) if n_we and n_wd else 0.0
        weekend, weekday = gap * n_wd / count, -gap * n_we / count
        at = (level + weekday, level + weekend)
        squares = (
            square_wd - 2 * at[0] * sum_wd + n_wd * at[0] ** 2 + square_we - 2 * at[1] * sum_we + n_we * at[1] ** 2
        )
        spread = sqrt((max(squares, 0.0) + _PRIOR_DAYS * _PRIOR_SPREAD**2) / (count - 1 + _PRIOR_DAYS))
        return Usual(level, spread, weekend, weekday, self._phi(at, squares / count, count), count)

    def _phi(self, at: tuple[float, float], variance: float, count: int) -> float:
        """The lag-one autocorrelation of the deviations, corrected for its bias and drawn towards 0.3."""
        pairs, products = 0.0, 0.0
        for (before, after), (n, left, right, product) in self._pairs.items():
            pairs += n
            products += product - at[after] * left - at[before] * right + n * at[before] * at[after]
        return autocorrelation(int(pairs), products, variance, count)


def _baselines(index: Sequence[float | None], weekend: Sequence[bool], known: Collection[int]) -> list[Usual | None]:
    """The baseline of every day that has a value."""
    window = _Window([None if day in known else value for day, value in enumerate(index)], weekend)
    found = []
    for day, value in enumerate(index):
        window.move_to(day - LAG_DAYS - BASELINE_DAYS, day - LAG_DAYS)
        found.append(None if value is None else window.usual())
    return found


def _alarms(
    index: Sequence[float | None], weekend: Sequence[bool], baselines: Sequence[Usual | None], h: float
) -> list[_Alarm]:
    """The alarms of one chart.

    E = 0.8 E + 0.2 x, with variance (0.2/1.8) (1 - 0.64^k) (1 + 0.8 phi)/(1 - 0.8 phi) after k values, and on top of it
    that of the baseline's own mean, (1 + phi)/(1 - phi)/n (1 - 0.8^k)^2.
    """
    alarms = []
    chart, steps, cool_until, zero = 0.0, 0, -1, 0
    for day, (value, usual) in enumerate(zip(index, baselines, strict=True)):
        if value is None or usual is None:
            continue
        x = min(max((value - usual.expected(weekend[day])) / usual.spread, -_CLIP), _CLIP)
        before, chart, steps = chart, (1 - _LAMBDA) * chart + _LAMBDA * x, steps + 1
        # A run of equal days leaves the chart at zero but for the last digits, which mean nothing.
        if chart < -_NOTHING <= before:
            zero = day
        phi, left = usual.phi, (1 - _LAMBDA) ** steps
        variance = _LAMBDA / (2 - _LAMBDA) * (1 - left * left) * (1 + (1 - _LAMBDA) * phi) / (1 - (1 - _LAMBDA) * phi)
        variance += (1 + phi) / (1 - phi) / usual.values * (1 - left) ** 2
        if steps >= _FEWEST_STEPS and chart < -h * sqrt(variance) and day >= cool_until:
            alarms.append(_Alarm(day, zero, usual))
            chart, steps, cool_until, zero = 0.0, 0, day + COOLING_DAYS, day
    return alarms


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
