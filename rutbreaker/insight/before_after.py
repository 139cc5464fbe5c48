"""Whether days are better than they were: the means of two stretches of days, with how sure the difference is.

The variance of each mean is that of independent days times (1 + phi) / (1 - phi), because a day resembles the one
before it; phi is the lag-one autocorrelation as the alert for slumps estimates it, over both stretches together.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import sqrt

from rutbreaker.domain.before_after import FEWEST_VALUES, BeforeAfter
from rutbreaker.insight.slump import autocorrelation

_NINETY = 1.645


def compare(before: Sequence[float | None], after: Sequence[float | None]) -> BeforeAfter:
    """Hold two stretches of days against each other: the difference of their means with its 90 % interval.

    Args:
        before: the earlier index values, one for each calendar day, None where there is none.
        after: the later ones.
    """
    earlier, later = ([value for value in stretch if value is not None] for stretch in (before, after))
    if min(len(earlier), len(later)) < FEWEST_VALUES:
        return BeforeAfter(len(earlier), len(later))
    was, now = sum(earlier) / len(earlier), sum(later) / len(later)
    phi = _phi((before, after), (was, now))
    spread = _variance(earlier, was) / len(earlier) + _variance(later, now) / len(later)
    error = sqrt(spread * (1 + phi) / (1 - phi))
    low, high = now - was - _NINETY * error, now - was + _NINETY * error
    return BeforeAfter(len(earlier), len(later), was, now, low, high)


def _phi(stretches: Sequence[Sequence[float | None]], means: Sequence[float]) -> float:
    deviations = [
        [None if value is None else value - mean for value in stretch]
        for stretch, mean in zip(stretches, means, strict=True)
    ]
    pairs = [a * b for stretch in deviations for a, b in pairwise(stretch) if a is not None and b is not None]
    squares = [value * value for stretch in deviations for value in stretch if value is not None]
    return autocorrelation(len(pairs), sum(pairs), sum(squares) / len(squares), len(squares))


def _variance(values: Sequence[float], mean: float) -> float:
    return sum((value - mean) ** 2 for value in values) / (len(values) - 1)
