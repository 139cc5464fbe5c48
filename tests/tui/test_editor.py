"""Writing a reflection: what is typed is kept, saved, and safe for the terminal."""

from collections.abc import Callable

import pytest
from textual.events import Paste

from rutbreaker.context import Context
from rutbreaker.errors import Busy
from rutbreaker.journal import reflect as journal
from rutbreaker.journal.drafts import list_drafts
from rutbreaker.journal.history import undo
from rutbreaker.journal.reflect import (
    NEW,
    Page,
    keep_page,
    list_reflections,
    prompts,
    read_reflection,
    unfinished,
    write_reflection,
)
from rutbreaker.tui.screens import editor, reflections
from rutbreaker.tui.widgets.writing_area import WritingArea
from tests.tui.conftest import Drive, Driver

_ROUNDS = 1000
"""Looks of a millisecond or more: a draft is kept a quarter of a second after the first key."""


async def _until(driver: Driver, is_so: Callable[[], object]) -> None:
    for _ in range(_ROUNDS):
        if is_so():
            return
        await driver.pilot.pause()
    raise AssertionError(driver.text)


async def _texts(driver: Driver) -> list[str]:
    keys = await driver.ask(list_reflections)
    return [(await driver.ask(read_reflection, row)).text for _, row in keys]


async def _paste(driver: Driver, text: str) -> None:
    driver.app.post_message(Paste(text))
    area = driver.app.screen.query_one(WritingArea)
    before = area.text
    await _until(driver, lambda: area.text != before)
    await driver.settle()


async def test_r_enter_is_a_blank_page_from_anywhere_and_ctrl_s_saves_it_as_one_act(drive: Drive) -> None:
    async with drive(pane="gratitude") as driver:
        await driver.press("r")
        assert "A blank page" in driver.text
        await driver.press("enter")
        assert "New reflection" in driver.text
        await driver.type("a long day")
        await driver.press("enter")
        await driver.type("and a walk")
        await driver.press("ctrl+s")
        assert "Reflection saved." in driver.text
        assert "Keep for later" not in driver.text
        assert await _texts(driver) == ["a long day\nand a walk"]
        assert await driver.ask(list_drafts) == []
        await driver.ask(undo)
        assert await _texts(driver) == []


async def test_a_prompt_stands_above_the_page_and_is_kept_with_it(drive: Drive) -> None:
    async with drive() as driver:
        first = (await driver.ask(prompts))[0]
        await driver.press("r", "down", "enter")
        assert first[:50] in driver.text
        await driver.type("this")
        await driver.press("ctrl+s")
        ((_, row),) = await driver.ask(list_reflections)
        assert (await driver.ask(read_reflection, row)).prompt == first
        assert first != (await driver.ask(prompts))[0]


async def test_prompts_are_narrowed_by_typing_and_escape_writes_nothing(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("r")
        await driver.type("plate")
        assert "What is on your plate now?" in driver.text
        assert "A blank page" not in driver.text
        await driver.press("escape")
        assert driver.app.screen is driver.app.screen_stack[0]
        assert await driver.ask(list_drafts) == []


async def test_the_draft_is_kept_shortly_after_the_last_key_without_any_other(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("r", "enter", *"tired")
        await _until(driver, lambda: "1 word" in driver.text)
        await driver.settle()
        assert [found.page.text for found in await driver.ask(unfinished)] == ["tired"]


async def test_escape_keeps_the_page_and_r_goes_on_with_it_also_after_a_restart(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("r", "down", "enter", *"half a", "escape")
        assert "Kept as unfinished." in driver.text
    async with drive() as driver:
        await driver.press("r")
        assert "Going on where you left off." in driver.text
        await driver.press(*"thought")
        await driver.press("ctrl+s")
        assert await _texts(driver) == ["half athought"]
        assert (await driver.ask(journal.prompts_answered))[0][0] != ""
        assert await driver.ask(unfinished) == []
        await driver.press("r")
        assert "A blank page" in driver.text


async def test_a_page_left_empty_leaves_nothing_behind(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("r", "enter", "x", "backspace", "escape")
        assert await driver.ask(list_drafts) == []
        assert "Kept as unfinished." not in driver.text


async def test_an_empty_text_is_not_saved_and_that_is_said(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("r", "enter", "space", "ctrl+s")
        assert "There is no text yet" in driver.text
        assert await _texts(driver) == []
        await driver.press("o", "k", "ctrl+s")
        assert await _texts(driver) == ["ok"]


async def test_the_day_is_below_and_may_be_any_past_one(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("r", "enter", *"then", "tab")
        await driver.type("2 Nov")
        await driver.press("enter", "x", "ctrl+s")
        ((_, row),) = await driver.ask(list_reflections)
        saved = await driver.ask(read_reflection, row)
        assert (saved.text, saved.day.isoformat()) == ("thenx", "2026-11-02")


@pytest.mark.parametrize("day", ["tomorrow", "31 Feb", "xyzzy"])
async def test_a_day_that_cannot_be_is_said_and_the_page_kept(drive: Drive, day: str) -> None:
    async with drive() as driver:
        await driver.press("r", "enter", *"words", "tab")
        await driver.type(day)
        await driver.press("ctrl+s")
        assert "words" in driver.text
        assert "Keep for later" in driver.text
        assert await _texts(driver) == []
        assert [found.page for found in await driver.ask(unfinished)] == [Page("words", "", day)]


async def test_an_error_on_saving_is_said_and_costs_nothing(drive: Drive, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(context: Context, *arguments: object, **options: object) -> None:
        raise Busy("Another program is at it.")

    async with drive() as driver:
        await driver.press("r", "enter", *"words")
        with monkeypatch.context() as patch:
            patch.setattr(reflections, "write_reflection", fail)
            await driver.press("ctrl+s")
        assert "Another program is at it." in driver.text
        assert [found.page.text for found in await driver.ask(unfinished)] == ["words"]
        await driver.press("ctrl+s")
        assert await _texts(driver) == ["words"]
        assert await driver.ask(unfinished) == []


async def test_a_page_that_cannot_be_kept_is_left_only_by_a_second_escape(
    drive: Drive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(context: Context, *arguments: object) -> None:
        raise Busy("The disk is full.")

    async with drive() as driver:
        await driver.press("r", "enter")
        monkeypatch.setattr(editor, "keep_page", fail)
        await driver.press("x", "escape")
        assert "The disk is full. Esc again" in driver.text
        await driver.press("escape")
        assert "Keep for later" not in driver.text


async def test_editing_changes_text_and_day_as_one_act(drive: Drive) -> None:
    async with drive(seed=lambda context: write_reflection(context, "first #a"), pane="reflect") as driver:
        await driver.press("e")
        assert "first #a" in driver.text
        await driver.press(*" more", "tab")
        await driver.type("yesterday")
        await driver.press("ctrl+s")
        ((_, row),) = await driver.ask(list_reflections)
        changed = await driver.ask(read_reflection, row)
        assert (changed.text, changed.day.isoformat(), changed.tags) == ("first #a more", "2026-11-22", ("a",))
        await driver.ask(undo)
        assert (await driver.ask(read_reflection, row)).text == "first #a"


async def test_a_change_that_is_left_waits_for_the_next_time(drive: Drive) -> None:
    async with drive(seed=lambda context: write_reflection(context, "first"), pane="reflect") as driver:
        await driver.press("e", *"ly", "escape")
        assert await _texts(driver) == ["first"]
    async with drive(pane="reflect") as driver:
        await driver.press("down", "e")
        assert "firstly" in driver.text
        assert "Going on where you left off." in driver.text
        await driver.press("backspace", "backspace", "escape")
        assert await driver.ask(unfinished) == []
        assert "Kept as unfinished." not in driver.text


async def test_a_text_only_looked_at_stays_exactly_as_it_was(drive: Drive) -> None:
    text = "a\x1b]0;title\x07b \u202e c\r\nd\u2028e\x0bf\x85g\x9b2J"
    async with drive(seed=lambda context: write_reflection(context, text), pane="reflect") as driver:
        await driver.press("e")
        assert "␛]0;title␇b" in driver.text
        await driver.press("tab")
        await driver.type("yesterday")
        await driver.press("ctrl+s")
        ((_, row),) = await driver.ask(list_reflections)
        kept = await driver.ask(read_reflection, row)
        assert (kept.text, kept.day.isoformat()) == (text, "2026-11-22")


async def test_once_changed_what_is_seen_is_what_is_saved(drive: Drive) -> None:
    async with drive(seed=lambda context: write_reflection(context, "a\x1b[31mb"), pane="reflect") as driver:
        await driver.press("e", "x", "ctrl+s")
        assert await _texts(driver) == ["a␛[31mbx"]


async def test_what_is_pasted_is_shown_as_signs_and_lines(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("r", "enter")
        await _paste(driver, "one\x1b]52;c;eA==\x07\r\n[/two] [@click=app.quit]three[/]")
        assert "one␛]52;c;eA==␇" in driver.text
        assert "[/two] [@click=app.quit]three[/]" in driver.text
        await driver.press("ctrl+s")
        assert await _texts(driver) == ["one␛]52;c;eA==␇\n[/two] [@click=app.quit]three[/]"]


async def test_a_megabyte_is_taken(drive: Drive) -> None:
    text = "all work and no play\n" * 50_000
    async with drive() as driver:
        await driver.press("r", "enter")
        await _paste(driver, text)
        await driver.press("ctrl+s")
        assert await _texts(driver) == [text.strip()]


async def test_words_are_counted(drive: Drive) -> None:
    async with drive(seed=lambda context: keep_page(context, NEW, Page("one", "", "today"))) as driver:
        await driver.press("r")
        await driver.type(" two - three")
        await _until(driver, lambda: "words" in driver.text)
        assert "3 words" in driver.text


async def test_ctrl_l_hides_the_page_and_enter_brings_it_back(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("r", "enter", *"secret", "ctrl+l")
        assert "secret" not in driver.text
        await driver.press("enter")
        assert "secret" in driver.text


async def test_it_is_usable_in_a_small_terminal(drive: Drive) -> None:
    async with drive(size=(40, 12)) as driver:
        await driver.press("r", "down", "enter", *"words")
        for part in ("words", "Day", "^s Save"):
            assert part in driver.text
