"""The index day by day, as the statistics take it."""

from collections.abc import Callable, Sequence
from datetime import date

from rutbreaker.domain.checkins import index, is_late
from rutbreaker.domain.models import Checkin, Pause


def counts(checkin: Checkin, pauses: Sequence[Pause]) -> bool:
    """Whether a day's ratings say how days usually are: rated in time, not marked, and in no pause but a rest."""
    if checkin.mark or is_late(checkin):
        return False
    return not any(
        pause.reason != "rest" and pause.day <= checkin.day and (pause.until is None or checkin.day <= pause.until)
        for pause in pauses
    )


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
    values: list[float | None] = [None] * ((last - first).days + 1)
    for checkin in checkins:
        if checkin.day <= last and counts(checkin, pauses):
            values[(checkin.day - first).days] = measure(checkin)
    return first, values
