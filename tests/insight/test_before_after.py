"""Two stretches of days held against each other, with an interval that allows for days resembling each other."""

from math import sqrt
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutbreaker.insight.before_after import compare

_UP_AND_DOWN = [2.0, 4.0] * 14


def test_the_interval_is_that_worked_out_by_hand() -> None:
    # Mean 3 and variance 28/27 on either side; days that alternate have no positive autocorrelation to allow for.
    found = compare(_UP_AND_DOWN, [value + 1 for value in _UP_AND_DOWN])
    half = 1.645 * sqrt(2 * (28 / 27) / 28)
    assert (found.days_before, found.days_after, found.before, found.after) == (28, 28, 3, 4)
    assert found.low == pytest.approx(1 - half)
    assert found.high == pytest.approx(1 + half)


def test_days_that_resemble_each_other_say_less() -> None:
    blocks = [2.0] * 14 + [4.0] * 14
    found, apart = compare(blocks, blocks), compare(_UP_AND_DOWN, _UP_AND_DOWN)
    assert found.low is not None
    assert apart.low is not None
    # Their mean square is 1 and 50 of 54 neighbours agree: 27 pairs a side, of which one has the product -1.
    raw = 50 / 54 + 1.9 / 56
    phi = min((54 * raw + 40 * 0.3) / 94, 0.7)
    assert found.low == pytest.approx(apart.low * sqrt((1 + phi) / (1 - phi)))


@pytest.mark.parametrize(("count", "is_enough"), [(9, False), (10, True)])
def test_each_stretch_needs_ten_days(count: int, is_enough: bool) -> None:
    few = [*_UP_AND_DOWN[:count], *[None] * (28 - count)]
    for found in (compare(few, _UP_AND_DOWN), compare(_UP_AND_DOWN, few)):
        assert (found.low is not None) is is_enough
        assert {found.days_before, found.days_after} == {count, 28}


def test_days_that_never_change_are_simply_compared() -> None:
    found = compare([3.0] * 28, [3.0] * 28)
    assert (found.low, found.high) == (0, 0)
    found = compare([3.0] * 28, [3.5] * 28)
    assert (found.low, found.high) == (0.5, 0.5)


_days = st.lists(st.one_of(st.none(), st.integers(5, 25).map(lambda fifths: fifths / 5)), min_size=28, max_size=28)


@given(_days, _days)
def test_the_difference_lies_in_the_middle_and_turns_with_the_stretches(
    before: list[float | None], after: list[float | None]
) -> None:
    found, turned = compare(before, after), compare(after, before)
    if found.low is None or found.high is None:
        assert min(found.days_before, found.days_after) < 10
        return
    assert turned.low is not None
    assert (found.low + found.high) / 2 == pytest.approx(found.after - found.before)
    assert found.low == pytest.approx(-(turned.high or 0))
    assert found.low <= found.high


def test_of_days_that_did_not_change_about_nine_in_ten_intervals_hold_nothing() -> None:
    chance, holds = Random(5), 0
    for _ in range(400):
        days, last = [], chance.gauss(0, 1)
        for _ in range(80):
            last = 0.3 * last + sqrt(1 - 0.09) * chance.gauss(0, 1)
            days.append(3.2 + 0.6 * last)
        found = compare(days[:28], days[50:78])
        assert found.low is not None
        assert found.high is not None
        holds += found.low <= 0 <= found.high
    assert 0.86 <= holds / 400 <= 0.95
