"""The palette: actions, and whatever has a name."""

import pytest

from rutbreaker.context import Context
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.daily import log_gratitude, log_win
from rutbreaker.journal.goals import add_goal
from rutbreaker.journal.people import add_person
from rutbreaker.journal.reflect import write_reflection
from rutbreaker.tui.commands import ThingCommands
from tests.tui.conftest import Drive


def _seed(context: Context) -> None:
    add_goal(context, "Learn [bold]Rust[/bold] slowly")
    add_person(context, "Dana Weiss", role="mentor")
    log_win(context, "Shipped the importer")
    log_gratitude(context, "Tea at four")
    write_reflection(context, "The harbour, and what it was for")
    check_in(context, {"energy": 3}, note="Zebra day")


@pytest.mark.parametrize(
    ("typed", "pane", "shown"),
    [
        ("rust slow", "goals", "Learn [bold]Rust[/bold] slowly"),
        ("weiss", "people", "Dana Weiss"),
        ("importer", "gratitude", "Shipped the importer"),
        ("tea at", "gratitude", "Tea at four"),
        ("harbour", "reflect", "The harbour"),
        ("zebra", "review", "Zebra day"),
    ],
)
async def test_it_opens_a_thing_by_its_words_where_it_lives(drive: Drive, typed: str, pane: str, shown: str) -> None:
    async with drive(seed=_seed) as driver:
        await driver.press("ctrl+p")
        await driver.type(typed)
        assert shown in driver.text
        await driver.press("enter")
        await driver.settle()
        assert driver.app.screen.id == "dashboard"
        assert shown in driver.text
        assert driver.app.screen.query_one("#panes").current == pane  # type: ignore[attr-defined]


async def test_only_what_holds_every_word_is_offered(drive: Drive) -> None:
    async with drive(seed=_seed) as driver:
        offered = ThingCommands(driver.app.screen)
        await offered.startup()
        found = {words: [hit.text async for hit in offered.search(words)] for words in ("weiss", "importer weiss", " ")}
        assert found == {"weiss": ["Dana Weiss"], "importer weiss": [], " ": []}


async def test_actions_come_before_things_of_the_same_word(drive: Drive) -> None:
    async with drive(seed=lambda context: log_win(context, "A win about search and rescue")) as driver:
        await driver.press("ctrl+p")
        await driver.type("search")
        lines = driver.lines
        action = next(place for place, line in enumerate(lines) if "Search everything" in line)
        thing = next(place for place, line in enumerate(lines) if "search and rescue" in line)
        assert action < thing


async def test_things_are_not_listed_before_anything_is_typed(drive: Drive) -> None:
    async with drive(pane="change", seed=_seed) as driver:
        await driver.press("ctrl+p")
        assert "Dana Weiss" not in driver.text
        assert "Check in" in driver.text


async def test_nothing_that_is_pasted_reaches_the_line_as_it_is(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("ctrl+p")
        from textual.events import Paste

        driver.app.post_message(Paste("a\x1b]0;x\x07\x9b2J\u202eb"))
        await driver.settle()
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(driver.text)
        assert "a" in driver.text


async def test_it_hides_the_screen_and_leaves_too(drive: Drive) -> None:
    async with drive(seed=_seed, pane="people") as driver:
        await driver.press("ctrl+p")
        await driver.type("hide")
        await driver.press("enter")
        await driver.settle()
        assert "Dana Weiss" not in driver.text
        await driver.press("enter")
        assert "Dana Weiss" in driver.text
        await driver.press("ctrl+p")
        await driver.type("quit")
        await driver.press("enter")
        await driver.settle()
        assert driver.app.return_code == 0


async def test_what_goes_to_a_pane_and_what_is_called_like_it_can_be_told_apart(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("ctrl+p")
        await driver.type("reflect")
        assert "Go to Reflect" in driver.text
        assert "Write a reflection." in driver.text
        await driver.press("escape", "ctrl+p")
        await driver.type("go to reflect")
        await driver.press("enter")
        await driver.settle()
        assert driver.app.screen.query_one("#panes").current == "reflect"  # type: ignore[attr-defined]
