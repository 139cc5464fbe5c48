"""One of a few words, chosen by the arrow keys."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from rutbreaker.domain.text import one_line


class Choice(Widget, can_focus=True):
    """All the words side by side, the chosen one marked; Left, Right and Space choose another, a click chooses one.

    ``options`` are pairs of the value and the word that stands for it. Posts ``Choice.Changed``.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "choose(-1)", "Previous", show=False),
        Binding("right,space", "choose(1)", "Next", show=False),
    ]
    """Choosing the word before and the word after."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"choice--chosen", "choice--other"}
    """The chosen word, and the others."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    Choice {
        height: auto; width: 1fr;
        .choice--other { color: $text-muted; }
        .choice--chosen { text-style: bold underline; }
        &:focus .choice--chosen {
            color: $block-cursor-foreground; background: $block-cursor-background; text-style: bold;
        }
    }
    """

    value: reactive[str] = reactive("", layout=True)
    """The value of the chosen word."""

    class Changed(Message):
        """Another word was chosen."""

        def __init__(self, choice: "Choice", value: str) -> None:
            super().__init__()
            self.choice = choice
            self.value = value

        @property
        def control(self) -> "Choice":
            """The widget it was chosen in."""
            return self.choice

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        value: str = "",
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.options = tuple(options)
        self.set_reactive(Choice.value, value or self.options[0][0])

    def render(self) -> RenderResult:
        """The words, with marks around the chosen one so that it stands out without colour too."""
        # By the style itself: a component class named in content loses its background.
        chosen_style, other_style = self.get_visual_style("choice--chosen"), self.get_visual_style("choice--other")
        lines = []
        for row in self._rows(self.content_size.width):
            words = []
            for value, word in row:
                chosen = value == self.value
                shown = f"[{word}]" if chosen else f" {word} "
                words.append(Content.styled(shown, chosen_style if chosen else other_style))
            lines.append(Content(" ").join(words))
        return Content("\n").join(lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the words take."""
        return len(self._rows(width))

    def watch_value(self, value: str) -> None:
        """Tell which word it is now."""
        self.post_message(self.Changed(self, value))

    def on_click(self, event: Click) -> None:
        """Choose the word clicked."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        start = 0
        for value, word in dict(enumerate(self._rows(self.content_size.width))).get(offset.y, ()):
            end = start + cell_len(word) + 2
            if start <= offset.x < end:
                self.value = value
                return
            start = end + 1

    def _rows(self, width: int) -> list[list[tuple[str, str]]]:
        """The options as they stand in lines: a word of several parts is never broken."""
        rows, room = list[list[tuple[str, str]]](), 0
        for value, word in self.options:
            shown = one_line(word)
            room -= cell_len(shown) + 3
            if not rows or room < 0:
                rows.append([])
                room = width + 1 - cell_len(shown) - 3
            rows[-1].append((value, shown))
        return rows

    def action_choose(self, step: int) -> None:
        """Choose the word so many further on, around the end."""
        values = [value for value, _ in self.options]
        self.value = values[(values.index(self.value) + step) % len(values)]
