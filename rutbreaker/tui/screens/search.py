"""Searching everything that was written, as the words are typed."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from rutbreaker.domain.log import KIND_NAMES, Hit, LogLine, shown_text
from rutbreaker.domain.text import clean, one_line
from rutbreaker.journal.log import find_words
from rutbreaker.tui.screens.dialog import Dialog
from rutbreaker.tui.widgets.key_bar import Key, KeyBar

_MOST = 50
_HINT = "Wins, gratitude, check-ins, reflections, goals, steps, sessions, people and contacts, the newest first."


class Search(Dialog[tuple[str, str]]):
    """A line to type words on and what holds them below it; the kind and id of the one chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Next", show=False, priority=True),
        Binding("up", "move(-1)", "Previous", show=False, priority=True),
        Binding("pagedown", "move(8)", "Next ones", show=False, priority=True),
        Binding("pageup", "move(-8)", "Previous ones", show=False, priority=True),
    ]
    """Moving through what was found while typing."""

    TITLE_OF_BOX = "Search"

    def __init__(self, ask: Callable[..., Awaitable[Any]]) -> None:
        super().__init__()
        self._ask = ask
        self._keys: list[tuple[str, str]] = []

    def compose_box(self) -> ComposeResult:
        """What stands in the box."""
        yield Input(placeholder="words, or the beginning of one", compact=True, id="search-input")
        yield OptionList(id="search-list", markup=False, compact=True)
        yield Static(_HINT, id="search-hint", markup=False)
        yield KeyBar([Key("Enter", "Go there", "enter"), Key("↑↓", "Move", "down"), Key("Esc", "Close", "escape")])

    def on_mount(self) -> None:
        """Start with the line to type on."""
        self.query_one(OptionList).display = False
        self.query_one(Input).focus()

    @on(Input.Changed)
    def look(self, message: Input.Changed) -> None:
        """Look for what is typed now."""
        self._look(message.value)

    @on(Input.Submitted)
    def take_highlighted(self) -> None:
        """Choose the one under the cursor."""
        self.query_one(OptionList).action_select()

    @on(OptionList.OptionSelected)
    def take(self, message: OptionList.OptionSelected) -> None:
        """Choose."""
        self.dismiss(self._keys[message.option_index])

    def action_move(self, step: int) -> None:
        """Move through what was found."""
        found = self.query_one(OptionList)
        if found.option_count:
            found.highlighted = min(max((found.highlighted or 0) + step, 0), found.option_count - 1)

    @work(exclusive=True, group="search", exit_on_error=False)
    async def _look(self, words: str) -> None:
        self._show(words, await self._ask(find_words, words, _MOST))

    def _show(self, words: str, hits: Sequence[Hit]) -> None:
        found, hint = self.query_one(OptionList), self.query_one("#search-hint", Static)
        self._keys = [(hit.line.kind, hit.line.id) for hit in hits]
        found.clear_options()
        found.add_options(Option(_row(hit)) for hit in hits)
        found.display = bool(hits)
        if hits:
            found.highlighted = 0
        hint.update(_beneath(words, len(hits)))


def _beneath(words: str, count: int) -> str:
    """What stands under the list: what is searched, how much was found, or that there is nothing."""
    if not words.strip():
        return _HINT
    if not count:
        return f"Nothing found for “{one_line(words, 40)}”. Fewer words, or the beginning of one, find more."
    if count == _MOST:
        return f"The newest {_MOST}; another word finds fewer."
    return f"{count} found"


def _row(hit: Hit) -> Content:
    """One thing found: its day and kind, and the piece of its text with the words marked."""
    line = hit.line
    snippet = hit.snippet if hit.found else shown_text(line)
    text = Content(_same_length(snippet))
    for start, end in hit.found:
        text = text.stylize("bold $accent", start, end)
    return Content.assemble((_lead(line), "$text-muted"), text)


def _lead(line: LogLine) -> str:
    return f"{line.day.isoformat()} {KIND_NAMES.get(line.kind, line.kind):<10} "


def _same_length(snippet: str) -> str:
    """The snippet made safe to show, sign by sign, so that the places of the words stay right."""
    return "".join(sign if sign.isprintable() else clean(sign) if len(clean(sign)) == 1 else " " for sign in snippet)
