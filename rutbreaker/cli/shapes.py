"""What the commands give as JSON: the shapes that the manual promises."""

from typing import Any

from rutbreaker.domain.checkins import index, ratings_of, weekly_of
from rutbreaker.domain.log import LogLine
from rutbreaker.domain.models import Checkin
from rutbreaker.domain.search import Hit
from rutbreaker.domain.streaks import Streak
from rutbreaker.domain.words import RATINGS, WEEKLY_RATINGS

Shape = dict[str, Any]


def of_line(line: LogLine) -> Shape:
    """A line of the log: what everything has, and what its kind has beside it."""
    shape: Shape = {
        "id": line.id,
        "kind": line.kind,
        "day": line.day.isoformat(),
        "at": line.at.isoformat(timespec="milliseconds"),
        "text": line.text,
    }
    if line.kind in ("win", "gratitude", "reflection", "checkin"):
        shape["tags"] = list(line.tags)
    if line.kind == "gratitude":
        shape |= {"why": line.why, "person": line.person}
    if line.kind == "contact":
        shape["person"] = line.person
    return shape


def of_hit(hit: Hit) -> Shape:
    """A line that was found, with the piece of its text that holds the words."""
    return of_line(hit.line) | {"snippet": hit.snippet}


def of_checkin(checkin: Checkin) -> Shape:
    """A check-in: its ratings, index, note, tags and mark."""
    found = index(checkin)
    return {
        **dict(zip(RATINGS, ratings_of(checkin), strict=True)),
        **dict(zip(WEEKLY_RATINGS, weekly_of(checkin), strict=True)),
        "index": None if found is None else round(found, 2),
        "note": checkin.note,
        "tags": list(checkin.tags),
        "mark": checkin.mark,
    }


def of_streak(streak: Streak) -> Shape:
    """A streak: all that is known of it."""
    return streak._asdict() | {
        "longest_from": streak.longest_from and streak.longest_from.isoformat(),
        "longest_to": streak.longest_to and streak.longest_to.isoformat(),
        "strength": round(streak.strength, 4),
    }
