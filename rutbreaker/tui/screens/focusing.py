"""How the focus moves in every screen of ours: without painting all of it anew, and without scrolling twice."""

from typing import TypeVar

from textual.reactive import var
from textual.screen import Screen
from textual.widget import Widget

from rutbreaker.tui.widgets.row_list import RowList

Result = TypeVar("Result")


class Focusing(Screen[Result]):
    """A screen in which what loses or takes the focus is painted, and nothing else."""

    focused: var[Widget | None] = var(None)
    """What has the focus; Textual's own paints the whole screen whenever it changes."""

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:
        """Give something the focus, and scroll to it; a list of rows brings itself into sight."""
        super().set_focus(widget, scroll_visible and not isinstance(widget, RowList), from_app_focus)
