"""A line through days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from rutbreaker.tui.widgets.chart import BRIDGE, LineChart, column_of, row_of, trace
from tests.tui.screen_text import screen_lines, screen_text
from tests.tui.widgets.hostile import HOSTILE

FIRST = date(2026, 8, 26)
TODAY = date(2026, 11, 23)
VALUES = st.lists(st.none() | st.floats(1, 5), max_size=400)


class ChartApp(App[None]):
    def compose(self) -> ComposeResult:
        yield LineChart()

    @property
    def chart(self) -> LineChart:
        return self.query_one(LineChart)


def is_braille(character: str) -> bool:
    return "\u2801" <= character <= "\u28ff"


@given(VALUES, st.integers(2, 300), st.integers(4, 40))
def test_every_dot_lies_on_the_field(values: list[float | None], columns: int, rows: int) -> None:
    for column, row in trace(values, 1, 5, columns, rows):
        assert 0 <= column < columns
        assert 0 <= row < rows


@given(VALUES, st.integers(2, 300), st.integers(4, 40))
def test_a_day_with_a_value_has_a_dot_in_its_column(values: list[float | None], columns: int, rows: int) -> None:
    drawn = {column for column, _ in trace(values, 1, 5, columns, rows)}
    assert {column_of(day, len(values), columns) for day, value in enumerate(values) if value is not None} <= drawn


def test_high_is_up() -> None:
    assert (row_of(5, 1, 5, 9), row_of(3, 1, 5, 9), row_of(1, 1, 5, 9)) == (0, 4, 8)
    assert row_of(99, 1, 5, 9) == 0
    assert row_of(2, 2, 2, 9) == 4


def test_a_line_has_no_holes() -> None:
    assert trace([1, 5], 1, 5, 3, 9) >= {(0, 8), (1, 4), (2, 0)}
    assert {row for _, row in trace([1, 5], 1, 5, 2, 9)} == set(range(9))


def test_a_weekend_is_bridged_and_a_fortnight_is_not() -> None:
    assert len(trace([3, *[None] * BRIDGE, 3], 1, 5, 21, 9)) == 21
    assert len(trace([3, *[None] * (BRIDGE + 1), 3], 1, 5, 21, 9)) == 2


def test_days_in_one_column_are_averaged() -> None:
    assert trace([1, 5, 1, 5], 1, 5, 1, 9) == {(0, 4)}


async def test_the_scale_the_days_the_band_and_the_marks_are_told() -> None:
    app = ChartApp()
    async with app.run_test(size=(80, 24)) as pilot:
        values = [3 + (day % 7) / 4 for day in range(90)]
        app.chart.set_series(FIRST, values, 1, 5, (2.6, 3.8), {date(2026, 10, 10): "slump"})
        await pilot.pause()
        lines = screen_lines(app)
        assert [line[0] for line in lines[:7] if line[0] != " "] == ["5", "4", "3", "2", "1"]
        assert lines[7].strip().startswith("└─")
        assert lines[7].index("▲") == 3 + round(45 / 89 * 153) // 2
        assert lines[8].split()[:2] == ["26", "Aug"]
        assert lines[8].endswith("23 Nov")
        assert lines[9].strip() == "┄┄ usual 2.6 to 3.8   ▲ slump"
        assert sum("┄" in line for line in lines[:7]) == 2
        assert any(is_braille(character) for line in lines[:7] for character in line)


@pytest.mark.parametrize("days", [1, 2, 30, 90, 365])
@pytest.mark.parametrize("width", [40, 80, 120, 200])
async def test_it_takes_the_room_there_is(days: int, width: int) -> None:
    app = ChartApp()
    async with app.run_test(size=(width, 24)) as pilot:
        first = TODAY - timedelta(days=days - 1)
        app.chart.set_series(first, [3.0] * days, 1, 5)
        await pilot.pause()
        lines = screen_lines(app)
        assert max(map(len, lines)) == width
        level = [line for line in lines if any(map(is_braille, line))]
        assert len(level) == 1
        drawn = [at for at, character in enumerate(level[0]) if is_braille(character)]
        assert drawn == list(range(3, width)) if days > 1 else len(drawn) == 1
        assert "23 Nov" in lines[9]
        assert "usual" not in screen_text(app)


async def test_it_follows_the_size_of_the_screen() -> None:
    app = ChartApp()
    async with app.run_test(size=(120, 24)) as pilot:
        app.chart.set_series(FIRST, [3.0] * 90, 1, 5)
        await pilot.resize_terminal(40, 12)
        assert max(map(len, screen_lines(app))) == 40


async def test_a_scale_that_is_not_whole_shows_its_ends() -> None:
    app = ChartApp()
    async with app.run_test(size=(80, 24)) as pilot:
        app.chart.set_series(FIRST, [10.0, 90.5], 0, 100.5)
        await pilot.pause()
        lines = screen_lines(app)
        assert lines[0].startswith("100.5 ┤")
        assert lines[7].startswith("    0 ┤")


async def test_nothing_yet_draws_nothing() -> None:
    app = ChartApp()
    async with app.run_test(size=(80, 24)) as pilot:
        assert screen_text(app).strip() == ""
        app.chart.set_series(FIRST, [], 1, 5, (2, 3), {FIRST: "slump"})
        await pilot.pause()
        assert screen_text(app).strip() == ""
        app.chart.set_series(FIRST, [None, None], 1, 5)
        await pilot.pause()
        assert not any(map(is_braille, screen_text(app)))


async def test_marks_outside_are_left_out_and_hostile_ones_shown_as_typed() -> None:
    app = ChartApp()
    async with app.run_test(size=(120, 24)) as pilot:
        marks = {FIRST: HOSTILE, TODAY + timedelta(days=400): "elsewhere"}
        app.chart.set_series(FIRST, [3.0] * 90, 1, 5, None, marks)
        await pilot.pause()
        text = screen_text(app)
        assert "▲ [/x][@click=app.quit]go[/]" in text
        assert "elsewhere" not in text
        assert text.replace("\n", "").isprintable()
