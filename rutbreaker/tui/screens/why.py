"""Why a streak is the number it is: the rule, what counted, what would break it, what one more does."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from rutbreaker.domain.text import one_line
from rutbreaker.domain.why_words import Part
from rutbreaker.tui.screens.dialog import Dialog
from rutbreaker.tui.widgets.card import Card


class Explained(Dialog[None]):
    """Headings with lines below them, to read and to scroll."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter,q", "cancel", "Close", show=False),
        Binding("j", "scroll(1)", "Down", show=False),
        Binding("k", "scroll(-1)", "Up", show=False),
    ]
    """Leaving, and scrolling; the arrow keys do too."""

    def __init__(self, title: str, parts: Sequence[Part]) -> None:
        super().__init__(title)
        self.parts = tuple(parts)

    def compose_box(self) -> ComposeResult:
        """What stands in the box."""
        with VerticalScroll(id="why-text"):
            yield Static(headed(self.parts, gap="\n\n"))

    def on_mount(self) -> None:
        """Let the arrow keys scroll at once."""
        self.query_one(".dialog-box", Card).subtitle = "Esc closes"
        self.query_one("#why-text").focus()

    def action_scroll(self, step: int) -> None:
        """Scroll by a line."""
        self.query_one("#why-text").scroll_relative(y=step, animate=False)


def headed(parts: Sequence[Part], gap: str = "\n", width: int | None = None) -> Content:
    """Headings that stand out, with their lines below; ``width`` cuts the lines."""
    return Content(gap).join(
        Content("\n").join(
            (Content.styled(part.heading, "bold $primary"), *(Content(one_line(line, width)) for line in part.lines))
        )
        for part in parts
    )
