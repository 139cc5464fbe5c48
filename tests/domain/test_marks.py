"""Why a day may be empty."""

from datetime import UTC, date, datetime, timedelta

from rutbreaker.domain.marks import marks_of_days
from rutbreaker.domain.models import Pause
from rutbreaker.domain.schedule import CHECKIN_SCHEDULE, Expected

MONDAY = date(2026, 11, 16)
AT = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)


def _day(offset: int) -> date:
    return MONDAY + timedelta(days=offset)


def test_weekends_pauses_and_marked_days_say_why_and_other_days_say_nothing() -> None:
    expected = Expected(
        (CHECKIN_SCHEDULE,),
        [Pause("p", _day(1), AT, _day(2), "holiday")],
        sick=[_day(3)],
        off=[_day(4), _day(30)],
    )
    assert marks_of_days(expected, MONDAY, _day(6)) == {
        _day(1): "paused",
        _day(2): "paused",
        _day(3): "sick",
        _day(4): "off",
        _day(5): "unplanned",
        _day(6): "unplanned",
    }


def test_days_before_the_start_are_no_gaps_and_an_open_pause_lasts() -> None:
    expected = Expected((CHECKIN_SCHEDULE,), [Pause("p", _day(3), AT, None, "ill")], start=_day(1))
    found = marks_of_days(expected, MONDAY, _day(4))
    assert found == {MONDAY: "unplanned", _day(3): "paused", _day(4): "paused"}


def test_what_keeps_days_off_is_expected_on_them() -> None:
    expected = Expected((CHECKIN_SCHEDULE,), off=[MONDAY], keeps_days_off=True)
    assert marks_of_days(expected, MONDAY, MONDAY) == {}
