"""The check-in of a day while it is filled in: what is saved of it, and what is only begun."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from rutbreaker.context import Context
from rutbreaker.domain.checkins import is_done, ratings_of, weekly_of
from rutbreaker.domain.models import Checkin
from rutbreaker.domain.text import one_line
from rutbreaker.domain.weekly import is_last_working_day
from rutbreaker.domain.words import MARKS, RATINGS, WEEKLY_RATINGS
from rutbreaker.store import drafts
from rutbreaker.store.checkins import checkin_of, checkins_between
from rutbreaker.store.expected import expected_every_day

DRAFT = "checkin:"
"""What the name of a check-in's draft begins with; its day follows."""


class Sheet(NamedTuple):
    """What stands on a check-in: ratings by name (None where skipped, missing where not asked yet), note and mark.

    ``mark`` is ``off``, ``sick`` or empty.
    """

    ratings: Mapping[str, int | None] = {}
    note: str = ""
    mark: str = ""


class OpenSheet(NamedTuple):
    """The sheet of a day as it is opened.

    ``saved`` is what the day's check-in says, ``begun`` what was left unfinished, if anything; ``today`` and
    ``small_hours`` say which day it is now, and whether midnight has passed within it.
    """

    day: date
    today: date
    small_hours: bool
    saved: Sheet
    begun: Sheet | None


def draft_name(day: date) -> str:
    """The name under which the unfinished check-in of a day is kept."""
    return DRAFT + day.isoformat()


def open_sheet(context: Context, day: date) -> OpenSheet:
    """The check-in of a day, as it is saved and as it was left."""
    clock = context.clock
    return OpenSheet(day, clock.today(), clock.is_small_hours(), _saved(context, day), _begun(context, day))


def keep_sheet(context: Context, day: date, sheet: Sheet) -> None:
    """Keep a sheet that isn't finished; one that says what is saved already is forgotten."""
    if sheet == _saved(context, day):
        drafts.drop_draft(context.connection, draft_name(day))
    else:
        body = json.dumps(sheet._asdict(), ensure_ascii=False)
        drafts.keep_draft(context.connection, draft_name(day), body, context.clock.now())


def _saved(context: Context, day: date) -> Sheet:
    checkin = checkin_of(context.connection, day)
    return Sheet() if checkin is None else sheet_of(checkin)


def sheet_of(checkin: Checkin) -> Sheet:
    """The sheet of a check-in; where no rating was given yet, none has been asked."""
    ratings = dict(zip(RATINGS, ratings_of(checkin), strict=True)) if is_done(checkin) else {}
    given = zip(WEEKLY_RATINGS, weekly_of(checkin), strict=True)
    ratings |= {name: rating for name, rating in given if rating is not None}
    return Sheet(ratings, checkin.note, checkin.mark or "")


def asks_weekly(context: Context, day: date) -> bool:
    """Whether the check-in of a day asks the two ratings of the week.

    It does from the last working day of the week on, if no other day of that week has them; and where it has them.
    """
    monday = day - timedelta(days=day.weekday())
    checkins = checkins_between(context.connection, monday, monday + timedelta(days=6))
    given = {checkin.day for checkin in checkins if any(weekly_of(checkin))}
    if given:
        return day in given
    return is_last_working_day(day, expected_every_day(context.connection))


def _begun(context: Context, day: date) -> Sheet | None:
    body = drafts.draft(context.connection, draft_name(day))
    if body is None:
        return None
    try:
        kept = json.loads(body)
        mark = kept["mark"] if kept["mark"] in MARKS else ""
        names = (*RATINGS, *WEEKLY_RATINGS)
        return Sheet({name: kept["ratings"][name] for name in names if name in kept["ratings"]}, kept["note"], mark)
    except (ValueError, KeyError, TypeError):
        # Another program wrote it, or the disk lost a bit: what can still be read of it is in the line.
        return Sheet({}, one_line(body), "")
