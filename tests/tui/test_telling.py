"""What is said in passing: the last thing, and nothing left over from before."""

from rutbreaker.journal.daily import log_win
from tests.tui.conftest import Drive


async def test_only_what_was_said_last_is_shown(drive: Drive) -> None:
    async with drive(seed=lambda context: log_win(context, "Shipped it")) as driver:
        await driver.press("u")
        assert "Undone: win: Shipped it" in driver.text
        await driver.press("u", "U")
        assert "Done again: win: Shipped it" in driver.text
        assert "Undone" not in driver.text
        assert "nothing to undo" not in driver.text
