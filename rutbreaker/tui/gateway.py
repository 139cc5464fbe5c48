"""The one thread that owns the data file while the dashboard runs.

SQLite connections don't like several threads, and the screen must not wait for the disk: so every use-case runs here,
one after the other, and its answer is awaited. What is under way when the dashboard closes is finished first.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any, NamedTuple

from rutbreaker.context import Context

_LAST_PATIENCE = 2.0
"""Seconds that a program which is about to end waits for its data file."""


class Outcome(NamedTuple):
    """What a use-case answered, and whether it changed the data file."""

    answer: Any
    wrote: bool


class Pulse(NamedTuple):
    """What changes without a key being pressed: another program's writing, the day, and midnight within it."""

    version: int
    day: date
    small_hours: bool


class Gateway:
    """Runs use-cases on the data file's own thread.

    Args:
        opening: opens the data file; called on that thread.
    """

    def __init__(self, opening: Callable[[], Context]) -> None:
        self._opening = opening
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._context: Context | None = None
        self._under_way = 0
        self._felt: Pulse | None = None
        self._feeling: asyncio.Future[Pulse | None] | None = None

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way."""
        return self._under_way == 0

    def open(self) -> Context:
        """Open the data file and wait for it; the context is for reading its clock and settings, never its store.

        Raises:
            RutbreakerError: it can't be opened.
        """
        return self._thread.submit(self._open).result()

    async def run(self, use_case: Callable[..., Any], *arguments: Any, **options: Any) -> Outcome:
        """Run a use-case with the context as its first argument; the answer, or the error it raised."""
        work = asyncio.wrap_future(self._thread.submit(self._run, use_case, arguments, options))
        self._under_way += 1
        work.add_done_callback(self._count_down)
        # Shielded: what was asked for is done, also when nobody waits for the answer any more.
        return await asyncio.shield(work)

    def run_at_once(self, use_case: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        """Run a use-case while everything else stands still, for two seconds at most: the last thing before the end.

        Raises:
            TimeoutError: the data file is not free.
            RutbreakerError: what the use-case raised.
        """
        return self._thread.submit(self._run, use_case, arguments, options).result(_LAST_PATIENCE).answer

    async def has_moved(self) -> Pulse | None:
        """What changed without us since this was asked last, or since the opening; None when nothing has."""
        return await asyncio.wrap_future(self._thread.submit(self._feel))

    def feel_pulse(self, tell: Callable[["asyncio.Future[Pulse | None]"], object]) -> None:
        """Find out what ``has_moved``, and tell it as a future that is done.

        While that is being found out, which may wait for another program's lock, nothing is asked a second time: what
        has moved is told only once.
        """
        if self._feeling is None or self._feeling.done():
            self._feeling = asyncio.ensure_future(self.has_moved())
            self._feeling.add_done_callback(tell)

    def close(self) -> None:
        """Finish what is under way, and let go of the data file."""
        self._thread.submit(self._close)
        self._thread.shutdown(wait=True)

    def _count_down(self, _: object) -> None:
        self._under_way -= 1

    def _open(self) -> Context:
        if self._context is None:
            self._context = self._opening()
            self._felt = self._pulse()
        return self._context

    def _run(self, use_case: Callable[..., Any], arguments: tuple[Any, ...], options: dict[str, Any]) -> Outcome:
        context = self._open()
        before = context.connection.changes()
        answer = use_case(context, *arguments, **options)
        return Outcome(answer, context.connection.changes() != before)

    def _feel(self) -> Pulse | None:
        before, self._felt = self._felt, self._pulse()
        return self._felt if self._felt != before else None

    def _pulse(self) -> Pulse:
        context = self._open()
        clock = context.clock
        return Pulse(context.connection.version_seen(), clock.today(), clock.is_small_hours())

    def _close(self) -> None:
        if self._context is not None:
            self._context.connection.close()
            self._context = None
