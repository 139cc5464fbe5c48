"""One of a few words."""

from textual.app import App, ComposeResult

from rutbreaker.tui.widgets.choice import Choice
from tests.tui.screen_text import screen_lines

_OPTIONS = [("", "no source"), ("interest", "Lost interest"), ("alone", "面白い"), ("recognition", "No recognition")]


class ChoiceApp(App[None]):
    def compose(self) -> ComposeResult:
        yield Choice(_OPTIONS)


async def test_a_word_of_several_parts_is_never_broken() -> None:
    app = ChoiceApp()
    async with app.run_test(size=(30, 6)):
        assert [line.rstrip() for line in screen_lines(app)][:3] == [
            "[no source]  Lost interest",
            " 面白い   No recognition",
            "",
        ]
        assert app.query_one(Choice).size.height == 2


async def test_a_click_chooses_on_every_line() -> None:
    app = ChoiceApp()
    async with app.run_test(size=(30, 6)) as pilot:
        await pilot.click(Choice, offset=(10, 1))
        assert app.query_one(Choice).value == "recognition"
        await pilot.click(Choice, offset=(3, 1))
        assert app.query_one(Choice).value == "alone"
        await pilot.click(Choice, offset=(14, 0))
        assert app.query_one(Choice).value == "interest"
