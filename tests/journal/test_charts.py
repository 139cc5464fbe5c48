"""The index and each rating over time."""

from datetime import date, timedelta

import pytest

from rutbreaker.context import Context
from rutbreaker.domain.models import Checkin
from rutbreaker.journal.charts import MEASURES, series, weekends
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.pauses import declare_pause
from rutbreaker.store.history import put
from rutbreaker.store.ids import checkin_id

MONDAY = date(2026, 11, 23)


def _rated(context: Context, days: range, rating: int, late: int = 0) -> None:
    """Check-ins so many days ago, rated on the day or later."""
    with context.act("check-ins") as doing:
        for back in days:
            day = MONDAY - timedelta(days=back)
            rated = Checkin(checkin_id(day), day, context.clock.now(), rating, rating, 6 - rating, rating, rating)
            put(doing, rated._replace(rated_on=day + timedelta(days=late)))


def test_each_measure_has_its_own_values(context: Context) -> None:
    check_in(context, {"energy": 1, "interest": 2, "pressure": 5, "progress": 3, "people": 4})
    found = {measure: series(context, measure, 30) for measure in MEASURES}
    assert {measure: each.values[-1] for measure, each in found.items()} == {
        "index": 2.2,
        "energy": 1,
        "interest": 2,
        "pressure": 5,
        "progress": 3,
        "people": 4,
    }
    assert found["index"].first == date(2026, 10, 25)
    assert (len(found["index"].values), found["index"].filled) == (30, 1)


def test_before_seven_check_ins_no_line_is_drawn(context: Context) -> None:
    assert series(context, "index", 90).until_drawn == 7
    _rated(context, range(6), 3)
    assert series(context, "index", 90).until_drawn == 1
    _rated(context, range(8), 3)
    assert series(context, "index", 90).until_drawn == 0


def test_the_usual_range_needs_twenty_values_older_than_a_week(context: Context) -> None:
    _rated(context, range(8, 27), 3)
    found = series(context, "index", 30)
    assert found.band is None
    assert found.until_usual is not None
    assert found.until_usual.checkins == 1
    _rated(context, range(27, 28), 3)
    found = series(context, "index", 30)
    assert found.until_usual is None
    assert found.band is not None
    low, high = found.band
    assert (low + high) / 2 == pytest.approx(3)
    # Twenty values without any spread: half the variance of the prior, 0.55 for the index.
    assert (high - low) / 2 == pytest.approx((20 * 0.55**2 / 39) ** 0.5)


def test_days_rated_late_or_while_ill_are_drawn_and_not_counted_as_usual(context: Context) -> None:
    _rated(context, range(8, 27), 3)
    _rated(context, range(27, 30), 1, late=5)
    found = series(context, "energy", 90)
    assert (found.band, found.filled) == (None, 22)
    _rated(context, range(30, 31), 3)
    assert series(context, "energy", 90).band is not None
    declare_pause(context, MONDAY - timedelta(days=9), MONDAY - timedelta(days=9), "ill")
    assert series(context, "energy", 90).band is None


def test_weekends_are_held_against_weekdays_over_half_a_year(context: Context) -> None:
    assert not weekends(context).weeks
    _rated(context, range(1, 64), 3)
    _rated(context, range(1, 64, 7), 4)  # the Sundays
    found = weekends(context)
    assert (found.days, found.weeks) == (63, 9)
    assert found.mean == pytest.approx(0.5)
    declare_pause(context, MONDAY - timedelta(days=63), MONDAY - timedelta(days=1), "holiday")
    assert not weekends(context).weeks
