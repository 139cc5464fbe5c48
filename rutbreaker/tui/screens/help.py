"""What a pane is for, and every key that does something there."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from rutbreaker.actions import ANYWHERE, PANES, PURPOSES, Action, actions_in
from rutbreaker.keys import all_keys_of
from rutbreaker.tui.screens.dialog import Dialog
from rutbreaker.tui.widgets.card import Card


class Help(Dialog[None]):
    """The help of one pane, made from the table of actions with the keys that are in force."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,enter,q", "cancel", "Close", show=False),
        Binding("j", "scroll(1)", "Down", show=False),
        Binding("k", "scroll(-1)", "Up", show=False),
    ]
    """Leaving the help, and scrolling it; the arrow keys do too."""

    DEFAULT_CSS = """
    Help {
        .help-row { height: auto; }
        .help-keys { width: 10; color: $primary; text-style: bold; }
        .help-does { width: 1fr; }
    }
    """

    def __init__(self, pane: str, keys: Mapping[str, str]) -> None:
        super().__init__(PANES[pane])
        self.pane = pane
        self.keys = keys

    def compose_box(self) -> ComposeResult:
        """What stands in the box."""
        with VerticalScroll(id="help-text"):
            yield Static(PURPOSES[self.pane], markup=False, classes="help-purpose")
            own = actions_in(self.pane)
            if own:
                yield from self._table(own)
            yield Static("Everywhere", markup=False, classes="help-heading")
            yield from self._table(actions_in(ANYWHERE))
            yield Static(_MOVING, markup=False, classes="help-moving")

    def on_mount(self) -> None:
        """Let the arrow keys scroll at once."""
        self.query_one(".dialog-box", Card).subtitle = "Esc closes"
        self.query_one("#help-text").focus()

    def action_scroll(self, step: int) -> None:
        """Scroll by a line."""
        self.query_one("#help-text").scroll_relative(y=step, animate=False)

    def _table(self, actions: tuple[Action, ...]) -> ComposeResult:
        """A row for each action: its keys, and beside them what it does, perhaps on several lines."""
        for action in actions:
            with Horizontal(classes="help-row"):
                yield Static(all_keys_of(action, self.keys), markup=False, classes="help-keys")
                yield Static(action.help, markup=False, classes="help-does")


_MOVING = (
    "Move with the arrow keys or j and k, between boxes with Tab. In a form Enter saves, or Ctrl+S after a "
    "long text; Esc leaves, and what was typed is kept as a draft. Letters are text while a field has the focus."
)
