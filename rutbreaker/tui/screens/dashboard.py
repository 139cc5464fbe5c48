"""The dashboard: seven panes under one head. It holds the state that they share."""

import asyncio
from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import ScreenResume
from textual.reactive import var

from rutbreaker.actions import ANYWHERE, PANES, actions_in
from rutbreaker.journal.safety import is_held_back
from rutbreaker.journal.streaks import Summary, summary
from rutbreaker.keys import first_key, key_of
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.gateway import Gateway, Pulse
from rutbreaker.tui.messages import Failed, Open, Perform
from rutbreaker.tui.panes.pane import Pane, bindings_of
from rutbreaker.tui.panes.registry import PANE_OF_KIND, import_ahead, make_pane
from rutbreaker.tui.screens import quick
from rutbreaker.tui.screens.help import Help
from rutbreaker.tui.screens.own import OwnScreen
from rutbreaker.tui.widgets.key_bar import Key, KeyBar
from rutbreaker.tui.widgets.masthead import Masthead
from rutbreaker.tui.widgets.pane_switcher import PaneSwitcher
from rutbreaker.tui.wording import day_in_head, figures_in_head

PULSE_SECONDS = 0.5
"""How often another program's writing is looked for."""

_STANDS_BY_THEN = 0.2
"""Seconds after which a pane that comes up is there with all that it draws."""


class Dashboard(OwnScreen[None], Asking):
    """Shows one pane at a time, made when it first comes up.

    Args:
        gateway: what tells that another program has written.
        today: the day that it is.
        keys: the keys that the user chose, by action.
        mark: what stands in the head all the time, if anything.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(ANYWHERE)
    """What can be done in every pane."""

    shown: var[str] = var("today")
    """The id of the pane that is up."""

    revision: var[int] = var(0)
    """Counts the changes of the data, by whomever; panes bound to it load again."""

    summary: var[Summary | None] = var(None, always_update=True)
    """The day and the streak, for the head."""

    today: var[date | None] = var(None)
    """The day that it is."""

    is_behind = False
    """Whether data have changed since the panes were told of it."""

    _holds_back = False
    """Whether the figures of the streak are held back, while the safety card is open."""

    def __init__(self, gateway: Gateway, today: date, keys: Mapping[str, str], mark: str = "") -> None:
        super().__init__(id="dashboard")
        self.mark = mark
        self.gateway = gateway
        self.keys = keys
        self.set_reactive(Dashboard.today, today)

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield Masthead(PANES, mark=self.mark, id="masthead")
        yield PaneSwitcher(id="panes")
        yield KeyBar(id="key-bar")

    def on_mount(self) -> None:
        """Show the first pane, once the head stands, and watch for what others write."""
        self.query_one(Masthead).up = self.shown
        self.show_keys()
        self._refresh_summary()

        async def begin() -> None:
            await self.show(self.shown)
            # Behind what the pane asks for: the backup of the day is made while somebody reads already.
            self.call_after_refresh(self._back_up)

        self.call_after_refresh(begin)
        # The app's, not this screen's: whatever wakes a screen behind a dialog has all of it painted anew.
        self.app.set_interval(PULSE_SECONDS, partial(self.gateway.feel_pulse, self._note_moves))

    @property
    def is_settled(self) -> bool:
        """Whether the pane that is wanted is up, so that keys are for it."""
        return self.query_one("#panes", PaneSwitcher).current == self.shown

    async def show(self, pane: str) -> Pane:
        """Bring a pane up, at once or as soon as it is filled, and put the focus where it is used from."""
        switcher = self.query_one("#panes", PaneSwitcher)
        # Keys wait from here on, so they find what had the focus before and what gets it then, but nothing between.
        self.shown = self.query_one(Masthead).up = pane
        if not switcher.query(f"#{pane}"):
            made = _made(pane)
            made.display = False
            await switcher.mount(made)
        wanted = switcher.query_one(f"#{pane}", Pane)
        if wanted.is_filled:
            self._settle()
        return wanted

    @on(Pane.Filled)
    def bring_up(self, message: Pane.Filled) -> None:
        """Bring the pane up that was waited for, unless another one is wanted by now."""
        if message.pane.id == self.shown:
            self._settle()
            # By a clock, as refreshes may pass before the layout that shows the pane has begun.
            self.set_timer(_STANDS_BY_THEN, import_ahead)

    def watch_revision(self) -> None:
        """Bring the head up to date."""
        if self.is_mounted:
            self._refresh_summary()

    def watch_summary(self, state: Summary | None) -> None:
        """Write the head."""
        if state is not None and self.is_mounted:
            masthead = self.query_one(Masthead)
            masthead.day = day_in_head(state)
            masthead.figures = "" if self._holds_back else figures_in_head(state)

    @on(ScreenResume)
    def catch_up(self) -> None:
        """Tell the panes, once the dialog is left, what it has changed."""
        if self.is_behind:
            self.is_behind = False
            self.revision += 1

    @on(Open)
    async def open_thing(self, message: Open) -> None:
        """Show a thing in the pane where it lives."""
        (await self.show(PANE_OF_KIND[message.kind])).reveal(message.kind, message.row)

    @on(Perform)
    async def perform(self, message: Perform) -> None:
        """Do what a row of the palette says, in the pane where it belongs."""
        action = message.action
        place: Asking = self if action.where == ANYWHERE else await self.show(action.where)
        if not await self.app.run_action(action.call, place):
            # Some of what can be done everywhere is the app's own: to hide, to quit, the palette itself.
            await self.app.run_action(action.call)

    @on(Masthead.PaneChosen)
    async def show_chosen(self, message: Masthead.PaneChosen) -> None:
        """Bring up the pane whose name was clicked."""
        await self.show(message.pane)

    def action_show(self, pane: str) -> None:
        """Go to a pane."""
        # By message, because a pane can be bound to this screen's state only in this screen's own message loop.
        self.post_message(Masthead.PaneChosen(pane))

    @work(group="dialog", exit_on_error=False)
    async def action_hold(self, name: str) -> None:
        """Hold one of the conversations that can be had from every pane."""
        await quick.CONVERSATIONS[name](self)

    def action_help(self) -> None:
        """Say what the pane is for and list its keys."""
        self.app.push_screen(Help(self.shown, self.keys))

    def _settle(self) -> None:
        """Bring up the pane that is wanted, with the keys that work there, and give it the focus."""
        switcher = self.query_one("#panes", PaneSwitcher)
        switcher.current = self.shown
        self.show_keys()
        self.query_one(f"#{self.shown}", Pane).focus_first()

    @on(Pane.IdleChanged)
    def show_keys(self) -> None:
        """Show the keys that do something in the pane that is up."""
        # Until the first pane is there, all of its keys stand here.
        idle = next((pane.idle for pane in self.query(f"#{self.shown}").results(Pane)), frozenset())
        actions = sorted((*actions_in(self.shown), *actions_in(ANYWHERE)), key=lambda action: action.id == "help")
        self.query_one(KeyBar).keys = tuple(
            Key(key_of(action, self.keys), action.label, first_key(action, self.keys))
            for action in actions
            if action.shown and action.id not in idle
        )

    @work(group="backup", exit_on_error=False)
    async def _back_up(self) -> None:
        from rutbreaker.journal.backups import back_up_daily

        await self.ask(back_up_daily)

    @work(exclusive=True, group="summary", exit_on_error=False)
    async def _refresh_summary(self) -> None:
        found = await self.ask(summary)
        self.summary = found
        self._holds_back = await self.ask(is_held_back)
        self.summary = found

    def _note_moves(self, felt: "asyncio.Future[Pulse | None]") -> None:
        if felt.cancelled() or not self.is_attached:
            return
        if (error := felt.exception()) is not None:
            self.post_message(Failed(error))
        elif (moved := felt.result()) is not None:
            self.today = moved.day
            self.revision += 1
            self._back_up()


def _made(pane: str) -> Pane:
    """A pane, bound to the state that all share."""
    return make_pane(pane).data_bind(Dashboard.revision, Dashboard.shown, Dashboard.today)
