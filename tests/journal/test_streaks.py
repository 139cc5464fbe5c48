"""The streaks of the four kinds, and the day at a glance, from what the data file holds."""

from datetime import date, datetime, timedelta, timezone

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.models import Pause, Reflection, Schedule
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.daily import log_gratitude, log_win
from rutbreaker.journal.streaks import KINDS, Kind, streak_of, streaks, summary
from rutbreaker.store.history import put

_MONDAY = date(2026, 11, 23)


def _rate(context: Context, *days: date) -> None:
    for day in days:
        check_in(context, {"energy": 3}, day=day)


def _days_before(*distances: int) -> list[date]:
    return [_MONDAY - timedelta(days=distance) for distance in distances]


def test_nothing_logged_is_nothing_kept(context: Context) -> None:
    found = streaks(context)
    assert list(found) == list(KINDS)
    assert all((each.current, each.longest, each.planned) == (0, 0, 0) for each in found.values())


def test_each_kind_counts_its_own(context: Context) -> None:
    _rate(context, *_days_before(0, 3, 4))
    log_win(context, "one", day=_MONDAY)
    log_gratitude(context, "two", day=_MONDAY - timedelta(days=3))
    with context.act("reflection") as doing:
        put(doing, Reflection(doing.new_id(), _MONDAY, context.clock.now(), "three"))
    found = streaks(context)
    assert {kind: (each.current, each.unit) for kind, each in found.items()} == {
        "checkin": (3, "day"),
        "win": (1, "day"),
        "gratitude": (1, "day"),
        "reflection": (1, "week"),
    }
    assert {kind: streak_of(context, kind) for kind in KINDS} == found


def test_a_mark_or_a_note_alone_is_not_done(context: Context) -> None:
    check_in(context, {}, day=_MONDAY, note="only a note")
    check_in(context, {}, day=_MONDAY - timedelta(days=3), mark="off")
    assert streak_of(context, "checkin").longest == 0
    assert not summary(context).checked_in


@pytest.mark.parametrize("mark", ["sick", "off"])
def test_a_marked_day_breaks_nothing(context: Context, mark: str) -> None:
    _rate(context, *_days_before(0, 4))
    assert streak_of(context, "checkin").current == 1
    check_in(context, {}, day=_MONDAY - timedelta(days=3), mark=mark)
    assert streak_of(context, "checkin").current == 2


@pytest.mark.parametrize("kind", ["checkin", "win", "gratitude"])
def test_a_pause_holds_for_all_three(context: Context, kind: Kind) -> None:
    for day in _days_before(0, 7):
        _rate(context, day)
        log_win(context, "one", day=day)
        log_gratitude(context, "two", day=day)
    assert streak_of(context, kind).current == 1
    with context.act("pause") as doing:
        first, last = _days_before(6, 1)
        put(doing, Pause(doing.new_id(), first, context.clock.now(), last, "holiday"))
    assert streak_of(context, kind).current == 2


def test_a_schedule_holds_from_its_day_on_and_the_usual_one_before(context: Context) -> None:
    _rate(context, *_days_before(3, 4, 5, 6, 7))
    with context.act("schedule") as doing:
        put(doing, Schedule(doing.new_id(), _MONDAY, context.clock.now(), "checkin", "day", "FREQ=WEEKLY;BYDAY=TU"))
    found = summary(context)
    assert (found.streak.current, found.streak.missing) == (5, 0)


def test_the_day_at_a_glance(context: Context, clock: FixedClock) -> None:
    _rate(context, *_days_before(3))
    before = summary(context)
    assert (before.day, before.small_hours, before.checked_in) == (_MONDAY, False, False)
    assert (before.streak.current, before.streak.missing, before.streak.at_risk) == (1, 1, False)
    _rate(context, _MONDAY)
    assert summary(context).checked_in
    assert summary(context).streak == streak_of(context, "checkin")
    clock.at = datetime(2026, 11, 24, 3, 59, tzinfo=timezone(timedelta(hours=1)))
    assert (summary(context).day, summary(context).small_hours) == (_MONDAY, True)


@pytest.mark.parametrize(("hour", "at_risk"), [(23, False), (0, True), (3, True)])
def test_a_day_is_at_risk_in_its_last_four_hours(context: Context, clock: FixedClock, hour: int, at_risk: bool) -> None:
    _rate(context, *_days_before(3))
    day = 23 if hour > 4 else 24
    clock.at = datetime(2026, 11, day, hour, 30, tzinfo=timezone(timedelta(hours=1)))
    assert summary(context).streak.at_risk is at_risk
