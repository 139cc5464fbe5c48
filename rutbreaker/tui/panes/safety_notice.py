"""The line on Today that the safety card is open."""

from textual.app import ComposeResult
from textual.reactive import reactive
from textual.widgets import Static

from rutbreaker.domain.safety_card import SafetyCard
from rutbreaker.tui.widgets.card import Card


class SafetyNotice(Card):
    """Says calmly that the card is there to be read, and by which key; hidden while it isn't open."""

    safety: reactive[SafetyCard | None] = reactive(None)
    """The card that is open, if any."""

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield Static(id="safety-words", markup=False)

    def on_mount(self) -> None:
        """Nothing is said before it is known."""
        self.display = False

    def watch_safety(self, safety: SafetyCard | None) -> None:
        """Say it."""
        self.display = safety is not None
        if safety is not None:
            self.title, self.subtitle = "Something to read", "f4 opens it"
            words = f"{safety.opening} There is something to read about that, and numbers to call."
            self.query_one("#safety-words", Static).update(words)
