"""Text measured in the cells of a terminal, without the dashboard's library."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutbreaker.domain.cells import cells, cut, fit


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("Shipped it", 10), ("Größe", 5), ("cafe\u0301", 4), ("面白い本", 8), ("한국어", 6), ("\u1112\u1161\u11ab", 2),
        ("🚀🎉", 4), ("👨‍👩‍👧‍👦", 2), ("👍🏽", 2), ("🧑🏽‍🚀 x", 4), ("🇩🇪🇫🇷", 4), ("❤", 1), ("❤\ufe0f", 2), ("नमस्ते", 4),
    ],
)  # fmt: skip
def test_a_sign_takes_the_cells_that_it_is_drawn_in(text: str, width: int) -> None:
    assert cells(text) == width


def test_what_does_not_fit_is_cut_by_cells_and_between_signs() -> None:
    assert cut("面白い本", 8) == "面白い本"
    assert cut("面白い本", 6) == "面白…"
    assert cut("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 3) == "👨‍👩‍👧‍👦…"
    assert cut("two\nlines", 5) == "two↵…"
    assert (cut("anything", 1), cut("anything", 0)) == ("…", "")


def test_a_column_is_filled_by_cells() -> None:
    assert fit("面白い本", 10) == "面白い本  "
    assert fit("面白い本", 6) == "面白… "


@given(st.text(), st.integers(0, 40))
def test_the_width_is_always_kept(text: str, width: int) -> None:
    assert cells(cut(text, width)) <= width
    assert cells(fit(text, width)) == width
