"""The safety card on Today and as a dialog, and what is held back while it is open."""

import pytest

from rutbreaker.config import Settings
from rutbreaker.context import Context
from rutbreaker.domain.words import RATINGS
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.goals import add_goal
from rutbreaker.journal.safety import safety_card
from rutbreaker.journal.steps import add_step
from tests.journal.test_safety import low_days
from tests.tui.conftest import Drive

_OPENING = "Your check-ins have been low for two weeks."


def _low(context: Context) -> None:
    low_days(context)
    add_step(context, add_goal(context, "Learn Rust").id, "Book", due=context.clock.today())


def _fine(context: Context) -> None:
    check_in(context, dict.fromkeys(RATINGS, 3))
    add_step(context, add_goal(context, "Learn Rust").id, "Book", due=context.clock.today())


def _words(text: str) -> str:
    return " ".join(text.replace("│", " ").split())


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 12)])
async def test_today_says_at_the_top_that_it_is_open(drive: Drive, size: tuple[int, int]) -> None:
    async with drive(seed=_low, size=size) as driver:
        if size != (40, 12):
            assert _OPENING in _words(driver.text)
            assert "f4 opens it" in driver.text
        await driver.press("f4")
        assert "Help lines" in driver.text
        assert "Hide 14 days" in driver.text


async def test_the_card_says_its_words_and_numbers_and_is_kept_by_escape(drive: Drive) -> None:
    own = Settings(help_lines={"Dr [Weber]": "01 23", "region": "IE"})
    async with drive(seed=_low, size=(120, 50), settings=own) as driver:
        await driver.press("f4")
        words = _words(driver.text)
        assert "is not a medical test" in words
        assert "it cannot alert anybody" in words
        assert "01 23 Dr [Weber] your own" in words
        assert "116 123 IE Samaritans to be checked at samaritans.org; noted 2026" in words
        assert "988" not in words
        await driver.press("escape")
        assert _OPENING in _words(driver.text)
        assert await driver.ask(safety_card) is not None


async def test_hidden_it_is_gone_and_undo_brings_it_back(drive: Drive) -> None:
    async with drive(seed=_low) as driver:
        await driver.press("f4", "h")
        assert await driver.ask(safety_card) is None
        assert _OPENING not in _words(driver.text)
        assert "in a row" not in driver.text
        await driver.press("u")
        assert _OPENING in _words(driver.text)


async def test_a_key_goes_to_the_numbers_where_the_text_fills_the_screen(drive: Drive) -> None:
    async with drive(seed=_low, size=(80, 24)) as driver:
        await driver.press("f4")
        assert "n Numbers" in driver.text
        assert "findahelpline" not in driver.text
        await driver.press("n")
        assert "112" in driver.text
        assert "116 123" in driver.text


async def test_where_numbers_are_changed_is_said(drive: Drive) -> None:
    async with drive(seed=_low, size=(80, 24)) as driver:
        await driver.press("f4")
        assert "[help_lines]" not in driver.text
        await driver.press("e")
        assert "[help_lines]" in driver.text


async def test_opened_by_its_key_it_can_be_read_and_locks_nothing(drive: Drive) -> None:
    async with drive(seed=_fine) as driver:
        assert "f4" not in driver.text
        await driver.press("f4")
        assert "There are stretches that are more than a rut." in _words(driver.text)
        assert "Hide" not in driver.text
        await driver.press("h", "j", "k", "enter")
        assert "1 of 1" in driver.lines[0]
        assert "Help lines" not in driver.text


async def test_while_it_is_open_streaks_and_offers_of_wins_are_held_back(drive: Drive) -> None:
    async with drive(seed=_low) as driver:
        assert "14 days" not in driver.lines[0]
        assert "longest" not in driver.text
        await driver.press("space")
        assert "Done: Book." in driver.text
        assert "logs it as a win" not in driver.text


async def test_otherwise_they_are_there(drive: Drive) -> None:
    async with drive(seed=_fine) as driver:
        assert "longest" in driver.text
        await driver.press("space")
        assert "w logs it as a win" in driver.text


async def test_closing_a_goal_is_not_offered_as_a_win_then(drive: Drive) -> None:
    async with drive(seed=_low, pane="goals") as driver:
        await driver.press("x")
        assert "Did it help?" in driver.text
        assert "Log as a win" not in driver.text
        await driver.press("enter")
        assert "Closed." in driver.text


async def test_change_says_that_decisions_can_wait(drive: Drive) -> None:
    async with drive(seed=_low, pane="change", size=(120, 50)) as driver:
        words = _words(driver.text)
        assert "Big decisions can usually wait two weeks" in words
        assert "Levitt" not in words
