"""A set of days holds what was put into it, whatever part of it is asked for."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutbreaker.domain.day_set import DaySet

MONDAY = date(2026, 11, 23)

_days = st.lists(st.integers(-40, 40).map(lambda each: MONDAY + timedelta(days=each)))
_bounds = st.tuples(st.integers(-60, 60), st.integers(0, 60)).map(
    lambda pair: (MONDAY + timedelta(days=pair[0]), MONDAY + timedelta(days=sum(pair)))
)


@given(_days)
def test_it_is_the_days_each_once_and_in_order(days: list[date]) -> None:
    found = DaySet.of(days)
    assert list(found) == sorted(set(days))
    assert len(found) == len(set(days))
    assert all(day in found for day in days)
    assert (found.earliest, found.latest) == ((min(days), max(days)) if days else (None, None))


@given(_days, _bounds)
def test_a_part_of_it_is_the_days_that_lie_there(days: list[date], bounds: tuple[date, date]) -> None:
    first, last = bounds
    inside = {day for day in days if first <= day <= last}
    assert list(DaySet.of(days).between(first, last)) == sorted(inside)
    flags = DaySet.of(days).flags_between(first.toordinal(), last.toordinal() + 1)
    assert len(flags) == (last - first).days + 1
    assert {first + timedelta(days=place) for place, flag in enumerate(flags) if flag} == inside


@given(_days)
def test_zeros_around_it_make_no_difference(days: list[date]) -> None:
    tight = DaySet.of(days)
    loose = DaySet(tight.first - 3, b"\0\0\0" + tight.flags + b"\0\0") if days else DaySet(7, b"\0\0")
    assert list(loose) == list(tight)
    assert (loose.earliest, loose.latest) == (tight.earliest, tight.latest)


@pytest.mark.parametrize("other", [MONDAY + timedelta(days=1), MONDAY - timedelta(days=1), "2026-11-23", None, 5])
def test_what_was_not_put_into_it_is_not_in_it(other: object) -> None:
    assert other not in DaySet.of([MONDAY])
    assert MONDAY in DaySet.of([MONDAY])


def test_a_set_of_days_stays_the_one_it_is() -> None:
    days = DaySet.of([MONDAY])
    assert DaySet.of(days) is days
