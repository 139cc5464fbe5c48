"""What goes with better days: the tags of the check-ins held against the index."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from operator import attrgetter
from typing import TYPE_CHECKING

from rutbreaker.context import Context
from rutbreaker.domain.daily_index import daily_index
from rutbreaker.domain.helps import (
    MOST_TAGS,
    USED_WITHIN_DAYS,
    HelpsView,
    RatingLink,
    TagView,
    Verdict,
    in_order,
)
from rutbreaker.domain.models import Checkin, Pause
from rutbreaker.domain.words import RATINGS
from rutbreaker.store.checkins import rated_between
from rutbreaker.store.connection import Connection
from rutbreaker.store.days import pauses
from rutbreaker.store.remembered import remembered

if TYPE_CHECKING:
    from rutbreaker.insight.helps import Association

_PACE_DAYS = 28


def what_helps(context: Context) -> HelpsView:
    """How the days with each of the most used tags compare; remembered until something is logged or the day ends."""
    connection, today = context.connection, context.clock.today()
    return remembered(connection, ("helps", today), lambda: _found(connection, today))


def _found(connection: Connection, today: date) -> HelpsView:
    from rutbreaker.insight.helps import associations

    checkins = rated_between(connection, date.min, today)
    over = pauses(connection)
    first, index = daily_index(checkins, over, today)
    counting = sum(value is not None for value in index)
    tags = _tags_by_day(checkins, first, len(index), today)
    views = [_view(each) for each in associations(index, tags, first.weekday())]
    if any(view.verdict in ("better", "worse") for view in views):
        links = _ratings_by_tag(checkins, over, tags, today)
        views = [
            view._replace(ratings=links.get(view.tag, ())) if view.verdict in ("better", "worse") else view
            for view in views
        ]
    recent = sum(value is not None for value in index[-_PACE_DAYS:])
    return _with_date(HelpsView(counting, None, in_order(views)), recent, today)


def _ratings_by_tag(
    checkins: Sequence[Checkin], over: Sequence[Pause], tags: dict[str, list[bool | None]], today: date
) -> dict[str, tuple[RatingLink, ...]]:
    """The single ratings that each tag goes with; for each rating all tags are judged as one family."""
    from rutbreaker.insight.helps import associations

    found: dict[str, list[RatingLink]] = {}
    for rating in RATINGS:
        first, values = daily_index(checkins, over, today, attrgetter(rating))
        for each in associations(values, tags, first.weekday()):
            if each.passed:
                found.setdefault(each.tag, []).append(RatingLink(rating, each.estimate))
    return {tag: tuple(sorted(links, key=lambda link: -abs(link.points))) for tag, links in found.items()}


def _view(found: "Association") -> TagView:
    """The tag as it is shown: what didn't pass has no figures, so that nothing can be read into them."""
    verdict = _verdict(found)
    shown = (found.estimate, found.low, found.high) if found.passed else (0.0, 0.0, 0.0)
    return TagView(found.tag, verdict, *shown, found.n_on, found.n_off)


def _verdict(found: "Association") -> Verdict:
    if not found.enough:
        return "too few"
    if not found.separable:
        return "same weekday"
    if not found.passed:
        return "open"
    if found.direction_unclear:
        return "unclear"
    return "better" if found.estimate > 0 else "worse"


def _tags_by_day(checkins: Sequence[Checkin], first: date, length: int, today: date) -> dict[str, list[bool | None]]:
    """For the most used tags whether each day carries them; None on days without a check-in."""
    since = today - timedelta(days=USED_WITHIN_DAYS)
    uses = Counter(tag for checkin in checkins if checkin.day > since for tag in checkin.tags)
    most_used = sorted(uses, key=lambda tag: (-uses[tag], tag))[:MOST_TAGS]
    tags: dict[str, list[bool | None]] = {tag: [None] * length for tag in most_used}
    for checkin in checkins:
        day = (checkin.day - first).days
        for tag, on in tags.items():
            on[day] = tag in checkin.tags
    return tags


def _with_date(view: HelpsView, recent: int, today: date) -> HelpsView:
    """The same with the day around which there will be enough check-ins, from how many there were lately."""
    if not (view.missing and recent):
        return view
    return view._replace(ready_on=today + timedelta(days=-(-view.missing * _PACE_DAYS // recent)))
