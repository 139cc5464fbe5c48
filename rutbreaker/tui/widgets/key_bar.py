"""The line at the bottom: which keys do something here."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual.app import RenderResult
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

_GAP = 2


class Key(NamedTuple):
    """A key as a person reads it, what it does in a word, and the key as Textual names it."""

    key: str
    label: str
    press: str


class KeyBar(Widget):
    """Keys and what they do on one line, as many as fit; a click posts ``KeyBar.Pressed``."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-bar--key", "key-bar--label"}
    """The key, and what it does."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    KeyBar {
        height: 1; padding: 0 1;
        .key-bar--key { color: $primary; text-style: bold; }
        .key-bar--label { color: $text-muted; }
    }
    """

    keys: reactive[tuple[Key, ...]] = reactive(())
    """The keys, the most useful first; the last one is shown whatever the width."""

    class Pressed(Message):
        """A key was clicked: do what it does."""

        def __init__(self, key: Key) -> None:
            super().__init__()
            self.key = key

    def __init__(self, keys: Sequence[Key] = (), *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.set_reactive(KeyBar.keys, tuple(keys))

    def render(self) -> RenderResult:
        """The keys that fit."""
        parts = [
            Content.assemble((key.key, ".key-bar--key"), " ", (key.label, ".key-bar--label")) for key in self._fitting()
        ]
        return Content(" " * _GAP).join(parts)

    def on_click(self, event: Click) -> None:
        """Tell which key was clicked."""
        offset = event.get_content_offset(self)
        start = 0
        for key in self._fitting():
            end = start + _width(key)
            if offset is not None and start <= offset.x < end:
                self.post_message(self.Pressed(key))
                return
            start = end + _GAP

    def _fitting(self) -> list[Key]:
        """The keys from the first on, as many as there is room for; the last one always has its place."""
        *others, last = self.keys or (None,)
        if last is None:
            return []
        fitting, room = list[Key](), self.content_size.width - _width(last)
        for key in others:
            room -= _width(key) + _GAP
            if room < 0:
                break
            fitting.append(key)
        return [*fitting, last]


def _width(key: Key) -> int:
    return cell_len(key.key) + 1 + cell_len(key.label)
