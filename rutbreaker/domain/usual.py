"""A person's own usual range of a rating, and where the last days stand in it.

The range is the mean plus and minus one standard deviation of a baseline: what was rated 8 to 97 days ago. The last
week is left out so that a fall doesn't hide itself; weekends may differ from weekdays; and the standard deviation leans
on a prior until there are many values.
"""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from math import sqrt
from typing import Literal, NamedTuple

FEWEST = 20
"""Values that a baseline must have."""

FEWEST_TO_DRAW = 7
"""Check-ins from which on a course of ratings is drawn."""

_OLDEST = timedelta(days=97)
_LAG = timedelta(days=7)
_LAST = 3
_PRIOR_VALUES = 20
PRIOR_SD = 0.75
"""What the ratings of one question spread by, before a person's own are known."""

INDEX_PRIOR_SD = 0.55
"""The same for the index, a mean of five."""

_GAP_PRIOR = 6
_SATURDAY = 5

Place = Literal["below", "as", "above"]


class Usual(NamedTuple):
    """The mean of a baseline and its standard deviation, in points of the rating."""

    mean: float
    sd: float


class UntilUsual(NamedTuple):
    """What is missing until there is a usual range: this many check-ins, or else only days, until ``day``."""

    checkins: int
    day: date | None = None


def usual(values: Mapping[date, float], today: date, prior_sd: float = PRIOR_SD) -> Usual | None:
    """The usual range as it stands today; None while the baseline has too few values."""
    window = {day: value for day, value in values.items() if today - _OLDEST <= day < today - _LAG}
    if len(window) < FEWEST:
        return None
    mean = sum(window.values()) / len(window)
    usually = {is_weekend: mean + _offset(window, is_weekend) for is_weekend in (False, True)}
    squares = sum((value - usually[_is_weekend(day)]) ** 2 for day, value in window.items())
    return Usual(mean, sqrt((squares + _PRIOR_VALUES * prior_sd**2) / (len(window) - 1 + _PRIOR_VALUES)))


def place(values: Mapping[date, float], found: Usual) -> Place | None:
    """Where the mean of the last three values stands: within the usual range, below or above; None below three."""
    if len(values) < _LAST:
        return None
    mean = sum(values[day] for day in sorted(values)[-_LAST:]) / _LAST
    if mean < found.mean - found.sd:
        return "below"
    return "above" if mean > found.mean + found.sd else "as"


def until_usual(days: Collection[date], today: date) -> UntilUsual:
    """What is missing until the usual range, from the days rated so far."""
    recent = sorted(day for day in days if today - _OLDEST <= day <= today)
    if len(recent) < FEWEST:
        return UntilUsual(FEWEST - len(recent))
    # The first day on which the twentieth lies more than the lag behind.
    return UntilUsual(0, recent[FEWEST - 1] + _LAG + timedelta(days=1))


def _offset(window: Mapping[date, float], is_weekend: bool) -> float:
    """How far weekends, or weekdays, usually lie from the mean; drawn towards nothing while there are few weekends."""
    weekend = [value for day, value in window.items() if _is_weekend(day)]
    weekdays = [value for day, value in window.items() if not _is_weekend(day)]
    if not weekend or not weekdays:
        return 0.0
    gap = sum(weekend) / len(weekend) - sum(weekdays) / len(weekdays)
    gap *= len(weekend) / (len(weekend) + _GAP_PRIOR)
    return gap * len(weekdays) / len(window) if is_weekend else -gap * len(weekend) / len(window)


def _is_weekend(day: date) -> bool:
    return day.weekday() >= _SATURDAY
