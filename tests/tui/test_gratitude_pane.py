"""Pane 5, by its keys."""

import pytest

from rutbreaker.context import Context
from rutbreaker.journal.daily import log_gratitude, log_win
from rutbreaker.journal.log import list_log
from tests.tui.conftest import Drive


def _seed(context: Context) -> None:
    log_gratitude(context, "Ana covered for me", why="she had her own deadline", person="Ana", tags=["team"])
    log_win(context, "Shipped the importer #ship")


async def test_an_empty_pane_says_what_it_is_for_and_which_key_starts_it(drive: Drive) -> None:
    async with drive(pane="gratitude") as driver:
        assert "what went well" in driver.text
        assert " n  write the first one" in driver.text


@pytest.mark.parametrize("key", ["e", "d"])
async def test_keys_without_a_line_say_what_is_missing(drive: Drive, key: str) -> None:
    async with drive(pane="gratitude") as driver:
        await driver.press("escape", key)
        assert "Select a line first; n writes one." in driver.text


async def test_a_line_typed_at_the_top_is_kept_and_the_next_can_follow(drive: Drive) -> None:
    async with drive(pane="gratitude") as driver:
        await driver.press("n")
        await driver.type("Tea with Bo")
        await driver.press("enter")
        await driver.type("a quiet morning")
        await driver.press("enter", "escape")
        assert [line.text for line in await driver.ask(list_log)] == ["a quiet morning", "Tea with Bo"]
        assert "Tea with Bo" in driver.text


async def test_w_writes_a_win_on_the_line(drive: Drive) -> None:
    async with drive(pane="gratitude") as driver:
        await driver.press("w")
        assert "New win" in driver.text
        await driver.type("Shipped #ship")
        await driver.press("enter")
        (line,) = await driver.ask(list_log)
        assert (line.kind, line.tags) == ("win", ("ship",))


async def test_the_filter_shows_only_wins_or_a_tag(drive: Drive) -> None:
    async with drive(seed=_seed, pane="gratitude") as driver:
        await driver.press("f")
        await driver.type("only wins")
        await driver.press("enter")
        assert "Wins · 1" in driver.text
        assert "Ana covered" not in driver.text
        await driver.press("f")
        await driver.type("team")
        await driver.press("enter")
        assert "#team · 1" in driver.text
        assert "Ana covered" in driver.text


async def test_a_line_is_edited_with_its_day_and_deleted_and_brought_back(drive: Drive) -> None:
    async with drive(seed=_seed, pane="gratitude") as driver:
        await driver.press("e")
        assert "Shipped the importer" in driver.text
        await driver.press("end")
        await driver.type(" now")
        await driver.press("tab", "tab")
        await driver.type("yesterday")
        await driver.press("enter")
        newest, moved = await driver.ask(list_log)
        assert (moved.text, moved.day.isoformat()) == ("Shipped the importer #ship now", "2026-11-22")
        assert newest.text == "Ana covered for me"
        await driver.press("d")
        assert [line.text for line in await driver.ask(list_log)] == ["Ana covered for me"]
        await driver.press("u")
        assert len(await driver.ask(list_log)) == 2


async def test_a_day_that_is_not_understood_is_said_in_the_form_and_nothing_is_lost(drive: Drive) -> None:
    async with drive(seed=_seed, pane="gratitude") as driver:
        await driver.press("e", "tab", "tab")
        await driver.type("31 Feb")
        await driver.press("enter")
        assert "31 Feb" in driver.text
        assert "Shipped the importer" in driver.text
        assert (await driver.ask(list_log))[0].day.isoformat() == "2026-11-23"


async def test_markup_and_control_characters_are_shown_as_typed(drive: Drive) -> None:
    def seed(context: Context) -> None:
        log_win(context, "[bold]x[/y] [@click=app.quit]z[/] \x1b[31mred\u202e")

    async with drive(seed=seed, pane="gratitude") as driver:
        assert "[bold]x[/y] [@click=app.quit]z[/] ␛[31mred" in driver.text
        await driver.press("e")
        assert "[@click=app.quit]" in driver.text
