"""The one thread that owns the data file."""

import asyncio
import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.config import Settings
from rutbreaker.context import Context
from rutbreaker.errors import BadInput
from rutbreaker.journal.daily import log_win
from rutbreaker.journal.log import list_log
from rutbreaker.opening import open_context
from rutbreaker.paths import find_places
from rutbreaker.tui.gateway import Gateway
from tests.tui.conftest import Drive


@pytest.fixture
def gateway(clock: FixedClock) -> Iterator[Gateway]:
    made = Gateway(lambda: open_context(find_places(), clock=clock, settings=Settings()))
    made.open()
    yield made
    made.close()


async def test_every_use_case_runs_on_the_same_thread_and_not_on_the_screens(gateway: Gateway) -> None:
    def which(_: Context) -> int:
        return threading.get_ident()

    outcomes = await asyncio.gather(*(gateway.run(which) for _ in range(8)))
    threads = {outcome.answer for outcome in outcomes}
    assert len(threads) == 1
    assert threading.get_ident() not in threads


async def test_it_tells_writing_from_reading(gateway: Gateway) -> None:
    assert (await gateway.run(log_win, "Shipped")).wrote
    assert not (await gateway.run(list_log)).wrote


async def test_an_error_comes_back_to_who_asked(gateway: Gateway) -> None:
    with pytest.raises(BadInput, match="no text"):
        await gateway.run(log_win, "  ")
    assert gateway.is_idle


async def test_what_was_asked_for_is_written_though_nobody_waits_any_more(gateway: Gateway) -> None:
    held = threading.Event()

    def wait_for_it(_: Context) -> None:
        held.wait(10)

    blocking = asyncio.ensure_future(gateway.run(wait_for_it))
    writing = asyncio.ensure_future(gateway.run(log_win, "Shipped"))
    await asyncio.sleep(0)
    writing.cancel()
    held.set()
    await blocking
    assert [line.text for line in (await gateway.run(list_log)).answer] == ["Shipped"]


async def test_what_is_under_way_at_the_end_is_finished_first(clock: FixedClock) -> None:
    gateway = Gateway(lambda: open_context(find_places(), clock=clock, settings=Settings()))
    gateway.open()
    writing = [asyncio.ensure_future(gateway.run(log_win, f"win {number}")) for number in range(20)]
    await asyncio.sleep(0)
    gateway.close()
    await asyncio.gather(*writing)
    context = open_context(find_places(), clock=clock, settings=Settings())
    assert len(list_log(context)) == 20
    context.connection.close()


async def test_it_notices_when_another_program_writes_and_when_the_day_changes(
    gateway: Gateway, clock: FixedClock
) -> None:
    assert await gateway.has_moved() is None
    await gateway.run(log_win, "our own")
    assert await gateway.has_moved() is None
    other = open_context(find_places(), clock=clock, settings=Settings())
    log_win(other, "somebody else's")
    other.connection.close()
    moved = await gateway.has_moved()
    assert moved is not None
    assert moved.day == clock.today()
    assert await gateway.has_moved() is None
    clock.advance(timedelta(days=1))
    tomorrow = await gateway.has_moved()
    assert tomorrow is not None
    assert tomorrow.day == clock.today()


async def test_what_the_shell_writes_shows_up_in_the_open_dashboard(drive: Drive, clock: FixedClock) -> None:
    async with drive(pane="gratitude") as driver:
        other = open_context(find_places(), clock=clock, settings=Settings())
        log_win(other, "logged in another window")
        other.connection.close()
        async with asyncio.timeout(2):
            while "logged in another window" not in driver.text:
                await driver.pilot.pause()


async def test_an_open_dashboard_turns_to_the_next_day_in_place(drive: Drive, clock: FixedClock) -> None:
    async with drive(pane="gratitude") as driver:
        assert "Mon 23 Nov 2026" in driver.text
        clock.advance(timedelta(hours=18))
        async with asyncio.timeout(2):
            while "still Mon 23 Nov 2026" not in driver.text:
                await driver.pilot.pause()
        clock.advance(timedelta(hours=2))
        async with asyncio.timeout(2):
            while "Tue 24 Nov 2026" not in driver.text:
                await driver.pilot.pause()
