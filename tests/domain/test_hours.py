"""Hours of work as they are written, and a week of them beside a limit."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutbreaker.domain.durations import minutes_words
from rutbreaker.domain.hours import MOST, WorkedWeek, limit_of, read_hours, worked_words
from rutbreaker.domain.models import Hours
from rutbreaker.errors import BadInput

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        *(("9", 540), ("0", 0), ("24", 1440), ("8.5", 510), ("8,25", 495), ("8h30", 510), ("8:30", 510), ("45m", 45)),
        *((" 7 h ", 420), ("1h", 60), ("24h", 1440)),
    ],
)
def test_hours_are_read(text: str, minutes: int) -> None:
    assert read_hours(text) == minutes


@pytest.mark.parametrize("text", ["", "25", "24.1", "24h30", "-1", "nine", "9 lunch", "8.123", "٩", "1e3", "9" * 500])
def test_what_is_no_hours_is_refused_with_what_would_be(text: str) -> None:
    with pytest.raises(BadInput, match=r"write 9, 8\.5, 8h30, 8:30 or 45m, up to 24 hours") as refused:
        read_hours(text)
    assert len(refused.value.message) < 140


@given(st.integers(1, MOST))
def test_what_is_said_of_hours_is_read_back(minutes: int) -> None:
    assert read_hours(minutes_words(minutes)) == minutes


def _week(*minutes: int, limit: float | None = None) -> WorkedWeek:
    at = datetime(2026, 11, 23, 8, tzinfo=UTC)
    return WorkedWeek(MONDAY, tuple(Hours("h", MONDAY, at, each) for each in minutes), limit_of(limit))


@pytest.mark.parametrize(
    ("week", "words"),
    [
        (_week(540, 510), "17h30"),
        (_week(540, limit=40), "9h of 40h"),
        (_week(1200, 1200, limit=40), "40h of 40h"),
        (_week(1200, 1201, limit=40), "40h01 of 40h, 1m over"),
        (_week(600, limit=7.5), "10h of 7h30, 2h30 over"),
    ],
)
def test_a_week_stands_beside_the_limit_and_nothing_else_is_said(week: WorkedWeek, words: str) -> None:
    assert worked_words(week) == words
