"""Text measured in cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from rutbreaker.domain.cells import cells
from rutbreaker.tui.widgets.cells import crop, fit


def test_what_fits_is_left_alone() -> None:
    assert crop("Shipped it", 10) == "Shipped it"
    assert fit("Shipped it", 12) == "Shipped it  "
    assert fit("#ship", 8, right=True) == "   #ship"


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    assert crop("Shipped the importer", 9) == "Shipped…"
    assert crop("anything", 1) == "…"
    assert crop("anything", 0) == ""


def test_wide_characters_are_cut_by_cells() -> None:
    assert crop("面白い本", 6) == "面白…"
    assert fit("面白い本", 6) == "面白… "


def test_a_megabyte_is_cut_before_it_is_measured() -> None:
    assert fit("x" * 1_000_000, 5) == "xxxx…"


@given(st.text(), st.integers(0, 40))
def test_the_width_is_always_kept(text: str, width: int) -> None:
    assert cell_len(crop(text, width)) <= width
    assert cell_len(fit(text, width)) == width


@pytest.mark.parametrize(
    "text",
    [
        "Größe",
        "面白い本",
        "한국어",
        "👨‍👩‍👧‍👦 👍🏽",
        "🇩🇪🇫🇷",
        "❤ ❤\ufe0f",
        "1\ufe0f\u20e3",
        "नमस्ते",
        "ไทยครับ",
        "●○■□▣",
        "🏴‍☠️",
        "𝒳①…",
    ],
)
def test_the_shell_measures_as_the_dashboard_does(text: str) -> None:
    assert cells(text) == cell_len(text)
