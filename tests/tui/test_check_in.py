"""The check-in, by its keys."""

from rutbreaker.domain.checkins import ratings_of
from rutbreaker.journal.daily import day_view
from tests.tui.conftest import Drive


async def test_c_five_digits_and_enter_are_a_whole_check_in(drive: Drive) -> None:
    async with drive() as driver:
        keys = ["c", "3", "2", "4", "3", "5", "enter"]
        await driver.press(*keys)
        checkin = (await driver.ask(day_view)).checkin
        assert ratings_of(checkin) == (3, 2, 4, 3, 5)
        assert len(keys) == 7
