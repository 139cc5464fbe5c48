"""Searching everything that was written, as the words are typed."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from rutbreaker.domain.log import kind_name, shown_text
from rutbreaker.domain.search import Hit
from rutbreaker.domain.text import one_line
from rutbreaker.journal.days import read_day
from rutbreaker.journal.log import find_words
from rutbreaker.tui.rows import short_day
from rutbreaker.tui.screens.dialog import Dialog
from rutbreaker.tui.widgets.key_bar import Key, KeyBar
from rutbreaker.tui.widgets.row_list import Line, RowList
from rutbreaker.tui.widgets.safe_input import SafeInput

_MOST = 50
_ROOMY = 44
"""From this width on a line says of what kind it is."""
_LONGEST = 400
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

    DEFAULT_CSS = """
    Search {
        .dialog-box { height: 94%; max-height: 32; }
        #search-list { height: 1fr; margin-top: 1; }
        #search-hint { color: $text-muted; margin-top: 1; }
        &.-low #search-list, &.-low #search-hint { margin-top: 0; }
    }
    """

    _today: date | None = None

    def compose_box(self) -> ComposeResult:
        """What stands in the box."""
        yield SafeInput(placeholder="words, or the beginning of one", id="search-input")
        yield RowList(id="search-list")
        yield Static(_HINT, id="search-hint", markup=False)
        yield KeyBar([Key("Enter", "Go there", "enter"), Key("↑↓", "Move", "down"), Key("Esc", "Close", "escape")])

    def on_mount(self) -> None:
        """Start with the line to type on."""
        self.query_one(Input).focus()

    @on(Input.Changed)
    def look(self, message: Input.Changed) -> None:
        """Look for what is typed now."""
        self._look(message.value)

    @on(Input.Submitted)
    def take_highlighted(self) -> None:
        """Choose the one under the cursor."""
        self.query_one(RowList).action_select()

    @on(OptionList.OptionSelected)
    def take(self, message: OptionList.OptionSelected) -> None:
        """Choose."""
        kind, _, row = (message.option_id or "").partition(" ")
        self.dismiss((kind, row))

    def action_move(self, step: int) -> None:
        """Move through what was found."""
        found = self.query_one(RowList)
        if found.option_count:
            found.highlighted = min(max((found.highlighted or 0) + step, 0), found.option_count - 1)

    @work(exclusive=True, group="search", exit_on_error=False)
    async def _look(self, words: str) -> None:
        if self._today is None:
            self._today = await self.ask(read_day, "")
        self._show(words, await self.ask(find_words, words, _MOST))

    def _show(self, words: str, hits: Sequence[Hit]) -> None:
        found, today = self.query_one(RowList), self._today
        found.show_rows(lambda width: [_row(hit, today, width) for hit in hits])
        if hits:
            found.highlighted = 0
        self.query_one("#search-hint", Static).update(_beneath(words, len(hits)))


def _beneath(words: str, count: int) -> str:
    """What stands under the list: what is searched, how much was found, or that there is nothing."""
    if not words.strip():
        return _HINT
    if not count:
        return f"Nothing found for “{one_line(words, 40)}”. Fewer words, or the beginning of one, find more."
    if count == _MOST:
        return f"The newest {_MOST}; another word finds fewer."
    return f"{count} found"


def _row(hit: Hit, today: date | None, width: int) -> Line:
    """One thing found: its day and kind, and the piece of its text with the words marked, on one line."""
    line = hit.line
    kind = f"{kind_name(line.kind):<10} " if width >= _ROOMY else ""
    text = Content(one_line(hit.snippet) if hit.found else one_line(shown_text(line), _LONGEST))
    for start, end in hit.found:
        text = text.stylize("bold underline", start, end)
    row = Content.assemble(f"{short_day(line.day, today):<7} {kind}", text)
    return Line(f"{line.kind} {line.id}", row.truncate(width, ellipsis=True) if width else row)
