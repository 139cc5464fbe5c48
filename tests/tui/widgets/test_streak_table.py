"""The table of streaks: its columns at every width, and its cursor."""

import pytest
from textual.app import App, ComposeResult

from rutbreaker.tui.widgets.streak_table import StreakLine, StreakTable
from tests.tui.screen_text import screen_lines
from tests.tui.widgets.hostile import HOSTILE, SHOWN

LINES = (
    StreakLine("checkin", "Check-ins", "12 days", "31  3 Mar - 2 Apr", "25 of 28", "84 %", "2", True),
    StreakLine("win", "Wins", "0 days", "4  1 - 4 Nov", "9 of 28", "40 %", "-", False),
    StreakLine("r", "Read a chapter of the long book before breakfast", "3 weeks", "3", "3 of 3", "20 %", "-", True),
)


class _TableApp(App[None]):
    def compose(self) -> ComposeResult:
        yield StreakTable(id="table")

    def on_mount(self) -> None:
        self.query_one(StreakTable).set_lines(LINES)
        self.query_one(StreakTable).focus()


@pytest.mark.parametrize(
    ("width", "head"),
    [
        (80, ["in", "a", "row", "longest", "kept", "strength", "returns"]),
        (72, ["in", "a", "row", "longest", "kept", "strength", "returns"]),
        (60, ["in", "a", "row", "kept", "strength"]),
        (40, ["in", "a", "row", "kept", "strength"]),
        (36, ["in", "a", "row", "kept"]),
    ],
)
async def test_the_columns_that_fit_are_shown(width: int, head: list[str]) -> None:
    async with _TableApp().run_test(size=(width, 8)) as pilot:
        await pilot.pause()
        lines = screen_lines(pilot.app)
        assert lines[0].split() == head
        assert "12 days" in lines[1]
        assert "3 weeks" in lines[3]
        assert all(len(line) <= width for line in lines)


@pytest.mark.parametrize(
    ("width", "longest"), [(75, "3650  26 Nov 2016 - 23…  28 of 28"), (80, "3650  26 Nov 2016 - 23 Nov 2026 28 of 28")]
)
async def test_the_longest_run_there_can_be_keeps_its_distance(width: int, longest: str) -> None:
    line = StreakLine(
        "checkin", "Check-ins", "3650 days", "3650  26 Nov 2016 - 23 Nov 2026", "28 of 28", "100 %", "115", True
    )
    async with _TableApp().run_test(size=(width, 8)) as pilot:
        pilot.app.query_one(StreakTable).set_lines((line,))
        await pilot.pause()
        shown = screen_lines(pilot.app)[1]
        assert longest in shown
        assert shown.split()[-1] == "115"


@pytest.mark.parametrize("width", [72, 190])
async def test_names_are_whole_and_close_to_their_figures(width: int) -> None:
    async with _TableApp().run_test(size=(width, 8)) as pilot:
        rows = (LINES[0], LINES[1]._replace(name="Shutdown note"))
        pilot.app.query_one(StreakTable).set_lines(rows)
        await pilot.pause()
        assert screen_lines(pilot.app)[2].startswith("Shutdown note  0 days")


async def test_the_columns_follow_the_width() -> None:
    async with _TableApp().run_test(size=(80, 8)) as pilot:
        await pilot.resize_terminal(36, 8)
        await pilot.pause()
        assert "longest" not in screen_lines(pilot.app)[0]


async def test_the_cursor_never_stands_on_the_head_and_keeps_its_key() -> None:
    async with _TableApp().run_test(size=(80, 8)) as pilot:
        table = pilot.app.query_one(StreakTable)
        assert table.chosen == "checkin"
        await pilot.press("j", "down")
        assert table.chosen == "r"
        await pilot.press("k")
        table.set_lines((LINES[2], LINES[1]))
        assert table.chosen == "win"
        table.set_lines(LINES[:1])
        assert table.chosen == "checkin"


async def test_a_name_is_shown_as_typed() -> None:
    async with _TableApp().run_test(size=(140, 8)) as pilot:
        pilot.app.query_one(StreakTable).set_lines([LINES[0]._replace(name=HOSTILE)])
        await pilot.pause()
        assert SHOWN in screen_lines(pilot.app)[1]
