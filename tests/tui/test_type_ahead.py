"""Keys that arrive all at once, as from a slow line: none is lost, and none goes astray."""

import asyncio

from textual.events import Key

from rutbreaker.domain.checkins import ratings_of
from rutbreaker.journal.daily import log_win
from rutbreaker.journal.day_view import day_view
from rutbreaker.journal.goals import list_goals
from rutbreaker.journal.log import list_log
from tests.tui.conftest import Drive, Driver


async def _at_once(driver: Driver, *keys: str) -> None:
    """Send keys without waiting in between."""
    for key in keys:
        driver.app.post_message(Key(key, key if len(key) == 1 else None))
    await driver.settle()


async def test_a_check_in_and_a_win_in_one_go(drive: Drive) -> None:
    async with drive() as driver:
        await _at_once(driver, "c", *"32435", "enter", "w", *"Shipped7", "enter", "7")
        checkin = (await driver.ask(day_view)).checkin
        assert ratings_of(checkin) == (3, 2, 4, 3, 5)
        assert [line.text for line in await driver.ask(list_log, ("win",))] == ["Shipped7"]
        assert driver.app.screen.query_one("#review").display


async def test_the_line_after_the_digits_is_text_from_its_first_sign_on(drive: Drive) -> None:
    async with drive() as driver:
        await _at_once(driver, "c", *"32435", *"ox1", "enter")
        checkin = (await driver.ask(day_view)).checkin
        assert (checkin.note, checkin.mark) == ("ox1", None)


async def test_a_key_after_a_change_of_pane_belongs_to_the_new_one(drive: Drive) -> None:
    async with drive(seed=lambda context: log_win(context, "Shipped")) as driver:
        await _at_once(driver, "3", "n", *"dance", "enter", "1")
        assert [view.goal.title for view in await driver.ask(list_goals)] == ["dance"]
        assert driver.app.screen.query_one("#today").display


async def test_a_key_typed_before_the_first_pane_stands_reaches_it(drive: Drive) -> None:
    async with drive(pane="goals", waits=False) as driver:
        assert not driver.app.screen.query("#goals")
        await _at_once(driver, "n", *"dance", "enter")
        assert [view.goal.title for view in await driver.ask(list_goals)] == ["dance"]


async def test_a_key_just_after_one_that_waited_went_on_waits_in_its_turn(drive: Drive) -> None:
    async with drive() as driver:
        for burst in [("w", "x"), ("enter",)] * 5:
            for key in burst:
                driver.app.post_message(Key(key, key if len(key) == 1 else None))
            await asyncio.sleep(0)
            while driver.app.is_running and not driver.app.has_passed_all_keys:
                await asyncio.sleep(0)
        await driver.settle()
        assert [line.text for line in await driver.ask(list_log)] == ["x"] * 5


async def test_undo_again_and_again_takes_back_as_many(drive: Drive) -> None:
    async with drive() as driver:
        await _at_once(driver, "w", "a", "enter", "w", "b", "enter", "w", "c", "enter", "u", "u")
        assert [line.text for line in await driver.ask(list_log)] == ["a"]


async def test_hiding_the_screen_waits_for_nothing(drive: Drive) -> None:
    async with drive(seed=lambda context: log_win(context, "A secret")) as driver:
        driver.app.post_message(Key("c", "c"))
        driver.app.post_message(Key("ctrl+l", None))
        await driver.settle()
        assert "A secret" not in driver.text
