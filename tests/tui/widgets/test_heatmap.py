"""A year of days, and the few weeks of a card."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.strip import Strip

from rutbreaker.tui.widgets.day_grid import DayGrid, DayGridView
from rutbreaker.tui.widgets.heatmap import HeatMap
from rutbreaker.tui.widgets.streak_strip import StreakStrip
from tests.tui.screen_text import screen_lines, screen_text
from tests.tui.widgets.hostile import HOSTILE

TODAY = date(2026, 11, 23)
"""A Monday."""

FIRST = date(2025, 12, 1)
"""A Monday 51 weeks before."""

DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


class MapApp(App[None]):
    def __init__(self, *, week_start: int = 0) -> None:
        super().__init__()
        self.week_start = week_start
        self.highlighted: list[date] = []
        self.opened: list[date] = []

    def compose(self) -> ComposeResult:
        yield CountingMap(week_start=self.week_start)

    def on_mount(self) -> None:
        values = {TODAY - timedelta(days=ago): ago % 5 for ago in range(7, 28)}
        marks = {
            date(2026, 10, 12): "paused",
            date(2026, 10, 25): "off",
            date(2026, 11, 15): "off",
            date(2026, 11, 22): "unplanned",
        }
        self.map.set_days(FIRST, date(2026, 11, 29), values, marks, today=TODAY)

    @property
    def map(self) -> "CountingMap":
        return self.query_one(CountingMap)

    def on_heat_map_day_highlighted(self, event: HeatMap.DayHighlighted) -> None:
        assert event.control is self.map
        self.highlighted.append(event.day)

    def on_heat_map_day_opened(self, event: HeatMap.DayOpened) -> None:
        self.opened.append(event.day)


class CountingMap(HeatMap):
    """Remembers which lines were drawn."""

    drawn: list[int]

    def render_line(self, y: int) -> Strip:
        self.drawn = [*getattr(self, "drawn", []), y]
        return super().render_line(y)


@given(DAYS, st.integers(0, 800), st.integers(0, 6))
def test_every_day_has_a_place_of_its_own(first: date, days: int, week_start: int) -> None:
    grid = DayGrid(first, first + timedelta(days=days), week_start)
    for day in (grid.first, grid.last, first + timedelta(days=days // 2)):
        week, row = grid.place(day)
        assert grid.day_at(week, row) == day
        assert 0 <= week < grid.weeks
        assert (day.weekday() - week_start) % 7 == row


@given(DAYS, st.integers(0, 800), st.integers(1, 2))
def test_the_months_fit_above_their_weeks(first: date, days: int, cell: int) -> None:
    grid = DayGrid(first, first + timedelta(days=days))
    names = grid.month_names(range(grid.weeks), cell)
    assert len(names) <= grid.weeks * cell
    assert all(len(name) == 3 for name in names.split())


def test_days_outside_are_not_on_the_grid() -> None:
    grid = DayGrid(date(2026, 11, 25), date(2026, 12, 2))
    assert grid.weeks == 2
    assert grid.day_at(0, 1) is None
    assert grid.day_at(0, 2) == date(2026, 11, 25)
    assert grid.day_at(1, 3) is None
    assert grid.day_at(0, 7) is None


async def test_a_year_fits_in_80_columns_a_cell_a_week() -> None:
    app = MapApp()
    async with app.run_test(size=(80, 24)):
        lines = screen_lines(app)
        assert lines[0].split() == ["Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov"]
        assert [line[:4].strip() for line in lines[1:8]] == ["Mo", "", "We", "", "Fr", "", "Su"]
        assert len(lines[1]) == 4 + 52
        assert lines[8].startswith("    less ·▫□▣■ more")


async def test_with_room_a_week_is_two_cells_wide() -> None:
    app = MapApp()
    async with app.run_test(size=(112, 24)):
        assert len(screen_lines(app)[1]) == 4 + 2 * 52 - 1
        assert "· ▫ □ ▣ ■ more" in screen_lines(app)[8]


async def test_levels_marks_and_days_to_come_look_different() -> None:
    app = MapApp()
    async with app.run_test(size=(80, 24)):
        monday, tuesday, *_, sunday = screen_lines(app)[1:8]
        # From six weeks ago: paused, nothing, then levels by days ago mod 5, and today.
        assert monday[-7:] == "–··▫■□·"
        # Tomorrow is left blank.
        assert tuesday[-2:] == "▣·"
        assert len(tuesday) == 4 + 51
        # A day off; one on which something was done all the same, which counts; yesterday, when nothing was planned.
        assert sunday[-4:] == "○□·▣"
        assert len(sunday) == 4 + 50
        assert screen_lines(app)[8].endswith("– paused  ○ off")


async def test_the_week_can_begin_on_sunday() -> None:
    app = MapApp(week_start=6)
    async with app.run_test(size=(80, 24)):
        assert [line[:4].strip() for line in screen_lines(app)[1:8]] == ["Su", "", "Tu", "", "Th", "", "Sa"]


async def test_the_arrow_keys_walk_the_days() -> None:
    app = MapApp()
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.map.cursor_day == TODAY
        await pilot.press("right", "down")
        assert app.map.cursor_day == TODAY
        for key, day in (
            ("left", date(2026, 11, 16)),
            ("up", date(2026, 11, 15)),
            ("k", date(2026, 11, 14)),
            ("j", date(2026, 11, 15)),
            ("down", date(2026, 11, 16)),
            ("pageup", date(2026, 10, 19)),
            ("pagedown", date(2026, 11, 16)),
            ("right", TODAY),
            ("home", FIRST),
            ("left", FIRST),
            ("end", TODAY),
        ):
            await pilot.press(key)
            assert app.map.cursor_day == day, key
        assert app.highlighted[:3] == [TODAY, date(2026, 11, 16), date(2026, 11, 15)]


async def test_enter_opens_the_day() -> None:
    app = MapApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("left", "enter")
        assert app.opened == [date(2026, 11, 16)]


@pytest.mark.parametrize(("size", "cell"), [((80, 24), 1), ((120, 36), 2)])
async def test_a_click_selects_and_a_second_one_opens(size: tuple[int, int], cell: int) -> None:
    app = MapApp()
    async with app.run_test(size=size) as pilot:
        await pilot.click(HeatMap, offset=(4 + 50 * cell, 3))
        assert app.map.cursor_day == date(2026, 11, 18)
        await pilot.click(HeatMap, offset=(4 + 50 * cell, 3), times=2)
        assert app.opened == [date(2026, 11, 18)]


@pytest.mark.parametrize("offset", [(0, 3), (4 + 51, 4), (30, 0), (10, 8), (70, 3)])
async def test_a_click_where_no_day_is_does_nothing(offset: tuple[int, int]) -> None:
    app = MapApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(HeatMap, offset=offset)
        assert app.map.cursor_day == TODAY
        assert app.opened == []


async def test_an_arrow_key_repaints_the_two_weekdays() -> None:
    app = MapApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("left")
        app.map.drawn = []
        await pilot.press("up")
        assert sorted(app.map.drawn) == [1, 7]


async def test_on_a_narrow_screen_older_weeks_are_walked_to() -> None:
    app = MapApp()
    async with app.run_test(size=(40, 12)) as pilot:
        assert screen_lines(app)[0].split()[-1] == "Nov"
        assert "Dec" not in screen_lines(app)[0]
        await pilot.press("home")
        assert screen_lines(app)[0].split()[0] == "Dec"
        assert "Nov" not in screen_lines(app)[0]
        await pilot.press("end")
        assert screen_lines(app)[0].split()[-1] == "Nov"


async def test_the_cursor_stays_on_its_day_when_the_days_change() -> None:
    app = MapApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("left", "left")
        app.map.set_days(FIRST, TODAY, {})
        assert app.map.cursor_day == date(2026, 11, 9)
        app.map.set_days(FIRST, date(2026, 6, 1), {})
        assert app.map.cursor_day == date(2026, 6, 1)


async def test_a_map_without_days_is_still() -> None:
    class NoDays(App[None]):
        def compose(self) -> ComposeResult:
            yield HeatMap()
            yield StreakStrip()

    app = NoDays()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("left", "enter", "home", "end")
        await pilot.click(HeatMap, offset=(10, 3))
        assert screen_text(app).strip() == ""


async def test_hostile_marks_and_words_are_shown_as_typed() -> None:
    class HostileMap(App[None]):
        def compose(self) -> ComposeResult:
            yield HeatMap(low=HOSTILE, high="more")

        def on_mount(self) -> None:
            self.query_one(HeatMap).set_days(FIRST, TODAY, {}, {TODAY: HOSTILE})

    app = HostileMap()
    async with app.run_test(size=(200, 24)):
        legend = screen_lines(app)[8]
        assert legend.startswith("    [/x][@click=app.qui… ")
        assert legend.count("[/x]") == 2
        assert legend.isprintable()


class StripApp(App[None]):
    CSS = "StreakStrip { width: 1fr; }"

    def compose(self) -> ComposeResult:
        yield StreakStrip()

    def on_mount(self) -> None:
        first = TODAY - timedelta(weeks=11)
        done = {first + timedelta(days=n): 4 for n in range(84) if n % 7 < 5 and n % 9}
        self.query_one(StreakStrip).set_days(first, TODAY, done, {TODAY - timedelta(days=1): "unplanned"})


async def test_the_strip_shows_twelve_weeks_in_28_cells() -> None:
    app = StripApp()
    async with app.run_test(size=(28, 10)):
        lines = screen_lines(app)
        assert lines[0].split() == ["Sep", "Oct", "Nov"]
        assert lines[1] == "Mo  · ■ ■ ■ ■ ■ ■ ■ ■ · ■ ■"
        assert [line[:2] for line in lines[1:8]] == ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
        assert lines[8] == ""


async def test_the_strip_takes_no_focus() -> None:
    app = StripApp()
    async with app.run_test(size=(28, 10)) as pilot:
        await pilot.press("tab")
        assert app.focused is None


async def test_a_narrow_strip_shows_the_newest_weeks() -> None:
    app = StripApp()
    async with app.run_test(size=(14, 10)):
        assert screen_lines(app)[1] == "Mo  ■■■■■■■·■■"


async def test_today_is_underlined() -> None:
    app = StripApp()
    async with app.run_test(size=(28, 10)):
        monday = app.screen._compositor.render_strips()[1]
        underlined = [segment.text for segment in monday if segment.style and segment.style.underline]
        assert underlined == ["■"]
        assert monday.text.rstrip().endswith("■")


def test_both_draw_the_same_way() -> None:
    assert HeatMap._cell is StreakStrip._cell is DayGridView._cell
