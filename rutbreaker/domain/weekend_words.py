"""How weekends differ from weekdays, as a person reads it."""

from rutbreaker.domain.telling import periods
from rutbreaker.domain.weekend import FEWEST_DAYS, FEWEST_WEEKS, WeekendGap


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
