"""How soon and how often Textual draws, what a pane is drawn with, and when garbage is collected."""

import asyncio
import gc
import os
import subprocess
import sys
import time
from types import SimpleNamespace
from typing import cast

import pytest
from textual._context import active_app
from textual.app import App, ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from rutbreaker.actions import PANES
from rutbreaker.context import Context
from rutbreaker.errors import Unusable
from rutbreaker.tui import type_ahead
from rutbreaker.tui.app import RutbreakerApp
from rutbreaker.tui.pace import collect_all
from rutbreaker.tui.panes import goals
from rutbreaker.tui.panes.pane import Pane
from rutbreaker.tui.screens import dashboard
from rutbreaker.tui.type_ahead import REST_SECONDS
from tests.tui.conftest import Drive
from tests.tui.screen_text import screen_lines

_ASKS = "import rutbreaker.tui, textual.constants; print(textual.constants.MAX_FPS)"


@pytest.mark.parametrize(("chosen", "holds"), [(None, "240"), ("30", "30")])
def test_frames_follow_fast_unless_another_beat_was_chosen(chosen: str | None, holds: str) -> None:
    surroundings = {name: value for name, value in os.environ.items() if name != "TEXTUAL_FPS"}
    surroundings |= {"TEXTUAL_FPS": chosen} if chosen else {}
    asked = subprocess.run([sys.executable, "-c", _ASKS], env=surroundings, capture_output=True, text=True, check=True)
    assert asked.stdout.strip() == holds


class Boxes(App[None]):
    """Text in boxes as high as what stands in them, the outer one with a scroll bar where that is too high."""

    CSS = "Vertical, Static { height: auto; }"

    def compose(self) -> ComposeResult:
        with VerticalScroll(), Vertical():
            yield Static("short")
            yield Static("below")


async def test_what_changes_its_size_is_laid_out_once() -> None:
    app = Boxes()
    async with app.run_test(size=(20, 10)) as pilot:
        layouts: list[object] = []
        app.screen.screen_layout_refresh_signal.subscribe(app, layouts.append)
        app.query(Static).first().update("one\ntwo\nthree")
        await pilot.pause()
        assert [line.strip() for line in screen_lines(app)[:4]] == ["one", "two", "three", "below"]
        assert len(layouts) == 1


async def test_a_scroll_bar_comes_and_goes_with_what_needs_it() -> None:
    app = Boxes()
    async with app.run_test(size=(20, 10)) as pilot:
        box, text = app.query_one(VerticalScroll), app.query(Static).first()
        text.update("\n".join(f"line {number}" for number in range(20)))
        await pilot.pause()
        assert (box.show_vertical_scrollbar, box.max_scroll_y) == (True, 11)
        assert text.size.width == 20 - box.styles.scrollbar_size_vertical
        text.update("short again")
        await pilot.pause()
        assert (box.show_vertical_scrollbar, text.size.width) == (False, 20)


@pytest.fixture
def collected(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """What was collected by hand."""
    told: list[int] = []
    monkeypatch.setattr(gc, "collect", lambda: told.append(1))
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 2))
    return told


async def test_garbage_waits_for_a_moment_without_keys(
    drive: Drive, collected: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with drive() as driver:
        await driver.press("3")
        driver.app.tidy()
        assert collected == []
        now = time.monotonic()
        monkeypatch.setattr(type_ahead, "time", SimpleNamespace(monotonic=lambda: now + REST_SECONDS))
        driver.app.tidy()
        assert collected == [1]


def test_little_garbage_is_left(collected: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gc, "get_count", lambda: (600, 9, 1))
    collect_all()
    assert collected == []


@pytest.mark.parametrize("pane", ["today", "reflect", "goals", "people", "gratitude", "change", "review"])
async def test_a_pane_comes_up_filled(drive: Drive, sample: str, pane: str) -> None:
    async with drive(pane="goals" if pane == "today" else "today") as driver:
        screen = driver.app.dashboard
        seen: list[bool] = []
        screen.screen_layout_refresh_signal.subscribe(
            driver.app,
            lambda _: seen.extend(made.is_filled for made in screen.query(Pane) if made.id == pane and made.display),
        )
        await driver.press(str([*PANES].index(pane) + 1))
        assert seen
        assert all(seen)
        assert screen.is_settled


async def test_a_pane_that_cannot_be_filled_comes_up_all_the_same(
    drive: Drive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(context: Context, *arguments: object) -> None:
        raise Unusable("The disk is gone.")

    async with drive() as driver:
        monkeypatch.setattr(goals, "list_goals", fail)
        await driver.press("3")
        assert "The disk is gone." in driver.text
        await driver.press("escape")
        assert driver.app.dashboard.is_settled
        assert driver.app.screen.query_one("#goals").display


async def test_review_is_imported_ahead_once_the_first_pane_stands(
    drive: Drive, monkeypatch: pytest.MonkeyPatch
) -> None:
    stood: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

    def note() -> None:
        pane = cast(RutbreakerApp, active_app.get()).dashboard.query_one("#today")
        stood.set_result(pane.is_on_screen)

    monkeypatch.setattr(dashboard, "import_ahead", note)
    async with drive():
        assert await stood


@pytest.mark.parametrize("name", ["rutbreaker.tui.panes.review", "rutbreaker.tui.screens.check_in"])
def test_what_is_opened_every_day_is_imported_ahead_and_not_before(name: str) -> None:
    asks = (
        "import sys, rutbreaker.tui.panes.today; from rutbreaker.tui.panes.registry import import_ahead;"
        f"name = '{name}'; before = name in sys.modules; import_ahead(); print(before, name in sys.modules)"
    )
    asked = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)
    assert asked.stdout.split() == ["False", "True"]
