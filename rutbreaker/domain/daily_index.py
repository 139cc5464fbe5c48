"""The index day by day, as the statistics take it."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from rutbreaker.domain.checkins import index
from rutbreaker.domain.models import Checkin, Pause
from rutbreaker.domain.usual import counts


def daily_index(
    checkins: Sequence[Checkin],
    pauses: Sequence[Pause],
    last: date,
    measure: Callable[[Checkin], float | None] = index,
) -> tuple[date, list[float | None]]:
    """The index, or another measure, of every calendar day from the first check-in to ``last``, and that first day.

    None where a day has no value that counts: nothing rated or too little, rated too late to be remembered as it was,
    marked off or sick, or in a pause other than a rest.
    """
    first = min((checkin.day for checkin in checkins), default=last)
    values: list[float | None] = [None] * ((last - first) // timedelta(days=1) + 1)
    for checkin in checkins:
        if checkin.day <= last and counts(checkin, pauses):
            values[(checkin.day - first) // timedelta(days=1)] = measure(checkin)
    return first, values
