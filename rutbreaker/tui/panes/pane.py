"""What the seven panes have in common."""

from datetime import date
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import var
from textual.widget import Widget

from rutbreaker.actions import actions_in
from rutbreaker.errors import RutbreakerError
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.restyling import restyle_by_focus
from rutbreaker.tui.type_ahead import FILLS


def bindings_of(where: str) -> list[BindingType]:
    """The key bindings of a pane, or of the dashboard, from the table of actions."""
    return [
        Binding(action.key, action.call, action.label, show=action.shown, id=action.id) for action in actions_in(where)
    ]


class Pane(Vertical, Asking, can_focus=False):
    """One of the seven. A subclass composes itself, and fills itself in ``load`` with what it asks the journal for.

    ``load`` runs when the pane is first wanted, when the data have changed while it is up, and when it comes up again
    after they have. A newer run replaces an older one. It comes up once it is filled, so that it is drawn once.
    """

    revision: var[int] = var(0)
    """Counts the changes of the data, by whomever; bound to the dashboard's."""

    shown: var[str] = var("")
    """The id of the pane that is up; bound to the dashboard's."""

    today: var[date | None] = var(None)
    """The day that it is; bound to the dashboard's."""

    idle: var[frozenset[str]] = var(frozenset())
    """The ids of the actions that find nothing here to act on as yet: the key bar leaves them out."""

    class Filled(Message):
        """There is something to see here for the first time."""

        def __init__(self, pane: "Pane") -> None:
            super().__init__()
            self.pane = pane

    class IdleChanged(Message):
        """Other keys do something here than before."""

    FIRST_FOCUS: ClassVar[str] = ""
    """The selector of the widget that gets the focus when the pane comes up; the pane's first one by default."""

    is_filled = False
    """Whether there is something to see here."""

    _loaded = -1

    def watch_revision(self) -> None:
        """Load again when the data have changed."""
        self._load_if_up()

    def watch_shown(self) -> None:
        """Load when the pane comes up and the data have changed since it was up."""
        self._load_if_up()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Look as one that has the focus, or hasn't; of what it holds only what shows that too."""
        restyle_by_focus(self)

    def watch_idle(self) -> None:
        """Tell that other keys work here."""
        if self.is_mounted:
            self.post_message(self.IdleChanged())

    async def load(self) -> None:
        """Ask for what the pane shows, and show it."""
        raise NotImplementedError

    def reveal(self, kind: str, row: str) -> None:
        """Select a thing that lives here, once it is loaded."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Put the focus where the pane is used from."""
        wanted = self.query(self.FIRST_FOCUS or "*").results(Widget)
        inside = [widget for widget in wanted if widget.focusable and _is_displayed(widget)]
        # With nothing inside to hold the focus the pane holds it itself, so that its keys work.
        self.can_focus = not inside
        # At once, unlike a widget's own focus(): the next key may be there already.
        self.screen.set_focus(inside[0] if inside else self, scroll_visible=False)

    def reload(self) -> None:
        """Load again although the data are the same: something else was chosen to be shown."""
        if self.is_mounted:
            self._load()

    def _load_if_up(self) -> None:
        if self.is_mounted and self.shown == self.id and self._loaded != self.revision:
            self._loaded = self.revision
            self._load()

    @work(exclusive=True, group=FILLS, exit_on_error=False)
    async def _load(self) -> None:
        try:
            await self.load()
        except RutbreakerError:
            self._come_up()
            raise
        self._come_up()
        # At once: what was hidden loses the focus as soon as that is drawn, and a key typed then would go nowhere.
        self._keep_focus()
        self.call_after_refresh(self._keep_focus)

    def _come_up(self) -> None:
        if not self.is_filled:
            self.is_filled = True
            self.post_message(self.Filled(self))

    def _keep_focus(self) -> None:
        """Give the focus to what came, when what had it went."""
        focused = self.screen.focused
        is_up = self.shown == self.id and self.display
        if is_up and (focused is None or focused is self or not focused.display):
            self.focus_first()

    def on_mount(self) -> None:
        """Load for the first time."""
        self._load_if_up()


def _is_displayed(widget: Widget) -> bool:
    """Whether neither it nor anything that it stands in is hidden.

    Not by Textual's chain of focus, which goes through the whole screen and has all of it laid out for that (8.2.8).
    """
    return all(node.display for node in widget.ancestors_with_self)
