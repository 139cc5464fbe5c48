"""How weekends differ from weekdays, as a person reads it."""

from typing import NamedTuple

from rutbreaker.domain.telling import periods

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


def weekend_words(gap: WeekendGap) -> str:
    """The difference in a line, or what is missing; empty where weekends are left free anyway."""
    if not gap.weeks:
        return ""
    if gap.days < FEWEST_DAYS:
        return f"{periods(FEWEST_DAYS - gap.days, 'more check-in')} until weekends can be held against weekdays."
    if gap.weeks < FEWEST_WEEKS:
        return (
            f"{periods(FEWEST_WEEKS - gap.weeks, 'more week')} with both until weekends can be held against weekdays."
        )
    size = f"{gap.mean:+.1f} points, likely {gap.low:+.1f} to {gap.high:+.1f}, {gap.weeks} weeks"
    if gap.low <= 0 <= gap.high:
        return f"Weekends are not clearly different ({size})."
    return f"Weekends are {'better' if gap.mean > 0 else 'harder'} ({size})."
