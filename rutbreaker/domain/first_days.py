"""What the first week of check-ins already says: true of single days, and no more than that."""

from collections.abc import Sequence

from rutbreaker.domain.checkins import goodness, index
from rutbreaker.domain.dates import full_day
from rutbreaker.domain.models import Checkin
from rutbreaker.domain.usual import FEWEST_TO_DRAW
from rutbreaker.domain.words import RATINGS


def first_words(checkins: Sequence[Checkin]) -> str:
    """What there is to say on the day of the first, the second and the seventh check-in; nothing on others.

    Args:
        checkins: all with a rating up to today's, oldest first.
    """
    if len(checkins) == 1:
        return _extremes(checkins[0])
    if len(checkins) == 2:
        return _moved(*checkins)
    return _first_week(checkins) if len(checkins) == FEWEST_TO_DRAW else ""


def _extremes(checkin: Checkin) -> str:
    """What is hardest and what is best; pressure is the harder the higher it is."""
    good = goodness(checkin)
    lowest, highest = min(good.values()), max(good.values())
    if lowest == highest:
        return "Everything alike today; nothing stands out." if len(good) > 1 else ""
    return f"Hardest today: {_named(good, lowest)}. Best: {_named(good, highest)}."


def _moved(before: Checkin, now: Checkin) -> str:
    """What is better and what is harder than the last time."""
    then, good = goodness(before), goodness(now)
    shared = [name for name in RATINGS if name in then and name in good]
    better = [name for name in shared if good[name] > then[name]]
    harder = [name for name in shared if good[name] < then[name]]
    said = [f"{what}: {', '.join(names)}" for what, names in (("better", better), ("harder", harder)) if names]
    if not said:
        return f"As on {full_day(before.day)}." if shared else ""
    return f"Since {full_day(before.day)}, {'; '.join(said)}."


def _first_week(checkins: Sequence[Checkin]) -> str:
    known = [(mean, checkin.day) for checkin in checkins if (mean := index(checkin)) is not None]
    news = "Seven check-ins: from now on each rating has its line."
    best = [day for mean, day in known if mean == max(known)[0]]
    return f"{news} Best day so far: {full_day(best[0])}." if len(best) == 1 and len(known) > 1 else news


def _named(good: dict[str, int], value: int) -> str:
    *names, last = (name for name in good if good[name] == value)
    return f"{', '.join(names)} and {last}" if names else last
