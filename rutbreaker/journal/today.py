"""The day at a glance: how it is rated beside the days before it, and the streak."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from rutbreaker.context import Context
from rutbreaker.domain import first_days
from rutbreaker.domain.checkins import index, is_done
from rutbreaker.domain.daily_index import counts
from rutbreaker.domain.marks import marks_of_days
from rutbreaker.domain.models import Checkin
from rutbreaker.domain.streaks import Streak, streak
from rutbreaker.domain.usual import FEWEST_TO_DRAW, Place, UntilUsual, Usual, place, until_usual, usual
from rutbreaker.domain.words import RATINGS
from rutbreaker.store.checkins import checkin_of, checkins_between, latest_checkins
from rutbreaker.store.days import days_done, pauses
from rutbreaker.store.drafts import draft_names
from rutbreaker.store.expected import expected_every_day
from rutbreaker.store.log import nothing_kept

STRIP_WEEKS = 12
"""How many weeks the strip on the streak card shows."""

_LOOKED_BACK = timedelta(days=100)


class Rated(NamedTuple):
    """One question on the card: today's rating, those of the last seven check-ins, and where the last three stand.

    ``recent`` is empty before the seventh check-in, ``place`` None before there is a usual range.
    """

    name: str
    value: int | None
    recent: tuple[int | None, ...]
    place: Place | None


class RatingsCard(NamedTuple):
    """Today's check-in, if any, and each question; ``is_begun`` says that a check-in of today waits unfinished.

    ``until_drawn`` counts the check-ins that are missing until a course is drawn, ``until_usual`` is what is missing
    until there is a usual range, if anything, and ``first_words`` what there is to say in the first week.
    """

    checkin: Checkin | None
    is_begun: bool
    rated: tuple[Rated, ...]
    until_usual: UntilUsual | None
    until_drawn: int = 0
    first_words: str = ""

    @property
    def is_done(self) -> bool:
        """Whether the day has a rating."""
        return self.checkin is not None and is_done(self.checkin)

    @property
    def is_low(self) -> bool:
        """Whether it is a low day: its index is 2 or less."""
        mean = index(self.checkin) if self.checkin is not None else None
        return mean is not None and mean <= 2


class StreakCard(NamedTuple):
    """The streak of check-ins, and its last weeks: the days done, and why others may be empty.

    ``week_start`` is the weekday on which a drawn week begins, 0 for Monday.
    """

    streak: Streak
    first: date
    last: date
    done: tuple[date, ...]
    marks: dict[date, str]
    week_start: int


def is_new(context: Context) -> bool:
    """Whether nothing at all was written yet."""
    connection = context.connection
    return nothing_kept(connection) and not draft_names(connection)


def ratings_card(context: Context) -> RatingsCard:
    """How the day is rated, beside the days before it."""
    connection, today = context.connection, context.clock.today()
    checkin = checkin_of(connection, today)
    latest = _latest(context)
    recent = latest[-FEWEST_TO_DRAW:]
    resting = pauses(connection)
    known = [each for each in checkins_between(connection, today - _LOOKED_BACK, today) if counts(each, resting)]
    ranges = {name: usual(_values(known, name), today) for name in RATINGS}
    rated = tuple(
        Rated(
            name,
            None if checkin is None else getattr(checkin, name),
            tuple(getattr(each, name) for each in recent) if len(recent) == FEWEST_TO_DRAW else (),
            _place(known, name, ranges[name]),
        )
        for name in RATINGS
    )
    has_range = any(found is not None for found in ranges.values())
    waiting = None if has_range else until_usual([each.day for each in known if is_done(each)], today)
    is_begun = f"checkin:{today.isoformat()}" in draft_names(connection)
    return RatingsCard(checkin, is_begun, rated, waiting, FEWEST_TO_DRAW - len(recent), _first_words(latest, today))


def first_words(context: Context) -> str:
    """What the first check-ins already say, once today has one; empty after the first week."""
    return _first_words(_latest(context), context.clock.today())


def _first_words(latest: Sequence[Checkin], today: date) -> str:
    return first_days.first_words(latest) if latest and latest[-1].day == today else ""


def _latest(context: Context) -> list[Checkin]:
    """The last check-ins: as many as are drawn, and one more, which says that the first week is over."""
    return latest_checkins(context.connection, context.clock.today(), FEWEST_TO_DRAW + 1)


def streak_card(context: Context) -> StreakCard:
    """How steadily the days were checked in on, and the last weeks of it."""
    today = context.clock.today()
    done = days_done(context.connection, "checkin")
    expected = expected_every_day(context.connection)
    week_start = 6 if context.settings.week_start == "sunday" else 0
    first = today - timedelta(days=(today.weekday() - week_start) % 7, weeks=STRIP_WEEKS - 1)
    begun = expected._replace(start=done.earliest or today)
    shown = tuple(done.between(first, today))
    found = streak(done, expected, today=today, late=context.clock.is_late())
    return StreakCard(found, first, today, shown, marks_of_days(begun, first, today), week_start)


def _values(checkins: Sequence[Checkin], name: str) -> dict[date, int]:
    return {each.day: getattr(each, name) for each in checkins if getattr(each, name) is not None}


def _place(checkins: Sequence[Checkin], name: str, found: Usual | None) -> Place | None:
    return None if found is None else place(_values(checkins, name), found)
