"""What every dialog has in common: a titled box, Escape to leave it, a line for what went wrong."""

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen
from textual.widgets import Static

from rutbreaker.domain.text import clean
from rutbreaker.tui.asking import Asking, Result
from rutbreaker.tui.backdrop import Backdrop
from rutbreaker.tui.screens.own import OwnScreen
from rutbreaker.tui.widgets.card import Card


class Dialog(ModalScreen[Result], OwnScreen[Result], Asking):
    """A box over the dashboard. A subclass fills it in ``compose_box``, and dismisses with its result; None cancels."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel", show=False),
    ]
    """Leaving the dialog."""

    TITLE_OF_BOX: ClassVar[str] = ""
    BOX: ClassVar[type[Card]] = Card
    """What it stands in."""

    def __init__(self, title: str = "", *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.box_title = title or self.TITLE_OF_BOX
        self._backdrop: Backdrop | None = None

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        with self.BOX(title=self.box_title, classes="dialog-box"):
            yield from self.compose_box()
            yield Static("", classes="dialog-problem", markup=False)

    def render(self) -> Any:
        """What is seen around the box."""
        behind = super().render()
        if not isinstance(behind, BackgroundScreen):
            return behind
        self._backdrop = Backdrop(self, behind, self._backdrop)
        return self._backdrop

    def compose_box(self) -> ComposeResult:
        """What stands in the box."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Take away what was said in passing, which would cover the box in a small terminal."""
        self.app.clear_notifications()

    def say_problem(self, problem: str) -> None:
        """Say in the box what went wrong; an empty text takes it away."""
        line, problem = self.query_one(".dialog-problem", Static), clean(problem)
        if problem != line.content:
            line.update(problem)
            line.set_class(bool(problem), "-said")

    def action_cancel(self) -> None:
        """Leave without a result."""
        self.dismiss(None)
