"""The slumps of somebody's check-ins with their days, what was answered to them taken into account."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache

from rutbreaker.domain.daily_index import daily_index
from rutbreaker.domain.models import Checkin, Pause
from rutbreaker.domain.slumps import Dismissal, Noticed
from rutbreaker.insight.slump import COOLING_DAYS, Slump, find_slumps


def noticed(
    checkins: Sequence[Checkin], pauses: Sequence[Pause], dismissals: Sequence[Dismissal], today: date
) -> list[Noticed]:
    """The slumps in the check-ins up to ``today``, oldest first; of two dismissals of one slump the later counts.

    They are remembered until the data change, because more than one part of the screen asks for them.
    """
    return list(_noticed(tuple(checkins), tuple(pauses), tuple(dismissals), today))


@lru_cache(maxsize=1)
def _noticed(
    checkins: tuple[Checkin, ...], pauses: tuple[Pause, ...], dismissals: tuple[Dismissal, ...], today: date
) -> tuple[Noticed, ...]:
    first, values = daily_index(checkins, pauses, today)
    answered = {(dismissal.day - first).days: dismissal for dismissal in dismissals}
    slumps = find_slumps(values, first.weekday())
    known = _known_days(slumps, answered, len(values))
    if known:
        slumps = find_slumps(values, first.weekday(), known=known)

    def day(place: int) -> date:
        return first + timedelta(days=place)

    return tuple(
        Noticed(
            day(slump.day),
            day(slump.onset),
            None if slump.end is None else day(slump.end),
            slump.depth,
            slump.depth_in_ups,
            slump.level,
            _answer_to(slump, answered, known),
        )
        for slump in slumps
    )


def _answer_to(slump: Slump, answered: Mapping[int, Dismissal], known: Collection[int] = ()) -> Dismissal | None:
    """The answer to a slump: the one nearest to its alarm, within the days in which there is no other alarm.

    Its alarm may lie on another day than when it was answered, because its days were left out of the baseline, or
    because a check-in was amended. While days go on whose reason is known, every alarm in them has that answer.
    """
    near = [day for day in answered if abs(day - slump.day) < COOLING_DAYS or slump.day in known]
    return answered[min(near, key=lambda day: abs(day - slump.day))] if near else None


def _known_days(slumps: Sequence[Slump], answered: Mapping[int, Dismissal], length: int) -> set[int]:
    """The positions of the days of the slumps whose reason is known."""
    known: set[int] = set()
    for slump in slumps:
        dismissal = _answer_to(slump, answered)
        if dismissal is not None and dismissal.known:
            known.update(range(slump.onset, length if slump.end is None else slump.end))
    return known
