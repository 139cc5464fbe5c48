"""What stands on the very first screen: a greeting, and the ways to begin."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from rutbreaker.tui.widgets.empty_state import EmptyState


class Door(NamedTuple):
    """A way to begin: its binding, its usual key as a person reads it, what it does, and what that takes."""

    binding: str
    key: str
    does: str
    takes: str


class Welcome(Vertical, can_focus=False):
    """A greeting in the middle of the screen, below it a line for each door, and a hint; a click presses the key.

    Args:
        greeting: a sentence or two.
        doors: the ways to begin.
        hint: what stands beneath them.
    """

    DEFAULT_CSS = """
    Welcome {
        align: center middle;
        & > * { width: 66; max-width: 100%; height: auto; padding: 0 1; }
        & > EmptyState { text-align: left; content-align: left top; margin-top: 1; }
        & > .welcome--hint { color: $text-muted; margin-top: 1; }
    }
    """

    def __init__(self, greeting: str, doors: Sequence[Door], hint: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._greeting = greeting
        self._doors = tuple(doors)
        self._hint = hint

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield Static(self._greeting, markup=False)
        keys = max(len(door.key) for door in self._doors)
        column = max(len(door.does) for door in self._doors)
        for door in self._doors:
            does = f"{door.does:<{column}}  {door.takes}"
            yield EmptyState(key=door.key, action=does, binding=door.binding, room=keys)
        yield Static(self._hint, classes="welcome--hint", markup=False)
