"""What is seen behind a dialog: drawn once, for the terminal as it is."""

from textual.app import ComposeResult
from textual.strip import Strip
from textual.widgets import Static

from rutbreaker.tui.screens.dialog import Dialog
from tests.tui.conftest import Drive, Driver


def _behind(driver: Driver) -> list[Strip]:
    dialog = driver.app.screen
    assert isinstance(dialog, Dialog)
    assert dialog._backdrop is not None
    return dialog._backdrop._drawn


async def test_it_is_drawn_once_whatever_is_done_in_the_dialog(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("w")
        drawn = _behind(driver)
        assert any("Today" in strip.text for strip in drawn)
        await driver.press(*"a win", "tab", "shift+tab")
        assert _behind(driver) is drawn


async def test_it_is_drawn_anew_for_another_size_of_the_terminal(drive: Drive) -> None:
    async with drive(size=(120, 36)) as driver:
        await driver.press("w")
        await driver.pilot.resize_terminal(80, 24)
        await driver.settle()
        drawn = _behind(driver)
        assert (len(drawn), {strip.cell_length for strip in drawn}) == (24, {80})
        assert any("7 Review" in strip.text for strip in drawn)


class Above(Dialog[None]):
    """A dialog that another one is behind."""

    def compose_box(self) -> ComposeResult:
        """A line."""
        yield Static("above", markup=False)


async def test_a_dialog_is_seen_behind_another(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("w")
        driver.app.push_screen(Above())
        await driver.settle()
        assert any("Log a win" in strip.text for strip in _behind(driver))
        await driver.press("escape")
        assert "Log a win" in driver.text
