"""Dates as they are shown, in the style that the person has chosen, and the names of weekdays and months."""

from datetime import date

WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)

DATE_STYLES = ("day-first", "month-first", "iso")
"""How dates can be shown: 23 Nov 2026, Nov 23, 2026 or 2026-11-23."""


class _Style:
    """How dates are shown in this process, as a locale would say; one of ``DATE_STYLES``."""

    chosen = DATE_STYLES[0]


def is_day_first() -> bool:
    """Whether the day stands before the month."""
    return _Style.chosen == DATE_STYLES[0]


def show_dates(style: str) -> None:
    """Show dates in one of ``DATE_STYLES`` from now on; whoever opens the data file says which."""
    _Style.chosen = style


def day_month(day: date) -> str:
    """A day without its year: "3 Mar", "Mar 3" or "03-03"."""
    month = MONTH_NAMES[day.month - 1][:3].title()
    return {"iso": f"{day:%m-%d}", "month-first": f"{month} {day.day}"}.get(_Style.chosen, f"{day.day} {month}")


def day_year(day: date) -> str:
    """A day with its year: "3 Mar 2026", "Mar 3, 2026" or "2026-03-03"."""
    if _Style.chosen == "iso":
        return day.isoformat()
    return f"{day_month(day)}{',' if _Style.chosen == 'month-first' else ''} {day.year}"


def dated(day: date, today: date) -> str:
    """A day, with its year where that isn't this one."""
    return day_month(day) if day.year == today.year else day_year(day)


def week_day(day: date) -> str:
    """A day with its weekday, without its year: "Mon 23 Nov"."""
    return f"{WEEKDAY_NAMES[day.weekday()][:3].title()} {day_month(day)}"


def full_day(day: date) -> str:
    """A day with its weekday and year: "Mon 23 Nov 2026"."""
    return f"{WEEKDAY_NAMES[day.weekday()][:3].title()} {day_year(day)}"
