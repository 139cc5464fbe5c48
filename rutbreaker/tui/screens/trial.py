"""A trial on screen: its plan before it begins, how it stands, and what came of it."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from rutbreaker.domain import trials as words
from rutbreaker.domain.text import clean
from rutbreaker.domain.trials import TrialView
from rutbreaker.errors import BadInput
from rutbreaker.journal.trials import latest_trial, propose_trial, start_trial, stop_trial
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.screens.dialog import Dialog
from rutbreaker.tui.screens.form import Field, Form, Values
from rutbreaker.tui.widgets.key_bar import Key, KeyBar

_BEGIN, _STOP, _NEW = "enter", "s", "n"
_LABELS = {_BEGIN: Key("Enter", "Begin it", "enter"), _STOP: Key("s", "Stop it", "s"), _NEW: Key("n", "New trial", "n")}
_CLOSE = Key("Esc", "Close", "escape")


class TrialDialog(Dialog[str]):
    """Shows texts about a trial; the key that was chosen of those it offers."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"choose('{key}')", label.label, show=False) for key, label in _LABELS.items()),
        Binding("j", "scroll(1)", "Down", show=False),
        Binding("k", "scroll(-1)", "Up", show=False),
    ]
    """What can be done with it, and scrolling; the arrow keys do too."""

    def __init__(self, tag: str, parts: Sequence[str], offered: str) -> None:
        super().__init__(f"Trial of #{tag}")
        self.parts = tuple(parts)
        self.offered = offered

    def compose_box(self) -> ComposeResult:
        """What stands in the box."""
        with VerticalScroll(id="trial-text"):
            yield Static(Content(clean("\n\n".join(self.parts))))
        yield KeyBar([_LABELS[self.offered], _CLOSE])

    def on_mount(self) -> None:
        """Let the arrow keys scroll at once."""
        self.query_one("#trial-text").focus()

    def action_choose(self, key: str) -> None:
        """Do what was chosen; a key that isn't offered closes a trial that is only shown."""
        if key == self.offered:
            self.dismiss(key)
        elif key == _BEGIN:
            self.dismiss(None)

    def action_scroll(self, step: int) -> None:
        """Scroll by a line."""
        self.query_one("#trial-text").scroll_relative(y=step, animate=False)


async def hold_a_trial(host: Asking, tag: str = "") -> None:
    """See the trial that is running or came last; propose one of a tag, and begin it."""
    view: TrialView | None = await host.ask(latest_trial)
    if view is not None and (view.is_running or not tag):
        chosen = await host.hold(_shown(view))
        if chosen == _STOP:
            await host.ask(stop_trial)
            host.tell("Stopped; it has no result. u goes on with it.")
        if chosen != _NEW:
            return
    await _begin(host, tag)


async def _begin(host: Asking, tag: str) -> None:
    proposed: list[TrialView] = []

    async def propose(values: Values) -> None:
        if not values["days"].strip().isdecimal():
            raise BadInput(f"A trial has {words.FEWEST_DAYS} to {words.MOST_DAYS} days: write their number.")
        proposed[:] = [await host.ask(propose_trial, values["tag"], int(values["days"].strip()[:9]))]

    fields = [
        Field("tag", "Tag", tag, "#walk: what you can do on one day, and leave on another"),
        Field("days", "Days", str(words.FEWEST_DAYS), f"{words.FEWEST_DAYS} to {words.MOST_DAYS}", replaced=True),
    ]
    if not await host.hold(Form("A trial of one tag", fields, propose)):
        return
    (view,) = proposed
    parts = [f"It would begin tomorrow, and has {len(view.plan)} days:\n{_plan(view)}", *words.before_words(view)]
    if await host.hold(TrialDialog(view.trial.tag, parts, _BEGIN)):
        await host.ask(start_trial, view)
        host.tell("It begins tomorrow; Today will say which day is which. u takes it back.")


def _shown(view: TrialView) -> TrialDialog:
    """A trial that was begun, as it stands."""
    if not view.is_running:
        return TrialDialog(view.trial.tag, [words.result_words(view), words.kept_words(view), _plan(view)], _NEW)
    today = words.assignment(view)
    now = f"{today}, {words.place_words(view)}." if today else "It begins tomorrow."
    return TrialDialog(view.trial.tag, [now, words.kept_words(view), _plan(view), words.SCHEME], _STOP)


def _plan(view: TrialView) -> str:
    return "\n".join(words.plan_lines(view))
