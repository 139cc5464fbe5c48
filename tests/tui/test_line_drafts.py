"""A line that waits unfinished keeps the day it was begun for."""

from datetime import date, timedelta

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.errors import Unusable
from rutbreaker.journal.log import list_log
from rutbreaker.tui.screens import form
from tests.tui.conftest import Drive


async def test_today_is_still_the_day_it_was_when_the_line_is_finished_tomorrow(
    drive: Drive, clock: FixedClock
) -> None:
    async with drive() as driver:
        await driver.press("w")
        await driver.type("Shipped late")
        await driver.press("escape", "w")
        assert "as you left it" in driver.text
        assert "today" in driver.text
        await driver.press("escape")
        clock.advance(timedelta(days=1))
        await driver.press("w")
        assert "2026-11-23" in driver.text
        await driver.press("enter")
        (win,) = await driver.ask(list_log)
        assert (win.text, win.day) == ("Shipped late", date(2026, 11, 23))


async def test_a_day_that_is_not_understood_stays_as_it_was_typed(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("w")
        await driver.type("Shipped")
        await driver.press("tab")
        await driver.type("31 Feb")
        await driver.press("escape", "w")
        assert "31 Feb" in driver.text


async def test_a_win_is_logged_once_also_when_its_draft_cannot_be_forgotten(
    drive: Drive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise Unusable("The disk is full.")

    async with drive() as driver:
        monkeypatch.setattr(form, "drop_draft", refuse)
        await driver.press("w")
        await driver.type("Shipped")
        await driver.press("enter")
        assert "Win logged." in driver.text
        assert "The disk is full." not in driver.text
        await driver.press("enter")
        assert [line.text for line in await driver.ask(list_log)] == ["Shipped"]
