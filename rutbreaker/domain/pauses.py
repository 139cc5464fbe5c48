"""Pauses among each other: which become one, and what is left of them when somebody goes on again.

Pauses of one reason that overlap or touch are one pause. Pauses of different reasons may overlap: who falls ill on a
holiday has both, and nothing is expected all the same.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from rutbreaker.domain.models import Pause

ASK_AFTER = 7
"""Days after which an open pause is asked about, and again after so many more."""

_DAY = timedelta(days=1)


def covers(pause: Pause, day: date) -> bool:
    """Whether a day lies in the pause."""
    return pause.day <= day and (pause.until is None or day <= pause.until)


def joined(pause: Pause, others: Sequence[Pause]) -> tuple[Pause, list[Pause]]:
    """The pause grown over all others of its reason that it overlaps or touches, and those it has swallowed."""
    swallowed: list[Pause] = []
    waiting = [other for other in others if other.reason == pause.reason and other.id != pause.id]
    while near := [other for other in waiting if _meet(pause, other)]:
        until = (
            None if any(each.until is None for each in (pause, *near)) else max(_last(each) for each in (pause, *near))
        )
        pause = pause._replace(day=min(each.day for each in (pause, *near)), until=until)
        swallowed += near
        waiting = [other for other in waiting if other not in near]
    return pause, swallowed


def ended(pause: Pause, day: date) -> Pause | None:
    """The pause as it stands when things are expected again from ``day`` on; None when nothing is left of it."""
    return pause._replace(until=day - _DAY) if pause.day < day else None


def is_asked_about(pause: Pause, confirmed: date, today: date) -> bool:
    """Whether it is time to ask if an open pause goes on: a week after it began and after it was last confirmed."""
    return pause.until is None and (today - max(pause.day, confirmed)).days >= ASK_AFTER


def _meet(one: Pause, other: Pause) -> bool:
    return one.day <= _last(other) + _DAY and other.day <= _last(one) + _DAY


def _last(pause: Pause) -> date:
    return date.max - _DAY if pause.until is None else pause.until
