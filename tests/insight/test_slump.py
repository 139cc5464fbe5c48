"""The slump alert: how often it is wrong, how much it finds and when, and that it never stumbles."""

from datetime import date, timedelta
from itertools import pairwise
from math import isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rutbreaker.domain.usual import INDEX_PRIOR_SD, usual
from rutbreaker.insight.slump import BASELINE_DAYS, CLEAR_DIP, COOLING_DAYS, LAG_DAYS, Slump, _Window, find_slumps
from tests.insight.people import people
from tests.insight.simulate_slumps import false_alarms, found

MONDAY = date(2026, 1, 5)


def test_it_is_wrong_about_once_in_half_a_year() -> None:
    assert 0.9 <= false_alarms() <= 1.10


def test_a_higher_limit_is_wrong_less_often() -> None:
    assert false_alarms(CLEAR_DIP) <= 0.35


@pytest.mark.parametrize(
    ("name", "share", "days"), [("slump_0.5", 0.40, 9), ("slump_1.0", 0.80, 8), ("slump_1.5", 0.92, 6)]
)
def test_it_finds_slumps_in_time(name: str, share: float, days: int) -> None:
    noticed = found(name)
    assert noticed.share >= share
    assert noticed.delay <= days


def _steady_then_low(low: float = 2.0, days: int = 20) -> list[float]:
    return [3.6, 3.2, 3.4, 3.8, 3.5, 3.3, 3.7] * 10 + [low] * days


def test_a_deep_fall_is_told_with_its_depth_its_onset_and_its_level() -> None:
    (slump,) = find_slumps(_steady_then_low(), 0)
    assert slump.level == "clear dip"
    assert slump.onset == 70
    assert 70 < slump.day <= 77
    assert slump.depth == pytest.approx(1.5, abs=0.1)
    assert slump.depth_in_ups > 2
    assert slump.end is None


def test_it_ends_when_the_last_seven_values_are_back() -> None:
    back = _steady_then_low() + [3.5] * 10
    (slump,) = find_slumps(back, 0)
    assert slump.end == 70 + 20 + 6


def test_a_slight_fall_is_worth_a_look_and_no_more() -> None:
    levels = {slump.level for person in people("slump_0.5") for slump in find_slumps(person.days, person.first_weekday)}
    assert levels == {"worth a look", "clear dip"}


def test_a_known_reason_takes_days_out_of_the_baseline() -> None:
    # A bad month ago, and now an ordinary fall: with the bad month in the baseline it looks like nothing.
    index = [3.5, 3.4, 3.6] * 20 + [1.5] * 30 + [3.5, 3.4, 3.6] * 4 + [2.6] * 12
    assert not [slump for slump in find_slumps(index, 0) if slump.day >= 102]
    assert [slump for slump in find_slumps(index, 0, known=range(60, 90)) if slump.day >= 102]


@pytest.mark.parametrize(
    "index", [[], [None] * 400, [3.0] * 19, [3.0] * 400, [None, 3.0] * 200, [1.0] * 200 + [5.0] * 200, [5.0]]
)
def test_too_little_or_nothing_to_see_gives_no_slump(index: list[float | None]) -> None:
    assert find_slumps(index, 3) == []


_VALUES = st.lists(st.none() | st.integers(20, 100).map(lambda value: value / 20), max_size=260)


@given(_VALUES, st.integers(0, 6))
@settings(max_examples=60)
def test_whatever_the_days_were_it_answers_sensibly(index: list[float | None], first_weekday: int) -> None:
    slumps = find_slumps(index, first_weekday)
    assert all(0 <= slump.onset <= slump.day < len(index) for slump in slumps)
    assert all(later.day - slump.day >= COOLING_DAYS for slump, later in pairwise(slumps))
    assert all(isfinite(slump.depth) and isfinite(slump.depth_in_ups) for slump in slumps)
    assert all(_is_told(slump) for slump in slumps)


def _is_told(slump: Slump) -> bool:
    return slump.level in ("worth a look", "clear dip") and (slump.end is None or slump.end > slump.day)


@given(_VALUES)
@settings(max_examples=40)
def test_its_baseline_is_the_usual_range_that_today_shows(index: list[float | None]) -> None:
    window = _Window(index, [(day % 7) >= 5 for day in range(len(index))])
    by_day = {MONDAY + timedelta(day): value for day, value in enumerate(index) if value is not None}
    for day in range(len(index)):
        window.move_to(day - LAG_DAYS - BASELINE_DAYS, day - LAG_DAYS)
        baseline, shown = window.usual(), usual(by_day, MONDAY + timedelta(day), INDEX_PRIOR_SD)
        assert (baseline is None) == (shown is None)
        if baseline is not None and shown is not None:
            assert (baseline.level, baseline.spread) == pytest.approx((shown.mean, shown.sd))
