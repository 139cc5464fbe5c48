"""What dialogs look like in a terminal of 80 columns: lines that begin where they begin, and keys that are named."""

import re

import pytest

from tests.tui.conftest import Drive

_SMALL = (80, 24)


async def test_long_choices_are_set_in_and_the_keys_stand_below(drive: Drive) -> None:
    async with drive(pane="reflect", size=_SMALL) as driver:
        await driver.press("n")
        assert "│  What " in driver.text
        assert re.search(r"│  [A-Z][^│]+ +││?\n.*│    [a-z]", driver.text)
        assert "Enter Choose  ↑↓ Move  Esc Cancel" in driver.text


@pytest.mark.parametrize("size", [_SMALL, (40, 12)])
@pytest.mark.usefixtures("sample")
async def test_the_keys_of_a_list_of_choices_stand_on_every_screen(drive: Drive, size: tuple[int, int]) -> None:
    async with drive(pane="review", size=size) as driver:
        await driver.press("f")
        assert "Enter Choose" in driver.text


async def test_the_help_says_how_it_is_left(drive: Drive) -> None:
    async with drive(size=_SMALL) as driver:
        await driver.press("question_mark")
        assert "Esc closes" in driver.text


async def test_help_lines_that_were_asked_for_are_closed_not_kept(drive: Drive) -> None:
    async with drive(size=_SMALL) as driver:
        await driver.press("f4")
        assert "e Edit numbers  Esc Close" in driver.text


async def test_sources_are_not_broken_in_the_form_of_a_goal(drive: Drive) -> None:
    async with drive(pane="goals", size=_SMALL) as driver:
        await driver.press("n")
        assert "Lost interest   Alone with it   Work swallows life" in driver.text
        assert "No recognition" in driver.text
