"""What the check-ins say of each source, day by day and over four weeks."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from rutbreaker.errors import BadInput

FEWEST_DAYS = 14
WINDOW_DAYS = 28
"""The check-ins speak from so many days on, within so many days up to the last."""

_LOW_PRESSURE = 2

_FEWEST_VALUES = {"challenge": 7, "life": 2}
"""Days that a source's mean needs where that is fewer: those of low pressure, and the weekly question."""

_RATED_BY = {
    "challenge": "interest",
    "interest": "interest",
    "alone": "people",
    "life": "switch_off",
    "recognition": "progress",
}
"""The rating that speaks of a source by being low."""


class CheckIn(NamedTuple):
    """One day's ratings, 1 to 5, None where missing; ``day`` is a date, or a running number of days."""

    day: date | int
    energy: int | None = None
    interest: int | None = None
    pressure: int | None = None
    progress: int | None = None
    people: int | None = None
    switch_off: int | None = None


def strain_of(checkin: CheckIn, source: str) -> float | None:
    """What a day's ratings say of a source, 1 (nothing) to 5 (much); None when they say nothing.

    Overload: the mean of low energy and pressure. Too little challenge: low interest on a day of low pressure. Lost
    interest: low interest. Alone: low people. Work swallows life: low switch-off. No recognition: low progress.
    """
    if source == "overload":
        parts = [None if checkin.energy is None else 6 - checkin.energy, checkin.pressure]
        known = [part for part in parts if part is not None]
        return sum(known) / len(known) if known else None
    if source == "challenge" and (checkin.pressure is None or checkin.pressure > _LOW_PRESSURE):
        return None
    rating: int | None = getattr(checkin, _RATED_BY[source])
    return None if rating is None else 6.0 - rating


def recent(checkins: Sequence[CheckIn]) -> list[CheckIn]:
    """The days with a rating in the 28 up to the last one.

    Raises:
        BadInput: a rating is no whole number from 1 to 5.
    """
    rated = [checkin for checkin in checkins if any(rating is not None for rating in checkin[1:])]
    for rating in (rating for checkin in rated for rating in checkin[1:] if rating is not None):
        if type(rating) is not int or not 1 <= rating <= 5:
            raise BadInput(f"A rating is a whole number from 1 to 5, not {rating!r:.20}.")
    last = max(map(_number, rated), default=0)
    return [checkin for checkin in rated if last - _number(checkin) < WINDOW_DAYS]


def _number(checkin: CheckIn) -> int:
    return checkin.day if isinstance(checkin.day, int) else checkin.day.toordinal()


def evidence_of(days: Sequence[CheckIn], source: str, middle: float) -> float | None:
    """How far the days' strain of a source lies from the middle; None when too few of them say anything of it."""
    values = [strain for day in days if (strain := strain_of(day, source)) is not None]
    if len(values) < _FEWEST_VALUES.get(source, FEWEST_DAYS):
        return None
    return sum(values) / len(values) - middle
