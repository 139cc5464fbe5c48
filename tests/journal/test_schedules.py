"""When things are expected, changed from a day on."""

from datetime import date, timedelta

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.models import Goal, Routine, Tick
from rutbreaker.errors import BadInput, NotFound
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.history import undo
from rutbreaker.journal.schedules import schedule_words, set_schedule
from rutbreaker.journal.streaks import explain_streak, streak_of, streak_table
from rutbreaker.store.days import schedules_of
from rutbreaker.store.history import put
from rutbreaker.store.ids import tick_id

MONDAY = date(2026, 11, 23)


def _routine(context: Context, avenue: str = "aim", ended_on: date | None = None) -> str:
    with context.act("routine") as doing:
        goal, row, now = doing.new_id(), doing.new_id(), context.clock.now()
        put(doing, Goal(goal, MONDAY, now, "Move more", avenue))
        put(doing, Routine(row, MONDAY - timedelta(days=7), now, goal, "Walk at noon", ended_on=ended_on))
    return row


def test_a_change_holds_from_its_day_on_and_leaves_the_past(context: Context, clock: FixedClock) -> None:
    for days in range(1, 12):
        day = MONDAY - timedelta(days=days)
        if day.weekday() < 5:
            check_in(context, {"energy": 3}, day=day)
    before = streak_of(context, "checkin")
    set_schedule(context, "checkin", "mon wed")
    assert schedule_words(context, "checkin") == schedule_words(context, "win") == "Mon and Wed"
    assert streak_of(context, "checkin") == before
    clock.advance(timedelta(days=4))
    # On Friday, Monday and Wednesday are over; Tuesday and Thursday are not expected any more.
    assert streak_of(context, "checkin").planned == before.planned + 2
    undo(context)
    assert schedule_words(context, "checkin") == "every weekday"


def test_the_same_day_has_one_schedule_and_the_same_words_change_nothing(context: Context) -> None:
    set_schedule(context, "win", "every day")
    set_schedule(context, "gratitude", "3 a week")
    assert [each.times for each in schedules_of(context.connection, "checkin")] == [3]
    set_schedule(context, "checkin", "three times a week")
    assert undo(context) == "schedule: 3 a week"


def test_reflections_and_routines_have_their_own(context: Context) -> None:
    row = _routine(context)
    assert (schedule_words(context, "reflection"), schedule_words(context, row)) == ("1 a week", "every day")
    set_schedule(context, "reflection", "2 a month")
    set_schedule(context, row, "weekends")
    assert (schedule_words(context, "reflection"), schedule_words(context, row)) == ("2 a month", "Sat and Sun")
    assert schedule_words(context, "checkin") == "every weekday"


def test_words_that_are_no_schedule_are_refused(context: Context) -> None:
    with pytest.raises(BadInput, match="every weekday"):
        set_schedule(context, "checkin", "now and then")
    assert schedules_of(context.connection, "checkin") == []


def test_the_table_has_every_routine_that_goes_on(context: Context) -> None:
    row = _routine(context)
    _routine(context, ended_on=MONDAY - timedelta(days=1))
    with context.act("tick") as doing:
        for days in (0, 1, 2):
            day = MONDAY - timedelta(days=days)
            put(doing, Tick(tick_id(row, day), day, context.clock.now(), row))
    table = streak_table(context)
    assert [each.name for each in table] == ["Check-ins", "Wins", "Gratitude", "Reflections", "Walk at noon"]
    assert (table[-1].owner, table[-1].streak.current, table[-1].streak.planned) == (row, 3, 8)
    why = explain_streak(context, row)
    assert why.now == table[-1].streak
    assert why.rule.startswith("Expected every day.")


@pytest.mark.parametrize(("avenue", "planned"), [("aim", 6), ("balance", 7)])
def test_a_day_off_pauses_all_routines_but_those_of_balance(context: Context, avenue: str, planned: int) -> None:
    _routine(context, avenue)
    check_in(context, {}, day=MONDAY - timedelta(days=2), mark="off")
    assert streak_table(context)[-1].streak.planned == planned


def test_a_routine_that_is_gone_is_not_explained(context: Context) -> None:
    with pytest.raises(NotFound, match="gone"):
        explain_streak(context, "01234567-0000-7000-8000-000000000000")
