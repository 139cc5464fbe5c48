"""Looking at a day."""

from datetime import date
from typing import NamedTuple

from rutbreaker.context import Context
from rutbreaker.domain.log import LOGGED, LogLine
from rutbreaker.domain.models import Checkin
from rutbreaker.store.checkins import checkin_of
from rutbreaker.store.log import log_keys, log_lines


class DayView(NamedTuple):
    """A day: its check-in, if any, and everything logged on it, the newest first."""

    day: date
    checkin: Checkin | None
    lines: tuple[LogLine, ...]


def day_view(context: Context, day: date | None = None) -> DayView:
    """A day with its check-in and everything logged on it; today when None."""
    day = context.clock.today() if day is None else day
    connection = context.connection
    kinds = [kind for kind in LOGGED if kind != "checkin"]
    lines = log_lines(connection, log_keys(connection, kinds, first=day, last=day))
    return DayView(day, checkin_of(connection, day), tuple(lines))
