"""Leaving the dashboard, by its key or by a signal: first what is being written is kept, then the terminal is restored.

A closed window sends a signal as well, but leaves a dead terminal behind, and writing to that never ends (Textual
8.2.8); so a signal has two seconds, and then the program ends without another word.
"""

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from textual.css.query import NoMatches

from rutbreaker.errors import RutbreakerError
from rutbreaker.tui.drafts import Drafting
from rutbreaker.tui.type_ahead import TypeAhead

SIGNALLED = 128
"""Added to a signal's number when it ended the program, as shells do."""

_PATIENCE = 2.0
"""Seconds that leaving at a signal may take."""

_GRACE = 0.5
"""Seconds in which keys pressed before can still arrive where they were meant to."""

_STEP = 0.002
"""Seconds between two looks at whether they have."""


class Leaving(TypeAhead):
    """An app that keeps all drafts before it ends."""

    _watchdog: threading.Timer | None = None

    def on_mount(self) -> None:
        """Listen for the signals that ask a program to end."""
        if sys.platform != "win32" and not self.is_headless:
            for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
                asyncio.get_running_loop().add_signal_handler(number, self.leave_at_signal, number)

    def leave(self) -> None:
        """Leave; where a draft can't be kept, that is said once before."""
        # Not here, because keys must go on being heard while a slow data file is waited for.
        self.run_worker(self._leave(), group="quit")

    def leave_at_signal(self, number: int) -> None:
        """Leave because a signal asked for it."""
        if self._watchdog is None:
            self._watchdog = threading.Timer(_PATIENCE, os._exit, [SIGNALLED + number])
            self._watchdog.daemon = True
            self._watchdog.start()
            self.run_worker(self._leave_in_any_case(SIGNALLED + number), group="quit")

    async def _leave(self) -> None:
        await self._until_keys_have_arrived()
        for dialog in self._drafts():
            if not await dialog.keep_or_warn("Ctrl+Q"):
                return
        self.exit(return_code=0)

    async def _leave_in_any_case(self, return_code: int) -> None:
        await self._until_keys_have_arrived()
        for dialog in self._drafts():
            with suppress(RutbreakerError):
                await dialog.keep_now()
        self.exit(return_code=return_code)

    def keep_at_once(self, ask: Callable[..., Awaitable[Any]]) -> bool:
        """Keep all drafts while everything else stands still; whether all that was being written is safe.

        Args:
            ask: asks the journal and has the answer at once.
        """
        is_safe = True
        for dialog in self._drafts():
            try:
                dialog.keep_at_once(ask)
            except (RutbreakerError, TimeoutError, NoMatches):
                is_safe = False
        return is_safe

    def _drafts(self) -> list[Drafting[object]]:
        return [screen for screen in self.screen_stack if isinstance(screen, Drafting) and screen.is_mounted]

    async def _until_keys_have_arrived(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(_GRACE):
                while not self.has_passed_all_keys:
                    await asyncio.sleep(_STEP)
                arrived = asyncio.Event()
                if (self.focused or self.screen).call_later(arrived.set):
                    await arrived.wait()
