"""Pauses among each other: which become one, and what is left of them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutbreaker.domain.models import Pause
from rutbreaker.domain.pauses import covers, ended, is_asked_about, joined

FIRST = date(2026, 11, 2)
THEN = datetime(2026, 11, 1, tzinfo=UTC)


def pause(row: str, begins: int, ends: int | None, reason: str = "holiday") -> Pause:
    """From so many days after ``FIRST`` to so many."""
    return Pause(row, _on(begins), THEN, None if ends is None else _on(ends), reason)


def _on(days: int) -> date:
    return FIRST + timedelta(days=days)


@pytest.mark.parametrize(
    ("others", "whole", "swallowed"),
    [
        ([], (10, 12), []),
        ([pause("a", 0, 8)], (10, 12), []),
        ([pause("a", 0, 9)], (0, 12), ["a"]),
        ([pause("a", 13, 20)], (10, 20), ["a"]),
        ([pause("a", 14, 20)], (10, 12), []),
        ([pause("a", 0, None)], (0, None), ["a"]),
        ([pause("a", 11, None)], (10, None), ["a"]),
        ([pause("a", 0, 30)], (0, 30), ["a"]),
        ([pause("a", 5, 9), pause("b", 0, 4)], (0, 12), ["a", "b"]),
        ([pause("a", 9, 11, "ill")], (10, 12), []),
        ([pause("new", 0, 30)], (10, 12), []),
    ],
)
def test_pauses_of_one_reason_that_touch_are_one(
    others: list[Pause], whole: tuple[int, int | None], swallowed: list[str]
) -> None:
    found, gone = joined(pause("new", 10, 12), others)
    assert (found.id, found.day, found.until) == ("new", _on(whole[0]), None if whole[1] is None else _on(whole[1]))
    assert [each.id for each in gone] == swallowed


SPANS = st.tuples(st.integers(0, 40), st.integers(0, 10) | st.none()).map(
    lambda span: pause(f"{span}", span[0], None if span[1] is None else span[0] + span[1])
)


@given(SPANS, st.lists(SPANS, max_size=6))
def test_joining_pauses_changes_no_paused_day(new: Pause, others: list[Pause]) -> None:
    found, gone = joined(new._replace(id="new"), others)
    left = [found, *(other for other in others if other not in gone)]
    for day in (_on(days) for days in range(-2, 70)):
        assert any(covers(each, day) for each in left) == any(covers(each, day) for each in (new, *others))


def test_going_on_again_ends_a_pause_the_day_before() -> None:
    assert ended(pause("a", 0, None), _on(5)) == pause("a", 0, 4)
    assert ended(pause("a", 0, 9), _on(1)) == pause("a", 0, 0)
    assert ended(pause("a", 5, None), _on(5)) is None


@pytest.mark.parametrize(("today", "asked"), [(6, False), (7, True), (8, True)])
def test_an_open_pause_is_asked_about_after_a_week(today: int, asked: bool) -> None:
    assert is_asked_about(pause("a", 0, None), _on(-3), _on(today)) is asked
    assert is_asked_about(pause("a", -20, None), _on(0), _on(today)) is asked
    assert not is_asked_about(pause("a", 0, 30), _on(-3), _on(today))
