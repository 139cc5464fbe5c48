"""A line to write in."""

from typing import Any

from textual import events
from textual.widgets import Input

from rutbreaker.domain.text import one_line
from rutbreaker.tui.widgets.writing import Writing


class SafeInput(Input, Writing):
    """A line in which every control character, given or pasted, stands as a visible sign, as it does everywhere.

    Several lines that are pasted become one. ``written`` is what was given, exactly, as long as nobody changed it.
    """

    def __init__(self, value: str = "", **options: Any) -> None:
        self._given = value
        super().__init__(value, compact=True, **options)

    @property
    def written(self) -> str:
        """What stands here; exactly what was given, when that was not changed."""
        return self._given if self.value == one_line(self._given) else self.value

    def give(self, text: str) -> None:
        """Put a text here."""
        self._given = text
        self.value = text

    def validate_value(self, value: str) -> str:
        """Make whatever comes here safe for the terminal (no widget of Textual 8.2.8 does)."""
        return one_line(value)

    def on_paste(self, event: events.Paste) -> None:
        """Make one line of what is pasted; only its first would be taken."""
        event.text = " ".join(event.text.splitlines())
