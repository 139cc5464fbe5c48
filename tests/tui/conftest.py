"""The dashboard as a person drives it: real keys, a real data file, a clock that stands still."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from textual.pilot import Pilot

from rutbreaker.clock import FixedClock
from rutbreaker.config import Settings
from rutbreaker.context import Context
from rutbreaker.opening import open_context
from rutbreaker.paths import find_places
from rutbreaker.tui.app import RutbreakerApp
from rutbreaker.tui.gateway import Gateway
from tests.tui.screen_text import screen_lines, screen_text

MORNING = datetime(2026, 11, 23, 8, 55, tzinfo=timezone(timedelta(hours=1)))
"""A Monday."""

_ROUNDS = 200


class Driver:
    """Somebody at the keyboard: presses keys, reads the screen, and looks into the data file."""

    def __init__(self, app: RutbreakerApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until nothing moves any more."""
        await self.pilot.press(*keys)
        await self.settle()

    async def type(self, text: str) -> None:
        """Type a text, key by key, into what has the focus."""
        names = {" ": "space", "#": "number_sign", ".": "full_stop", ",": "comma", "-": "minus", "'": "apostrophe"}
        await self.press(*(names.get(sign, sign) for sign in text))

    async def settle(self) -> None:
        """Wait until everything asked for has been answered and drawn."""
        quiet = 0
        for _ in range(_ROUNDS):
            await self.pilot.pause()
            quiet = quiet + 1 if self.app.gateway.is_idle and self.app.has_passed_all_keys else 0
            if quiet >= 2:
                return
        raise AssertionError("the dashboard does not come to rest")

    async def ask(self, use_case: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        """Run a use-case of the journal on the dashboard's own data file, to see or to change what it holds."""
        outcome = await self.app.gateway.run(use_case, *arguments, **options)
        return outcome.answer

    @property
    def text(self) -> str:
        """The whole screen."""
        return screen_text(self.app)

    @property
    def lines(self) -> list[str]:
        """The lines of the screen."""
        return screen_lines(self.app)


Drive = Callable[..., AbstractAsyncContextManager[Driver]]


@pytest.fixture
def clock() -> FixedClock:
    """A Monday morning, standing still."""
    return FixedClock(MORNING)


@pytest.fixture
def drive(clock: FixedClock) -> Drive:
    """Start the dashboard: ``async with drive(seed=..., pane="goals") as driver``.

    ``seed`` is called with the Context before the dashboard starts; ``pane`` is the one to bring up.
    """

    @asynccontextmanager
    async def driving(
        *,
        seed: Callable[[Context], object] | None = None,
        pane: str = "today",
        size: tuple[int, int] = (120, 36),
        settings: Settings | None = None,
    ) -> AsyncIterator[Driver]:
        chosen = settings or Settings()
        gateway = Gateway(lambda: open_context(find_places(), clock=clock, settings=chosen))
        gateway.open()
        if seed is not None:
            await gateway.run(seed)
        app = RutbreakerApp(gateway, clock, chosen)
        try:
            async with app.run_test(size=size, notifications=True) as pilot:
                driver = Driver(app, pilot)
                await driver.settle()
                if pane != "today":
                    await driver.press(str(list(PANE_KEYS).index(pane) + 1))
                yield driver
        finally:
            gateway.close()

    return driving


PANE_KEYS = ("today", "reflect", "goals", "people", "gratitude", "change", "review")
