"""The command palette: every action by its name, from the table of actions."""

from collections.abc import AsyncIterator, Iterator
from functools import partial
from typing import NamedTuple

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.types import IgnoreReturnCallbackType

from rutbreaker.actions import ACTIONS, ANYWHERE, PANES, Action
from rutbreaker.keys import key_of
from rutbreaker.tui.messages import Perform
from rutbreaker.tui.screens.dashboard import Dashboard


class Command(NamedTuple):
    """A row of the palette."""

    name: str
    help: str
    run: IgnoreReturnCallbackType


class ActionCommands(Provider):
    """Offers what can be done here first, then everywhere, then in the other panes."""

    async def discover(self) -> Hits:
        """All rows, while nothing is typed."""
        async for command in self._commands():
            yield DiscoveryHit(command.name, command.run, help=command.help)

    async def search(self, query: str) -> Hits:
        """The rows that fit what is typed."""
        matcher = self.matcher(query)
        async for command in self._commands():
            score = matcher.match(command.name)
            if score > 0:
                yield Hit(score, matcher.highlight(command.name), command.run, help=command.help)

    async def _commands(self) -> AsyncIterator[Command]:
        dashboard = self.screen
        if isinstance(dashboard, Dashboard):
            for action in _in_order(dashboard.shown):
                name = action.label if action.where == ANYWHERE else f"{PANES[action.where]}: {action.label}"
                key = key_of(action, dashboard.keys)
                yield Command(name, f"{action.help}  {key}", partial(dashboard.post_message, Perform(action)))


def _in_order(pane: str) -> Iterator[Action]:
    yield from (action for action in ACTIONS if action.where == pane)
    yield from (action for action in ACTIONS if action.where == ANYWHERE)
    yield from (action for action in ACTIONS if action.where not in (pane, ANYWHERE))
