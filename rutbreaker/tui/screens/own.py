"""What every screen of ours does otherwise than Textual's (8.2.8), so that nothing is drawn twice or not at all."""

from textual.reactive import var
from textual.screen import Screen
from textual.widget import Widget

from rutbreaker.tui.asking import Result
from rutbreaker.tui.compositor import FaithfulCompositor
from rutbreaker.tui.widgets.row_list import RowList


class OwnScreen(Screen[Result]):
    """A screen in which what takes the focus is painted, and nothing else, and in which what comes is always seen."""

    focused: var[Widget | None] = var(None)
    """What has the focus; Textual's own paints the whole screen whenever it changes."""

    def __init__(self, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name, id, classes)
        self._compositor = FaithfulCompositor()

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:
        """Give something the focus, and scroll to it; a list of rows brings itself into sight."""
        super().set_focus(widget, scroll_visible and not isinstance(widget, RowList), from_app_focus)
