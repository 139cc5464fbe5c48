"""How weekends differ: one number, with an interval that holds what it says, and nothing before there is enough."""

from random import Random

import pytest

from rutbreaker.domain.weekend import WeekendGap
from rutbreaker.insight.weekend import weekend_gap


def _weeks(count: int, gap: float, noise: float, random: Random) -> list[float | None]:
    """So many weeks from a Monday on, with weekends higher by ``gap``."""
    return [3 + gap * (day % 7 >= 5) + random.gauss(0, noise) for day in range(7 * count)]


def test_the_gap_of_steady_weeks_is_exact() -> None:
    found = weekend_gap(_weeks(6, 0.5, 0, Random(1)), 0)
    assert (found.days, found.weeks) == (42, 6)
    assert (found.mean, found.low, found.high) == pytest.approx((0.5, 0.5, 0.5))


def test_the_interval_is_students() -> None:
    # Four weeks whose gaps are 1, 2, 3 and 4: mean 2.5, standard error .6455, and t(3) leaves a tenth beyond 2.3534.
    index = [value for gap in (1, 2, 3, 4) for value in (*[1.0] * 5, 1.0 + gap, 1.0 + gap)]
    found = weekend_gap(index, 0)
    assert (found.mean, found.low, found.high) == pytest.approx((2.5, 2.5 - 1.5191, 2.5 + 1.5191), abs=1e-3)


def test_a_trend_is_no_gap() -> None:
    index = [1 + day / 100 for day in range(280)]
    found = weekend_gap(index, 0)
    assert found.mean == pytest.approx(0.035)


@pytest.mark.parametrize("first_weekday", range(7))
def test_the_weekend_is_where_the_weekdays_say(first_weekday: int) -> None:
    index = [4.0 if (first_weekday + day) % 7 >= 5 else 3.0 for day in range(70)]
    assert weekend_gap(index, first_weekday).mean == pytest.approx(1)


def test_nothing_is_said_before_there_is_enough() -> None:
    assert weekend_gap([], 0) == WeekendGap(0, 0)
    assert not weekend_gap([3.0] * 27, 0).is_enough
    assert weekend_gap([3.0] * 28, 0).is_enough
    only_weekdays = [3.0 if day % 7 < 5 else None for day in range(280)]
    assert weekend_gap(only_weekdays, 0) == WeekendGap(200, 0)
    assert weekend_gap([3.0] * 28, 6).weeks == 4, "the Sunday before the first Monday is no week with both"


def test_nine_in_ten_intervals_hold_the_gap() -> None:
    random = Random(7)
    found = [weekend_gap(_weeks(8, 0.3, 0.6, random), 0) for _ in range(600)]
    held = sum(each.low <= 0.3 <= each.high for each in found) / len(found)
    assert 0.87 <= held <= 0.93
