"""A screen of ours forgets nothing that came to it, whoever asks for sizes meanwhile."""

from textual.app import App, ComposeResult
from textual.color import Color
from textual.events import Event, Resize, Show
from textual.screen import Screen
from textual.widgets import Static

from rutbreaker.tui.screens.own import OwnScreen


class Late(Static):
    """Notes that it is told of its size, and that it is shown."""

    def __init__(self) -> None:
        super().__init__("here")
        self.told: list[type[Event]] = []

    def on_resize(self) -> None:
        """Note it."""
        self.told.append(Resize)

    def on_show(self) -> None:
        """Note it."""
        self.told.append(Show)


class Page(App[None]):
    """A line of text on a screen of ours."""

    def get_default_screen(self) -> Screen[None]:
        """The screen."""
        return OwnScreen()

    def compose(self) -> ComposeResult:
        """Begin with one line."""
        yield Static("first")


async def test_what_comes_is_told_so_although_a_size_was_asked_for_before_it_was_laid_out() -> None:
    page = Page()
    async with page.run_test(size=(20, 5)) as pilot:
        late = Late()
        with page.batch_update():
            await page.mount(late)
            # As Textual notes by itself, at a moment of its own, when it hears of what is new.
            page.screen._compositor._full_map_invalidated = True
            assert page.query(Static).first().region.height == 1
        await pilot.pause()
        assert set(late.told) == {Resize, Show}


class Noting(Static):
    """Notes the colours that its text is given."""

    def __init__(self) -> None:
        super().__init__("first")
        self.colours: list[Color] = []

    def notify_style_update(self) -> None:
        """Note it."""
        super().notify_style_update()
        self.colours.append(self.styles.color)


class Coloured(OwnScreen[None]):
    """A screen with one line."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Noting()


class Narrow(App[None]):
    """An app that takes its terminal for narrow."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]  # noqa: RUF012 - as Textual declares it
    CSS = "Screen.-narrow Noting { color: red; }"

    def get_default_screen(self) -> Screen[None]:
        """The screen."""
        return Coloured()


async def test_what_comes_is_styled_once_for_the_width_of_the_terminal() -> None:
    page = Narrow()
    async with page.run_test(size=(20, 5)):
        assert page.screen.query_one(Noting).colours == [Color.parse("red")]
