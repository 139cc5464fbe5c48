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

    ``purpose`` is a sentence, or nothing; ``key`` is shown as a key cap, ``action`` says what it does ("log a win"),
    ``room`` how many signs of a key there is room for, where several stand below each other.
    ``binding`` is the id of the binding that the key stands for: somebody above may know that a person chose another
    key, so it asks with ``EmptyState.KeyAsked``. A click posts ``EmptyState.Pressed``.
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

    purpose: reactive[str] = reactive("", layout=True)
    """One sentence: what the pane is for; empty where there is only the key."""

    key: reactive[str] = reactive("", layout=True)
    """The key that starts it, as a person reads it on the keyboard; empty shows no key."""

    action: reactive[str] = reactive("", layout=True)
    """What the key does, in a few words."""

    binding: reactive[str] = reactive("")
    """The id of the binding that the key stands for, where a person may have chosen another key; empty for none."""

    class KeyAsked(Message):
        """Which key does it? Whoever knows calls ``name_key`` of the widget."""

        def __init__(self, empty_state: "EmptyState") -> None:
            super().__init__()
            self.empty_state = empty_state

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
        binding: str = "",
        room: int = 0,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.set_reactive(EmptyState.binding, binding)
        self._press = ""
        self._room = room
        self.set_reactive(EmptyState.purpose, purpose)
        self.set_reactive(EmptyState.key, key)
        self.set_reactive(EmptyState.action, action)

    def on_mount(self) -> None:
        """Ask which key it is."""
        self._ask()

    def watch_binding(self) -> None:
        """Ask which key it is now."""
        if self.is_mounted:
            self._ask()

    def _ask(self) -> None:
        if self.binding:
            self.post_message(self.KeyAsked(self))

    def name_key(self, key: str, press: str) -> None:
        """Show a key: as a person reads it, and as Textual names it."""
        self.key, self._press = key, press

    def render(self) -> RenderResult:
        """The sentence, and below it the key and what it does."""
        purpose = Content.styled(one_line(self.purpose), ".empty-state--purpose")
        if not self.key:
            return purpose
        # By style, not by class: Content drops the background of a component class (Textual 8.2.8).
        cap = Content.styled(f" {one_line(self.key)} ", self.get_visual_style("empty-state--key"))
        space = " " * max(self._room - len(self.key) + 1, 1)
        action = Content.styled(f"{space}{one_line(self.action)}", ".empty-state--action")
        return Content.assemble(purpose, "\n" if self.purpose else "", cap, action)

    def on_click(self) -> None:
        """Tell that the key is asked for."""
        if self.key:
            self.post_message(self.Pressed(self, self._press or self.key))
