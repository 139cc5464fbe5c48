"""Dates as people write and read them."""

import subprocess
import sys
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutbreaker.domain.days import ago_words, day_words, parse_day, parse_range, parse_since
from rutbreaker.errors import BadInput

FRIDAY = date(2026, 11, 20)


def iso(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-02", "2026-11-02"),
        ("20261102", "2026-11-02"),
        ("2026-W45-1", "2026-11-02"),
        ("2026/11/02", "2026-11-02"),
        ("2026-1-5", "2026-01-05"),
        ("today", "2026-11-20"),
        ("  YESTERDAY\n", "2026-11-19"),
        ("the day before yesterday", "2026-11-18"),
        ("-2", "2026-11-18"),
        ("\N{MINUS SIGN}2", "2026-11-18"),
        ("-0", "2026-11-20"),
        ("fri", "2026-11-20"),
        ("Mon", "2026-11-16"),
        ("thurs", "2026-11-19"),
        ("on saturday", "2026-11-14"),
        ("last fri", "2026-11-13"),
        ("last mon", "2026-11-16"),
        ("this mon", "2026-11-16"),
        ("3 days ago", "2026-11-17"),
        ("1 day ago", "2026-11-19"),
        ("a week ago", "2026-11-13"),
        ("two weeks ago", "2026-11-06"),
        ("2 months ago", "2026-09-20"),
        ("a year ago", "2025-11-20"),
        ("2 Nov", "2026-11-02"),
        ("Nov 2", "2026-11-02"),
        ("2nd of November", "2026-11-02"),
        ("20 nov", "2026-11-20"),
        ("21 Nov", "2025-11-21"),
        ("2 Nov 2025", "2025-11-02"),
        ("Nov 2, 2025", "2025-11-02"),
        ("2 nov 2000", "2000-11-02"),
        ("2 nov 2004", "2004-11-02"),
        ("Mon 2 Nov", "2026-11-02"),
        ("sept 5", "2026-09-05"),
        ("29 feb", "2024-02-29"),
        ("25/12/2025", "2025-12-25"),
        ("12/25/2025", "2025-12-25"),
        ("31.10.2026", "2026-10-31"),
        ("5/5/2026", "2026-05-05"),
    ],
)
def test_a_day_that_has_been_is_understood(text: str, expected: str) -> None:
    assert parse_day(text, FRIDAY) == iso(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("+3", "2026-11-23"),
        ("tomorrow", "2026-11-21"),
        ("the day after tomorrow", "2026-11-22"),
        ("fri", "2026-11-27"),
        ("mon", "2026-11-23"),
        ("next fri", "2026-11-27"),
        ("next mon", "2026-11-23"),
        ("last mon", "2026-11-16"),
        ("in 3 days", "2026-11-23"),
        ("in a week", "2026-11-27"),
        ("in 2 weeks", "2026-12-04"),
        ("in 3 months", "2027-02-20"),
        ("2 Dec", "2026-12-02"),
        ("2 Nov", "2027-11-02"),
        ("20 Nov", "2026-11-20"),
        ("29 Feb", "2028-02-29"),
        ("2027-01-01", "2027-01-01"),
        ("yesterday", "2026-11-19"),
    ],
)
def test_a_day_to_come_is_understood_where_it_may_be_one(text: str, expected: str) -> None:
    assert parse_day(text, FRIDAY, future=True) == iso(expected)


@pytest.mark.parametrize("text", ["tomorrow", "+1", "next mon", "2026-11-21", "in 2 weeks", "2 Dec 2026"])
def test_a_day_to_come_is_refused_for_what_has_happened(text: str) -> None:
    with pytest.raises(BadInput, match="is in the future: only what has happened can be logged"):
        parse_day(text, FRIDAY)


@pytest.mark.parametrize(
    "text",
    [
        *("", "   ", "5", "t", "s", "2nd", "Nov", "November 2025", "2 m", "nov 2 nov", "2 Nov 25", "1 2 3 Nov"),
        *("10/11/12", "3/4", "25/12", "11/12/2026", "2.11.2026", "2026-W45", "2026", "2 Nov 10:30", "2 nov est"),
        *("2 nov am", "Tue 2 Nov 2026", "3 ago", "in mon", "in 3", "someday", "-", "+", "--2", "-2.5"),
        *("２ Nov", "-２", "\x1b[31m", "today; rm", "next 2 Nov", "1 nov 10000", "last week", "\ud800", "2\x00 Nov"),
    ],
)
def test_what_is_unclear_is_refused_with_what_would_be_understood(text: str) -> None:
    for future in (False, True):
        with pytest.raises(BadInput, match=r"Understood are 2026-11-\d\d, (yesterday|tomorrow), [-+]2, "):
            parse_day(text, FRIDAY, future=future)


def test_a_weekday_beside_a_date_has_to_be_right() -> None:
    assert parse_day("Tue 2 Nov", FRIDAY, future=True) == date(2027, 11, 2)
    with pytest.raises(BadInput, match="not a day that is clear"):
        parse_day("Tue 2 Nov", FRIDAY)


@pytest.mark.parametrize(
    "text",
    [
        *("2026-02-30", "2026-13-01", "20260230", "2025-02-29", "2026-W60-1", "31 Feb", "29 feb 2025", "31 June 2026"),
        *("31/02/2026", "30.2.2026", "-99999999999", "9" * 30 + " weeks ago", "99999999 months ago"),
    ],
)
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    for future in (False, True):
        with pytest.raises(BadInput, match="There is no day"):
            parse_day(text, FRIDAY, future=future)


def test_control_characters_do_not_come_back_in_a_refusal() -> None:
    with pytest.raises(BadInput) as refusal:
        parse_day("\x1b[2Jmon\n\x07", FRIDAY)
    assert refusal.value.message.isprintable()


@pytest.mark.parametrize("text", ["1026-01-01", "0001-01-01", "9999-12-31", "2 Nov 1850", "700 years ago"])
def test_a_day_of_another_age_is_a_slip(text: str) -> None:
    with pytest.raises(BadInput, match="too far away"):
        parse_day(text, FRIDAY, future=True)


@pytest.mark.parametrize("text", ["9" * 65, " " * 65, "2026-11-02" + " " * 60, "x" * 1_000_000])
def test_more_than_64_characters_are_refused_before_anything_else(text: str) -> None:
    for read in (parse_day, parse_since):
        with pytest.raises(BadInput, match="at most 64 characters"):
            read(text, FRIDAY)


def test_the_examples_in_a_refusal_are_understood_and_lie_where_they_may() -> None:
    for future in (False, True):
        with pytest.raises(BadInput) as refusal:
            parse_day("?", FRIDAY, future=future)
        listed = refusal.value.message.split("Understood are ")[1].rstrip(".").replace(" and ", ", ").split(", ")
        days = [parse_day(text, FRIDAY, future=future) for text in listed]
        assert len(days) == 6
        assert all(day > FRIDAY if future else day < FRIDAY for day in days)


@given(st.text(max_size=70), st.booleans())
def test_any_text_gives_a_day_or_a_refusal(text: str, future: bool) -> None:
    try:
        day = parse_day(text, FRIDAY, future=future)
    except BadInput:
        return
    assert future or day <= FRIDAY


DATE_LIKE = st.lists(
    st.sampled_from(
        ["2", "nov", "mon", "/", "-", ".", " ", "2026", "12", "31", "feb", "of", "th", ",", ":", "z", "w1"]
    ),
    max_size=8,
).map("".join)


@given(DATE_LIKE, st.booleans())
def test_anything_made_of_pieces_of_dates_gives_a_day_or_a_refusal(text: str, future: bool) -> None:
    with suppress(BadInput):
        assert parse_day(text, FRIDAY, future=future).year >= 1900


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.dates(date(2000, 1, 1), date(2090, 12, 31)))
def test_every_day_is_understood_as_it_is_written(day: date, today: date) -> None:
    for form in ("%Y-%m-%d", "%d %b %Y", "%B %d, %Y", "%a %d %b %Y", "%Y/%m/%d"):
        assert parse_day(day.strftime(form), today, future=True) == day


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_the_last_one_until_today_or_the_next_one_after(today: date, number: int) -> None:
    name = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")[number]
    past, coming = parse_day(name, today), parse_day(name, today, future=True)
    assert past.weekday() == coming.weekday() == number
    assert past <= today < coming == past + timedelta(days=7)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("this week", "2026-11-16"),
        ("last week", "2026-11-09"),
        ("This  Month", "2026-11-01"),
        ("last month", "2026-10-01"),
        ("this year", "2026-01-01"),
        ("last year", "2025-01-01"),
        ("mon", "2026-11-16"),
        ("2026-01-01", "2026-01-01"),
    ],
)
def test_since_takes_weeks_months_and_years(text: str, expected: str) -> None:
    assert parse_since(text, FRIDAY) == iso(expected)


def test_since_at_the_turn_of_the_year() -> None:
    assert parse_since("last month", date(2026, 1, 31)) == date(2025, 12, 1)
    assert parse_since("last week", date(2027, 1, 1)) == date(2026, 12, 21)
    assert parse_since("this week", date(2027, 1, 1)) == date(2026, 12, 28)


@pytest.mark.parametrize(
    ("text", "future", "first", "last"),
    [
        ("2026-11-02..2026-11-05", False, "2026-11-02", "2026-11-05"),
        (" mon .. wed ", False, "2026-11-16", "2026-11-18"),
        ("today..today", False, "2026-11-20", "2026-11-20"),
        ("28 dec..3 jan", False, "2025-12-28", "2026-01-03"),
        ("yesterday", False, "2026-11-19", None),
        ("yesterday..", False, "2026-11-19", None),
        ("28 dec..3 jan", True, "2026-12-28", "2027-01-03"),
        ("2 nov..5 nov", True, "2026-11-02", "2026-11-05"),
        ("wed..fri", True, "2026-11-18", "2026-11-20"),
        ("mon..fri", True, "2026-11-23", "2026-11-27"),
        ("tomorrow..", True, "2026-11-21", None),
    ],
)
def test_a_range_has_a_first_and_perhaps_a_last_day(text: str, future: bool, first: str, last: str | None) -> None:
    assert parse_range(text, FRIDAY, future=future) == (iso(first), iso(last) if last else None)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("today..yesterday", "before it begins"),
        ("mon..tomorrow", "in the future"),
        ("tomorrow..", "in the future"),
        ("..today", "There is no date"),
        ("..", "There is no date"),
        ("mon..3/4", "not a day that is clear"),
        ("mon..tue..wed", "not a day that is clear"),
        ("x" * 200, "at most"),
    ],
)
def test_a_range_that_cannot_be_is_refused(text: str, why: str) -> None:
    with pytest.raises(BadInput, match=why):
        parse_range(text, FRIDAY)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-11-20", "today"),
        ("2026-11-19", "yesterday"),
        ("2026-11-21", "tomorrow"),
        ("2026-11-16", "Mon 16 Nov"),
        ("2026-01-01", "Thu 1 Jan"),
        ("2025-11-16", "16 Nov 2025"),
        ("2027-03-05", "5 Mar 2027"),
    ],
)
def test_a_day_is_said_briefly(day: str, words: str) -> None:
    assert day_words(iso(day), FRIDAY) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-11-20", "today"),
        ("2026-11-19", "yesterday"),
        ("2026-11-17", "3 days ago"),
        ("2026-11-13", "a week ago"),
        ("2026-11-12", "8 days ago"),
        ("2026-11-06", "2 weeks ago"),
        ("2026-10-01", "7 weeks ago"),
        ("2026-09-20", "2 months ago"),
        ("2025-11-21", "11 months ago"),
        ("2025-11-20", "a year ago"),
        ("2023-12-01", "2 years ago"),
        ("2026-11-21", "tomorrow"),
        ("2026-11-24", "in 4 days"),
        ("2026-12-11", "in 3 weeks"),
    ],
)
def test_a_distance_is_said_in_the_largest_unit_that_fits(day: str, words: str) -> None:
    assert ago_words(iso(day), FRIDAY) == words


def test_the_words_of_every_day_need_no_dateutil() -> None:
    code = (
        "import sys; from datetime import date; from rutbreaker.domain.days import *\n"
        "today = date(2026, 11, 20)\n"
        "for text in ('2026-11-02', 'yesterday', '-2', 'mon', '3 days ago', 'last fri'): parse_day(text, today)\n"
        "parse_since('last week', today); parse_range('mon..wed', today)\n"
        "assert 'dateutil' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
