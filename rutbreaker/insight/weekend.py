"""How weekends differ from weekdays: one number with its interval, never seven separate weekdays.

Each week that has both is one observation: the mean of its weekend less the mean of its weekdays. Within a week a slow
trend and a low month cancel out, and weeks follow one another loosely enough to be taken as independent, so that
Student's t over the weeks gives the interval.
"""

from collections.abc import Sequence
from math import sqrt

from rutbreaker.domain.weekend import WeekendGap
from rutbreaker.insight.distributions import two_sided_t

_LEVEL = 0.10
_SATURDAY = 5
_HALVINGS = 60
_WIDEST = 1000.0


def weekend_gap(index: Sequence[float | None], first_weekday: int) -> WeekendGap:
    """How weekends differ from weekdays.

    Args:
        index: a value from 1 to 5 for each calendar day, None where a day has none that counts.
        first_weekday: the weekday of the first day, Monday 0 to Sunday 6.
    """
    weeks: dict[int, tuple[list[float], list[float]]] = {}
    for place, value in enumerate(index):
        if value is not None:
            week, weekday = divmod(first_weekday + place, 7)
            weeks.setdefault(week, ([], []))[weekday >= _SATURDAY].append(value)
    days = sum(len(weekdays) + len(weekend) for weekdays, weekend in weeks.values())
    gaps = [_mean(weekend) - _mean(weekdays) for weekdays, weekend in weeks.values() if weekdays and weekend]
    found = WeekendGap(days, len(gaps))
    if not found.is_enough:
        return found
    mean = _mean(gaps)
    error = sqrt(sum((gap - mean) ** 2 for gap in gaps) / (len(gaps) - 1) / len(gaps))
    half = error * _quantile(len(gaps) - 1)
    return found._replace(mean=mean, low=mean - half, high=mean + half)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _quantile(freedom: int) -> float:
    """The t beyond which, either way, lies a tenth; by halving, as the distribution falls steadily."""
    low, high = 0.0, _WIDEST
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if two_sided_t(middle, freedom) > _LEVEL else (low, middle)
    return high
