"""What a pane says when it has nothing to show."""

from textual.app import App, ComposeResult

from rutbreaker.tui.widgets.empty_state import EmptyState
from tests.tui.screen_text import screen_text
from tests.tui.widgets.hostile import HOSTILE, SHOWN


class EmptyApp(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []

    def compose(self) -> ComposeResult:
        yield EmptyState("Wins keep you in the loop, however small.", "w", "log a win")

    def on_empty_state_pressed(self, event: EmptyState.Pressed) -> None:
        assert event.control is self.query_one(EmptyState)
        self.pressed.append(event.key)


def key_cap_stands_out(app: App[None], key: str) -> bool:
    """Whether the key is drawn on a ground of its own."""
    segments = [segment for strip in app.screen._compositor.render_strips() for segment in strip]
    cap = next(segment for segment in segments if segment.text == f" {key} ")
    others = {segment.style.bgcolor for segment in segments if segment.style and segment is not cap}
    return cap.style is not None and cap.style.bgcolor not in others


async def test_it_says_what_for_and_which_key() -> None:
    app = EmptyApp()
    async with app.run_test(size=(80, 24)):
        text = screen_text(app)
        assert "Wins keep you in the loop, however small." in text
        assert " w  log a win" in text
        assert key_cap_stands_out(app, "w")


async def test_it_wraps_on_a_narrow_screen() -> None:
    app = EmptyApp()
    async with app.run_test(size=(24, 12)):
        words = screen_text(app).split()
        assert words == ["Wins", "keep", "you", "in", "the", "loop,", "however", "small.", "w", "log", "a", "win"]


async def test_it_can_be_set() -> None:
    app = EmptyApp()
    async with app.run_test(size=(100, 24)) as pilot:
        empty = app.query_one(EmptyState)
        empty.purpose, empty.key, empty.action = HOSTILE, "", "never shown"
        await pilot.pause()
        text = screen_text(app)
        assert SHOWN in text
        assert "never shown" not in text


async def test_a_click_asks_for_the_key() -> None:
    app = EmptyApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(EmptyState)
        assert app.pressed == ["w"]


class KeyedApp(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []

    def compose(self) -> ComposeResult:
        yield EmptyState("Wins keep you in the loop.", "w", "log a win", binding="log-win")

    def on_empty_state_key_asked(self, event: EmptyState.KeyAsked) -> None:
        assert event.empty_state.binding == "log-win"
        event.empty_state.name_key("/", "slash")

    def on_empty_state_pressed(self, event: EmptyState.Pressed) -> None:
        self.pressed.append(event.key)


async def test_another_key_than_the_usual_is_shown_and_pressed() -> None:
    app = KeyedApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert " /  log a win" in screen_text(app)
        await pilot.click(EmptyState)
        assert app.pressed == ["slash"]
