"""The days before the first move held against those of the last four weeks."""

from typing import NamedTuple

FEWEST_VALUES, WINDOW_DAYS = 10, 28
"""Days with an index that each time of so many days must have to be compared."""


class BeforeAfter(NamedTuple):
    """The index before the first move held against that of the last four weeks.

    Attributes:
        days_before, days_after: the days with an index in each time.
        before, after: their means; 0 where there are too few days.
        low, high: the 90 % interval of ``after`` less ``before``; None where there are too few days.
    """

    days_before: int
    days_after: int
    before: float = 0.0
    after: float = 0.0
    low: float | None = None
    high: float | None = None
