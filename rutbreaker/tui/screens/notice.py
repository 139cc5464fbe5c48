"""A sentence that must be read before going on."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from rutbreaker.domain.text import clean
from rutbreaker.tui.screens.dialog import Dialog
from rutbreaker.tui.widgets.key_bar import Key, KeyBar


class Notice(Dialog[None]):
    """Says something, under a title, until Enter or Escape."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "cancel", "Close", show=False),
    ]
    """Going on."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__(title)
        self.text = text

    def compose_box(self) -> ComposeResult:
        """What stands in the box."""
        yield Static(clean(self.text), markup=False)
        yield KeyBar([Key("Enter", "Close", "enter")])
