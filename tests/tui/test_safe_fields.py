"""What is pasted into the fields: control characters stand there as signs; and every dialog can be hidden at once."""

import pytest
from textual import events
from textual.widgets import Input, TextArea

from rutbreaker.context import Context
from rutbreaker.journal.daily import log_gratitude, log_win
from rutbreaker.journal.log import list_log
from rutbreaker.tui.widgets.safe_input import SafeInput
from rutbreaker.tui.widgets.writing_area import WritingArea
from tests.tui.conftest import Drive, Driver

_HOSTILE = "a\x1b]0;b\x07c\x9bd\u202ee\x7f"
_SIGNS = "a␛]0;b␇c\ufffdd\ufffde␡"


async def _paste(driver: Driver, text: str) -> None:
    assert driver.app.focused is not None
    driver.app.focused.post_message(events.Paste(text))
    await driver.settle()


async def _texts(driver: Driver) -> list[str]:
    return [line.text for line in await driver.ask(list_log)]


@pytest.mark.parametrize(
    ("pane", "keys"),
    [
        ("today", ["w"]),
        ("today", ["slash"]),
        ("today", ["c", "down", "down", "down", "down", "down"]),
        ("today", ["r"]),
        ("today", ["r", "enter", "tab"]),
        ("today", ["C"]),
        ("gratitude", ["tab"]),
        ("goals", ["n", "shift+tab", "shift+tab"]),
        ("people", ["n", "tab", "tab", "tab", "tab"]),
    ],
)
async def test_what_is_pasted_is_made_safe_everywhere(drive: Drive, pane: str, keys: list[str]) -> None:
    async with drive(pane=pane) as driver:
        for key in keys:
            await driver.press(key)
        field = driver.app.focused
        assert isinstance(field, SafeInput | WritingArea), field
        await _paste(driver, _HOSTILE)
        assert _SIGNS in driver.text
        assert not set(_HOSTILE) & set("\x1b\x07\x9b\u202e\x7f") & set(driver.text)


async def test_no_field_takes_what_is_pasted_as_it_comes(drive: Drive) -> None:
    async with drive() as driver:
        for keys in (["w"], ["slash"], ["c"], ["r"], ["C"]):
            await driver.press(*keys)
            bare = [each for each in driver.app.screen.query("Input, TextArea") if type(each) in (Input, TextArea)]
            assert bare == []
            await driver.press("escape")


async def test_lines_that_are_pasted_become_one_and_are_saved_as_seen(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("w")
        await _paste(driver, "Shipped it\x1b,\r\nat last\n")
        await driver.press("enter")
        assert await _texts(driver) == ["Shipped it␛, at last"]


def _with_control_characters(context: Context) -> None:
    log_win(context, "one\x1b[2J")
    log_gratitude(context, "two\x07")


async def test_what_was_only_looked_at_stays_as_it_was_stored(drive: Drive) -> None:
    async with drive(seed=_with_control_characters, pane="gratitude") as driver:
        await driver.press("e")
        assert "␇" in driver.text or "␛" in driver.text
        await driver.press("enter")
        assert sorted(await _texts(driver)) == ["one\x1b[2J", "two\x07"]


@pytest.mark.parametrize("keys", [["w"], ["c"], ["slash"], ["r"], ["r", "enter"], ["question_mark"]])
async def test_every_dialog_can_be_hidden_and_is_there_again(drive: Drive, keys: list[str]) -> None:
    async with drive() as driver:
        await driver.press(*keys)
        before = driver.text
        await driver.press("ctrl+l")
        assert driver.text.strip() == ""
        await driver.press("enter")
        assert driver.text == before
