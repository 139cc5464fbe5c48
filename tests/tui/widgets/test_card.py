"""The box around everything."""

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Input

from rutbreaker.tui.widgets.card import Card
from tests.tui.screen_text import screen_lines, screen_text
from tests.tui.widgets.hostile import HOSTILE, SHOWN, WIDE


class CardApp(App[None]):
    def compose(self) -> ComposeResult:
        yield Card(Input(), title="Check-in", subtitle="08:55", id="first")
        yield Card(Input(), title="Streak", id="second")


async def test_the_titles_stand_on_the_border() -> None:
    app = CardApp()
    async with app.run_test(size=(40, 12)):
        lines = screen_lines(app)
        assert lines[0].startswith("╭─ Check-in ─")
        assert "─ 08:55 ─╯" in lines[4]


async def test_titles_can_be_changed_and_taken_away() -> None:
    app = CardApp()
    async with app.run_test(size=(40, 12)) as pilot:
        card = app.query_one("#first", Card)
        card.title, card.subtitle = "Done", ""
        await pilot.pause()
        text = screen_text(app)
        assert "─ Done ─" in text
        assert "Check-in" not in text
        assert "08:55" not in text


async def test_the_card_with_the_focus_stands_out() -> None:
    app = CardApp()
    async with app.run_test(size=(40, 12)) as pilot:
        first, second = app.query_one("#first", Card), app.query_one("#second", Card)
        assert first.styles.border_top[1] != second.styles.border_top[1]
        bright = first.styles.border_top[1]
        await pilot.press("tab")
        assert second.styles.border_top[1] == bright


@pytest.mark.parametrize("part", ["title", "subtitle"])
async def test_hostile_titles_are_shown_as_typed(part: str) -> None:
    app = CardApp()
    async with app.run_test(size=(100, 12)) as pilot:
        setattr(app.query_one("#first", Card), part, HOSTILE)
        await pilot.pause()
        assert SHOWN in screen_text(app)


async def test_a_title_too_wide_stays_inside() -> None:
    app = CardApp()
    async with app.run_test(size=(40, 12)) as pilot:
        app.query_one("#first", Card).title = WIDE
        await pilot.pause()
        assert screen_lines(app)[0].endswith("╮")
