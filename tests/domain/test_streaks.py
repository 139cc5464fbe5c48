"""The rule of the streak: by tables, by properties, and against a slow walk that follows the words one by one."""

from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta
from math import ceil, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rutbreaker.domain.models import Pause, Schedule
from rutbreaker.domain.recurrence import WEEKDAYS
from rutbreaker.domain.schedule import CHECKIN_SCHEDULE, REFLECTION_SCHEDULE, Expected, is_paused, period_of
from rutbreaker.domain.streaks import Streak, streak

THEN = datetime(2026, 1, 1, tzinfo=UTC)
MONDAY = date(2026, 11, 2)


def days_by(rrule: str, since: date = MONDAY) -> Schedule:
    return Schedule("s", since, THEN, "routine", "day", rrule)


def times_a(unit: str, count: int, since: date = MONDAY) -> Schedule:
    return Schedule("s", since, THEN, "routine", unit, "", count)


def pause(first: date, last: date | None) -> Pause:
    return Pause("p", first, THEN, last, "holiday")


DAILY, WEEKDAY, THREE_A_WEEK = days_by("FREQ=DAILY"), days_by(WEEKDAYS), times_a("week", 3)


def told(marks: str, schedule: Schedule, *, late: bool = False, first: date = MONDAY) -> Streak:
    """The streak on the last of the days in ``marks``, one character each from a Monday on, spaces left out.

    ``x`` done, ``.`` not, ``s`` and ``S`` sick (and done), ``o`` and ``O`` a day off (and done), ``-`` and ``+`` in a
    pause (and done).
    """
    marks = marks.replace(" ", "")
    days = [first + timedelta(days=index) for index in range(len(marks))]

    def those(signs: str) -> list[date]:
        return [day for day, mark in zip(days, marks, strict=True) if mark in signs]

    pauses = [pause(day, day) for day in those("-+")]
    expected = Expected([schedule], pauses, first, None, those("sS"), those("oO"))
    return streak(those("xSO+"), expected, today=days[-1], late=late)


@pytest.mark.parametrize(
    ("marks", "current", "longest", "kept", "planned"),
    [
        (".", 0, 0, 0, 0),
        ("x", 1, 1, 1, 1),
        ("x.", 1, 1, 1, 1),
        ("x..", 0, 1, 1, 2),
        ("xxx.xx", 2, 3, 5, 6),
        ("xxx.xx.", 2, 3, 5, 6),
        ("xx.xx", 2, 2, 4, 5),
        ("xs.", 1, 1, 1, 1),
        ("xsx", 2, 2, 2, 2),
        ("xSx", 3, 3, 2, 2),
        ("xox-x", 3, 3, 3, 3),
        ("xOx+x", 5, 5, 3, 3),
        ("sssss", 0, 0, 0, 0),
        ("S", 1, 1, 0, 0),
        (".s", 0, 0, 0, 1),
        ("x.s", 0, 1, 1, 2),
        ("x" * 40, 40, 40, 28, 28),
        ("x" * 40 + ".", 40, 40, 28, 28),
        ("." + "x" * 28 + ".", 28, 28, 28, 28),
        ("." + "x" * 27 + ".", 27, 27, 27, 28),
    ],
)
def test_every_day(marks: str, current: int, longest: int, kept: int, planned: int) -> None:
    found = told(marks, DAILY)
    assert (found.current, found.longest, found.kept, found.planned) == (current, longest, kept, planned)
    assert found.unit == "day"


@pytest.mark.parametrize(
    ("marks", "current", "kept", "planned"),
    [
        ("xxxxx.. x", 6, 6, 6),
        ("xxxxx.. .", 5, 5, 5),
        ("xxxxxx. x", 7, 6, 6),
        ("xxxxxxx xx", 9, 7, 7),
        ("xxxx... x", 1, 5, 6),
        ("xxxx.x. x", 2, 5, 6),
        ("xxxxx..", 5, 5, 5),
        (".....xx", 2, 0, 5),
        ("xxxxx.. ----- .. x", 6, 6, 6),
        ("xxxxx.. --+-- .. x", 7, 6, 6),
    ],
)
def test_every_weekday(marks: str, current: int, kept: int, planned: int) -> None:
    found = told(marks, WEEKDAY)
    assert (found.current, found.kept, found.planned) == (current, kept, planned)


@pytest.mark.parametrize(
    ("marks", "current", "longest", "kept", "planned", "missing", "left"),
    [
        (".", 0, 0, 0, 0, 3, 7),
        ("x", 0, 0, 0, 0, 2, 6),
        ("x.x.x", 1, 1, 1, 1, 0, None),
        ("x.x....", 0, 0, 0, 0, 1, 1),
        ("x......", 0, 0, 0, 0, 2, 0),
        ("x.x.x.. .", 1, 1, 1, 1, 3, 7),
        ("x.x.x.. x.x...", 1, 1, 1, 1, 1, 2),
        ("x.x.x.. x.x.x", 2, 2, 2, 2, 0, None),
        ("x.x.x.. x.x.... x", 0, 1, 1, 2, 2, 6),
        ("x.x.x.. ------- xxx", 2, 2, 2, 2, 0, None),
        ("x.x.x.. --+---- xxx", 3, 3, 2, 2, 0, None),
        ("x.x.x.. ---x.x. .", 2, 2, 2, 2, 3, 7),
        ("x.x.x.. ---x... .", 0, 1, 1, 2, 3, 7),
        ("x.x.x.. ----x.x .", 2, 2, 2, 2, 3, 7),
        ("x.x.x.. -----x. .", 2, 2, 2, 2, 3, 7),
    ],
)
def test_three_a_week(
    marks: str, current: int, longest: int, kept: int, planned: int, missing: int, left: int | None
) -> None:
    found = told(marks, THREE_A_WEEK)
    assert (found.current, found.longest, found.kept, found.planned) == (current, longest, kept, planned)
    assert (found.unit, found.missing, found.days_left) == ("week", missing, left)


def test_four_a_month_with_a_pause_in_it() -> None:
    schedule = times_a("month", 4, date(2026, 1, 1))
    done = [date(2026, 1, day) for day in (1, 2, 3, 4)] + [date(2026, 2, day) for day in (1, 2)]
    half = [pause(date(2026, 2, 15), date(2026, 2, 28))]
    expected = Expected([schedule], half, date(2026, 1, 1))
    found = streak(done, expected, today=date(2026, 3, 5))
    assert (found.current, found.unit, found.kept, found.planned) == (2, "month", 2, 2)
    assert (found.longest_from, found.longest_to) == (date(2026, 1, 1), date(2026, 2, 28))
    assert (found.missing, found.days_left) == (4, 27)
    assert streak(done, expected._replace(pauses=()), today=date(2026, 3, 5)).current == 0


def test_31_a_month_means_every_day_of_february() -> None:
    schedule = times_a("month", 31, date(2026, 2, 1))
    done = [date(2026, 2, day) for day in range(1, 29)]
    assert streak(done, Expected([schedule], start=done[0]), today=done[-1]).current == 1


def test_a_first_week_that_is_not_whole_needs_its_share() -> None:
    """From Thursday on there are 4 of 7 days: ceil(3 * 4 / 7) = 2."""
    thursday = MONDAY + timedelta(days=3)
    expected = Expected([THREE_A_WEEK], start=thursday)
    assert streak([], expected, today=thursday).missing == 2
    assert streak([thursday, thursday + timedelta(days=3)], expected, today=MONDAY + timedelta(days=8)).current == 1


def test_a_week_in_which_a_routine_ended_needs_its_share_and_later_ones_nothing() -> None:
    tuesday = MONDAY + timedelta(days=8)
    expected = Expected([THREE_A_WEEK], start=MONDAY, end=tuesday)
    done = [MONDAY, MONDAY + timedelta(days=1), MONDAY + timedelta(days=2), tuesday]
    found = streak(done, expected, today=date(2027, 5, 1))
    assert (found.current, found.kept, found.planned, found.missing, found.days_left) == (2, 2, 2, 0, None)


def test_nothing_is_due_before_the_first_record() -> None:
    wednesday = MONDAY + timedelta(days=2)
    found = streak([wednesday], Expected([CHECKIN_SCHEDULE]), today=wednesday + timedelta(days=1))
    assert (found.current, found.kept, found.planned) == (1, 1, 1)


def test_nothing_ever_done_is_no_streak_and_asks_for_nothing_yet() -> None:
    for schedule, unit in ((CHECKIN_SCHEDULE, "day"), (REFLECTION_SCHEDULE, "week")):
        found = streak([], Expected([schedule]), today=MONDAY, late=True)
        assert found[:9] == (0, unit, 0, None, None, 0, 0, 0.0, 0)


def test_a_routine_that_begins_later_is_not_due_yet() -> None:
    found = streak([MONDAY], Expected([DAILY], start=MONDAY + timedelta(days=9)), today=MONDAY + timedelta(days=2))
    assert (found.current, found.planned, found.missing) == (1, 0, 0)


def test_the_longest_has_its_dates_and_is_the_latest_of_equals() -> None:
    found = told("xxx.xx.xxx.x", DAILY)
    assert (found.longest, found.longest_from, found.longest_to) == (3, date(2026, 11, 9), date(2026, 11, 11))
    weeks = told("xxx.... ...x... xxx.... xxx", THREE_A_WEEK)
    assert (weeks.longest, weeks.longest_from, weeks.longest_to) == (2, date(2026, 11, 16), date(2026, 11, 25))


@pytest.mark.parametrize(
    ("marks", "returns"),
    [
        ("xxxxx", 0),
        ("xxx.xx", 0),
        ("xxx.xxx", 1),
        ("x.xxx..xxxx.x", 2),
        ("...xxx", 0),
        ("...xxx.xxx.", 1),
        ("xxx.xsOx", 1),
    ],
)
def test_a_return_is_a_run_of_three_after_a_break(marks: str, returns: int) -> None:
    assert told(marks, DAILY).returns == returns


def test_a_day_is_at_risk_in_its_last_hours_only_and_only_while_due() -> None:
    assert not told("xx.", DAILY).at_risk
    late = told("xx.", DAILY, late=True)
    assert (late.missing, late.days_left, late.at_risk) == (1, 1, True)
    assert not told("xxx", DAILY, late=True).at_risk
    assert told("xxs", DAILY, late=True)[-3:] == (0, None, False)
    assert told("xxxxx.", WEEKDAY, late=True)[-3:] == (0, None, False)


@pytest.mark.parametrize(
    ("marks", "days_left", "at_risk"),
    [("x.x..", 3, False), ("x.x....", 1, True), ("x....", 3, False), ("x.....", 2, True), ("x......", 0, False)],
)
def test_a_week_is_at_risk_when_every_day_left_is_needed(marks: str, days_left: int, at_risk: bool) -> None:
    found = told(marks, THREE_A_WEEK)
    assert (found.days_left, found.at_risk) == (days_left, at_risk)


def test_a_planned_pause_leaves_fewer_days_and_a_smaller_need() -> None:
    weekend = [pause(MONDAY + timedelta(days=4), MONDAY + timedelta(days=6))]
    found = streak([MONDAY], Expected([THREE_A_WEEK], weekend, MONDAY), today=MONDAY + timedelta(days=3))
    assert (found.missing, found.days_left, found.at_risk) == (1, 1, True)


def test_a_change_of_schedule_leaves_the_past_as_it_was() -> None:
    """Weekends were due until the 15th: the one missed before still breaks, the one after doesn't."""
    schedules = [days_by("FREQ=DAILY", MONDAY), days_by(WEEKDAYS, date(2026, 11, 16))]
    done = [day for day in span(MONDAY, date(2026, 11, 27)) if day.weekday() < 5]
    found = streak(done, Expected(schedules, start=MONDAY), today=date(2026, 11, 27))
    assert (found.current, found.longest, found.kept, found.planned) == (10, 10, 20, 24)


def test_a_count_that_changes_within_a_week_is_shared_out_by_days() -> None:
    """Two days at 2 a week and five at 6 a week need ceil((2 * 2 + 5 * 6) / 7) = 5."""
    schedules = [times_a("week", 2), times_a("week", 6, MONDAY + timedelta(days=2))]
    assert streak([], Expected(schedules, start=MONDAY), today=MONDAY).missing == 5


def test_a_count_that_changes_between_weeks_judges_each_by_its_own() -> None:
    schedules = [times_a("week", 2), times_a("week", 6, MONDAY + timedelta(days=7))]
    done = [MONDAY + timedelta(days=day) for day in (0, 1, 7, 8)]
    found = streak(done, Expected(schedules, start=MONDAY), today=MONDAY + timedelta(days=14))
    assert (found.current, found.longest, found.kept, found.planned) == (0, 1, 1, 2)


def test_a_change_from_days_within_a_week_counts_only_the_rest_of_it() -> None:
    """Three a week from Thursday on need 2 of the 4 days left; what was done before was done for its own day."""
    schedules = [DAILY, times_a("week", 3, MONDAY + timedelta(days=3))]
    done = [MONDAY, MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)]
    whole = Expected(schedules, start=MONDAY)
    assert streak(done, whole, today=MONDAY + timedelta(days=3)).missing == 2
    assert streak(done, whole, today=MONDAY + timedelta(days=7)).planned == 1
    assert streak(done, whole, today=MONDAY + timedelta(days=7)).kept == 0


def test_a_run_goes_on_over_a_change_of_unit_but_days_are_not_told_as_weeks() -> None:
    schedules = [DAILY, times_a("week", 3, MONDAY + timedelta(days=7))]
    first_week = span(MONDAY, MONDAY + timedelta(days=6))
    second = [MONDAY + timedelta(days=day) for day in (7, 8, 9)]
    today = MONDAY + timedelta(days=15)
    found = streak([*first_week, *second], Expected(schedules, start=MONDAY), today=today)
    assert (found.current, found.unit, found.longest, found.planned) == (1, "week", 1, 1)
    before = streak(first_week, Expected(schedules[:1], start=MONDAY), today=first_week[-1])
    assert found.strength > before.strength


def test_a_miss_under_the_other_unit_breaks() -> None:
    schedules = [times_a("week", 1), days_by("FREQ=DAILY", date(2026, 11, 9)), times_a("week", 1, date(2026, 11, 16))]
    done = [MONDAY, *span(date(2026, 11, 9), date(2026, 11, 15)), date(2026, 11, 16)]
    whole = Expected(schedules, start=MONDAY)
    assert streak(done, whole, today=date(2026, 11, 16)).current == 2
    done.remove(date(2026, 11, 12))
    assert streak(done, whole, today=date(2026, 11, 16)).current == 1


def test_a_change_to_days_within_a_week_leaves_that_week_its_share() -> None:
    thursday = MONDAY + timedelta(days=3)
    schedules = [times_a("week", 7), days_by("FREQ=DAILY", thursday)]
    found = streak(span(MONDAY, thursday), Expected(schedules, start=MONDAY), today=thursday)
    assert (found.current, found.unit) == (1, "day")
    assert streak(span(thursday, thursday), Expected(schedules, start=MONDAY), today=thursday).current == 1


@pytest.mark.parametrize("today", [date(2024, 3, 1), date(2028, 3, 1), date(2027, 1, 1), date(2026, 10, 26)])
def test_leap_days_years_ends_and_clock_changes_break_nothing(today: date) -> None:
    done = span(today - timedelta(days=400), today)
    for schedule in (DAILY, WEEKDAY):
        assert streak(done, Expected([schedule], start=done[0]), today=today).current == 401
    weeks = streak(done, Expected([THREE_A_WEEK], start=done[0]), today=today)
    assert weeks.current == (period_of(today, "week").first - period_of(done[0], "week").first).days // 7 + (
        today.weekday() >= 2
    )


def test_a_day_logged_ahead_of_today_waits_for_it() -> None:
    """Flying west over the date line: what was logged on the later date is still there, and breaks nothing."""
    done = span(MONDAY, MONDAY + timedelta(days=3))
    found = streak(done, Expected([DAILY]), today=MONDAY + timedelta(days=2))
    assert (found.current, found.kept, found.planned) == (3, 3, 3)


# Strength


def loop_score(values: Collection[float]) -> float:
    """Loop's published formula for a daily habit, day by day."""
    decay = 0.5 ** (1 / 13)
    score = 0.0
    for value in values:
        score = score * decay + value * (1 - decay)
    return score


@given(st.lists(st.booleans(), min_size=1, max_size=1500))
@settings(max_examples=50)
def test_daily_strength_is_that_of_loop(kept: list[bool]) -> None:
    done = [MONDAY + timedelta(days=index) for index, flag in enumerate(kept) if flag]
    tomorrow = MONDAY + timedelta(days=len(kept))
    found = streak(done, Expected([DAILY], start=MONDAY), today=tomorrow)
    assert found.strength == pytest.approx(loop_score([float(flag) for flag in kept]), abs=1e-6)


def test_daily_strength_has_the_known_milestones() -> None:
    for days, strength in ((13, 0.5), (31, 0.8), (57, 0.95)):
        found = told("x" * days, DAILY).strength
        assert strength <= found < strength + 0.012
    whole = told("x" * 66, DAILY).strength
    missed = told("x" * 66 + "..", DAILY).strength
    assert whole - missed == pytest.approx(0.05, abs=0.003)


def first_day_at(strength: float, schedule: Schedule, weekdays: tuple[int, ...]) -> int:
    """Count the calendar days until a strength is reached when exactly these weekdays are done."""
    for length in range(1, 400):
        today = MONDAY + timedelta(days=length - 1)
        done = [day for day in span(MONDAY, today) if day.weekday() in weekdays]
        if streak(done, Expected([schedule], start=MONDAY), today=today).strength >= strength:
            return length
    raise AssertionError


def test_other_schedules_reach_80_percent_when_they_should() -> None:
    assert first_day_at(0.8, DAILY, (0, 1, 2, 3, 4, 5, 6)) in range(30, 33)
    assert first_day_at(0.8, WEEKDAY, (0, 1, 2, 3, 4)) in range(35, 38)
    assert first_day_at(0.8, times_a("week", 1), (0,)) in range(77, 85)
    assert first_day_at(0.8, times_a("week", 3), (0, 2, 4)) in range(44, 51)


def test_pauses_freeze_strength_and_extras_leave_it() -> None:
    kept = told("xxxxx", DAILY).strength
    assert told("xxxxxss---o", DAILY).strength == kept
    assert told("xxxxxSS+++O", DAILY).strength == kept
    assert told("xxxxx.", DAILY).strength == kept
    assert told("xxxxx..", DAILY).strength < kept


def test_a_week_half_done_gives_half_its_value() -> None:
    decay = 0.5 ** (sqrt(4 / 7) * 7 / 13)
    assert told("xx..... .", times_a("week", 4)).strength == pytest.approx(0.5 * (1 - decay), abs=1e-9)


# Against a slow walk


def span(first: date, last: date) -> list[date]:
    return [first + timedelta(days=index) for index in range((last - first).days + 1)]


def slow(done: Collection[date], schedule: Schedule, expected: Expected, today: date) -> tuple[float, ...]:
    """Follow the rule's words period by period: current, longest, kept, planned, strength, returns, missing."""
    start, end = expected.start, expected.end
    assert start is not None
    unit = schedule.per
    on = {"FREQ=DAILY": range(7), WEEKDAYS: range(5), "FREQ=WEEKLY;BYDAY=TU,SU": (1, 6)}.get(schedule.rrule, range(7))
    done = {day for day in done if day <= today}
    day = min([start, today, *done])
    run = longest = returns = missing = 0
    broken = False
    strength = 0.0
    states: list[bool] = []
    while day <= today:
        period = period_of(day, unit)
        days = span(period.first, period.last)
        due = [each for each in days if each >= start and (end is None or each <= end)]
        due = [each for each in due if each.weekday() in on and not is_paused(each, expected)]
        need = len(due) if unit == "day" else ceil((schedule.times or 0) * len(due) / len(days))
        number = len(done.intersection(days))
        current = period.last >= today
        missing = max(need - number, 0)
        if need == 0:
            run += number > 0
        elif number >= need:
            run += 1
        elif not current:
            broken, run = broken or longest > 0 or run > 0, 0
        if need and (number >= need or not current):
            states.append(number >= need)
            f = len(on) / 7 if unit == "day" else (schedule.times or 0) / len(days)
            stands_for = 1 / f if unit == "day" else len(due)
            decay = 0.5 ** (sqrt(f) * stands_for / 13)
            strength = strength * decay + min(1, number / need) * (1 - decay)
        returns += broken and run == 3 and (number >= need if need else number > 0)
        longest = max(longest, run)
        day = period.last + timedelta(days=1)
    recent = states[-28 if unit == "day" else -12 :]
    return run, longest, sum(recent), len(recent), strength, returns, missing


SCHEDULES = st.sampled_from(
    [
        *(DAILY, WEEKDAY, days_by("FREQ=WEEKLY;BYDAY=TU,SU"), times_a("week", 1), THREE_A_WEEK, times_a("week", 7)),
        *(times_a("month", 1), times_a("month", 4), times_a("month", 28)),
    ]
)
OFFSETS = st.integers(0, 120)
DAYS = OFFSETS.map(lambda offset: MONDAY + timedelta(days=offset))
PAUSES = st.builds(
    lambda first, length: pause(first, None if length > 20 else first + timedelta(days=length)),
    DAYS,
    st.integers(0, 22),
)
EXPECTED = st.builds(
    Expected,
    SCHEDULES.map(lambda schedule: [schedule]),
    st.lists(PAUSES, max_size=3),
    DAYS,
    st.none() | DAYS,
    st.frozensets(DAYS, max_size=5),
    st.frozensets(DAYS, max_size=5),
    st.booleans(),
)
DONE = st.frozensets(DAYS, max_size=20) | st.builds(
    lambda first, last, holes: frozenset(set(span(first, last)) - holes), DAYS, DAYS, st.frozensets(DAYS, max_size=8)
)


@settings(max_examples=400)
@given(DONE, EXPECTED, DAYS)
def test_the_quick_walk_finds_what_the_slow_one_does(done: frozenset[date], expected: Expected, today: date) -> None:
    found = streak(done, expected, today=today)
    current, longest, kept, planned, strength, returns, missing = slow(done, expected.schedules[0], expected, today)
    assert (found.current, found.longest, found.kept, found.planned) == (current, longest, kept, planned)
    assert (found.returns, found.missing) == (returns, missing)
    assert found.strength == pytest.approx(strength, abs=1e-9)


@settings(max_examples=300)
@given(DONE, EXPECTED, DAYS, DAYS)
def test_one_more_done_day_lowers_nothing(done: frozenset[date], expected: Expected, today: date, more: date) -> None:
    before, after = streak(done, expected, today=today), streak(done | {more}, expected, today=today)
    assert after.current >= before.current
    assert after.longest >= before.longest
    assert after.kept >= before.kept
    assert after.strength >= before.strength - 1e-12
    assert after.missing <= before.missing


@given(DONE, st.sampled_from([CHECKIN_SCHEDULE, REFLECTION_SCHEDULE]), st.lists(PAUSES, max_size=3), DAYS, DAYS)
def test_one_more_done_day_lowers_nothing_though_it_may_become_the_first(
    done: frozenset[date], schedule: Schedule, pauses: list[Pause], today: date, more: date
) -> None:
    expected = Expected([schedule], pauses)
    before, after = streak(done, expected, today=today), streak(done | {more}, expected, today=today)
    assert after.current >= before.current
    assert after.longest >= before.longest
    assert after.kept >= before.kept
    assert after.strength >= before.strength - 1e-12


@settings(max_examples=300)
@given(DONE, EXPECTED, DAYS, PAUSES)
def test_a_pause_never_breaks(done: frozenset[date], expected: Expected, today: date, more: Pause) -> None:
    before = streak(done, expected, today=today)
    after = streak(done, expected._replace(pauses=[*expected.pauses, more]), today=today)
    assert after.current >= before.current
    assert after.longest >= before.longest
    assert after.missing <= before.missing


@given(st.permutations(span(MONDAY, MONDAY + timedelta(days=9))), EXPECTED, DAYS)
def test_the_order_of_logging_does_not_matter(done: list[date], expected: Expected, today: date) -> None:
    assert streak(done, expected, today=today) == streak(sorted(done) + done, expected, today=today)


@given(DONE, EXPECTED, DAYS)
def test_the_figures_fit_each_other(done: frozenset[date], expected: Expected, today: date) -> None:
    found = streak(done, expected, today=today, late=True)
    assert 0 <= found.current <= found.longest
    assert 0 <= found.kept <= found.planned <= 28
    assert 0 <= found.strength <= 1
    assert (found.longest_from is None) == (found.longest_to is None) == (found.longest == 0)
    assert found.longest_from is None or found.longest_to is None or found.longest_from <= found.longest_to <= today
    assert (found.days_left is None) == (found.missing == 0)
    assert found.days_left is None or found.days_left == 0 or found.days_left >= found.missing


@given(DONE, EXPECTED, DAYS)
def test_an_open_today_never_breaks(done: frozenset[date], expected: Expected, today: date) -> None:
    until_yesterday = {day for day in done if day < today}
    yesterday = streak(until_yesterday, expected, today=today - timedelta(days=1))
    now = streak(until_yesterday, expected, today=today)
    unit = expected.schedules[0].per
    unchanged = unit != "day" and period_of(today, unit) == period_of(today - timedelta(days=1), unit)
    if unchanged or yesterday.missing == 0:
        assert now.current >= yesterday.current
