"""Searching, as the words are typed."""

from datetime import date

from rutbreaker.context import Context
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.daily import log_gratitude, log_win
from rutbreaker.journal.goals import add_goal
from rutbreaker.tui.screens.search import Search
from tests.tui.conftest import Drive


def _seed(context: Context) -> None:
    log_win(context, "Shipped the importer", day=date(2025, 3, 4))
    log_gratitude(context, "Ana imported my data", person="Ana")
    check_in(context, {"energy": 3}, note="importers all day")
    add_goal(context, "Speak at a meetup")


async def test_an_empty_line_says_what_is_searched(drive: Drive) -> None:
    async with drive(seed=_seed) as driver:
        await driver.press("slash")
        for shown in ("Wins, gratitude, check-ins", "people and", "contacts, the newest first"):
            assert shown in driver.text


async def test_what_is_found_stands_there_as_the_words_are_typed(drive: Drive) -> None:
    async with drive(seed=_seed) as driver:
        await driver.press("slash")
        await driver.type("import")
        for shown in ("3 found", "Mar '25 win", "23 Nov  gratitude", "23 Nov  check-in", "importers all day"):
            assert shown in driver.text
        await driver.type("ers all")
        assert "1 found" in driver.text
        assert "Shipped" not in driver.text


async def test_the_words_found_are_marked(drive: Drive) -> None:
    async with drive(seed=_seed) as driver:
        await driver.press("slash")
        await driver.type("importers")
        marked = [
            segment.text
            for strip in driver.app.screen._compositor.render_strips()
            for segment in strip
            if segment.style is not None and segment.style.underline
        ]
        assert "importers" in marked


async def test_enter_goes_to_where_the_chosen_one_lives(drive: Drive) -> None:
    async with drive(seed=_seed) as driver:
        await driver.press("slash")
        await driver.type("import")
        await driver.press("down", "down", "enter")
        assert driver.app.screen.query_one("#gratitude-list").has_focus
        await driver.press("e")
        assert "Shipped the importer" in driver.text
        assert "2025-03-04" in driver.text


async def test_up_and_down_stop_at_the_ends(drive: Drive) -> None:
    async with drive(seed=_seed) as driver:
        await driver.press("slash")
        await driver.type("import")
        await driver.press("up", "pagedown", "down", "enter")
        assert driver.app.screen.query_one("#gratitude-list").has_focus


async def test_nothing_found_is_said_kindly_and_enter_stays(drive: Drive) -> None:
    async with drive(seed=_seed) as driver:
        await driver.press("slash")
        await driver.type("zzz")
        assert "Nothing found for “zzz”" in driver.text
        await driver.press("enter")
        assert isinstance(driver.app.screen, Search)
        await driver.press("escape")
        assert not isinstance(driver.app.screen, Search)


async def test_what_looks_like_a_query_or_like_markup_is_just_words(drive: Drive) -> None:
    def seed(context: Context) -> None:
        log_win(context, 'a [bold]"loud"[/bold] AND NOT quiet* win\x1b]0;x')

    async with drive(seed=seed) as driver:
        await driver.press("slash")
        for sign in ('"', "*", "(", "[", "]"):
            await driver.press(sign)
        await driver.type(" loud NOT")
        assert '[bold]"loud"[/bold] AND NOT quiet* win␛]0;x' in driver.text


async def test_a_click_chooses(drive: Drive) -> None:
    async with drive(seed=_seed) as driver:
        await driver.press("slash")
        await driver.type("meetup")
        await driver.pilot.click("#search-list", offset=(3, 0))
        await driver.settle()
        assert not isinstance(driver.app.screen, Search)
        assert "Speak at a meetup" in driver.text


async def test_the_newest_fifty_are_shown(drive: Drive) -> None:
    def seed(context: Context) -> None:
        for number in range(60):
            log_win(context, f"win number {number}")

    async with drive(seed=seed, size=(60, 20)) as driver:
        await driver.press("slash")
        await driver.type("win")
        assert "The newest 50" in driver.text
        assert "number 59" in driver.text
        await driver.press(*["down"] * 30)
        assert "number 29" in driver.text


async def test_it_fits_a_terminal_of_forty_by_twelve(drive: Drive) -> None:
    async with drive(seed=_seed, size=(40, 12)) as driver:
        await driver.press("slash")
        await driver.type("import")
        for shown in ("import", "Shipped the importer", "3 found", "Enter Go there"):
            assert shown in driver.text
