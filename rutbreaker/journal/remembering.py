"""Bringing back what went well: on this day in earlier years, else something from before, each in its turn."""

from datetime import date, timedelta
from typing import NamedTuple

from rutbreaker.context import Context
from rutbreaker.domain.log import LogLine
from rutbreaker.domain.turns import whose_turn
from rutbreaker.store.log import keys_on_this_day, log_keys, log_lines
from rutbreaker.store.remembering import counts_of_days, key_at, last_person, naming_gratitude

_GOOD = ("win", "gratitude")
_REST = timedelta(days=30)
"""How long a thing rests before it is brought back: what was logged last week is not forgotten yet."""


class Memory(NamedTuple):
    """Something worth remembering, and whether it is from this day of an earlier year."""

    line: LogLine
    is_on_this_day: bool


class Companion(NamedTuple):
    """Somebody who is there: their name, the day of it, and what the user was glad of, if that is why."""

    name: str
    day: date
    glad_of: str = ""


class LowDay(NamedTuple):
    """What is brought back on a low day: one win, and one person."""

    win: LogLine | None
    person: Companion | None


def on_this_day(context: Context) -> list[LogLine]:
    """The wins and gratitude of this day in earlier years, the latest year first."""
    return log_lines(context.connection, keys_on_this_day(context.connection, _GOOD, context.clock.today()))


def worth_remembering(context: Context, kinds: tuple[str, ...] = _GOOD) -> Memory | None:
    """One past win or gratitude: of this day in an earlier year, else the one not seen for longest.

    None before there is one that has rested for a month.
    """
    connection, today = context.connection, context.clock.today()
    keys = keys_on_this_day(connection, kinds, today)[:1]
    is_on_this_day = bool(keys)
    if not keys:
        turn = whose_turn(counts_of_days(connection, kinds, today - _REST), today, _REST)
        key = None if turn is None else key_at(connection, kinds, turn)
        keys = [key] if key is not None else []
    lines = log_lines(connection, keys)
    return Memory(lines[0], is_on_this_day) if lines else None


def for_a_low_day(context: Context) -> LowDay:
    """One win, the latest if none has rested yet, and one person: whom the user was glad of last, or in touch with."""
    connection = context.connection
    memory = worth_remembering(context, ("win",))
    win = memory.line if memory is not None else _latest_win(context)
    key = naming_gratitude(connection)
    if key is not None:
        (gratitude,) = log_lines(connection, [key])
        return LowDay(win, Companion(gratitude.person, gratitude.day, gratitude.text))
    known = last_person(connection)
    return LowDay(win, Companion(*known) if known is not None else None)


def _latest_win(context: Context) -> LogLine | None:
    lines = log_lines(context.connection, log_keys(context.connection, ("win",), limit=1))
    return lines[0] if lines else None
