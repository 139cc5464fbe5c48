"""The dashboard as a person drives it: real keys, a real data file, a clock that stands still."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Hashable, Iterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, contextmanager, nullcontext
from typing import Any

import pytest
import textual._wait
import textual.css.stylesheet
import textual.screen
from textual.css.model import RuleSet
from textual.css.parse import parse
from textual.css.tokenize import tokenize_values
from textual.css.tokenizer import Token
from textual.events import Key
from textual.keys import _character_to_key, key_to_character
from textual.pilot import Pilot
from textual.screen import Screen

from rutbreaker.clock import FixedClock
from rutbreaker.config import Settings
from rutbreaker.context import Context
from rutbreaker.opening import open_context
from rutbreaker.paths import find_places
from rutbreaker.tui.app import RutbreakerApp
from rutbreaker.tui.gateway import Gateway
from rutbreaker.tui.screens.dashboard import Dashboard
from rutbreaker.tui.screens.own import OwnScreen
from tests.conftest import hurried
from tests.tui.screen_text import screen_lines, screen_text

_PATIENCE = 60
"""Seconds until the dashboard must have come to rest, which takes it milliseconds."""

_FRAMES_A_SECOND = 20
"""``settle`` draws as soon as there is nothing else to do; frames before that are seen by nobody, and take a tenth."""


class _BeginsAt(RutbreakerApp):
    """The dashboard, begun at another pane than Today, whose making would be most of many a test."""

    def __init__(self, pane: str, gateway: Gateway, clock: FixedClock, settings: Settings) -> None:
        super().__init__(gateway, clock, settings)
        self._pane = pane
        # What glides comes to rest at a time of its own, after a test has looked.
        self.animation_level = "none"
        self._waiting = 0

    @contextmanager
    def unpainted(self) -> Iterator[None]:
        """Paint nothing but by ``paint``: what is seen on the way to rest, nobody looks at."""
        self._waiting += 1
        try:
            yield
        finally:
            self._waiting -= 1

    def may_paint(self, screen: Screen[Any]) -> bool:
        """Whether a screen is to be painted now; if not, what is to be painted on it is kept."""
        return not self._waiting or screen is not self.screen

    def paint(self) -> bool:
        """Paint what has changed on the screen on top; whether anything had."""
        if not self.screen._compositor._dirty_regions or self.return_code is not None:
            return False
        waiting, self._waiting = self._waiting, 0
        self.screen._compositor_refresh()
        self._waiting = waiting
        return True

    def get_default_screen(self) -> Screen[None]:
        """The dashboard, with the pane up."""
        dashboard = super().get_default_screen()
        dashboard.set_reactive(Dashboard.shown, self._pane)
        return dashboard


class Driver:
    """Somebody at the keyboard: presses keys, reads the screen, and looks into the data file."""

    def __init__(self, app: _BeginsAt, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until nothing moves any more."""
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 else key
            self.app.post_message(Key(name, key_to_character(name)))
            await self.settle()

    async def type(self, text: str) -> None:
        """Type a text as a fast typist does: every key is there before the one before it is drawn."""
        for sign in text:
            self.app.post_message(Key(_character_to_key(sign), sign))
        await self.settle()

    async def settle(self) -> None:
        """Wait until everything asked for has been answered and drawn."""
        loop: Any = asyncio.get_running_loop()
        quiet, until = 0, loop.time() + _PATIENCE
        with self.app.unpainted():
            while quiet < 3:
                assert loop.time() < until, "the dashboard does not come to rest"
                if self.app._exception is not None:
                    raise self.app._exception
                await asyncio.sleep(0)
                quiet = quiet + 1 if self._is_at_rest() else 0
                if quiet == 3 and self.app.paint():
                    # What is found out by drawing may change what is seen.
                    quiet = 0
                if not (quiet or loop._ready):
                    # Nobody can go on: what is to be laid out is laid out now, or an answer is waited for.
                    self.app.screen._on_timer_update()
                    if not loop._ready:
                        await textual._wait.wait_for_idle(0)

    def _is_at_rest(self) -> bool:
        """Whether nothing is under way: no question, no key, no message, nothing to draw or that waits for it."""
        screen = self.app.screen
        loop: Any = asyncio.get_running_loop()
        waiting = any(not node._message_queue.empty() for node in (self.app, *screen.walk_children(with_self=True)))
        if loop._ready or waiting:
            # On a busy machine a pause ends before everybody who can go on has done so.
            return False
        to_come = screen._callbacks or screen._dirty_widgets or screen._layout_required or screen._scroll_required
        # What would glide arrives at the animator's next look, even where nothing glides.
        glides = self.app.animator._animations or self.app.animator._scheduled
        has_left = self.app.return_code is not None  # then nothing is drawn any more
        # Who brought up a dialog waits for it; all others have something to do, as those of the screen on top have.
        under_way = [worker.node for worker in self.app.workers if not worker.is_finished]
        is_on_top = any(screen in node.ancestors_with_self for node in under_way)
        is_working = is_on_top or len(under_way) >= len(self.app.screen_stack)
        # Another size is told to the screens by a clock.
        has_its_size = self.app._resize_event is None
        is_done = self.app.gateway.is_idle and self.app.has_passed_all_keys and has_its_size and not is_working
        return is_done and (has_left or not (to_come or glides))

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


@pytest.fixture
def _brisk_pilot(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Textual look for idleness every millisecond instead of every twenty, which is most of a key's time.

    ``settle`` doesn't lean on that guess: it asks the gateway and the keys that wait. Frames are drawn when it asks.
    """
    paint = OwnScreen._compositor_refresh

    def paint_if_seen(screen: OwnScreen[Any]) -> None:
        if not isinstance(screen.app, _BeginsAt) or screen.app.may_paint(screen):
            paint(screen)
        else:
            screen._dirty_widgets.clear()

    monkeypatch.setattr(OwnScreen, "_compositor_refresh", paint_if_seen)
    monkeypatch.setattr(textual.screen, "UPDATE_PERIOD", 1 / _FRAMES_A_SECOND)
    monkeypatch.setattr(textual._wait, "SLEEP_GRANULARITY", 0.001)
    monkeypatch.setattr(textual._wait, "SLEEP_IDLE", 0.0004)


@pytest.fixture(scope="session", autouse=True)
def _sheets_parsed_once() -> Iterator[None]:
    """Parse each style sheet once for all dashboards of a run: that is a twentieth of all their time."""
    with pytest.MonkeyPatch.context() as patched:
        parsed: dict[Hashable, list[RuleSet]] = {}
        values: dict[Hashable, dict[str, list[Token]]] = {}

        def tokenize_once(variables: dict[str, str]) -> dict[str, list[Token]]:
            key = frozenset(variables.items())
            if key not in values:
                values[key] = tokenize_values(variables)
            return values[key]

        def parse_once(*where: Any, **options: Any) -> list[RuleSet]:
            # The tokens of the same variables are the same object, by the above, which lasts as long as the run.
            key = (*where, id(options["variable_tokens"]), options["is_default_rules"], options["tie_breaker"])
            if key not in parsed:
                parsed[key] = list(parse(*where, **options))
            return parsed[key]

        patched.setattr(textual.css.stylesheet, "tokenize_values", tokenize_once)
        patched.setattr(textual.css.stylesheet, "parse", parse_once)
        yield


Drive = Callable[..., AbstractAsyncContextManager[Driver]]


@pytest.fixture
def drive(clock: FixedClock, new_home: Callable[[], str], _brisk_pilot: None) -> Drive:
    """Start the dashboard: ``async with drive(seed=..., pane="goals") as driver``, on an empty file if there is none.

    ``seed`` is called with the Context before the dashboard starts; ``pane`` is the one to bring up. Without ``waits``
    the keys may begin before that pane is there.
    """

    @asynccontextmanager
    async def driving(
        *,
        seed: Callable[[Context], object] | None = None,
        pane: str = "today",
        size: tuple[int, int] = (120, 36),
        settings: Settings | None = None,
        waits: bool = True,
    ) -> AsyncIterator[Driver]:
        chosen = settings or Settings()
        if not os.path.exists(find_places().db):
            new_home()
        gateway = Gateway(lambda: open_context(find_places(), clock=clock, settings=chosen))
        gateway.open()
        if seed is not None:
            await gateway.run(hurried)
            await gateway.run(seed)
            await gateway.run(hurried, is_over=True)
            # What was there before the dashboard is no news to it, nor is the day that it begins on.
            await gateway.has_moved()
        app = _BeginsAt(pane, gateway, clock, chosen)
        async with AsyncExitStack() as stack:
            stack.callback(gateway.close)
            with app.unpainted() if waits else nullcontext():
                pilot = await stack.enter_async_context(app.run_test(size=size, notifications=True))
                driver = Driver(app, pilot)
                if waits:
                    await driver.settle()
            yield driver

    return driving
