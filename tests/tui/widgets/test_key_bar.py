"""The line of keys at the bottom."""

from textual.app import App, ComposeResult

from rutbreaker.tui.widgets.key_bar import Key, KeyBar
from tests.tui.screen_text import screen_lines

_KEYS = (
    Key("c", "Check in", "c"),
    Key("w", "Win", "w"),
    Key("^p", "Palette", "ctrl+p"),
    Key("?", "Help", "question_mark"),
)


class _Bar(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []

    def compose(self) -> ComposeResult:
        yield KeyBar(_KEYS)

    def on_key_bar_pressed(self, event: KeyBar.Pressed) -> None:
        self.pressed.append(event.key.press)


async def test_all_keys_stand_on_one_line_where_there_is_room() -> None:
    async with _Bar().run_test(size=(80, 5)) as pilot:
        assert screen_lines(pilot.app)[0] == " c Check in  w Win  ^p Palette  ? Help"


async def test_the_last_key_is_shown_whatever_the_width() -> None:
    async with _Bar().run_test(size=(28, 5)) as pilot:
        assert screen_lines(pilot.app)[0] == " c Check in  w Win  ? Help"
    async with _Bar().run_test(size=(12, 5)) as pilot:
        assert screen_lines(pilot.app)[0] == " ? Help"


async def test_a_click_presses_the_key_under_it() -> None:
    app = _Bar()
    async with app.run_test(size=(80, 5)) as pilot:
        await pilot.click(KeyBar, offset=(14, 0))
        await pilot.click(KeyBar, offset=(33, 0))
        assert app.pressed == ["w", "question_mark"]
