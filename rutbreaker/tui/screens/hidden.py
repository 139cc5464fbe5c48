"""A screen that shows nothing, for when somebody walks by."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static


class Hidden(ModalScreen[None]):
    """Covers everything at once. Any key says how to go on; Enter does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "return_to_work", "Return", show=False),
    ]
    """Going back."""

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield Static("", id="hidden-line", markup=False)

    def on_key(self) -> None:
        """Say how to go on, and nothing about what is behind."""
        self.query_one("#hidden-line", Static).update("Enter to return")

    def action_return_to_work(self) -> None:
        """Uncover the screen."""
        self.dismiss(None)
