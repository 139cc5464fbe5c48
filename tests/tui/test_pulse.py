"""What another program writes is seen, also when it kept us waiting."""

import asyncio

from rutbreaker.journal.daily import log_win
from rutbreaker.journal.drafts import list_drafts
from rutbreaker.opening import open_context
from rutbreaker.paths import find_places
from rutbreaker.tui.drafts import Drafting
from rutbreaker.tui.gateway import Pulse
from rutbreaker.tui.screens.dashboard import Dashboard
from tests.tui.conftest import Drive


async def test_what_was_written_shows_though_the_lock_was_held_over_several_pulses(drive: Drive) -> None:
    async with drive() as driver:
        gateway, dashboard = driver.app.gateway, driver.app.screen
        assert isinstance(dashboard, Dashboard)
        feel, lock = gateway.has_moved, asyncio.Event()

        async def held_up() -> Pulse | None:
            found = await feel()
            await lock.wait()
            return found

        gateway.has_moved = held_up  # type: ignore[method-assign]
        other = open_context(find_places(), clock=driver.app.clock)
        log_win(other, "Written elsewhere")
        other.connection.close()
        for _ in range(3):
            gateway.feel_pulse(dashboard._note_moves)
            await driver.pilot.pause()
        assert "Written elsewhere" not in driver.text
        lock.set()
        await driver.settle()
        assert "Written elsewhere" in driver.text


async def test_what_stands_behind_a_dialog_is_not_drawn_anew_for_each_draft_but_once_it_is_left(drive: Drive) -> None:
    async with drive() as driver:
        dashboard = driver.app.dashboard
        begun = dashboard.revision
        await driver.press("c", "3", "2")
        dialog = driver.app.screen
        assert isinstance(dialog, Drafting)
        dialog.keep_while_open()
        await driver.settle()
        assert len(await driver.ask(list_drafts)) == 1
        assert dashboard.revision == begun
        await driver.press("escape")
        assert dashboard.revision == begun + 1
        assert "Today's check-in is begun" in driver.text
