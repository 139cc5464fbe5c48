"""Every pane as text, one thing after the other."""

import os

import pytest

from rutbreaker.actions import PANES
from rutbreaker.context import Context
from tests.cli.conftest import Rut
from tests.seed import seed_a_year


def test_all_panes_are_printed_in_the_order_of_their_keys(rut: Rut, context: Context) -> None:
    seed_a_year(context)
    said = rut("--plain")
    assert said.code == 0
    places = [said.out.index(f"{number} {name}\n") for number, name in enumerate(PANES.values(), 1)]
    assert places == sorted(places)
    for part in ("Wins\n", "steps", "mentor", "Check-ins", "Tried"):
        assert part in said.out
    # Nothing is drawn: no boxes, and no colours where nobody asked for them.
    assert not set("│─╭╰┌└\x1b") & set(said.out)


def test_an_empty_home_is_printed_and_nothing_is_made(bare_rut: Rut, home: str) -> None:
    said = bare_rut("--plain")
    assert said.code == 0
    assert all(name in said.out for name in PANES.values())
    assert os.listdir(home) == []


def test_panes_are_named_or_numbered(rut: Rut) -> None:
    rut("win", "Shipped the importer")
    said = rut("--plain", "gratitude", "4")
    assert said.out.startswith("5 Gratitude\n")
    assert "Shipped the importer" in said.out
    assert "4 People\n" in said.out
    assert "1 Today" not in said.out


@pytest.mark.parametrize("word", ["8", "wins", ""])
def test_another_word_is_refused(rut: Rut, word: str) -> None:
    said = rut("--plain", word)
    assert (said.code, said.out) == (2, "")
    assert "today, reflect, goals" in said.err
