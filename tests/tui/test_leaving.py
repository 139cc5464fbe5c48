"""Leaving by Ctrl+Q: nothing typed is lost, and what can't be kept is said."""

import asyncio

import pytest
from textual.events import Key

from rutbreaker.context import Context
from rutbreaker.errors import Unusable
from rutbreaker.journal.drafts import list_drafts, read_draft
from rutbreaker.tui.screens import form
from tests.tui.conftest import Drive


@pytest.mark.parametrize(("opening", "draft"), [("w", "win"), ("c", "checkin:2026-11-23")])
async def test_what_was_typed_a_moment_ago_is_kept(drive: Drive, opening: str, draft: str) -> None:
    async with drive() as driver:
        await driver.press(opening)
        await driver.pilot.press("4", "ctrl+q")
        await driver.settle()
        assert driver.app.return_code == 0
        assert "4" in (await driver.ask(read_draft, draft) or "")


async def test_a_page_behind_the_hidden_screen_is_kept_too(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("r", "enter")
        await driver.pilot.press("h", "i", "ctrl+l", "ctrl+q")
        await driver.settle()
        assert driver.app.return_code == 0
        assert len(await driver.ask(list_drafts)) == 1


async def test_what_was_not_changed_leaves_no_draft(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("w")
        await driver.pilot.press("ctrl+q")
        await driver.settle()
        assert driver.app.return_code == 0
        assert await driver.ask(list_drafts) == []


async def test_what_cannot_be_kept_is_said_once_before_leaving(drive: Drive, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(context: Context, *arguments: object) -> None:
        raise Unusable("The disk is full.")

    async with drive() as driver:
        await driver.press("w")
        monkeypatch.setattr(form, "keep_draft", fail)
        await driver.pilot.press("h", "i", "ctrl+q")
        await driver.settle()
        assert driver.app.return_code is None
        assert "The disk is full. Ctrl+Q again leaves without keeping it." in driver.text
        dialog = driver.app.screen
        assert isinstance(dialog, form.Form)
        dialog.keep_while_open()
        await driver.settle()
        assert "Ctrl+Q again leaves without keeping it." in driver.text, "a late attempt doesn't take the warning away"
        await driver.pilot.press("ctrl+q")
        await driver.settle()
        assert driver.app.return_code == 0


@pytest.mark.parametrize("turns", [0, 8, 12, 24])
@pytest.mark.parametrize(("pane", "opening"), [("today", "w"), ("goals", "n"), ("review", "y"), ("today", "ctrl+p")])
async def test_leaving_while_a_dialog_is_being_laid_out_is_no_defect(
    drive: Drive, pane: str, opening: str, turns: int
) -> None:
    async with drive(pane=pane) as driver:
        driver.app.post_message(Key(opening, None))
        for _ in range(turns):
            await asyncio.sleep(0)
        driver.app.exit(return_code=0)
    assert driver.app.defect is None
