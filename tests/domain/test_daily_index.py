"""The index day by day: which days count."""

from datetime import UTC, date, datetime, timedelta

from rutbreaker.domain.daily_index import daily_index
from rutbreaker.domain.models import Checkin, Pause

_AT = datetime(2026, 11, 23, 8, tzinfo=UTC)
_FIRST = date(2026, 11, 2)


def _day(number: int) -> date:
    return _FIRST + timedelta(days=number)


def _rated(number: int, value: int = 3, **changes: object) -> Checkin:
    day = _day(number)
    checkin = Checkin(str(number), day, _AT, value, value, 6 - value, value, value, rated_on=day)
    return checkin._replace(**changes)  # type: ignore[arg-type]


def test_every_calendar_day_has_its_place() -> None:
    first, values = daily_index([_rated(3, 4), _rated(0, 2)], [], _day(5))
    assert first == _day(0)
    assert values == [2.0, None, None, 4.0, None, None]


def test_days_that_do_not_count_have_none() -> None:
    checkins = [
        _rated(0, mark="sick"),
        _rated(1, mark="off"),
        _rated(2, rated_on=_day(4)),
        _rated(3, rated_on=_day(4)),
        _rated(4, energy=None, interest=None, pressure=None),
        _rated(5),
        _rated(6),
    ]
    pauses = [Pause("a", _day(5), _AT, _day(5), "holiday"), Pause("b", _day(6), _AT, None, "rest")]
    _, values = daily_index(checkins, pauses, _day(6))
    assert values == [None, None, None, 3.0, None, None, 3.0]


def test_no_check_ins_make_one_empty_day() -> None:
    assert daily_index([], [], _day(0)) == (_day(0), [None])


def test_what_lies_after_the_last_day_is_left_out() -> None:
    assert daily_index([_rated(0), _rated(9)], [], _day(1)) == (_day(0), [3.0, None])
