"""One question of the check-in."""

import pytest
from textual.app import App, ComposeResult

from rutbreaker.tui.widgets.rating import RatingRow, RatingState, dots
from tests.tui.screen_text import region_text, screen_lines, screen_text
from tests.tui.widgets.hostile import HOSTILE, SHOWN


class RatingApp(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.rated: list[tuple[str | None, int]] = []

    def compose(self) -> ComposeResult:
        yield RatingRow("Energy", "running on empty", "plenty left", id="energy", value=3, state="answered")
        yield RatingRow("Interest", "couldn't care less", "absorbed", id="interest", state="current")
        yield RatingRow("Pressure", "plenty of room", "too much", id="pressure")
        yield RatingRow("People", "alone with it", "backed", id="people", state="skipped")

    def on_rating_row_rated(self, event: RatingRow.Rated) -> None:
        assert event.control is event.row
        self.rated.append((event.row.id, event.value))


def test_dots_are_five_wide_whatever_they_say() -> None:
    assert [dots(value) for value in (1, 3, 5)] == ["●○○○○", "●●●○○", "●●●●●"]
    assert dots(None) == "–    "


async def test_every_row_is_one_line_at_80_columns() -> None:
    app = RatingApp()
    async with app.run_test(size=(80, 24)):
        assert screen_lines(app)[:4] == [
            "   Energy      ● ● ● ○ ○   running on empty … plenty left",
            " › Interest    ○ ○ ○ ○ ○   couldn't care less … absorbed",
            "   Pressure    ○ ○ ○ ○ ○   plenty of room … too much",
            "   People      –           alone with it … backed",
        ]


async def test_on_a_narrow_screen_the_current_row_tells_its_ends_below() -> None:
    app = RatingApp()
    async with app.run_test(size=(40, 12)):
        assert screen_lines(app)[:5] == [
            "   Energy      ● ● ● ○ ○",
            " › Interest    ○ ○ ○ ○ ○",
            "   couldn't care less … absorbed",
            "   Pressure    ○ ○ ○ ○ ○",
            "   People      –",
        ]


async def test_rating_moves_the_pointer_and_fills_the_dots() -> None:
    app = RatingApp()
    async with app.run_test(size=(80, 24)) as pilot:
        interest, pressure = app.query_one("#interest", RatingRow), app.query_one("#pressure", RatingRow)
        interest.value, interest.state, pressure.state = 2, "answered", "current"
        await pilot.pause()
        assert screen_lines(app)[1].startswith("   Interest    ● ● ○ ○ ○")
        assert screen_lines(app)[2].startswith(" › Pressure ")


@pytest.mark.parametrize("state", ["unanswered", "current", "answered", "skipped"])
async def test_each_state_is_a_class_of_its_own(state: RatingState) -> None:
    app = RatingApp()
    async with app.run_test() as pilot:
        row = app.query_one("#energy", RatingRow)
        row.state = state
        await pilot.pause()
        assert row.classes == {f"-{state}"}


async def test_the_current_row_stands_out_by_ground_and_weight() -> None:
    app = RatingApp()
    async with app.run_test():
        current, other = app.query_one("#interest", RatingRow), app.query_one("#pressure", RatingRow)
        assert current.rich_style.bgcolor != other.rich_style.bgcolor
        assert current.rich_style.bold


async def test_a_rating_stays_between_1_and_5() -> None:
    app = RatingApp()
    async with app.run_test():
        row = app.query_one("#energy", RatingRow)
        row.value = 9
        assert row.value == 5
        row.value = 0
        assert row.value == 1
        row.value = None
        assert row.value is None


@pytest.mark.parametrize(("x", "value"), [(15, 1), (16, 1), (17, 2), (23, 5), (24, 5)])
async def test_a_click_on_a_dot_rates(x: int, value: int) -> None:
    app = RatingApp()
    async with app.run_test(size=(80, 24)) as pilot:
        assert screen_lines(app)[0][15] == "●"
        await pilot.click("#energy", offset=(x, 0))
        assert app.rated == [("energy", value)]


@pytest.mark.parametrize("x", [3, 14, 25, 40])
async def test_a_click_beside_the_dots_does_not(x: int) -> None:
    app = RatingApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click("#energy", offset=(x, 0))
        assert app.rated == []


async def test_hostile_labels_are_shown_as_typed() -> None:
    class HostileApp(App[None]):
        def compose(self) -> ComposeResult:
            yield RatingRow(HOSTILE, HOSTILE, "fine", label_width=60)

    app = HostileApp()
    async with app.run_test(size=(200, 12)):
        assert screen_text(app).count(SHOWN) == 2


async def test_a_wide_label_keeps_its_column() -> None:
    class WideApp(App[None]):
        def compose(self) -> ComposeResult:
            yield RatingRow("面白い本を読んだ", "low", "high")

    app = WideApp()
    async with app.run_test(size=(80, 12)):
        row = app.query_one(RatingRow)
        assert region_text(app, row.region) == "   面白い本…   ○ ○ ○ ○ ○   low … high"
