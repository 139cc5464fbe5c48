"""The safety card: what it says, whom to call, and putting it away for a while. It is calm, and holds no figure."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from rutbreaker.domain.help_lines import HOW_TO_EDIT, HelpLine
from rutbreaker.domain.hiding import HIDDEN_DAYS
from rutbreaker.domain.safety_card import SafetyCard
from rutbreaker.domain.text import one_line
from rutbreaker.journal.safety import asked_card, hide_safety_card
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.screens.dialog import Dialog
from rutbreaker.tui.widgets.key_bar import Key, KeyBar

_KEEP = Key("Esc", "Keep it", "escape")
_CLOSE = Key("Esc", "Close", "escape")
_HIDE = Key("h", f"Hide {HIDDEN_DAYS} days", "h")
_EDIT = Key("e", "Edit numbers", "e")
_NUMBERS = Key("n", "Numbers", "n")


class SafetyDialog(Dialog[bool]):
    """Shows the card; true when it is to be hidden."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,q", "cancel", "Keep it", show=False),
        Binding("h", "hide", "Hide", show=False),
        Binding("e", "edit", "Edit numbers", show=False),
        Binding("n", "numbers", "Numbers", show=False),
        Binding("j", "scroll(1)", "Down", show=False),
        Binding("k", "scroll(-1)", "Up", show=False),
    ]
    """Keeping it, hiding it, where its numbers are and are changed, and scrolling; the arrow keys do too."""

    def __init__(self, card: SafetyCard) -> None:
        super().__init__("Help lines")
        self.card = card

    def compose_box(self) -> ComposeResult:
        """What stands in the box."""
        with VerticalScroll(id="safety-text"):
            yield Static("\n\n".join(self.card.paragraphs), markup=False)
            yield Static(_listed(self.card.lines), id="safety-lines")
            yield Static(HOW_TO_EDIT, markup=False, id="safety-edit")
        yield KeyBar([_HIDE, _NUMBERS, _EDIT, _KEEP] if self.card.can_be_hidden else [_NUMBERS, _EDIT, _CLOSE])

    def on_mount(self) -> None:
        """Let the arrow keys scroll at once."""
        self.query_one("#safety-text").focus()

    def action_hide(self) -> None:
        """Put it away, if it stands on Today."""
        if self.card.can_be_hidden:
            self.dismiss(True)

    def action_numbers(self) -> None:
        """Show the numbers to call, which lie below the text in a low terminal."""
        self.query_one("#safety-lines").scroll_visible(animate=False, top=True)

    def action_edit(self) -> None:
        """Show where the numbers are changed."""
        self.query_one("#safety-edit").scroll_visible(animate=False)

    def action_scroll(self, step: int) -> None:
        """Scroll by a line."""
        self.query_one("#safety-text").scroll_relative(y=step, animate=False)


async def show_help_lines(host: Asking) -> None:
    """Show the card, open or not."""
    if await host.hold(SafetyDialog(await host.ask(asked_card))):
        await host.ask(hide_safety_card)
        host.tell(f"Put away for {HIDDEN_DAYS} days; u brings it back.")


def _listed(lines: Sequence[HelpLine]) -> Content:
    return Content("\n").join(
        Content.assemble(
            (one_line(line.number), "bold"),
            f"  {f'{line.region}  ' if line.noted else ''}{one_line(line.name)}\n",
            (f"   {line.standing}", "$text-muted"),
        )
        for line in lines
    )
