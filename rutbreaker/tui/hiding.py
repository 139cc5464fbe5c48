"""Hiding everything at once, for when somebody walks by, and by itself when nobody has touched anything for a while.

What is behind goes on as it was, and may even open or close a dialog; only nothing of it is painted. So hiding is no
screen, which the next dialog would cover: all that goes to the terminal is replaced, and all that comes from it stops.
"""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from rich.control import Control
from rich.segment import Segment, Segments
from textual import events
from textual.events import Event

from rutbreaker.tui.leaving import Leaving

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.style import Style
    from textual.screen import Screen

    from rutbreaker.clock import Clock

HOW_TO_RETURN = "Enter to return"
"""What any key brings up, and all that does."""

LOOK_SECONDS = 15.0
"""How often it is looked whether nobody has touched anything for long enough."""


class Hiding(Leaving):
    """An app that can be hidden.

    Args:
        clock: tells for how long nothing was touched.
        after: the minutes after which it hides by itself; 0 for never.
        keys: the keys that hide it, as Textual names them.
    """

    def __init__(self, clock: "Clock", after: float, keys: frozenset[str]) -> None:
        super().__init__()
        self.clock = clock
        self.is_hidden = False
        self._after = timedelta(minutes=after)
        self._hiding_keys = keys
        self._touched: datetime = clock.now()
        self._says_how = False

    def on_mount(self) -> None:
        """Watch for how long nothing is touched."""
        if self._after:
            self.set_interval(LOOK_SECONDS, self.hide_if_idle)
            # Time spent in another editor was no absence.
            self.app_resume_signal.subscribe(self, self._note_touch)

    def hide_if_idle(self) -> None:
        """Hide, if nothing was touched for the time that was set."""
        if self.clock.now() - self._touched >= self._after:
            self.action_hide()

    def action_hide(self) -> None:
        """Hide everything until Enter."""
        if not self.is_hidden:
            self.is_hidden, self._says_how = True, False
            self._paint_cover()

    async def on_event(self, event: Event) -> None:
        """Take what is pressed while everything is hidden, and the key that hides, before anybody else sees it."""
        if isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded:
            self._touched = self.clock.now()
            if self.is_hidden and not self._is_leaving(event):
                self._take(event)
                return
            if isinstance(event, events.Key) and event.key in self._hiding_keys:
                self.action_hide()
                return
        await super().on_event(event)

    def cover(self) -> list[str]:
        """The lines that stand on the screen while everything is hidden."""
        width, height = self.size
        lines = [" " * width] * height
        if self._says_how and height:
            lines[height // 2] = HOW_TO_RETURN[:width].center(width)
        return lines

    def _is_leaving(self, event: Event) -> bool:
        return isinstance(event, events.Key) and event.key in self.at_once

    def _take(self, event: Event) -> None:
        if isinstance(event, events.Key) and event.key == "enter":
            self.is_hidden = False
            self.screen.refresh(layout=True)
        elif isinstance(event, events.Key | events.MouseDown) and not self._says_how:
            self._says_how = True
            self._paint_cover()

    def _note_touch(self, _: object) -> None:
        self._touched = self.clock.now()

    def _paint_cover(self) -> None:
        self._display(self.screen, "")

    def _display(self, screen: "Screen[object]", renderable: "RenderableType | None") -> None:
        super()._display(screen, self._painted_cover() if self.is_hidden else renderable)

    def _painted_cover(self) -> Segments:
        """The cover for the terminal: every line where it belongs, so that nothing scrolls."""
        style: Style = self.screen.rich_style
        parts = []
        for row, line in enumerate(self.cover()):
            parts += [Control.move_to(0, row).segment, Segment(line, style)]
        return Segments(parts)
