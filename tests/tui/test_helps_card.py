"""The card in Review that says which tags go with better days."""

import pytest

from rutbreaker.context import Context
from rutbreaker.domain.helps_words import HOW_OFTEN_WRONG
from rutbreaker.journal.helps import what_helps
from rutbreaker.tui.panes.helps_card import HelpsCard
from tests.journal.test_helps import live
from tests.tui.conftest import Drive, Driver

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
Size = tuple[int, int]


def _few(context: Context) -> None:
    live(context, 33)


def _untagged(context: Context) -> None:
    live(context, 10, lambda _: ())


def _hostile(context: Context) -> None:
    live(context, 60, lambda number: (f"long{'x' * 60}", "ümläut") if number % 3 == 0 else ("x-1",))


async def _to_card(driver: Driver) -> str:
    """Go to the card by the keyboard; what it shows, as one line."""
    for _ in range(12):
        if driver.app.screen.query_one(HelpsCard).has_focus_within:
            break
        await driver.press("tab")
    assert driver.app.screen.query_one(HelpsCard).has_focus_within
    return _words(driver)


def _words(driver: Driver) -> str:
    text = driver.text[driver.text.index("What goes with better days") :]
    return " ".join(text.replace("│", " ").split())


@SIZES
async def test_each_tag_has_a_line_and_the_selected_one_a_sentence(drive: Drive, size: Size) -> None:
    async with drive(seed=live, pane="review", size=size) as driver:
        words = await _to_card(driver)
        walk, late, tea = (await driver.ask(what_helps)).tags
        assert f"#walk goes with better days, +{walk.points:.1f} (" in words
        assert f"#late goes with worse days, {late.points:.1f} (" in words
        assert f"#tea no clear link yet {tea.n_on} on, {tea.n_off} off" in words
        assert "of 120 check-ins" in words
        assert f"points, likely between {walk.low:.1f}".replace("0.", ".") in words
        assert "allowing for the weekday, a slow trend and the day before" in words
        assert HOW_OFTEN_WRONG in words
        await driver.press("down", "j")
        assert f"#tea: no clear link yet ({tea.n_on} days with #tea, {tea.n_off} without)." in _words(driver)
        await driver.press("k")
        assert "#late goes with worse days (" in _words(driver)


@SIZES
async def test_with_few_check_ins_it_says_how_many_more(drive: Drive, size: Size) -> None:
    async with drive(seed=_few, pane="review", size=size) as driver:
        words = await _to_card(driver)
        assert "12 more check-ins until your tags can be held against your days: around 5 Dec at your pace." in words
        assert "goes with better days," not in words
        assert "no clear link" not in words
        assert HOW_OFTEN_WRONG not in words


async def test_without_tags_it_says_how_they_are_made(drive: Drive) -> None:
    async with drive(seed=_untagged, pane="review", size=(120, 60)) as driver:
        assert "Tags in the line of a check-in (#walk, #meetings) are held against your days here." in _words(driver)


async def test_it_follows_what_is_logged(drive: Drive) -> None:
    async with drive(seed=live, pane="review", size=(120, 60)) as driver:
        assert "51 on, 67 off" in driver.text
        await driver.press("c", "x", "enter")
        assert "50 on, 67 off" in driver.text
        await driver.press("u")
        assert "51 on, 67 off" in driver.text


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 60)])
async def test_long_tags_fit_any_screen(drive: Drive, size: Size) -> None:
    async with drive(seed=_hostile, pane="review", size=size) as driver:
        await _to_card(driver)
        assert "#longxxxxxxx" in driver.text
        assert all(len(line.rstrip()) <= size[0] for line in driver.lines)


async def test_an_empty_file_has_no_card(drive: Drive) -> None:
    async with drive(pane="review", size=(120, 60)) as driver:
        assert "What goes with better days" not in driver.text
