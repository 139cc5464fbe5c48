"""The list that stays quick at any length."""

from collections.abc import Hashable, Sequence

import pytest
from textual.app import App, ComposeResult
from textual.strip import Strip

from rutbreaker.tui.widgets.log_list import LogList, Row
from tests.tui.screen_text import screen_lines, screen_text
from tests.tui.widgets.hostile import HOSTILE, SHOWN, WIDE


class CountingList(LogList):
    """Remembers which lines were drawn."""

    drawn: list[int]

    def render_line(self, y: int) -> Strip:
        self.drawn = [*getattr(self, "drawn", []), y]
        return super().render_line(y)


def a_row(key: Hashable) -> Row:
    day = int(str(key)) // 3
    return Row(f"day {day}", "gratitude" if day % 2 else "win", f"entry {key}", "#ship", f"{day}")


class LogApp(App[None]):
    """Three rows a day; answers every question at once unless told to be ``slow``."""

    def __init__(self, keys: Sequence[Hashable] = range(10_000), *, slow: bool = False) -> None:
        super().__init__()
        self.log_keys = keys
        self.slow = slow
        self.wanted: list[tuple[Hashable, ...]] = []
        self.highlighted: list[Hashable] = []
        self.opened: list[Hashable] = []

    def compose(self) -> ComposeResult:
        yield CountingList(lead_width=8)

    def on_mount(self) -> None:
        self.log_list.set_keys(self.log_keys)

    @property
    def log_list(self) -> CountingList:
        return self.query_one(CountingList)

    def on_log_list_wanted(self, event: LogList.Wanted) -> None:
        assert event.control is self.log_list
        self.wanted.append(event.keys)
        if not self.slow:
            event.log_list.supply({key: a_row(key) for key in event.keys})

    def on_log_list_highlighted(self, event: LogList.Highlighted) -> None:
        self.highlighted.append(event.key)

    def on_log_list_opened(self, event: LogList.Opened) -> None:
        self.opened.append(event.key)


async def test_rows_are_drawn_in_columns_and_a_day_once() -> None:
    app = LogApp()
    async with app.run_test(size=(70, 8)):
        assert [line.rstrip(" ▁▂▃▄▅▆▇").split() for line in screen_lines(app)[:4]] == [
            ["day", "0", "win", "entry", "0", "#ship"],
            ["win", "entry", "1", "#ship"],
            ["win", "entry", "2", "#ship"],
            ["day", "1", "gratitude", "entry", "3", "#ship"],
        ]
        texts = [line.index("entry") for line in screen_lines(app)[:4]]
        assert len(set(texts)) == 1


async def test_only_the_chunk_on_the_screen_is_asked_for() -> None:
    app = LogApp()
    async with app.run_test(size=(60, 8)):
        assert app.wanted == [tuple(range(128))]


async def test_a_row_not_there_yet_is_an_ellipsis() -> None:
    app = LogApp(slow=True)
    async with app.run_test(size=(60, 8)) as pilot:
        assert {line.replace("▁", "").strip() for line in screen_lines(app)} <= {"…", ""}
        app.log_list.supply({0: a_row(0)})
        await pilot.pause()
        assert screen_lines(app)[0].split()[:3] == ["day", "0", "win"]
        assert screen_lines(app)[1].strip() == "…"


async def test_an_arrow_key_repaints_two_lines() -> None:
    app = LogApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down")
        app.log_list.drawn = []
        await pilot.press("down")
        assert sorted(app.log_list.drawn) == [2, 3]


async def test_the_cursor_is_drawn_and_moves_by_every_key() -> None:
    app = LogApp()
    async with app.run_test(size=(60, 8)) as pilot:
        log_list = app.log_list
        for key, position in (
            ("down", 1), ("j", 2), ("up", 1), ("k", 0), ("up", 0),
            ("pagedown", 7), ("pagedown", 14), ("pageup", 7), ("end", 9_999), ("down", 9_999), ("home", 0),
        ):  # fmt: skip
            await pilot.press(key)
            assert log_list.cursor == position, key
        assert app.highlighted == [0, 1, 2, 1, 0, 7, 14, 7, 9_999, 0]


async def test_the_cursor_stays_in_sight() -> None:
    app = LogApp()
    async with app.run_test(size=(60, 8)) as pilot:
        await pilot.press("end")
        assert "entry 9999" in screen_lines(app)[-1]
        await pilot.press("home")
        assert "entry 0" in screen_lines(app)[0]
        await pilot.press(*["down"] * 8)
        assert "entry 8" in screen_lines(app)[-1]
        assert screen_lines(app)[0].endswith("entry 1")


async def test_the_topmost_row_always_says_its_day() -> None:
    app = LogApp()
    async with app.run_test(size=(60, 8)) as pilot:
        await pilot.press("end")
        lines = screen_lines(app)
        assert lines[0].split()[:2] == ["day", "3330"]
        assert lines[1].split()[:2] == ["day", "3331"]
        assert not lines[2].strip().startswith("day")


async def test_far_rows_come_when_they_are_reached() -> None:
    app = LogApp()
    async with app.run_test(size=(60, 8)) as pilot:
        await pilot.press("end")
        assert app.wanted[-1] == tuple(range(9_984, 10_000))
        await pilot.press("home")
        assert len(app.wanted) == 2


async def test_enter_opens_the_row_under_the_cursor() -> None:
    app = LogApp()
    async with app.run_test(size=(60, 8)) as pilot:
        await pilot.press("down", "enter")
        assert app.opened == [1]


async def test_a_click_selects_and_a_second_one_opens() -> None:
    app = LogApp()
    async with app.run_test(size=(60, 8)) as pilot:
        await pilot.press("pagedown", "pagedown")
        top = app.log_list.scroll_offset.y
        await pilot.click(LogList, offset=(10, 3))
        assert app.log_list.highlighted == top + 3
        assert app.opened == []
        await pilot.click(LogList, offset=(10, 3), times=2)
        assert app.opened == [top + 3]


async def test_an_empty_list_shows_and_does_nothing() -> None:
    app = LogApp(keys=())
    async with app.run_test(size=(60, 8)) as pilot:
        await pilot.press("down", "end", "enter", "pageup")
        await pilot.click(LogList, offset=(3, 3))
        assert screen_text(app).strip() == ""
        assert app.log_list.highlighted is None
        assert (app.wanted, app.highlighted, app.opened) == ([], [], [])


async def test_the_cursor_stays_on_its_key_when_the_keys_change() -> None:
    app = LogApp(keys=list(range(1, 100)))
    async with app.run_test(size=(60, 8)) as pilot:
        await pilot.press("down", "down")
        app.log_list.set_keys(list(range(100)))
        await pilot.pause()
        assert app.log_list.highlighted == 3
        assert app.highlighted == [1, 2, 3]
        assert "entry 0" in screen_lines(app)[0]


async def test_a_row_added_above_does_not_move_what_is_being_read() -> None:
    app = LogApp(keys=list(range(10, 1000)))
    async with app.run_test(size=(60, 8)) as pilot:
        await pilot.press(*["pagedown"] * 5)
        before = [line[:50] for line in screen_lines(app)]
        app.log_list.set_keys(list(range(1000)))
        await pilot.pause()
        assert [line[:50] for line in screen_lines(app)] == before


async def test_the_cursor_keeps_its_place_when_its_row_is_gone() -> None:
    app = LogApp(keys=list(range(100)))
    async with app.run_test(size=(60, 8)) as pilot:
        await pilot.press("down", "down")
        app.log_list.set_keys([key for key in range(100) if key != 2])
        await pilot.pause()
        assert app.log_list.cursor == 2
        assert app.highlighted[-1] == 3
        app.log_list.set_keys([0, 1])
        await pilot.pause()
        assert app.log_list.highlighted == 1


async def test_a_changed_row_is_asked_for_and_drawn_anew() -> None:
    app = LogApp(keys=list(range(100)))
    async with app.run_test(size=(60, 8)) as pilot:
        app.slow = True
        app.log_list.set_keys(list(range(100)))
        await pilot.pause()
        assert app.wanted[-1] == tuple(range(100))
        assert "entry 0" in screen_text(app)
        app.log_list.supply({0: a_row(0)._replace(text="changed")})
        await pilot.pause()
        assert "changed" in screen_lines(app)[0]


async def test_a_key_can_be_gone_to() -> None:
    app = LogApp(keys=list(range(1000)))
    async with app.run_test(size=(60, 8)) as pilot:
        assert app.log_list.move_to(500)
        await pilot.pause()
        assert app.log_list.highlighted == 500
        assert "entry 500" in screen_text(app)
        assert not app.log_list.move_to("nowhere")
        assert app.log_list.highlighted == 500


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
async def test_hostile_and_wide_text_keeps_to_its_row(width: int) -> None:
    app = LogApp(keys=[0, 1, 2], slow=True)
    async with app.run_test(size=(width, 8)) as pilot:
        app.log_list.supply({0: Row(HOSTILE, HOSTILE, HOSTILE, HOSTILE), 1: Row(WIDE, WIDE, WIDE, WIDE), 2: a_row(2)})
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        assert {strip.cell_length for strip in strips} == {width}
        text = screen_text(app)
        assert "[/x]" in text
        assert not [character for character in text if character != "\n" and not character.isprintable()]
        assert (SHOWN in text) == (width >= 120)
        assert "entry 2" in screen_lines(app)[2]


async def test_at_40_columns_the_badge_is_one_letter() -> None:
    app = LogApp()
    async with app.run_test(size=(40, 8)):
        assert screen_lines(app)[0].split() == ["day", "0", "w", "entry", "0"]
        assert screen_lines(app)[3].split() == ["day", "1", "g", "entry", "3"]


async def test_it_follows_the_size_of_the_screen() -> None:
    app = LogApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown")
        await pilot.resize_terminal(50, 6)
        assert "entry 23" in screen_text(app)
        assert app.log_list.virtual_size.height == 10_000
