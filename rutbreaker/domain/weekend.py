"""How weekends differ from weekdays: one number with its interval."""

from typing import NamedTuple

FEWEST_DAYS = 28
"""Days with an index that are needed before anything is said."""

FEWEST_WEEKS = 4
"""Weeks with a weekend day and a weekday that have one that are needed."""


class WeekendGap(NamedTuple):
    """How much higher the index is on weekends.

    Attributes:
        days: the days with an index.
        weeks: the weeks that have one on a weekend day and on a weekday.
        mean: the mean difference in points; 0 while there is too little.
        low: the lower end of its 90 % interval.
        high: its upper end.
    """

    days: int
    weeks: int
    mean: float = 0.0
    low: float = 0.0
    high: float = 0.0

    @property
    def is_enough(self) -> bool:
        """Whether there is enough to say anything."""
        return self.days >= FEWEST_DAYS and self.weeks >= FEWEST_WEEKS
