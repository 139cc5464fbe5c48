"""A text that is read: whoever waits for it may give up at any moment."""

import asyncio

import pytest
from textual.app import App, ComposeResult

from rutbreaker.tui.widgets.prose import Prose
from tests.tui.screen_text import screen_text


class ProseApp(App[None]):
    def compose(self) -> ComposeResult:
        yield Prose()


@pytest.mark.parametrize("turns", [0, 6, 9, 12, 40, 78])
async def test_giving_up_for_a_newer_text_takes_nothing_down(turns: int) -> None:
    app = ProseApp()
    async with app.run_test() as pilot:
        prose = app.query_one(Prose)
        await prose.show_text("one\n\n- a\n- b\n\n# heading\n\ntwo")
        waiting = asyncio.ensure_future(prose.show_text("other\n\n- c\n\n> quoted"))
        for _ in range(turns):
            await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.wait([waiting])
        await prose.show_text("the newest")
        await pilot.pause()
        assert "the newest" in screen_text(app)
        assert "other" not in screen_text(app)
