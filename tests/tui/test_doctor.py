"""The doctor in the dashboard."""

from rutbreaker.context import Context
from rutbreaker.journal.daily import log_win
from tests.tui.conftest import Drive


def _win(context: Context) -> None:
    log_win(context, "Shipped the importer")


async def test_f8_shows_what_is_well_and_what_is_not(drive: Drive) -> None:
    async with drive(seed=_win) as driver:
        await driver.press("f8")
        assert "! There is no backup yet." in driver.text
        assert "rut backup" in driver.text
        assert "Everything stands as it was written down." in driver.text
        await driver.press("escape", "f7", "f8")
        assert "✓ All is well" in driver.text


async def test_damage_comes_first_with_what_differs(drive: Drive) -> None:
    def damaged(context: Context) -> None:
        _win(context)
        with context.connection.immediate():
            context.connection.run("UPDATE win SET text = 'Shipped the exporter'")

    async with drive(seed=damaged, size=(80, 24)) as driver:
        await driver.press("f8")
        assert "✗ Not everything stands as it was written." in driver.text
        assert "Shipped the exporter" in driver.text
