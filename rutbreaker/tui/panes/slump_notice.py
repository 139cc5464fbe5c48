"""The notice of a slump on Today, and the dialog in which it is answered."""

from textual.app import ComposeResult
from textual.reactive import reactive
from textual.widgets import Static

from rutbreaker.domain.slumps import QUESTION, Noticed, words_of
from rutbreaker.journal.slump import dismiss_slump
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.screens.form import Field, Form, Values
from rutbreaker.tui.widgets.card import Card

_KEEP, _LEAVE_OUT = "keep", "leave-out"
_DAYS = ((_KEEP, "count as usual"), (_LEAVE_OUT, "leave out of what is usual"))


class SlumpNotice(Card):
    """Says that the days have fallen below the usual level, how far, and how often that is wrong; else it is hidden."""

    slump: reactive[Noticed | None] = reactive(None)
    """The slump that stands, if any."""

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield Static(id="slump-words", markup=False)

    def on_mount(self) -> None:
        """Nothing is said before it is known."""
        self.display = False

    def watch_slump(self, slump: Noticed | None) -> None:
        """Say it."""
        self.display = slump is not None
        if slump is not None:
            self.title, self.subtitle = slump.level.capitalize(), "x answers it"
            self.query_one("#slump-words", Static).update(f"{words_of(slump)} {QUESTION}")


class AnswerSlump(Form):
    """Asks for the reason, and whether the days are to count for what is usual."""

    def __init__(self, slump: Noticed, host: Asking) -> None:
        async def save(values: Values) -> None:
            known = values["days"] == _LEAVE_OUT
            await host.ask(dismiss_slump, slump.day, values["because"], known=known)

        fields = [
            Field("because", "Reason", "", "optional: a move, an illness, a hard project"),
            Field("days", "These days", _KEEP, choices=_DAYS),
        ]
        super().__init__(slump.level.capitalize(), fields, save)
        self.slump = slump

    def compose_box(self) -> ComposeResult:
        """What stands in the box."""
        yield Static(words_of(self.slump), markup=False, classes="form-words")
        yield Static(
            "Saving dismisses it; Esc lets it stand. To think it over, write a reflection (r).", classes="hint"
        )
        yield from super().compose_box()


async def answer_slump(host: Asking, slump: Noticed | None) -> None:
    """Let the person answer the slump that stands."""
    if slump is None:
        host.tell("There is no notice to answer: nothing stands out from your usual days.")
    elif await host.hold(AnswerSlump(slump, host)):
        host.tell("Dismissed. u brings it back.")
