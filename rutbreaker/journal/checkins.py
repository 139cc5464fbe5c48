"""Checking in: rating a day, or amending what stands of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from rutbreaker.context import Context
from rutbreaker.domain.checkins import RATING_NAMES, is_done, is_empty, rating_of
from rutbreaker.domain.dates import full_day
from rutbreaker.domain.models import Checkin
from rutbreaker.domain.text import all_tags, flat, loose_tags
from rutbreaker.domain.words import MARKS, RATINGS, WEEKLY_RATINGS
from rutbreaker.errors import BadInput
from rutbreaker.store.checkins import checkin_of
from rutbreaker.store.history import put
from rutbreaker.store.ids import checkin_id


def check_in(
    context: Context,
    ratings: Mapping[str, int | None],
    *,
    day: date | None = None,
    note: str | None = None,
    tags: Sequence[str] = (),
    mark: str | None = None,
) -> Checkin:
    """Check in for a day, or amend its check-in: what isn't given stays as it was.

    Args:
        context: the open data file.
        ratings: 1 to 5 by name, None to skip one.
        day: the day it is for; today when None. Any past day can be filled.
        note: the optional line; tags in it count.
        tags: further tags.
        mark: ``off`` or ``sick`` to mark the day, ``""`` to take a mark away.

    Raises:
        BadInput: a rating isn't 1 to 5, nothing at all would stand on the day, or it has not come yet.
    """
    _check_ratings(ratings)
    if mark not in (None, "", *MARKS):
        raise BadInput(f"“{mark}” is no mark: a day can be marked off or sick.")
    day = context.past_day(day)
    with context.act(f"check-in for {full_day(day)}") as doing:
        # Read inside the act: what another program changed a moment ago must not be written over.
        earlier = checkin_of(context.connection, day) or Checkin(checkin_id(day), day, context.clock.now())
        checkin = _amended(earlier, ratings, note, tags, mark)
        if is_empty(checkin):
            raise BadInput("A check-in needs at least one rating from 1 to 5, a note, or a mark (off, sick).")
        if is_done(checkin) and checkin.rated_on is None:
            checkin = checkin._replace(rated_on=context.clock.today())
        put(doing, checkin)
    return checkin


def _amended(
    base: Checkin, ratings: Mapping[str, int | None], note: str | None, tags: Sequence[str], mark: str | None
) -> Checkin:
    changes: dict[str, Any] = dict(ratings)
    if note is not None:
        changes["note"] = flat(note)
        # Tags that stood in the old note go with it; those that were given beside it stay.
        kept = loose_tags(base.tags, base.note)
        changes["tags"] = all_tags(str(changes["note"]), [*kept, *tags])
    elif tags:
        changes["tags"] = all_tags("", [*base.tags, *tags])
    if mark is not None:
        changes["mark"] = mark or None
    return base._replace(**changes)


def read_ratings(words: Sequence[str]) -> dict[str, int | None]:
    """Ratings typed one after the other, each a digit 1 to 5 or ``-``; also as one word, ``32435``.

    Raises:
        BadInput: there are more than five, or one isn't a rating.
    """
    signs = list(words[0]) if len(words) == 1 else list(words)
    if len(signs) > len(RATINGS):
        order = ", ".join(RATINGS)
        raise BadInput(f"A check-in has {len(RATINGS)} ratings ({order}); {len(signs)} were given.")
    return {name: rating_of(sign, name) for name, sign in zip(RATINGS, signs, strict=False)}


def _check_ratings(ratings: Mapping[str, int | None]) -> None:
    for name, rating in ratings.items():
        if name not in (*RATINGS, *WEEKLY_RATINGS):
            raise BadInput(f"“{name}” is no rating; there are {', '.join(RATINGS)}.")
        if rating is not None and not 1 <= rating <= 5:
            raise BadInput(f"{RATING_NAMES[name]} is rated from 1 to 5, not {rating}.")
