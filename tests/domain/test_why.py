"""Why a streak is the number it is."""

from datetime import date, timedelta

import pytest
from hypothesis import given

from rutbreaker.domain.schedule import CHECKIN_SCHEDULE, REFLECTION_SCHEDULE, Expected
from rutbreaker.domain.streaks import streak
from rutbreaker.domain.why import Why, explain
from tests.domain.test_streaks import (
    DAILY,
    DAYS,
    DONE,
    EXPECTED,
    MONDAY,
    THREE_A_WEEK,
    WEEKDAY,
    days_by,
    pause,
    span,
    times_a,
)

FRIDAY = MONDAY + timedelta(days=18)
TWO_WEEKS = [day for day in span(MONDAY, MONDAY + timedelta(days=11)) if day.weekday() < 5]


def states(why: Why) -> str:
    return " ".join(period.state for period in why.recent)


def test_the_rule_is_said_for_days_weeks_and_months() -> None:
    assert explain([], Expected([CHECKIN_SCHEDULE]), today=MONDAY).rule.startswith("Expected every weekday. Each ")
    assert "A week in which one of its days is done" in explain([], Expected([REFLECTION_SCHEDULE]), today=MONDAY).rule
    monthly = explain([], Expected([times_a("month", 4)]), today=MONDAY).rule
    assert monthly.startswith("Expected 4 a month. A month in which 4 of its days are done adds one")


def test_the_rule_is_the_one_in_force() -> None:
    schedules = [DAILY, days_by("FREQ=WEEKLY;BYDAY=MO", MONDAY + timedelta(days=7))]
    assert explain([], Expected(schedules), today=MONDAY).rule.startswith("Expected every day.")
    assert explain([], Expected(schedules), today=MONDAY + timedelta(days=7)).rule.startswith("Expected Mon.")


def test_every_kind_of_day_is_told_with_its_state() -> None:
    done = [MONDAY, MONDAY + timedelta(days=2), MONDAY + timedelta(days=5)]
    expected = Expected([WEEKDAY], [pause(MONDAY + timedelta(days=3), MONDAY + timedelta(days=4))])
    why = explain(done, expected, today=MONDAY + timedelta(days=7))
    assert states(why) == "kept missed kept paused paused extra free open"
    assert (why.run_from, why.run_to) == (MONDAY + timedelta(days=2), MONDAY + timedelta(days=5))
    assert (why.recent[0].need, why.recent[0].done) == (1, 1)


def test_weeks_are_told_with_what_they_needed() -> None:
    done = [MONDAY, MONDAY + timedelta(days=1), MONDAY + timedelta(days=2), MONDAY + timedelta(days=7)]
    expected = Expected([THREE_A_WEEK], [pause(MONDAY + timedelta(days=9), MONDAY + timedelta(days=20))], MONDAY)
    why = explain(done, expected, today=MONDAY + timedelta(days=22))
    assert states(why) == "kept kept paused open"
    assert [(period.need, period.done) for period in why.recent] == [(3, 3), (1, 1), (0, 0), (3, 0)]
    assert (why.recent[0].first, why.recent[0].last) == (MONDAY, MONDAY + timedelta(days=6))
    assert (why.run_from, why.run_to) == (MONDAY, MONDAY + timedelta(days=13))


def test_only_the_days_behind_kept_of_planned_are_told() -> None:
    today = MONDAY + timedelta(days=99)
    why = explain(span(MONDAY, today - timedelta(days=1)), Expected([DAILY]), today=today)
    assert states(why) == "kept " * 28 + "open"
    assert why.recent[-1].first == today


def test_rare_days_are_told_as_far_back_as_they_count() -> None:
    monthly = days_by("FREQ=MONTHLY;BYMONTHDAY=1", date(2020, 1, 1))
    done = [date(2020 + month // 12, month % 12 + 1, 1) for month in range(83)]
    why = explain(done, Expected([monthly]), today=MONDAY)
    assert states(why).count("kept") == why.now.kept == why.now.planned == 28
    assert why.recent[0].first == date(2024, 8, 1)


@pytest.mark.parametrize(
    ("done_today", "breaks_on"), [(False, FRIDAY), (True, FRIDAY + timedelta(days=3))], ids=["open", "kept"]
)
def test_what_would_break_a_run_of_days_is_the_next_one_due(done_today: bool, breaks_on: date) -> None:
    done = [day for day in span(MONDAY, FRIDAY) if day.weekday() < 5 and (done_today or day < FRIDAY)]
    why = explain(done, Expected([WEEKDAY]), today=FRIDAY)
    assert why.breaks_on == breaks_on
    assert why.breaks == "It breaks if that day ends without it."
    assert why.next_day == breaks_on


def test_a_pause_moves_the_day_that_would_break_it() -> None:
    holiday = [pause(MONDAY + timedelta(days=14), MONDAY + timedelta(days=20))]
    why = explain(TWO_WEEKS, Expected([WEEKDAY], holiday), today=MONDAY + timedelta(days=13))
    assert why.breaks_on == MONDAY + timedelta(days=21)


def test_what_would_break_a_run_of_weeks_is_the_end_of_one() -> None:
    done = [MONDAY + timedelta(days=day) for day in (0, 1, 2, 7)]
    why = explain(done, Expected([THREE_A_WEEK], start=MONDAY), today=MONDAY + timedelta(days=8))
    assert why.breaks == "It breaks if that week ends with fewer than 3 done (1 so far)."
    assert why.breaks_on == MONDAY + timedelta(days=13)


def test_a_week_that_is_lost_says_so() -> None:
    done = [MONDAY + timedelta(days=day) for day in (0, 1, 2, 7)]
    why = explain(done, Expected([THREE_A_WEEK], start=MONDAY), today=MONDAY + timedelta(days=13))
    assert why.now.days_left == 0
    assert why.breaks == "This week can't be kept any more: the streak ends with it."


def test_without_a_run_nothing_breaks() -> None:
    why = explain([], Expected([CHECKIN_SCHEDULE]), today=MONDAY)
    assert (why.run_from, why.run_to, why.breaks_on) == (None, None, None)
    assert why.breaks == "There is no run to break: the next day kept begins one."
    assert why.next_day == MONDAY
    assert why.next is not None
    assert why.next.current == 1


def test_a_routine_that_ended_can_not_break() -> None:
    why = explain(TWO_WEEKS, Expected([WEEKDAY], start=MONDAY, end=TWO_WEEKS[-1]), today=MONDAY + timedelta(days=30))
    assert why.breaks_on is None
    assert why.breaks == "Nothing is expected in the coming year, so nothing can break it."
    assert why.run_from == MONDAY


def test_one_more_is_told_for_today_or_the_next_day_due() -> None:
    saturday = MONDAY + timedelta(days=12)
    why = explain(TWO_WEEKS, Expected([WEEKDAY]), today=saturday)
    assert why.next_day == saturday
    assert why.next is not None
    assert (why.next.current, why.next.kept, why.next.planned) == (11, 10, 10)
    again = explain([*TWO_WEEKS, saturday], Expected([WEEKDAY]), today=saturday)
    assert again.next_day == MONDAY + timedelta(days=14)
    assert again.next is not None
    assert (again.next.current, again.next.kept) == (12, 11)
    assert again.next.strength > again.now.strength


def test_nothing_more_can_be_told_when_all_is_done_and_over() -> None:
    why = explain([MONDAY], Expected([DAILY], start=MONDAY, end=MONDAY), today=MONDAY)
    assert (why.next_day, why.next) == (None, None)


@given(DONE, EXPECTED, DAYS)
def test_the_story_fits_the_numbers(done: frozenset[date], expected: Expected, today: date) -> None:
    why = explain(done, expected, today=today)
    now = streak(done, expected, today=today)
    assert why.now == now
    assert (why.run_from is None) == (now.current == 0)
    told = [period.state for period in why.recent]
    assert told.count("kept") == now.kept
    assert told.count("kept") + told.count("missed") == now.planned
    assert told.count("open") == (now.missing > 0)
    assert why.breaks_on is None or why.breaks_on >= today
    if why.next_day == today:
        assert why.next is not None
        assert why.next.current >= now.current
