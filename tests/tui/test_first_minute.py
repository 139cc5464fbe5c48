"""The first minute: how many keys it takes, and what it gives back."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.log import list_log
from tests.tui.conftest import Drive, Driver


async def _counted(driver: Driver, keys: Sequence[str]) -> int:
    for key in keys:
        await driver.press(key)
    return len(keys)


async def test_a_first_check_in_takes_at_most_nine_keys_and_says_something_of_the_day(drive: Drive) -> None:
    async with drive() as driver:
        assert await _counted(driver, ("c", "3", "2", "4", "3", "5", "enter")) <= 9
        assert [line.kind for line in await driver.ask(list_log)] == ["checkin"]
        assert "Hardest today: interest and pressure. Best: people." in driver.text
        assert "Lines come in 6 check-ins, your usual range in 19" in driver.text


async def test_a_first_win_takes_at_most_three_keys_beside_its_text(drive: Drive) -> None:
    async with drive() as driver:
        keys = await _counted(driver, ("w",))
        await driver.type("Shipped it")
        assert keys + await _counted(driver, ("enter",)) <= 3
        assert [line.text for line in await driver.ask(list_log)] == ["Shipped it"]


async def test_nothing_is_asked_before_the_first_check_in(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("c")
        assert "How much fuel did you have today?" in driver.text


@pytest.mark.parametrize(
    ("days", "said", "is_drawn"),
    [
        (2, "Since Sun 22 Nov 2026, better: energy.", False),
        (4, "Lines come in 3 check-ins, your usual range in 16", False),
        (6, "Lines come in 1 check-in, your usual range in 14", False),
        (7, "Seven check-ins: from now on each rating has its line.", True),
        (8, "12 more check-ins until your usual range", True),
    ],
)
async def test_the_first_week_says_what_has_become_possible(
    drive: Drive, clock: FixedClock, days: int, said: str, is_drawn: bool
) -> None:
    def seed(context: Context) -> None:
        for back in reversed(range(days)):
            then = context._replace(clock=FixedClock(clock.now() - timedelta(days=back)))
            ratings = {"energy": 3 if back else 4, "interest": 3, "pressure": 3, "progress": 3, "people": 3}
            check_in(then, ratings)

    async with drive(seed=seed) as driver:
        assert said in " ".join(driver.text.replace("│", " ").split())
        assert ("▅▅" in driver.text) is is_drawn


async def test_the_second_door_begins_the_source_finder(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("s")
        assert "What does the rut come from?" in driver.text


async def test_the_third_door_asks_for_the_sample_and_ends_with_what_was_typed_kept(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("f9")
        assert driver.app.wants_sample
        assert driver.app.return_code == 0


async def test_a_click_on_a_door_opens_it(drive: Drive) -> None:
    async with drive() as driver:
        place = next(place for place, line in enumerate(driver.lines) if "check in  " in line)
        await driver.pilot.click(offset=(driver.lines[place].index("check in"), place))
        await driver.settle()
        assert "How much fuel did you have today?" in driver.text
