"""One of a few words, chosen by the arrow keys."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
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
        words = []
        # By the style itself: a component class named in content loses its background.
        chosen_style, other_style = self.get_visual_style("choice--chosen"), self.get_visual_style("choice--other")
        for value, word in self.options:
            chosen = value == self.value
            shown = f"[{one_line(word)}]" if chosen else f" {one_line(word)} "
            words.append(Content.styled(shown, chosen_style if chosen else other_style))
        return Content(" ").join(words)

    def watch_value(self, value: str) -> None:
        """Tell which word it is now."""
        self.post_message(self.Changed(self, value))

    def on_click(self, event: Click) -> None:
        """Choose the word clicked."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        start = offset.y * self.content_size.width
        for value, word in self.options:
            end = start + len(one_line(word)) + 2
            if offset.y == 0 and start <= offset.x < end:
                self.value = value
                return
            start = end + 1

    def action_choose(self, step: int) -> None:
        """Choose the word so many further on, around the end."""
        values = [value for value, _ in self.options]
        self.value = values[(values.index(self.value) + step) % len(values)]
