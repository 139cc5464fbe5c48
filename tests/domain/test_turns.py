"""Whose turn it is to be brought back."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rutbreaker.domain.turns import whose_turn

FIRST = date(2026, 1, 1)
REST = timedelta(days=30)
READY = FIRST + REST


def test_nothing_comes_back_before_it_has_rested() -> None:
    assert whose_turn([], READY, REST) is None
    assert whose_turn([(FIRST, 1)], READY - timedelta(days=1), REST) is None
    assert whose_turn([(FIRST, 1)], READY, REST) == 0


def test_each_comes_up_before_any_comes_up_twice_and_then_in_the_same_order() -> None:
    shown = [whose_turn([(FIRST, 3)], READY + timedelta(days=day), REST) for day in range(7)]
    assert shown == [0, 1, 2, 0, 1, 2, 0]


def test_what_has_just_rested_comes_before_what_was_seen_already() -> None:
    counts = [(FIRST, 2), (FIRST + timedelta(days=5), 1)]
    shown = [whose_turn(counts, READY + timedelta(days=day), REST) for day in range(8)]
    assert shown == [0, 1, 0, 1, 0, 2, 1, 0]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 3)), min_size=1, max_size=10), st.integers(0, 120))
def test_it_is_always_one_that_has_rested(entries: list[tuple[int, int]], after: int) -> None:
    by_day: dict[date, int] = {}
    for offset, count in entries:
        day = FIRST + timedelta(days=offset)
        by_day[day] = by_day.get(day, 0) + count
    counts = sorted(by_day.items())
    today = FIRST + REST + timedelta(days=after)
    rested = sum(count for day, count in counts if day + REST <= today)
    turn = whose_turn(counts, today, REST)
    assert (turn is None) == (rested == 0)
    assert turn is None or 0 <= turn < rested
