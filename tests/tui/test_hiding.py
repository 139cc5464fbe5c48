"""Hiding: all at once, by itself after a while, whatever goes on behind."""

from datetime import timedelta

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.config import Settings
from rutbreaker.context import Context
from rutbreaker.journal.daily import log_win
from rutbreaker.tui.hiding import Hiding
from tests.tui.conftest import Drive, Driver

PRIVATE = "A win for nobody else's eyes"


def _win(context: Context) -> None:
    log_win(context, PRIVATE)


def _is_bare(driver: Driver) -> bool:
    return not driver.text.strip()


async def test_ctrl_l_hides_everything_and_enter_brings_it_back(drive: Drive) -> None:
    async with drive(seed=_win) as driver:
        assert PRIVATE in driver.text
        await driver.press("ctrl+l")
        assert _is_bare(driver)
        await driver.press("7")
        assert driver.text.strip() == "Enter to return"
        await driver.press("enter")
        assert PRIVATE in driver.text
        assert "Next moves" in driver.text


async def test_what_is_being_written_is_hidden_too_and_goes_on(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("w")
        await driver.type("half a sec")
        await driver.press("ctrl+l")
        assert _is_bare(driver)
        await driver.type("not for the field")
        assert "half" not in driver.text
        await driver.press("enter")
        assert "half a sec" in driver.text
        assert "not for" not in driver.text


async def test_what_is_told_meanwhile_stays_hidden(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("ctrl+l")
        driver.app.notify(PRIVATE)
        await driver.settle()
        assert _is_bare(driver)


async def test_it_hides_by_itself_after_five_minutes_without_a_key(drive: Drive, clock: FixedClock) -> None:
    async with drive(seed=_win) as driver:
        assert isinstance(driver.app, Hiding)
        clock.advance(timedelta(minutes=4))
        await driver.press("j")
        clock.advance(timedelta(minutes=4))
        driver.app.hide_if_idle()
        await driver.settle()
        assert PRIVATE in driver.text
        clock.advance(timedelta(minutes=1))
        driver.app.hide_if_idle()
        await driver.settle()
        assert _is_bare(driver)


@pytest.mark.parametrize(("after", "is_hidden"), [(0.0, False), (1.0, True)])
async def test_the_time_is_a_setting(drive: Drive, clock: FixedClock, after: float, is_hidden: bool) -> None:
    async with drive(seed=_win, settings=Settings(hide_after=after)) as driver:
        clock.advance(timedelta(minutes=2))
        assert isinstance(driver.app, Hiding)
        looks = [timer for timer in driver.app._timers if timer._callback == driver.app.hide_if_idle]
        assert len(looks) == is_hidden
        for _ in looks:
            driver.app.hide_if_idle()
        await driver.settle()
        assert _is_bare(driver) is is_hidden
