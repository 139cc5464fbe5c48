"""The hours worked, by number and by the clock."""

from datetime import date, timedelta

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.config import Settings
from rutbreaker.context import Context
from rutbreaker.domain.models import Hours
from rutbreaker.errors import BadInput
from rutbreaker.journal.history import undo
from rutbreaker.journal.hours import hours_week, log_hours, running_since, start_hours, stop_hours
from rutbreaker.journal.review import week
from rutbreaker.store.ids import hours_id

TODAY = date(2026, 11, 23)
_A_DAY = timedelta(days=1)


def _minutes(context: Context) -> list[tuple[date, int]]:
    return [(each.day, each.minutes) for each in hours_week(context).days]


def test_a_day_has_one_row_of_hours_which_the_next_word_replaces(context: Context) -> None:
    log_hours(context, 540)
    hours = log_hours(context, 480)
    assert hours == Hours(hours_id(TODAY), TODAY, context.clock.now(), 480)
    assert _minutes(context) == [(TODAY, 480)]
    assert undo(context) == "hours: 8h on Mon 23 Nov 2026"
    assert _minutes(context) == [(TODAY, 540)]


@pytest.mark.parametrize(("minutes", "day"), [(1441, TODAY), (-1, TODAY), (60, TODAY + _A_DAY)])
def test_what_cannot_be_is_refused(context: Context, minutes: int, day: date) -> None:
    with pytest.raises(BadInput):
        log_hours(context, minutes, day=day)
    assert _minutes(context) == []


def test_the_week_goes_from_monday_to_sunday(context: Context, clock: FixedClock) -> None:
    for back in (0, 1):
        log_hours(context, 60 + back, day=TODAY - back * _A_DAY)
    assert _minutes(context) == [(TODAY, 60)]
    clock.advance(6 * _A_DAY)
    assert hours_week(context).minutes == 60
    assert hours_week(context, TODAY - _A_DAY).minutes == 61


def test_the_limit_is_the_one_of_the_configuration(context: Context) -> None:
    limited = context._replace(settings=Settings(hours_limit=38.5))
    assert hours_week(limited).limit == 2310
    log_hours(limited, 540)
    assert (week(limited, TODAY).worked.minutes, week(limited, TODAY).worked.limit) == (540, 2310)


def test_the_clock_adds_to_the_day_on_which_it_was_started(context: Context, clock: FixedClock) -> None:
    log_hours(context, 60)
    since = start_hours(context)
    assert running_since(context) == since
    with pytest.raises(BadInput, match="has run since 08:55"):
        start_hours(context)
    clock.advance(timedelta(hours=15, minutes=30))
    assert stop_hours(context) == (log_hours(context, 990, day=TODAY), 930)
    assert running_since(context) is None
    with pytest.raises(BadInput, match="doesn't run"):
        stop_hours(context)


def test_a_day_never_gets_more_than_its_hours(context: Context, clock: FixedClock) -> None:
    log_hours(context, 1400)
    start_hours(context)
    clock.advance(timedelta(hours=2))
    assert stop_hours(context)[0].minutes == 1440


@pytest.mark.parametrize("hours", [25, -1])
def test_a_clock_that_was_forgotten_is_not_believed(context: Context, clock: FixedClock, hours: int) -> None:
    start_hours(context)
    clock.advance(timedelta(hours=hours))
    with pytest.raises(BadInput, match="rut hours 9 --date 2026-11-23"):
        stop_hours(context)
    assert _minutes(context) == []


def test_a_forgotten_clock_can_be_started_anew(context: Context, clock: FixedClock) -> None:
    start_hours(context)
    clock.advance(timedelta(hours=25))
    assert start_hours(context) == clock.now() == running_since(context)
