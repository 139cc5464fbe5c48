"""Any size of terminal, down to twenty columns and five rows, and changed while it runs."""

import pytest

from rutbreaker.actions import PANES
from rutbreaker.context import Context
from tests.seed import seed_a_season
from tests.tui.conftest import Drive


def _filled(context: Context) -> None:
    seed_a_season(context)


@pytest.mark.parametrize("size", [(20, 5), (40, 12)])
async def test_every_pane_and_the_daily_dialogs_fit_somehow(drive: Drive, size: tuple[int, int]) -> None:
    async with drive(seed=_filled, size=size) as driver:
        for number, pane in enumerate(PANES, 1):
            await driver.press(str(number))
            assert getattr(driver.app.screen, "shown", "") == pane
        for key in ("w", "c", "g", "r", "question_mark", "slash", "f8"):
            await driver.press(key)
            assert driver.app.screen.id != "dashboard", key
            await driver.press("escape")
            assert driver.app.screen.id == "dashboard", key


async def test_a_size_that_changes_under_a_dialog_loses_nothing(drive: Drive) -> None:
    async with drive(seed=_filled) as driver:
        await driver.press("w")
        await driver.type("Half a ")
        for size in ((20, 5), (200, 60), (40, 12), (21, 6), (120, 36)):
            await driver.pilot.resize_terminal(*size)
            await driver.settle()
        await driver.type("thought")
        assert "Half a thought" in driver.text
