"""Bringing back what went well: on this day in earlier years, else something from before, each in its turn."""

from typing import NamedTuple

from rutbreaker.context import Context
from rutbreaker.domain.log import LogLine
from rutbreaker.store.log import keys_on_this_day, log_keys, log_lines

_GOOD = ("win", "gratitude")
_REST_DAYS = 30
"""Days that a thing rests before it is brought back: what was logged last week is not forgotten yet."""


class Memory(NamedTuple):
    """Something worth remembering, and whether it is from this day of an earlier year."""

    line: LogLine
    is_on_this_day: bool


def on_this_day(context: Context) -> list[LogLine]:
    """The wins and gratitude of this day in earlier years, the latest year first."""
    return log_lines(context.connection, keys_on_this_day(context.connection, _GOOD, context.clock.today()))


def worth_remembering(context: Context) -> Memory | None:
    """One past win or gratitude: of this day in an earlier year, else the one whose turn it is; None before the first.

    Turns go from the oldest on, one a day, so each day's is the one not seen for longest.
    """
    today = context.clock.today()
    keys = keys_on_this_day(context.connection, _GOOD, today)
    is_on_this_day = bool(keys)
    if not keys:
        rested = today.fromordinal(today.toordinal() - _REST_DAYS)
        keys = log_keys(context.connection, _GOOD, last=rested)[::-1]
    if not keys:
        return None
    lines = log_lines(context.connection, [keys[0 if is_on_this_day else today.toordinal() % len(keys)]])
    return Memory(lines[0], is_on_this_day) if lines else None
