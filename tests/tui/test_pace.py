"""How soon and how often Textual draws."""

import os
import subprocess
import sys

import pytest
from textual.app import App, ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

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
