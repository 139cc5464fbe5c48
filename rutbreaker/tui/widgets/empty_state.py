"""What stands in a pane that has nothing to show yet."""

from typing import ClassVar

from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from rutbreaker.domain.text import one_line


class EmptyState(Widget):
    """Says what a pane is for and which key starts it, in the middle of the room it is given (``height: 1fr`` for all).

    ``purpose`` is a sentence, or nothing; ``key`` is shown as a key cap, ``action`` says what it does ("log a win").
    A click posts ``EmptyState.Pressed``.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"empty-state--purpose", "empty-state--key", "empty-state--action"}
    """The sentence, the key cap, and what the key does."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    EmptyState {
        height: auto; padding: 1 2;
        content-align: center middle;
        text-align: center;
        .empty-state--purpose { color: $text-muted; }
        .empty-state--key { color: $block-cursor-foreground; background: $block-cursor-background; text-style: bold; }
        .empty-state--action { color: $foreground; }
    }
    """

    purpose: reactive[str] = reactive("")
    """One sentence: what the pane is for; empty where there is only the key."""

    key: reactive[str] = reactive("")
    """The key that starts it, as a person reads it on the keyboard; empty shows no key."""

    action: reactive[str] = reactive("")
    """What the key does, in a few words."""

    class Pressed(Message):
        """The key cap was clicked: do what ``key`` does."""

        def __init__(self, empty_state: "EmptyState", key: str) -> None:
            super().__init__()
            self.empty_state = empty_state
            self.key = key

        @property
        def control(self) -> "EmptyState":
            """The widget that was clicked."""
            return self.empty_state

    def __init__(
        self,
        purpose: str = "",
        key: str = "",
        action: str = "",
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.set_reactive(EmptyState.purpose, purpose)
        self.set_reactive(EmptyState.key, key)
        self.set_reactive(EmptyState.action, action)

    def render(self) -> RenderResult:
        """The sentence, and below it the key and what it does."""
        purpose = Content.styled(one_line(self.purpose), ".empty-state--purpose")
        if not self.key:
            return purpose
        # By style, not by class: Content drops the background of a component class (Textual 8.2.8).
        cap = Content.styled(f" {one_line(self.key)} ", self.get_visual_style("empty-state--key"))
        action = Content.styled(f" {one_line(self.action)}", ".empty-state--action")
        return Content.assemble(purpose, "\n" if self.purpose else "", cap, action)

    def on_click(self) -> None:
        """Tell that the key is asked for."""
        if self.key:
            self.post_message(self.Pressed(self, self.key))
