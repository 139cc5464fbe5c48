"""The hours worked, logged in the dashboard."""

from rutbreaker.config import Settings
from rutbreaker.context import Context
from rutbreaker.journal.hours import hours_week, log_hours
from tests.tui.conftest import Drive


async def test_f6_logs_the_hours_with_those_of_the_week_in_sight(drive: Drive) -> None:
    def seed(context: Context) -> None:
        log_hours(context, 420)

    async with drive(seed=seed, pane="people", settings=Settings(hours_limit=8)) as driver:
        await driver.press("f6")
        assert "Mon 23 Nov 2026  7h" in driver.text
        assert "This week: 7h of 8h" in driver.text
        await driver.type("8h30")
        await driver.press("enter")
        assert "Logged: 8h30. That week: 8h30 of 8h, 30m over." in driver.text
        assert (await driver.ask(hours_week)).minutes == 510
        await driver.press("u")
        assert (await driver.ask(hours_week)).minutes == 420


async def test_what_is_no_hours_is_said_in_the_form_and_what_was_typed_stays(drive: Drive) -> None:
    async with drive(pane="people") as driver:
        await driver.press("f6")
        assert "This week: 0m" in driver.text
        await driver.type("nine")
        await driver.press("enter")
        said = " ".join(driver.text.replace("│", " ").split())
        assert "“nine” is not hours of a day: write 9, 8.5, 8h30" in said
        assert (await driver.ask(hours_week)).days == ()
