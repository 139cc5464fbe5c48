"""What is expected when: schedules, pauses, marks and periods."""

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from rutbreaker.domain.models import Pause, Schedule
from rutbreaker.domain.recurrence import DAY_CODES, WEEKDAYS, parse_rule, per_day
from rutbreaker.domain.schedule import (
    CHECKIN_SCHEDULE,
    REFLECTION_SCHEDULE,
    Expected,
    Period,
    check_schedule,
    describe,
    expected_days,
    following_day,
    in_force,
    is_paused,
    period_of,
)
from rutbreaker.errors import BadInput

THEN = datetime(2026, 1, 1, tzinfo=UTC)
MONDAY = date(2026, 11, 16)


def days_by(rrule: str, since: date = date(2026, 1, 1), hour: int = 0) -> Schedule:
    return Schedule("s", since, THEN + timedelta(hours=hour), "routine", "day", rrule)


def a_week(count: int, since: date = date(2026, 1, 1)) -> Schedule:
    return Schedule("s", since, THEN, "routine", "week", "", count)


def a_month(count: int, since: date = date(2026, 1, 1)) -> Schedule:
    return Schedule("s", since, THEN, "routine", "month", "", count)


def pause(first: date, last: date | None, reason: str = "holiday") -> Pause:
    return Pause("p", first, THEN, last, reason)


@pytest.mark.parametrize(
    ("rrule", "in_november"),
    [
        ("FREQ=DAILY", range(1, 31)),
        ("FREQ=DAILY;INTERVAL=7", (5, 12, 19, 26)),
        ("FREQ=DAILY;BYDAY=SA,SU", (1, 7, 8, 14, 15, 21, 22, 28, 29)),
        ("FREQ=WEEKLY;BYDAY=MO,WE", (2, 4, 9, 11, 16, 18, 23, 25, 30)),
        (" rrule:freq=weekly;wkst=mo;byday=fr\n", (6, 13, 20, 27)),
        ("FREQ=WEEKLY", (5, 12, 19, 26)),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", (2, 16, 30)),
        ("FREQ=MONTHLY;BYMONTHDAY=1", (1,)),
        ("FREQ=MONTHLY;BYMONTHDAY=31", ()),
        ("FREQ=MONTHLY;BYMONTHDAY=-1,15", (15, 30)),
        ("FREQ=MONTHLY;BYDAY=1MO,-1FR", (2, 27)),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", (30,)),
        ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", (13,)),
        ("FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=2", (2,)),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=2", ()),
        ("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=8", (8,)),
    ],
)
def test_an_rrule_names_its_days(rrule: str, in_november: tuple[int, ...]) -> None:
    schedule = days_by(rrule)
    found = expected_days([schedule], date(2026, 11, 1), date(2026, 11, 30))
    assert [day.day for day in found] == list(in_november)


@pytest.mark.parametrize(
    "rrule",
    [
        *(
            "",
            "daily",
            "FREQ=",
            "FREQ=HOURLY",
            "FREQ=DAILY;COUNT=3",
            "FREQ=DAILY;UNTIL=20270101",
            "FREQ=DAILY;INTERVAL=0",
        ),
        *(
            "FREQ=DAILY;INTERVAL=-1",
            "FREQ=DAILY;INTERVAL=367",
            "FREQ=DAILY;FREQ=DAILY",
            "FREQ=WEEKLY;BYDAY=",
            "BYDAY=MO",
        ),
        *("FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;BYDAY=1MO", "FREQ=WEEKLY;BYMONTHDAY=1", "FREQ=MONTHLY", "FREQ=YEARLY"),
        *("FREQ=MONTHLY;BYMONTHDAY=0", "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=MONTHLY;BYDAY=6MO", "FREQ=WEEKLY;WKST=SU"),
        *(
            "FREQ=DAILY;INTERVAL=\N{ARABIC-INDIC DIGIT THREE}",
            "FREQ=DAILY\nDTSTART:20200101",
            "FREQ=DAILY;BYDAY=MO;INTERVAL=2",
        ),
        *("FREQ=DAILY;BYHOUR=9", "x" * 201, "\x1b[31m", "FREQ=DAILY;INTERVAL=" + "9" * 50),
    ],
)
def test_another_text_is_no_schedule(rrule: str) -> None:
    with pytest.raises(BadInput, match="FREQ=DAILY, FREQ=WEEKLY;BYDAY=MO,WE,FR") as refusal:
        parse_rule(rrule)
    assert refusal.value.message.isprintable()


@pytest.mark.parametrize(
    "rrule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTH=4,6;BYMONTHDAY=31",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31",
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=20",
        "FREQ=MONTHLY;BYMONTHDAY=1;BYSETPOS=2",
        "FREQ=MONTHLY;BYMONTH=13;BYMONTHDAY=1",
    ],
)
def test_a_schedule_whose_days_may_never_come_is_refused(rrule: str) -> None:
    with pytest.raises(BadInput):
        parse_rule(rrule)


RULES = st.one_of(
    st.integers(1, 366).map(lambda every: f"FREQ=DAILY;INTERVAL={every}"),
    st.builds(
        lambda every, days: f"FREQ=WEEKLY;INTERVAL={every};BYDAY={','.join(days)}",
        st.integers(1, 6),
        st.lists(st.sampled_from(DAY_CODES), min_size=1, max_size=7, unique=True),
    ),
    st.builds(
        lambda every, day: f"FREQ=MONTHLY;INTERVAL={every};BYMONTHDAY={day}", st.integers(1, 11), st.integers(1, 31)
    ),
)


@settings(max_examples=60)
@given(RULES, st.dates(date(2015, 1, 1), date(2030, 1, 1)), st.integers(0, 800), st.integers(0, 400))
def test_the_days_are_those_of_dateutil_counted_from_the_first(
    rrule: str, since: date, later: int, length: int
) -> None:
    first = since + timedelta(days=later)
    last = first + timedelta(days=length)
    start = datetime.combine(since, datetime.min.time())
    rule = rrulestr(rrule, dtstart=start)
    theirs = rule.between(datetime.combine(first, start.time()), datetime.combine(last, start.time()), inc=True)
    assert expected_days([days_by(rrule, since)], first, last) == [day.date() for day in theirs]


@given(RULES, st.dates(date(2015, 1, 1), date(2030, 1, 1)))
def test_the_frequency_is_how_often_the_days_come(rrule: str, since: date) -> None:
    years = 28 * 1461 // 4
    found = expected_days([days_by(rrule, since)], since, since + timedelta(days=years - 1))
    assert per_day(parse_rule(rrule), since) == pytest.approx(len(found) / years, rel=0.1, abs=0.001)


def test_every_so_often_counts_backwards_too() -> None:
    schedule = days_by("FREQ=DAILY;INTERVAL=3", MONDAY)
    assert expected_days([schedule], MONDAY - timedelta(days=6), MONDAY) == [
        MONDAY - timedelta(days=6),
        MONDAY - timedelta(days=3),
        MONDAY,
    ]


def test_29_february_comes_every_four_years() -> None:
    schedule = days_by("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29")
    assert expected_days([schedule], date(2023, 1, 1), date(2030, 1, 1)) == [date(2024, 2, 29), date(2028, 2, 29)]


def test_a_change_holds_from_its_day_on_and_leaves_the_past() -> None:
    daily, weekdays = days_by("FREQ=DAILY", date(2026, 11, 1)), days_by(WEEKDAYS, date(2026, 11, 14))
    for schedules in ([daily, weekdays], [weekdays, daily]):
        found = expected_days(schedules, date(2026, 11, 7), date(2026, 11, 17))
        assert [day.day for day in found] == [7, 8, 9, 10, 11, 12, 13, 16, 17]


def test_of_two_changes_on_a_day_the_later_holds() -> None:
    early, late = days_by("FREQ=DAILY", MONDAY, hour=1), days_by(WEEKDAYS, MONDAY, hour=2)
    assert in_force([late, early], MONDAY) is late
    assert expected_days([late, early], MONDAY + timedelta(days=5), MONDAY + timedelta(days=6)) == []


def test_before_the_first_schedule_the_first_holds() -> None:
    first, second = days_by(WEEKDAYS, date(2026, 11, 10)), days_by("FREQ=DAILY", MONDAY)
    assert in_force([second, first], date(2020, 1, 1)) is first
    assert in_force([second, first], date(2026, 11, 10)) is first
    assert in_force([second, first], MONDAY) is second
    assert expected_days([second, first], date(2026, 11, 7), date(2026, 11, 9)) == [date(2026, 11, 9)]


def test_every_day_may_count_towards_a_week_or_month() -> None:
    assert len(expected_days([a_week(3)], MONDAY, MONDAY + timedelta(days=6))) == 7
    assert len(expected_days([a_month(2)], date(2026, 2, 1), date(2026, 2, 28))) == 28


@pytest.mark.parametrize(
    "schedule",
    [
        a_week(0),
        a_week(8),
        a_month(0),
        a_month(32),
        a_week(-1),
        a_week(1)._replace(times=None),
        a_week(1)._replace(per="year"),
    ],
)
def test_a_count_has_to_fit_its_week_or_month(schedule: Schedule) -> None:
    with pytest.raises(BadInput, match="1 to 7 a week"):
        check_schedule(schedule)


def test_schedules_in_use_are_accepted() -> None:
    for schedule in (CHECKIN_SCHEDULE, REFLECTION_SCHEDULE, a_week(7), a_month(31), days_by("FREQ=DAILY")):
        check_schedule(schedule)
    with pytest.raises(BadInput):
        check_schedule(days_by("FREQ=SOMETIMES"))


@pytest.mark.parametrize(
    ("schedule", "words"),
    [
        (CHECKIN_SCHEDULE, "every weekday"),
        (REFLECTION_SCHEDULE, "1 a week"),
        (a_week(3), "3 a week"),
        (a_month(2), "2 a month"),
        (days_by("FREQ=DAILY"), "every day"),
        (days_by("FREQ=DAILY;INTERVAL=2"), "every other day"),
        (days_by("FREQ=DAILY;INTERVAL=3"), "every 3 days"),
        (days_by("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU"), "every day"),
        (days_by("FREQ=WEEKLY;BYDAY=FR,MO,WE"), "Mon, Wed and Fri"),
        (days_by("FREQ=WEEKLY;BYDAY=SU"), "Sun"),
        (days_by("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"), "every other week, Mon"),
        (days_by("FREQ=MONTHLY;BYMONTHDAY=1"), "on the first of the month"),
        (days_by("FREQ=MONTHLY;BYMONTHDAY=2,22,-1"), "on the 2nd, 22nd and last day of the month"),
        (days_by("FREQ=MONTHLY;BYDAY=1MO"), "on the first Mon of the month"),
        (days_by("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=11"), "every 3 months, on the 11th"),
        (days_by("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1"), "by the rule FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1"),
    ],
)
def test_a_schedule_is_said_in_words(schedule: Schedule, words: str) -> None:
    assert describe(schedule) == words


@pytest.mark.parametrize(
    ("day", "unit", "first", "last"),
    [
        (date(2026, 11, 20), "day", date(2026, 11, 20), date(2026, 11, 20)),
        (date(2026, 11, 16), "week", date(2026, 11, 16), date(2026, 11, 22)),
        (date(2026, 11, 22), "week", date(2026, 11, 16), date(2026, 11, 22)),
        (date(2027, 1, 1), "week", date(2026, 12, 28), date(2027, 1, 3)),
        (date(2028, 2, 10), "month", date(2028, 2, 1), date(2028, 2, 29)),
        (date(2026, 2, 28), "month", date(2026, 2, 1), date(2026, 2, 28)),
        (date(2026, 12, 31), "month", date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_a_day_lies_in_a_period(day: date, unit: str, first: date, last: date) -> None:
    assert period_of(day, unit) == Period(unit, first, last)


def test_a_pause_holds_from_its_first_to_its_last_day() -> None:
    expected = Expected([CHECKIN_SCHEDULE], [pause(MONDAY, MONDAY + timedelta(days=2))])
    paused = [is_paused(MONDAY + timedelta(days=index), expected) for index in range(-1, 4)]
    assert paused == [False, True, True, True, False]


def test_an_open_pause_has_no_last_day() -> None:
    expected = Expected([CHECKIN_SCHEDULE], [pause(MONDAY, None, "ill")])
    assert is_paused(date(2099, 1, 1), expected)
    assert not is_paused(MONDAY - timedelta(days=1), expected)


def test_sick_pauses_everything_and_a_day_off_all_but_balance() -> None:
    tuesday = MONDAY + timedelta(days=1)
    expected = Expected([CHECKIN_SCHEDULE], sick={MONDAY}, off={tuesday})
    assert is_paused(MONDAY, expected)
    assert is_paused(tuesday, expected)
    balance = expected._replace(keeps_days_off=True)
    assert is_paused(MONDAY, balance)
    assert not is_paused(tuesday, balance)


def test_the_usual_schedules_need_no_dateutil() -> None:
    code = (
        "import sys; from datetime import date; from rutbreaker.domain.schedule import *\n"
        "from rutbreaker.domain.streaks import streak\n"
        "today = date(2026, 11, 20)\n"
        "for schedule in (CHECKIN_SCHEDULE, REFLECTION_SCHEDULE, CHECKIN_SCHEDULE._replace(rrule='FREQ=DAILY')):\n"
        "    expected_days([schedule], date(2026, 1, 1), today); describe(schedule)\n"
        "    streak([today], Expected([schedule]), today=today)\n"
        "heavy = {'dateutil', 'dataclasses', 'pathlib', 'inspect', 'logging'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("schedule", "days", "following"),
    [
        (CHECKIN_SCHEDULE, 0, 1),
        (CHECKIN_SCHEDULE, 4, 7),
        (CHECKIN_SCHEDULE, 5, 7),
        (days_by("FREQ=DAILY"), 4, 5),
        (days_by("FREQ=WEEKLY;BYDAY=MO,WE"), 0, 1),
        (days_by("FREQ=WEEKLY;BYDAY=MO,SA"), 4, 5),
        (a_week(3), 4, 5),
    ],
)
def test_tomorrow_is_monday_where_weekends_are_free(schedule: Schedule, days: int, following: int) -> None:
    assert following_day([schedule], MONDAY + timedelta(days=days)) == MONDAY + timedelta(days=following)
