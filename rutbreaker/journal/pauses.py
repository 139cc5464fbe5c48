"""Pauses: dates on which nothing is expected, declared before or after; they never stop anything from being logged."""

from datetime import date
from typing import NamedTuple

from rutbreaker.context import Context
from rutbreaker.domain.dates import day_month
from rutbreaker.domain.models import Pause
from rutbreaker.domain.pauses import covers, ended, is_asked_about, joined
from rutbreaker.domain.text import one_line
from rutbreaker.domain.words import PAUSE_REASONS
from rutbreaker.errors import BadInput, NotFound
from rutbreaker.store.days import pauses
from rutbreaker.store.history import Act, put, remove
from rutbreaker.store.reading import existing


class OpenPause(NamedTuple):
    """A pause without an end that is under way: for how many days by today, and whether to ask if it goes on."""

    pause: Pause
    days: int
    is_asked_about: bool


def declare_pause(context: Context, first: date, last: date | None, reason: str) -> Pause:
    """Pause from ``first`` to ``last``, or until resumed when None; both may lie in the past or the future.

    It becomes one with those of the same reason that it overlaps or touches.

    Raises:
        BadInput: it ends before it begins, or the reason isn't one.
    """
    _check(first, last, reason)
    with context.act(f"pause: {_named(first, last, reason)}") as doing:
        pause = Pause(doing.new_id(), first, context.clock.now(), last, reason)
        return _put_joined(doing, context, pause)


def change_pause(context: Context, row: str, first: date, last: date | None, reason: str) -> Pause:
    """Change when a pause is, or why.

    Raises:
        BadInput: it would end before it begins, or the reason isn't one.
        NotFound: it is gone.
    """
    _check(first, last, reason)
    with context.act(f"pause: {_named(first, last, reason)}") as doing:
        pause = existing(context.connection, Pause, row, "That pause")
        return _put_joined(doing, context, pause._replace(day=first, until=last, reason=reason))


def delete_pause(context: Context, row: str) -> None:
    """Take a pause away, as if it had never been; undo brings it back.

    Raises:
        NotFound: it is gone already.
    """
    with context.act("delete pause") as doing:
        pause = existing(context.connection, Pause, row, "That pause")
        doing.title = f"delete pause: {_named(pause.day, pause.until, pause.reason)}"
        remove(doing, "pause", row)


def resume(context: Context, day: date | None = None) -> list[Pause]:
    """Expect things again from ``day`` (today) on: every pause that covers it ends the day before.

    One that would begin on that very day is taken away. The pauses as they were.

    Raises:
        NotFound: no pause covers that day.
    """
    day = context.clock.today() if day is None else day
    with context.act(f"resume on {day_month(day)}") as doing:
        over = [pause for pause in pauses(context.connection) if covers(pause, day)]
        if not over:
            raise NotFound(f"There is no pause on {day.isoformat()}.")
        for pause in over:
            left = ended(pause, day)
            if left is None:
                remove(doing, "pause", pause.id)
            else:
                put(doing, left)
    return over


def list_pauses(context: Context) -> list[Pause]:
    """Every pause, the one that begins last first."""
    return pauses(context.connection)[::-1]


def open_pause(context: Context) -> OpenPause | None:
    """The pause without an end that is under way, the one that has lasted longest; None when there is none."""
    today, clock = context.clock.today(), context.clock
    under_way = [pause for pause in pauses(context.connection) if pause.until is None and pause.day <= today]
    if not under_way:
        return None
    pause = under_way[0]
    return OpenPause(pause, (today - pause.day).days + 1, is_asked_about(pause, clock.day_of(pause.at), today))


def keep_pausing(context: Context, row: str) -> None:
    """Say that an open pause goes on: it is asked about again in a week.

    Raises:
        NotFound: it is gone.
    """
    with context.act("pause goes on") as doing:
        pause = existing(context.connection, Pause, row, "That pause")
        # The moment it was logged is also the moment it was last confirmed.
        put(doing, pause._replace(at=context.clock.now()))


def _put_joined(doing: Act, context: Context, pause: Pause) -> Pause:
    whole, swallowed = joined(pause, pauses(context.connection))
    for other in swallowed:
        remove(doing, "pause", other.id)
    put(doing, whole)
    return whole


def _check(first: date, last: date | None, reason: str) -> None:
    if reason not in PAUSE_REASONS:
        raise BadInput(f"“{one_line(reason, 20)}” is no reason for a pause; there are {', '.join(PAUSE_REASONS)}.")
    if last is not None and last < first:
        raise BadInput(f"The pause would end on {last.isoformat()}, before it begins on {first.isoformat()}.")


def _named(first: date, last: date | None, reason: str) -> str:
    until = "open" if last is None else f"to {day_month(last)}"
    return f"{reason} {day_month(first)}" + ("" if last == first else f" {until}")
