"""The hours worked: how they are written, and a week of them beside the limit that the person set."""

from datetime import date
from typing import NamedTuple

from rutbreaker.domain.durations import minutes_words, read_minutes
from rutbreaker.domain.models import Hours
from rutbreaker.domain.text import one_line
from rutbreaker.errors import BadInput

MOST = 1440
"""The most minutes that a day can have."""


class WorkedWeek(NamedTuple):
    """The hours of the week that begins on ``monday``, by day, beside the ``limit`` in minutes, if one was set."""

    monday: date
    days: tuple[Hours, ...]
    limit: int | None = None

    @property
    def minutes(self) -> int:
        """All of them together."""
        return sum(each.minutes for each in self.days)


def read_hours(text: str) -> int:
    """The minutes that somebody wrote as hours of work: "9", "8.5", "8h30", "8:30", "45m"; a bare number is hours.

    Raises:
        BadInput: it is no length of time up to a day.
    """
    words = text.strip()
    bare = words.replace(",", ".", 1)
    whole, _, part = bare.partition(".")
    if whole.isdecimal() and whole.isascii() and len(whole) <= 2 and (bare == whole or _is_part(part)):
        minutes = round(float(bare) * 60)
    else:
        try:
            minutes = read_minutes(words)
        except BadInput:
            minutes = MOST + 1
    if minutes > MOST:
        shown = f"“{one_line(words, 40)}” is not" if words else "There are no"
        raise BadInput(f"{shown} hours of a day: write 9, 8.5, 8h30, 8:30 or 45m, up to 24 hours.")
    return minutes


def limit_of(hours: float | None) -> int | None:
    """A limit in hours a week, as the configuration has it, in minutes."""
    return None if hours is None else round(hours * 60)


def worked_words(week: WorkedWeek) -> str:
    """The week's hours: "42h30", and beside a limit "42h30 of 40h, 2h30 over"."""
    said = minutes_words(week.minutes)
    if week.limit is None:
        return said
    over = week.minutes - week.limit
    return f"{said} of {minutes_words(week.limit)}" + (f", {minutes_words(over)} over" if over > 0 else "")


def _is_part(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= 2
