"""The box that every part of a pane lives in."""

from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from rutbreaker.domain.text import one_line


class Card(Vertical):
    """A rounded box with a title on its upper edge and a word on its lower one; bright while the focus is inside.

    Titles are shown exactly as given, never read as markup. The box is as high as what it holds: a list inside wants
    ``height: 1fr`` on both.
    """

    DEFAULT_CSS = """
    Card {
        height: auto;
        border: round $border-blurred;
        border-title-color: $text-muted;
        border-subtitle-color: $text-muted;
        padding: 0 1;
        &:focus, &:focus-within { border: round $border; border-title-color: $primary; border-title-style: bold; }
    }
    """

    title: reactive[str] = reactive("")
    """What the box holds, on its upper edge."""

    subtitle: reactive[str] = reactive("")
    """A word more (a time, a count), on its lower edge at the right."""

    def __init__(
        self,
        *children: Widget,
        title: str = "",
        subtitle: str = "",
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(*children, name=name, id=id, classes=classes)
        self.title = title
        self.subtitle = subtitle

    def watch_title(self, title: str) -> None:
        """Write the title on the border."""
        self.border_title = Content(one_line(title)) if title else None

    def watch_subtitle(self, subtitle: str) -> None:
        """Write the word on the lower border."""
        self.border_subtitle = Content(one_line(subtitle)) if subtitle else None
