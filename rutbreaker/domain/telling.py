"""How streaks, spans of days and shares are said, kindly and the same everywhere."""

from datetime import date
from typing import TYPE_CHECKING

from rutbreaker.domain.dates import dated, day_month, day_year, is_day_first

if TYPE_CHECKING:
    from rutbreaker.domain.streaks import Streak


def periods(count: int, unit: str) -> str:
    """A number of days, weeks or months: "12 days", "1 week"."""
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


def percent(share: float) -> str:
    """A share from 0 to 1 in hundredths: "84 %"."""
    return f"{share * 100:.0f} %"


def span(first: date, last: date, today: date) -> str:
    """From one day to another: "3 Mar - 2 Apr", "4 - 9 Nov"; the years where they can't be seen from the rest.

    Without a year it ends in this one, and a span that begins in another year than it ends is shorter than a year.
    """
    end = dated(last, today)
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month) and is_day_first():
        return f"{first.day} - {end}"
    if (last - first).days > 364:
        return f"{day_year(first)} - {day_year(last)}"
    return f"{day_month(first)} - {end}"


def planned_words(streak: "Streak") -> str:
    """How much was kept of late: "25 of the last 28 planned"."""
    return f"{streak.kept} of the last {streak.planned} planned"


def streak_words(streak: "Streak", kept: str = "nothing is missing") -> str:
    """What the figures mean for today; after a break, what was kept. Nothing before the first one.

    Args:
        streak: the figures.
        kept: what is said of a period that needs no more.
    """
    if not streak.longest:
        return ""
    now = "today" if streak.unit == "day" else f"this {streak.unit}"
    if streak.current and not streak.missing:
        said = f"{kept} {now}"
    elif streak.current:
        said = f"{now} is open{_left(streak)}"
    else:
        said = f"a new run begins with the next one; {periods(streak.longest, streak.unit)} "
        said += f"{'was' if streak.longest == 1 else 'were'} kept in a row before"
    if streak.returns:
        said += f"; came back {'once' if streak.returns == 1 else f'{streak.returns} times'}"
    return said


def _left(streak: "Streak") -> str:
    """What the open period still needs, and whether there is time to spare."""
    if streak.days_left is None or streak.days_left == 0:
        return ""
    if streak.unit == "day":
        return ", and in its last hours" if streak.at_risk else ""
    spare = "every day left is needed" if streak.at_risk else f"{periods(streak.days_left, 'day')} left"
    return f": {streak.missing} more, {spare}"
