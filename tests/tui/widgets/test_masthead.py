"""The head of the dashboard, at every width."""

import pytest
from textual.app import App, ComposeResult

from rutbreaker.tui.widgets.masthead import Masthead
from tests.tui.screen_text import screen_lines

PANES = {"today": "Today", "review": "Review"}


class HeadApp(App[None]):
    def __init__(self, mark: str) -> None:
        super().__init__()
        self.mark = mark

    def compose(self) -> ComposeResult:
        yield Masthead(PANES, mark=self.mark)

    def on_mount(self) -> None:
        head = self.query_one(Masthead)
        head.day, head.figures = "Mon 23 Nov 2026", "12 days · 25 of 28 · 84 %"


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (70, "  sample data        Mon 23 Nov 2026        12 days · 25 of 28 · 84 %"),
        (52, "  sample data  Mon 23 Nov 2026   12 days · 25 of 28"),
        (50, "  sample data  Mon 23 Nov 2026            12 days"),
        (38, "  sample data  Mon 23 Nov 2026"),
        (20, "  sample data  Mon"),
    ],
)
async def test_a_mark_stands_at_every_width(width: int, line: str) -> None:
    app = HeadApp("sample data")
    async with app.run_test(size=(width, 5)):
        assert screen_lines(app)[0].rstrip() == line.rstrip()


async def test_without_a_mark_the_program_is_named_where_there_is_room() -> None:
    app = HeadApp("")
    async with app.run_test(size=(70, 5)) as pilot:
        assert screen_lines(app)[0].startswith(" rutbreaker ")
        await pilot.resize_terminal(50, 5)
        assert screen_lines(app)[0].strip().startswith("Mon 23 Nov 2026")
