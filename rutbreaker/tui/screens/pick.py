"""Choosing one of many, by typing a part of it."""

from collections.abc import Sequence
from functools import partial
from textwrap import wrap
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from rutbreaker.domain.text import one_line
from rutbreaker.tui.screens.dialog import Dialog
from rutbreaker.tui.widgets.drawn import Drawn
from rutbreaker.tui.widgets.key_bar import Key, KeyBar
from rutbreaker.tui.widgets.safe_input import SafeInput

_MOST = 200


class Pick(Dialog[str]):
    """A list of words with a line above it that narrows it down; the value of the one chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Next", show=False, priority=True),
        Binding("up", "move(-1)", "Previous", show=False, priority=True),
    ]
    """Moving through the list while typing."""

    def __init__(self, title: str, options: Sequence[tuple[str, str]], chosen: str = "") -> None:
        super().__init__(title)
        self.options = tuple(options)
        self.chosen = chosen

    def compose_box(self) -> ComposeResult:
        """What stands in the box."""
        yield SafeInput(placeholder="type to narrow down", id="pick-input")
        yield OptionList(id="pick-list", markup=False, compact=True)
        yield KeyBar([Key("Enter", "Choose", "enter"), Key("↑↓", "Move", "down"), Key("Esc", "Cancel", "escape")])

    def on_mount(self) -> None:
        """Show all, with what is chosen now selected."""
        self._show("")
        values = [value for value, _ in self.options]
        if self.chosen in values[:_MOST]:
            self.query_one(OptionList).highlighted = values.index(self.chosen)
        self.query_one(Input).focus()

    @on(Input.Changed)
    def narrow(self, message: Input.Changed) -> None:
        """Show what holds the text typed."""
        self._show(message.value)

    @on(Input.Submitted)
    def take_highlighted(self) -> None:
        """Choose the one under the cursor."""
        self.query_one(OptionList).action_select()

    @on(OptionList.OptionSelected)
    def take(self, message: OptionList.OptionSelected) -> None:
        """Choose."""
        self.dismiss(message.option.id)

    def action_move(self, step: int) -> None:
        """Move the cursor of the list."""
        options = self.query_one(OptionList)
        if options.option_count:
            options.highlighted = ((options.highlighted or 0) + step) % options.option_count

    def _show(self, text: str) -> None:
        fitting = [(value, word) for value, word in self.options if text.lower() in word.lower()][:_MOST]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(Drawn(partial(_hanging, word)), id=value) for value, word in fitting)
        if fitting:
            options.highlighted = 0


def _hanging(word: str, width: int) -> Content:
    """A text over as many lines as it takes, all but the first set in, so that each choice is seen to begin."""
    line, room = one_line(word), max(width, 8)
    return Content(line if cell_len(line) <= room else "\n".join(wrap(line, room, subsequent_indent="  ")))
