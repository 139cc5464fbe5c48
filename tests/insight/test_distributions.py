"""Student's t against the tables and against its closed forms."""

from math import atan, isfinite, pi, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutbreaker.insight.distributions import two_sided_t


@pytest.mark.parametrize(
    ("t", "freedom", "p"),
    [
        (12.7062, 1, 0.05),
        (2.5706, 5, 0.05),
        (2.2281, 10, 0.05),
        (1.8125, 10, 0.10),
        (3.8495, 20, 0.001),
        (2.0423, 30, 0.05),
        (1.98397, 100, 0.05),
        (1.96234, 1000, 0.05),
        (1.64531, 3600, 0.10),
        (0.0, 7, 1.0),
    ],
)
def test_it_is_what_the_tables_say(t: float, freedom: int, p: float) -> None:
    assert two_sided_t(t, freedom) == pytest.approx(p, rel=1e-4)
    assert two_sided_t(-t, freedom) == two_sided_t(t, freedom)


@given(st.floats(-1e6, 1e6))
def test_it_is_its_closed_form_for_one_and_two_degrees(t: float) -> None:
    assert two_sided_t(t, 1) == pytest.approx(1 - 2 / pi * atan(abs(t)), abs=1e-9)
    assert two_sided_t(t, 2) == pytest.approx(1 - abs(t) / sqrt(2 + t * t), abs=1e-9)


@given(st.floats(0, 1e100), st.integers(1, 100_000))
def test_it_is_always_a_probability(t: float, freedom: int) -> None:
    p = two_sided_t(t, freedom)
    assert isfinite(p)
    assert 0 <= p <= 1


@given(st.floats(0, 50), st.floats(0, 50), st.integers(1, 4000))
def test_what_lies_farther_out_is_no_likelier(one: float, other: float, freedom: int) -> None:
    near, far = sorted((one, other))
    assert two_sided_t(far, freedom) <= two_sided_t(near, freedom) + 1e-9
