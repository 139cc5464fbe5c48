"""Backups from the dashboard: one a day by itself, and one by a key."""

import asyncio
import os
from datetime import timedelta
from pathlib import Path

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.journal.daily import log_win
from tests.tui.conftest import Drive


def _backups(home: str) -> list[str]:
    folder = os.path.join(home, "backups")
    return sorted(name.rpartition("-")[2] for name in os.listdir(folder)) if os.path.isdir(folder) else []


async def test_f7_makes_a_backup(drive: Drive, home: str) -> None:
    async with drive() as driver:
        await driver.press("f7")
        assert "Backed up to" in driver.text
    assert _backups(home) == ["asked.db"]


async def test_opening_makes_the_backup_of_the_day_when_something_was_written_before(
    drive: Drive, home: str, clock: FixedClock
) -> None:
    def yesterday(context: Context) -> None:
        log_win(context, "Shipped")
        clock.advance(timedelta(days=1))

    async with drive(seed=yesterday) as driver:
        assert _backups(home) == ["daily.db"]
        clock.advance(timedelta(days=1))
        await driver.ask(log_win, "On the next day, with the dashboard still open")
        async with asyncio.timeout(2):
            # Until it is whole, a backup has another name.
            while _backups(home) != ["daily.db", "daily.db"]:
                await driver.pilot.pause()
        assert driver.app.defect is None


async def test_a_backup_that_cannot_be_made_is_said_once_and_the_dashboard_goes_on(
    drive: Drive, home: str, clock: FixedClock
) -> None:
    def yesterday(context: Context) -> None:
        log_win(context, "Shipped")
        clock.advance(timedelta(days=1))
        Path(home, "backups").touch()

    async with drive(seed=yesterday) as driver:
        # The line breaks where the length of the path has it break.
        assert "can't be read: Not a directory" in " ".join(driver.text.replace("│", " ").split())
        await driver.press("enter", "w")
        await driver.type("Still here")
        await driver.press("enter")
        assert "Still here" in driver.text
