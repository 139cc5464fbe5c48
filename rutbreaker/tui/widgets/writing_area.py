"""Room to write longer texts in."""

from textual import events
from textual.widgets import TextArea

from rutbreaker.domain.text import clean
from rutbreaker.tui.widgets.writing import Writing


class WritingArea(TextArea, Writing):
    """A calm sheet: lines wrap softly, nothing blinks, Tab moves on, and what is shown is safe for the terminal.

    A control character that it is given or that is pasted becomes a visible sign, because no widget keeps one from the
    terminal (Textual 8.2.8). ``written`` is what was given, exactly, as long as nobody changed it.
    """

    DEFAULT_CSS = """
    WritingArea { height: 1fr; border: none; padding: 0; background: $surface; &:focus { border: none; } }
    """

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(
            clean(text),
            soft_wrap=True,
            tab_behavior="focus",
            compact=True,
            highlight_cursor_line=False,
            id=id,
            classes=classes,
        )
        self.cursor_blink = False
        self._given, self._shown = text, self.text

    @property
    def written(self) -> str:
        """What stands here; exactly what was given, when that was not changed."""
        return self._given if self.text == self._shown else self.text

    def give(self, text: str) -> None:
        """Put a text here."""
        self.text = clean(text)
        self._given, self._shown = text, self.text

    def on_paste(self, event: events.Paste) -> None:
        """Make what is pasted safe, before it is put in."""
        event.text = clean(event.text)
