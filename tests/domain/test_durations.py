"""Lengths of time as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutbreaker.domain.durations import LONGEST, minutes_words, read_minutes, read_session
from rutbreaker.errors import BadInput


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("45m", 45),
        ("45 min", 45),
        ("90", 90),
        ("1h", 60),
        ("1h30", 90),
        ("1h30m", 90),
        ("1h 30m", 90),
        ("1 H 30 MIN", 90),
        ("1.5h", 90),
        ("1,5 hours", 90),
        ("1:30", 90),
        ("0:05h", 5),
        ("2 hours", 120),
        ("24h", 1440),
        (" 1 ", 1),
    ],
)
def test_lengths_are_read_into_minutes(text: str, minutes: int) -> None:
    assert read_minutes(text) == minutes


@pytest.mark.parametrize(
    ("text", "minutes", "line"),
    [
        ("45m rust book ch. 3", 45, "rust book ch. 3"),
        ("1h30 tokeniser", 90, "tokeniser"),
        ("1h 30 pages", 60, "30 pages"),
        ("45 meetings", 45, "meetings"),
        ("20m: read", 20, "read"),
        ("2h, the parser", 120, "the parser"),
    ],
)
def test_what_follows_the_length_is_what_was_done(text: str, minutes: int, line: str) -> None:
    assert read_session(text) == (minutes, line)


@pytest.mark.parametrize("text", ["", "  ", "rust", "45mm", "5k run", "m", "-5", "1:75 x", "٤٥", "h30"])
def test_what_is_no_length_is_refused_with_what_would_be(text: str) -> None:
    with pytest.raises(BadInput, match="45m, 1h30, 2h or 90"):
        read_session(text)


@pytest.mark.parametrize("text", ["0", "0m", "1441", "25h", "9999", "0:00"])
def test_a_session_has_a_minute_to_a_day(text: str) -> None:
    with pytest.raises(BadInput, match="from 1 minute to 24 hours"):
        read_session(text)


def test_a_length_alone_has_nothing_after_it() -> None:
    with pytest.raises(BadInput, match="45m"):
        read_minutes("45m rust")


@given(st.integers(1, LONGEST))
def test_what_is_said_is_read_back(minutes: int) -> None:
    assert read_minutes(minutes_words(minutes)) == minutes


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        minutes, _ = read_session(text)
    except BadInput:
        return
    assert 1 <= minutes <= LONGEST
