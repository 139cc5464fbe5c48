"""Schedules as people write them, and read back from what is said of them."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutbreaker.domain.models import Schedule
from rutbreaker.domain.recurrence import DAY_CODES, WEEKDAYS
from rutbreaker.domain.schedule import check_schedule, describe, expected_days
from rutbreaker.domain.schedule_words import Repeats, read_schedule
from rutbreaker.errors import BadInput

MONDAY = date(2026, 11, 23)
WORDS = (
    *("every", "other", "each", "day", "days", "week", "weeks", "month", "a", "per", "on", "the", "of", "and", "last"),
    *("first", "2nd", "15th", "31st", "mon", "tuesdays", "wed", "sat-mon", "weekday", "weekend", "daily", "to"),
    *("1", "2", "3", "0", "8", "400", "three", "twice", "3x", "times", "monthly", ",", "freq=daily", "by", "rule"),
)


def _schedule(repeats: Repeats) -> Schedule:
    return Schedule("s", MONDAY, datetime(2026, 11, 23, 8, tzinfo=UTC), "r", *repeats)


@pytest.mark.parametrize(
    ("text", "rrule"),
    [
        ("every day", "FREQ=DAILY"),
        ("daily", "FREQ=DAILY"),
        ("mon-sun", "FREQ=DAILY"),
        ("every weekday", WEEKDAYS),
        ("Weekdays", WEEKDAYS),
        ("mon to fri", WEEKDAYS),
        ("weekends", "FREQ=WEEKLY;BYDAY=SA,SU"),
        ("mon wed", "FREQ=WEEKLY;BYDAY=MO,WE"),
        ("wed, mon and fri", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("every Thursday", "FREQ=WEEKLY;BYDAY=TH"),
        ("fri-mon", "FREQ=WEEKLY;BYDAY=MO,FR,SA,SU"),
        ("every week on tue", "FREQ=WEEKLY;BYDAY=TU"),
        ("every other week on mon", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ("every other fri", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
        ("every 2 weeks", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ("every other day", "FREQ=DAILY;INTERVAL=2"),
        ("every three days", "FREQ=DAILY;INTERVAL=3"),
        ("first of the month", "FREQ=MONTHLY;BYMONTHDAY=1"),
        ("the 1st and 15th of the month", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
        ("last day of the month", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("first monday of the month", "FREQ=MONTHLY;BYDAY=1MO"),
        ("last fri of the month", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("every other month, on the first", "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1"),
        ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1"),
    ],
)
def test_days_are_read_into_a_rule_and_back_from_its_words(text: str, rrule: str) -> None:
    found = read_schedule(text, MONDAY)
    assert found == Repeats("day", rrule)
    assert read_schedule(describe(_schedule(found)), MONDAY) == found


@pytest.mark.parametrize(
    ("text", "per", "times"),
    [
        ("3 a week", "week", 3),
        ("three times a week", "week", 3),
        ("3x/week", "week", 3),
        ("twice per week", "week", 2),
        ("weekly", "week", 1),
        ("every week", "week", 1),
        ("2 a month", "month", 2),
        ("monthly", "month", 1),
        ("31 a month", "month", 31),
    ],
)
def test_so_many_a_week_or_month_are_read_and_said_back(text: str, per: str, times: int) -> None:
    found = read_schedule(text, MONDAY)
    assert found == Repeats(per, "", times)
    assert read_schedule(describe(_schedule(found)), MONDAY) == found


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "every",
            "xyz",
            "5",
            "m",
            "8 a week",
            "0 a week",
            "32 a month",
            "32nd",
            "twice a day",
            "every 2 mon",
        ),
        *("every 400 days", "every 0 days", "first mon and 15th", "mon 15", "every other weekday", "every day at 5"),
        *("freq=hourly", "freq=daily;count=3", "[bold]", "\x1b[31m", "a" * 300, "6th mon of the month"),
    ],
)
def test_what_is_no_schedule_is_refused_with_what_would_be(text: str) -> None:
    with pytest.raises(BadInput, match=r"every weekday, mon wed, .*3 a week, 2 a month, first of the month"):
        read_schedule(text, MONDAY)


@given(st.sets(st.sampled_from(DAY_CODES), min_size=1), st.integers(1, 52))
def test_weekdays_and_intervals_survive_being_said(days: set[str], interval: int) -> None:
    every = "" if interval == 1 else f"every {interval} weeks on "
    found = read_schedule(every + " ".join(days).lower(), MONDAY)
    assert read_schedule(describe(_schedule(found)), MONDAY) == found


@given(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join))
def test_any_words_are_read_as_a_schedule_that_comes_or_are_refused(text: str) -> None:
    try:
        found = _schedule(read_schedule(text, MONDAY))
    except BadInput:
        return
    check_schedule(found)
    assert expected_days([found], MONDAY, date(2028, 12, 31))
    assert read_schedule(describe(found), MONDAY) == Repeats(found.per, found.rrule, found.times)
