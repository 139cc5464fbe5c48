"""Bringing back what went well."""

from datetime import date, timedelta

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.journal.daily import log_gratitude, log_win
from rutbreaker.journal.people import add_person, log_contact
from rutbreaker.journal.remembering import Companion, for_a_low_day, on_this_day, worth_remembering

TODAY = date(2026, 11, 23)


def _text(context: Context) -> str | None:
    memory = worth_remembering(context)
    return None if memory is None else memory.line.text


def test_there_is_nothing_before_something_has_rested_for_a_month(context: Context) -> None:
    log_win(context, "Fresh", day=TODAY - timedelta(days=29))
    assert worth_remembering(context) is None
    log_win(context, "Rested", day=TODAY - timedelta(days=30))
    memory = worth_remembering(context)
    assert memory is not None
    assert (memory.line.text, memory.is_on_this_day) == ("Rested", False)


def test_this_day_of_an_earlier_year_comes_first_the_latest_year_before_others(context: Context) -> None:
    log_win(context, "Three years", day=date(2023, 11, 23))
    log_gratitude(context, "A year", day=date(2025, 11, 23))
    log_win(context, "Other", day=date(2025, 11, 22))
    memory = worth_remembering(context)
    assert memory is not None
    assert (memory.line.text, memory.is_on_this_day) == ("A year", True)
    assert [line.text for line in on_this_day(context)] == ["A year", "Three years"]


@pytest.mark.parametrize(
    ("today", "found"),
    [
        (date(2027, 2, 28), ["Leap day"]),
        (date(2027, 3, 1), []),
        (date(2028, 2, 28), []),
        (date(2028, 2, 29), ["Leap day"]),
    ],
)
def test_a_leap_day_comes_back_on_the_28th_of_other_years(
    context: Context, clock: FixedClock, today: date, found: list[str]
) -> None:
    log_win(context, "Leap day", day=date(2024, 2, 29))
    clock.at = clock.at.replace(year=today.year, month=today.month, day=today.day)
    assert [line.text for line in on_this_day(context)] == found


def test_each_comes_back_in_its_turn(context: Context, clock: FixedClock) -> None:
    for number in range(3):
        log_win(context, f"Win {number}", day=TODAY - timedelta(days=40 - number))
    shown = []
    for _ in range(6):
        shown.append(_text(context))
        clock.advance(timedelta(days=1))
    assert sorted(shown[:3], key=str) == ["Win 0", "Win 1", "Win 2"]
    assert shown[3:] == shown[:3]


def test_what_was_back_dated_takes_part(context: Context) -> None:
    log_win(context, "Long ago", day=date(2020, 2, 29))
    assert _text(context) == "Long ago"


def test_a_low_day_brings_one_win_and_the_person_one_was_glad_of_last(context: Context) -> None:
    log_win(context, "Shipped", day=TODAY - timedelta(days=50))
    log_gratitude(context, "a walk", day=TODAY - timedelta(days=60))
    log_gratitude(context, "She covered for me", person="Ana", day=TODAY - timedelta(days=3))
    log_gratitude(context, "Older", person="Bo", day=TODAY - timedelta(days=70))
    found = for_a_low_day(context)
    assert found.win is not None
    assert found.win.text == "Shipped"
    assert found.person == Companion("Ana", TODAY - timedelta(days=3), "She covered for me")


def test_a_low_day_soon_after_the_beginning_has_what_there_is(context: Context) -> None:
    assert for_a_low_day(context) == (None, None)
    log_win(context, "Just now")
    dana = add_person(context, "Dana")
    log_contact(context, dana.id, day=TODAY - timedelta(days=1))
    found = for_a_low_day(context)
    assert found.win is not None
    assert found.win.text == "Just now"
    assert found.person == Companion("Dana", TODAY - timedelta(days=1))
