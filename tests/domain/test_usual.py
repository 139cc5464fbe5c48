"""The usual range of a rating, and where the last days stand in it."""

from datetime import UTC, date, datetime, timedelta
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutbreaker.domain.daily_index import counts
from rutbreaker.domain.models import Checkin, Pause
from rutbreaker.domain.usual import FEWEST, UntilUsual, Usual, place, until_usual, usual

TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def _days(count: int, first: int = 8) -> list[date]:
    """Weekdays in a row, the newest ``first`` days ago or a little earlier."""
    days, day = list[date](), TODAY - timedelta(days=first)
    while len(days) < count:
        if day.weekday() < 5:
            days.append(day)
        day -= timedelta(days=1)
    return days


def test_there_is_no_range_before_twenty_values_of_the_baseline() -> None:
    days = _days(FEWEST)
    assert usual(dict.fromkeys(days[:-1], 3), TODAY) is None
    assert usual(dict.fromkeys(days, 3), TODAY) is not None


def test_the_last_week_and_what_is_older_than_97_days_is_left_out() -> None:
    days = _days(FEWEST)
    values = dict.fromkeys(days, 3)
    beside = {TODAY - timedelta(days=7): 1, TODAY: 1, TODAY - timedelta(days=98): 1}
    assert usual({**values, **beside}, TODAY) == usual(values, TODAY)
    assert usual({**values, TODAY - timedelta(days=97): 1}, TODAY) != usual(values, TODAY)


def test_the_spread_leans_on_its_prior() -> None:
    found = usual(dict.fromkeys(_days(20), 3), TODAY)
    assert found == pytest.approx((3.0, sqrt(20 * 0.75**2 / 39)))


def test_weekends_that_differ_do_not_widen_the_range_by_their_difference() -> None:
    # 30 weekdays at 3 and 12 weekend days at 5: the gap of 2 is shrunk by 12 / 18.
    days = [TODAY - timedelta(days=back) for back in range(8, 50)]
    values = {day: 5 if day.weekday() >= 5 else 3 for day in days}
    weekend = sum(day.weekday() >= 5 for day in days)
    weekdays = len(days) - weekend
    mean = sum(values.values()) / len(days)
    gap = 2 * weekend / (weekend + 6)
    rest_weekend = 5 - mean - gap * weekdays / len(days)
    rest_weekday = 3 - mean + gap * weekend / len(days)
    squares = weekend * rest_weekend**2 + weekdays * rest_weekday**2
    spread = sqrt((squares + 20 * 0.5625) / (len(days) - 1 + 20))
    assert usual(values, TODAY) == pytest.approx((mean, spread))


@pytest.mark.parametrize(
    ("last", "expected"), [((1, 1, 2), "below"), ((3, 3, 3), "as"), ((2, 3, 3), "as"), ((5, 4, 5), "above")]
)
def test_the_mean_of_the_last_three_is_compared(last: tuple[int, int, int], expected: str) -> None:
    values = {TODAY - timedelta(days=back): value for back, value in enumerate(reversed(last))}
    assert place({**values, TODAY - timedelta(days=20): 5}, Usual(3.0, 0.7)) == expected


def test_two_values_are_compared_with_nothing() -> None:
    assert place({TODAY: 1, TODAY - timedelta(days=1): 1}, Usual(3.0, 0.7)) is None


@pytest.mark.parametrize(
    ("checkin", "pauses", "counted"),
    [
        (Checkin("a", TODAY, AT, energy=3, rated_on=TODAY), [], True),
        (Checkin("a", TODAY, AT, energy=3, rated_on=TODAY, mark="sick"), [], False),
        (Checkin("a", TODAY, AT, energy=3, rated_on=TODAY, mark="off"), [], False),
        (Checkin("a", TODAY, AT, energy=3, rated_on=TODAY + timedelta(days=1)), [], True),
        (Checkin("a", TODAY, AT, energy=3, rated_on=TODAY + timedelta(days=2)), [], False),
        (Checkin("a", TODAY, AT, energy=3, rated_on=TODAY), [Pause("p", TODAY, AT, None, "holiday")], False),
        (Checkin("a", TODAY, AT, energy=3, rated_on=TODAY), [Pause("p", TODAY, AT, TODAY, "rest")], True),
        (
            Checkin("a", TODAY, AT, energy=3, rated_on=TODAY),
            [Pause("p", TODAY - timedelta(days=5), AT, TODAY - timedelta(days=1), "ill")],
            True,
        ),
    ],
)
def test_marked_late_and_paused_days_do_not_count(checkin: Checkin, pauses: list[Pause], counted: bool) -> None:
    assert counts(checkin, pauses) is counted


def test_what_is_missing_is_said_in_check_ins_and_then_as_a_day() -> None:
    days = _days(12, first=0)
    assert until_usual(days, TODAY) == UntilUsual(8)
    twenty = _days(20, first=0)
    newest = max(twenty)
    assert until_usual(twenty, TODAY) == UntilUsual(0, newest + timedelta(days=8))
    assert usual(dict.fromkeys(twenty, 3), newest + timedelta(days=7)) is None
    assert usual(dict.fromkeys(twenty, 3), newest + timedelta(days=8)) is not None


@given(st.dictionaries(st.integers(8, 97), st.integers(1, 5), min_size=20))
def test_the_mean_lies_among_the_values_and_the_spread_is_never_nothing(values: dict[int, int]) -> None:
    found = usual({TODAY - timedelta(days=back): value for back, value in values.items()}, TODAY)
    assert found is not None
    assert min(values.values()) <= found.mean <= max(values.values())
    assert 0 < found.sd < 4
