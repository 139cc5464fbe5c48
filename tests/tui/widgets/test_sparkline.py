"""Numbers as characters."""

from hypothesis import given
from hypothesis import strategies as st

from rutbreaker.tui.widgets.sparkline import STEPS, bar, spark


def test_a_rating_stands_as_high_as_it_is() -> None:
    assert spark([1, 2, 3, 4, 5], 1, 5) == "▁▃▅▆█"


def test_a_day_without_a_rating_is_a_dot() -> None:
    assert spark([1, None, 5], 1, 5) == "▁·█"
    assert spark([], 1, 5) == ""


def test_values_outside_lie_on_the_edge() -> None:
    assert spark([-3, 99], 1, 5) == "▁█"


def test_without_a_range_the_line_is_level() -> None:
    assert set(spark([2, 2, 2], 2, 2)) == {"▄"}


def test_a_bar_is_filled_in_eighths() -> None:
    assert bar(0.5, 4) == "██  "
    assert bar(0.5, 3) == "█▌ "
    assert bar(0.7, 10, "░") == "███████░░░"
    assert (bar(0, 3), bar(1, 3)) == ("   ", "███")


def test_a_bar_shows_a_little_of_little_and_no_more_than_all() -> None:
    assert bar(0.001, 4) == "▏   "
    assert bar(7, 2) == "██"
    assert bar(-1, 2) == "  "
    assert bar(0.5, 0) == ""


@given(st.lists(st.floats(1, 5)))
def test_higher_values_never_stand_lower(values: list[float]) -> None:
    heights = [STEPS.index(step) for step in spark(sorted(values), 1, 5)]
    assert heights == sorted(heights)


@given(st.floats(-2, 2), st.integers(0, 60))
def test_a_bar_keeps_its_width(fraction: float, width: int) -> None:
    assert len(bar(fraction, width)) == width
