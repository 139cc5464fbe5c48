"""Keys typed ahead: they wait while an earlier key is still at work, and then go where they were meant to.

A key may take a few milliseconds to bring up a dialog, to save one, or to change the pane; a fast typist, or a slow
line that delivers many keys at once, is quicker. Without this the digits of a check-in would change the pane.
"""

import asyncio
from collections import deque

from textual.app import App
from textual.dom import DOMNode
from textual.events import Event, Key
from textual.message_pump import MessagePump
from textual.screen import ModalScreen

ACTS = frozenset({"delete", "dialog", "filter", "leave", "move", "save", "tick"})
"""The groups of workers that do what a key asked for; other workers only fetch, show or keep drafts."""

_AT_ONCE = frozenset({"ctrl+c", "ctrl+l", "ctrl+q"})
"""Hiding the screen and leaving wait for nothing."""

_STEP = 0.002
"""Seconds between two looks at whether the next key may go on."""

_JOURNEYS = 3
"""A key runs an action; the action sends a message; whoever gets it may send another."""

_PATIENCE = 1000
"""Looks after which a key goes on in any case: no defect may lock the keyboard."""


class TypeAhead(App[None]):
    """An app that passes each key on only once what the key before it started is done, or waits in a dialog."""

    def __init__(self) -> None:
        super().__init__()
        self._ahead: deque[Key] = deque()
        self._next: Key | None = None
        self._travelling = False

    @property
    def has_passed_all_keys(self) -> bool:
        """Whether no key is waiting or on its way."""
        return not (self._ahead or self._next or self._travelling)

    async def on_event(self, event: Event) -> None:
        """Hold a key back while another one is at work."""
        if isinstance(event, Key) and not event.is_forwarded and event.key not in _AT_ONCE:
            if event is self._next:
                self._next = None
            elif self._ahead or self._next is not None or self._is_at_work():
                self._ahead.append(event)
                if len(self._ahead) == 1 and self._next is None:
                    self.run_worker(self._pass_on(), group="type-ahead")
                return
            target = self.focused or self.screen
            await super().on_event(event)
            self._travelling = True
            self._follow_from(target, _JOURNEYS)
        else:
            await super().on_event(event)

    async def _pass_on(self) -> None:
        """Let the keys that wait go on, one after the other."""
        while self._ahead:
            await self._until_done()
            self._next = self._ahead.popleft()
            self.post_message(self._next)
            while self._next is not None:
                await asyncio.sleep(_STEP)

    async def _until_done(self) -> None:
        for _ in range(_PATIENCE):
            if not self._is_at_work():
                return
            await asyncio.sleep(_STEP)
        self._travelling = False

    def _follow_from(self, node: MessagePump, journeys: int) -> None:
        """Travel behind the key, or behind what came of it, from a widget to the top; so many times."""
        if not node.call_later(self._follow, node, journeys):
            self._land(journeys)

    def _follow(self, node: MessagePump, journeys: int) -> None:
        above = node._parent
        if above is None or above is self:
            self.call_later(self._land, journeys)
        elif not above.call_later(self._follow, above, journeys):
            self._land(journeys)

    def _land(self, journeys: int) -> None:
        if journeys > 1:
            self._follow_from(self.focused or self.screen, journeys - 1)
        else:
            self._travelling = False

    def _is_at_work(self) -> bool:
        """Whether what a key started goes on, other than by waiting for the person in a dialog."""
        if self._travelling:
            return True
        acts = [worker.node for worker in self.workers if worker.group in ACTS and not worker.is_finished]
        dialog = self.screen
        if isinstance(dialog, ModalScreen):
            return not dialog.is_mounted or any(dialog in _with_ancestors(node) for node in acts)
        return bool(acts)


def _with_ancestors(node: DOMNode) -> list[DOMNode]:
    return list(node.ancestors_with_self)
