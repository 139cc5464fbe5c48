"""Pane 2, by its keys."""

from collections.abc import Callable
from contextlib import nullcontext
from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.app import App
from textual.widgets.markdown import MarkdownBlock

from rutbreaker.context import Context
from rutbreaker.errors import Busy
from rutbreaker.journal.daily import log_win
from rutbreaker.journal.history import undo
from rutbreaker.journal.log import delete
from rutbreaker.journal.reflect import (
    NEW,
    Page,
    keep_page,
    list_reflections,
    read_reflection,
    unfinished,
    write_reflection,
)
from rutbreaker.tui.screens import reflections
from rutbreaker.tui.widgets.log_list import LogList
from rutbreaker.tui.widgets.prose import Prose
from tests.tui.conftest import Drive, Driver
from tests.tui.screen_text import region_text

_ROUNDS = 100
MONDAY = date(2026, 11, 23)


def _seed(context: Context) -> None:
    write_reflection(context, "# A *long* week\n\n- one\n- **two**\nand on", day=MONDAY - timedelta(days=4))
    write_reflection(context, "It was the importer. #team", day=MONDAY - timedelta(days=11), prompt="What was it?")


async def _texts(driver: Driver) -> list[str]:
    keys = await driver.ask(list_reflections)
    return [(await driver.ask(read_reflection, row)).text for _, row in keys]


async def test_an_empty_pane_says_what_it_is_for_and_which_key_starts_it(drive: Drive) -> None:
    async with drive(pane="reflect") as driver:
        assert "Room for longer thoughts" in driver.text
        assert " n  write the first one" in driver.text
        await driver.press("e", "d", "n")
        assert "Reflect on" in driver.text


@pytest.mark.parametrize("key", ["e", "d"])
async def test_keys_without_a_reflection_say_what_is_missing(drive: Drive, key: str) -> None:
    async with drive(pane="reflect") as driver:
        await driver.press(key)
        assert "Select a reflection first; n writes one." in driver.text


async def test_the_list_shows_day_and_prompt_or_first_words_and_the_selected_one_rendered(drive: Drive) -> None:
    async with drive(seed=_seed, pane="reflect") as driver:
        assert "Reflections · 2" in driver.text
        for shown in (
            "Thu 19 Nov 2026",
            "• one",
            "• two",
            "and on",
            "7 words",
            "19 Nov   A *long* week",
            "12 Nov   What was it?",
        ):
            assert shown in driver.text
        assert "**two**" not in driver.text
        await driver.press("j")
        assert "It was the importer." in driver.text
        assert "Thu 12 Nov 2026" in driver.text
        assert "• one" not in driver.text
        await driver.press("k")
        assert "• one" in driver.text


async def test_n_writes_one_and_it_is_selected(drive: Drive) -> None:
    async with drive(seed=_seed, pane="reflect") as driver:
        await driver.press("j", "n", "enter", *"fresh", "ctrl+s")
        assert await _texts(driver) == [
            "fresh",
            "# A *long* week\n\n- one\n- **two**\nand on",
            "It was the importer. #team",
        ]
        assert "Mon 23 Nov 2026" in driver.text
        assert "Reflections · 3" in driver.text


@pytest.mark.parametrize("key", ["e", "enter"])
async def test_the_selected_one_is_opened_and_stays_selected_on_its_new_day(drive: Drive, key: str) -> None:
    async with drive(seed=_seed, pane="reflect") as driver:
        await driver.press("j", key, *"x", "tab")
        await driver.type("today")
        await driver.press("ctrl+s")
        assert (await _texts(driver))[0] == "It was the importer. #teamx"
        assert "It was the importer. #teamx" in driver.text
        assert driver.app.screen.query_one(LogList).cursor == 0


async def test_d_deletes_and_u_brings_back(drive: Drive) -> None:
    async with drive(seed=_seed, pane="reflect") as driver:
        await driver.press("d")
        assert await _texts(driver) == ["It was the importer. #team"]
        assert "It was the importer." in driver.text
        await driver.press("d")
        assert await _texts(driver) == []
        assert "Room for longer thoughts" in driver.text
        await driver.press("u", "u")
        assert len(await _texts(driver)) == 2
        assert "Reflections · 2" in driver.text


async def test_what_is_unfinished_stands_on_top_and_enter_goes_on_with_it(drive: Drive) -> None:
    def seed(context: Context) -> None:
        _seed(context)
        keep_page(context, NEW, Page("Half a thou", "What next?", "today"))

    async with drive(seed=seed, pane="reflect") as driver:
        assert "unfinished  Half a thou" in driver.text
        assert "Reflections · 2" in driver.text
        assert "What next?" in driver.text
        await driver.press("enter")
        assert "Going on where you left off." in driver.text
        await driver.press(*"ght", "ctrl+s")
        assert (await _texts(driver))[0] == "Half a thought"
        assert "unfinished" not in driver.text
        assert "Reflections · 3" in driver.text


async def test_what_is_being_written_is_shown_once_it_is_left(drive: Drive) -> None:
    async with drive(seed=lambda context: keep_page(context, NEW, Page("Half")), pane="reflect") as driver:
        prose = driver.app.screen.query_one(Prose)
        shown = [str(block.source) for block in prose.query(MarkdownBlock)]
        await driver.press("r", *"way")
        for _ in range(_ROUNDS):
            if (await driver.ask(unfinished))[0].page.text == "Halfway":
                break
            await driver.pilot.pause()
        await driver.settle()
        assert [str(block.source) for block in prose.query(MarkdownBlock)] == shown == ["Half"]
        await driver.press("escape")
        assert "Halfway" in region_text(driver.app, prose.region)


async def test_d_throws_unfinished_words_away_and_u_brings_them_back(drive: Drive) -> None:
    async with drive(seed=lambda context: keep_page(context, NEW, Page("Half a thou")), pane="reflect") as driver:
        await driver.press("d")
        assert "Thrown away" in driver.text
        assert await driver.ask(unfinished) == []
        assert "Room for longer thoughts" in driver.text
        await driver.press("u")
        assert await _texts(driver) == ["Half a thou"]


async def test_f_narrows_the_list_to_a_tag_or_a_prompt_and_back(drive: Drive) -> None:
    async with drive(seed=_seed, pane="reflect") as driver:
        await driver.press("f", *"#t", "enter")
        assert "#team · 1" in driver.text
        assert "long" not in driver.text
        await driver.press("f", *"With", "enter")
        assert "Without a prompt · 1" in driver.text
        assert "importer" not in driver.text
        await driver.press("f", *"was", "enter")
        assert "What was it? · 1" in driver.text
        await driver.press("f", *"All", "enter")
        assert "Reflections · 2" in driver.text


async def test_a_filter_that_shows_nothing_any_more_is_lifted(drive: Drive) -> None:
    async with drive(seed=_seed, pane="reflect") as driver:
        await driver.press("f", *"#t", "enter", "d")
        assert "Reflections · 1" in driver.text


async def test_a_found_one_is_selected_although_the_list_is_narrowed(drive: Drive) -> None:
    async with drive(seed=_seed, pane="reflect") as driver:
        await driver.press("f", *"With", "enter", "slash", *"impo", "enter")
        assert "Reflections · 2" in driver.text
        assert "Thu 12 Nov 2026" in driver.text


async def test_one_found_from_elsewhere_is_selected_at_once(drive: Drive) -> None:
    async with drive(seed=_seed) as driver:
        await driver.press("slash", *"impo", "enter")
        assert "Thu 12 Nov 2026" in driver.text
        assert "It was the importer." in driver.text


async def test_what_is_deleted_elsewhere_before_it_is_opened_is_said(drive: Drive) -> None:
    async with drive(seed=_seed, pane="reflect") as driver:
        keys = await driver.ask(list_reflections)
        await driver.ask(delete, keys[0])
        await driver.press("e")
        assert "gone" in driver.text


_HOSTILE = [
    "[/x] [bold]b[/y] [@click=app.quit]c[/] $primary {curly}",
    "\x1b]0;t\x07\u202eabc\x9b2J\x00\ud800",
    "&#x202e;&#27;&amp; <b>bold</b> <script>x</script> <!-- gone? -->",
    "[a](http://b.c 't') ![d](http://e.f) <http://g.h> http://i.j\n\n[k]: http://l.m",
    "| [/x] | b |\n|---|---|\n| [@click=app.quit]q[/] | [/y] |",
    "```[/x]\n[/y]\n```\n\n    [/z]\n\n`[/code]`",
    "> " * 2_000 + "deep",
    "- " * 2_000 + "deep",
    "\n".join("  " * level + "- x" for level in range(60)),
    "*" * 5_000 + "_a " * 2_000 + "`" * 3_000 + "[" * 3_000,
    "999999999. a\n1.\n\n-\n\n#\n\n>\n\n***\n___\n===\n---",
    "x" * 1_000_000,
    "a line\n" * 100_000,
]


@pytest.mark.parametrize("text", _HOSTILE, ids=range(len(_HOSTILE)))
async def test_no_text_harms_the_pane(drive: Drive, text: str) -> None:
    async with drive(seed=lambda context: write_reflection(context, text, prompt=text[:90]), pane="reflect") as driver:
        for sign in ("\x1b", "\x9b", "\u202e", "\x07"):
            assert sign not in driver.text
        await driver.press("tab", "pagedown", "1", "2")
        assert "Reflections · 1" in driver.text


async def test_what_markdown_would_hide_stays_to_be_read(drive: Drive) -> None:
    text = "[site](http://b.c) <b>x</b> &#x202e; &amp;\n\n[1]: http://l.m\n\n![alt](http://e.f) <!-- note -->"
    async with drive(seed=lambda context: write_reflection(context, text), pane="reflect") as driver:
        for shown in (
            "[site](http://b.c) <b>x</b> &#x202e; &amp;",
            "[1]: http://l.m",
            "![alt](http://e.f) <!-- note -->",
        ):
            assert shown in driver.text


async def test_a_bracket_in_a_table_does_no_harm_under_the_mouse(drive: Drive) -> None:
    table = "| a |\n|---|\n| [/x] |"
    async with drive(seed=lambda context: write_reflection(context, table), pane="reflect") as driver:
        for cell in driver.app.screen.query("MarkdownTableCellContents"):
            await driver.pilot.hover(cell)
            assert cell.tooltip is None
        assert "[/x]" in driver.text


async def test_of_a_very_long_one_the_beginning_is_rendered_and_the_rest_is_a_key_away(drive: Drive) -> None:
    text = "".join(f"line {number}\n" for number in range(5_000))
    async with drive(seed=lambda context: write_reflection(context, text), pane="reflect") as driver:
        assert "10,000 words" in driver.text
        driver.app.screen.query_one(Prose).scroll_end(animate=False)
        await driver.settle()
        assert "Enter shows all of it." in driver.text
        await driver.press("enter")
        assert "line 4999" in driver.text


async def test_reading_stays_where_it_was_scrolled_to_when_something_else_is_logged(drive: Drive) -> None:
    text = "".join(f"line {number}\n" for number in range(100))
    async with drive(seed=lambda context: write_reflection(context, text), pane="reflect") as driver:
        prose = driver.app.screen.query_one(Prose)
        await driver.press("tab", "pagedown")
        prose.scroll_to(y=30, animate=False)
        await driver.ask(log_win, "elsewhere")
        await driver.app.screen.query_one("#reflect").load()  # type: ignore[attr-defined]
        await driver.settle()
        assert prose.scroll_y == 30


async def test_a_long_list_walks_quickly_and_shows_what_is_selected(drive: Drive) -> None:
    def seed(context: Context) -> None:
        for number in range(60):
            write_reflection(context, f"number {number}", day=MONDAY - timedelta(days=number))

    async with drive(seed=seed, pane="reflect") as driver:
        await driver.pilot.press(*["j"] * 8)
        await driver.press("end")
        assert "number 59" in driver.text
        assert "2 words" in driver.text


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (200, 60)])
async def test_it_stacks_where_there_is_no_room_beside(drive: Drive, size: tuple[int, int]) -> None:
    async with drive(seed=_seed, pane="reflect", size=size) as driver:
        assert "Reflections · 2" in driver.text
        assert "Thu 19 Nov 2026" in driver.text
        await driver.press("tab")
        assert "• one" in driver.text


# In the person's own editor. A terminal that tests have can't be handed over, so its handing over is left out.

Write = Callable[[str], None]


@pytest.fixture
def own_editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Sets $EDITOR to a script of a few shell commands, in which ``$1`` is the file."""
    monkeypatch.setattr(App, "suspend", lambda self: nullcontext())
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))

    def write(script: str) -> None:
        path = tmp_path / "editor"
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o700)
        monkeypatch.setenv("EDITOR", str(path))

    return write


async def test_E_changes_the_selected_one_in_the_persons_own_editor(drive: Drive, own_editor: Write) -> None:
    own_editor('printf " And on." >> "$1"')
    async with drive(seed=_seed, pane="reflect") as driver:
        await driver.press("j", "E")
        assert (await _texts(driver))[1] == "It was the importer. #team And on."
        assert "Reflection saved." in driver.text
        assert "It was the importer. #team And on." in driver.text
        assert await driver.ask(unfinished) == []
        await driver.ask(undo)
        assert (await _texts(driver))[1] == "It was the importer. #team"


async def test_E_writes_the_first_one(drive: Drive, own_editor: Write) -> None:
    own_editor('printf "By hand" > "$1"')
    async with drive(pane="reflect") as driver:
        await driver.press("E")
        assert await _texts(driver) == ["By hand"]
        assert "By hand" in driver.text


async def test_E_finishes_what_was_unfinished(drive: Drive, own_editor: Write) -> None:
    own_editor('printf "ght" >> "$1"')
    async with drive(
        seed=lambda context: keep_page(context, NEW, Page("thou", "Why?", "-3")), pane="reflect"
    ) as driver:
        await driver.press("E")
        ((_, row),) = await driver.ask(list_reflections)
        saved = await driver.ask(read_reflection, row)
        assert (saved.text, saved.prompt, saved.day) == ("thought", "Why?", MONDAY - timedelta(days=3))
        assert await driver.ask(unfinished) == []


@pytest.mark.parametrize("script", ["true", 'printf " \\n" > "$1"'])
async def test_nothing_written_changes_nothing(drive: Drive, own_editor: Write, script: str) -> None:
    own_editor(script)
    async with drive(seed=_seed, pane="reflect") as driver:
        before = await _texts(driver)
        await driver.press("E")
        assert "nothing was changed" in driver.text
        assert (await _texts(driver), await driver.ask(unfinished)) == (before, [])


async def test_a_missing_editor_is_said_and_the_text_stays(
    drive: Drive, own_editor: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_editor("true")
    monkeypatch.setenv("EDITOR", "no-such-editor")
    async with drive(seed=_seed, pane="reflect") as driver:
        before = await _texts(driver)
        await driver.press("E")
        assert "There is no editor “no-such-editor”" in driver.text
        await driver.press("enter")
        assert (await _texts(driver), await driver.ask(unfinished)) == (before, [])


async def test_an_editor_that_fails_loses_nothing(drive: Drive, own_editor: Write) -> None:
    own_editor('printf " And on." >> "$1"; exit 1')
    async with drive(seed=_seed, pane="reflect") as driver:
        before = await _texts(driver)
        await driver.press("j", "E")
        assert "ended with 1." in driver.text
        assert "What was written is kept" in driver.text
        await driver.press("enter")
        assert await _texts(driver) == before
        assert [found.page.text for found in await driver.ask(unfinished)] == ["It was the importer. #team And on."]
        assert "unfinished" in driver.text


async def test_an_editor_that_fails_before_anything_was_written_leaves_no_draft(
    drive: Drive, own_editor: Write
) -> None:
    own_editor("exit 1")
    async with drive(seed=_seed, pane="reflect") as driver:
        await driver.press("E")
        assert "Nothing was changed." in driver.text
        assert await driver.ask(unfinished) == []


async def test_what_cannot_be_saved_after_the_editor_is_kept(
    drive: Drive, own_editor: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(context: Context, *arguments: object, **options: object) -> None:
        raise Busy("Another program is at it.")

    own_editor('printf "By hand" > "$1"')
    monkeypatch.setattr(reflections, "write_reflection", fail)
    async with drive(pane="reflect") as driver:
        await driver.press("E")
        assert "Another program is at it." in driver.text
        assert "What was written is kept" in driver.text
        assert [found.page.text for found in await driver.ask(unfinished)] == ["By hand"]


async def test_a_signal_during_the_editor_keeps_the_text_and_ends_the_dashboard(
    drive: Drive, own_editor: Write
) -> None:
    own_editor('printf "By hand" > "$1"; kill -TERM $PPID; exec sleep 60')
    async with drive(pane="reflect") as driver:
        await driver.press("E")
        assert driver.app.return_code == 143
        assert [found.page.text for found in await driver.ask(unfinished)] == ["By hand"]


async def test_a_terminal_that_cannot_be_handed_over_is_said(drive: Drive) -> None:
    async with drive(seed=_seed, pane="reflect") as driver:
        await driver.press("E")
        assert "can't be handed to another editor" in driver.text
