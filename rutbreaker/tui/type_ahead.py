"""Keys typed ahead: they wait while an earlier key is still at work, and then go where they were meant to.

A key may take a few milliseconds to bring up a dialog, to save one, or to change the pane; a fast typist, or a slow
line that delivers many keys at once, is quicker. Without this the digits of a check-in would change the pane.
"""

import asyncio
import time
from collections import deque
from typing import NamedTuple

from textual.app import App
from textual.dom import DOMNode
from textual.events import Event, Key
from textual.message_pump import MessagePump
from textual.screen import ModalScreen
from textual.widgets import Input

from rutbreaker.tui.widgets.writing import Writing

ACTS = frozenset({"delete", "dialog", "filter", "leave", "move", "save", "tick"})
"""The groups of workers that do what a key asked for; other workers only fetch, show or keep drafts."""

FILLS = "fill"
"""The group of workers that fill a pane or a dialog: a key is meant for what will stand there. Only who writes into the
field of a pane, which stands already, needn't wait.
"""

_AWAITED = {*ACTS, FILLS}

REST_SECONDS = 1.0
"""Seconds after a key in which the next one is to be expected."""

_AT_ONCE = frozenset({"ctrl+c", "ctrl+q"})
"""Leaving waits for nothing."""

_STEP = 0.002
"""Seconds between two looks at whether the next key may go on."""

_CLOSE = 0.25
"""Seconds after which a key has surely reached what it does."""

_MOVING = frozenset({"up", "down", "left", "right", "j", "k", "pageup", "pagedown"})

_JOURNEYS = 3
"""A key runs an action; the action sends a message; whoever gets it may send another."""

_PATIENCE = 1000
"""Looks after which a key goes on in any case: no defect may lock the keyboard."""


class _Passed(NamedTuple):
    """A key that was passed on, and to what."""

    key: Key
    target: MessagePump


class TypeAhead(App[None]):
    """An app that passes each key on only once what the key before it started is done, or waits in a dialog."""

    at_once = _AT_ONCE
    """The keys that are never held back: those that leave."""

    def __init__(self) -> None:
        super().__init__()
        self._ahead: deque[Key] = deque()
        self._next: Key | None = None
        self._last: _Passed | None = None
        self._came = 0.0
        self._travelling = False
        self._is_passing = False

    @property
    def has_begun(self) -> bool:
        """Whether there is something on the screen that a key can be for; until then keys wait."""
        return True

    @property
    def has_passed_all_keys(self) -> bool:
        """Whether no key is waiting."""
        return not (self._ahead or self._next)

    @property
    def is_resting(self) -> bool:
        """Whether nothing is at work, and no key came lately."""
        return time.monotonic() - self._came >= REST_SECONDS and not self._is_at_work()

    async def on_event(self, event: Event) -> None:
        """Hold a key back while another one is at work."""
        if isinstance(event, Key) and not event.is_forwarded and event.key not in self.at_once:
            self._came = time.monotonic()
            if event is self._next:
                self._next = None
            elif not self.has_passed_all_keys or self._is_close_behind(event) or self._is_at_work():
                self._ahead.append(event)
                if not self._is_passing:
                    self._is_passing = True
                    self.run_worker(self._pass_on(), group="type-ahead")
                return
            self._last = _Passed(event, self.focused or self.screen)
        await super().on_event(event)

    def _is_close_behind(self, event: Key) -> bool:
        """Whether the key before may still be on its way; moving and writing need no care, whatever their pace."""
        if self._last is None or event.time - self._last.key.time > _CLOSE:
            return False
        before, target = self._last
        is_writing = isinstance(target, Input | Writing) and target is self.focused
        is_moving = before.key in _MOVING and event.key in _MOVING
        return not (is_moving or (is_writing and before.is_printable and event.is_printable))

    async def _pass_on(self) -> None:
        """Let the keys that wait go on, one after the other."""
        while self._ahead:
            if self._last is not None:
                self._travelling = True
                self._follow_from(self._last.target, _JOURNEYS)
            await self._until_done()
            self._next = self._ahead.popleft()
            self.post_message(self._next)
            while self._next is not None:
                await asyncio.sleep(_STEP)
        self._is_passing = False

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
        if self._travelling or not self.has_begun:
            return True
        at_work = [worker for worker in self.workers if not worker.is_finished and worker.group in _AWAITED]
        dialog = self.screen
        if isinstance(dialog, ModalScreen):
            return not dialog.is_mounted or any(dialog in _with_ancestors(worker.node) for worker in at_work)
        is_writing = isinstance(self.focused, Input | Writing)
        return any(not is_writing or worker.group != FILLS for worker in at_work)


def _with_ancestors(node: DOMNode) -> list[DOMNode]:
    return list(node.ancestors_with_self)
