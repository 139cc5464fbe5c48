"""What every screen of ours does otherwise than Textual's (8.2.8), so that nothing is drawn twice or not at all."""

from textual.events import ScreenResume
from textual.reactive import var
from textual.screen import Screen
from textual.widget import Widget

from rutbreaker.tui.asking import Result
from rutbreaker.tui.compositor import FaithfulCompositor
from rutbreaker.tui.restyling import restyle_around_focus
from rutbreaker.tui.widgets.row_list import RowList


class OwnScreen(Screen[Result]):
    """A screen in which what takes the focus is painted, and nothing else, and in which what comes is always seen."""

    focused: var[Widget | None] = var(None)
    """What has the focus; Textual's own paints the whole screen whenever it changes."""

    def __init__(self, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name, id, classes)
        self._compositor: FaithfulCompositor = FaithfulCompositor()
        self._layouts_shown = 0

    async def _compose(self) -> None:
        # How wide and high it is told before its widgets come: after that, the styles of all are worked out anew.
        width, height = self.app.size
        told = self._get_breakpoint_classes(width, self.app.HORIZONTAL_BREAKPOINTS or [])
        told |= self._get_breakpoint_classes(height, self.app.VERTICAL_BREAKPOINTS or [])
        self.update_classes(dict.fromkeys(told, True), animate=False)
        await super()._compose()

    def _on_screen_resume(self, event: ScreenResume) -> None:
        # As Textual does it, but for what is done a second time: all that changes styles, a theme too, changes them on
        # every screen at once, and a layout paints all that it lays out.
        event.prevent_default()
        self.stack_updates += 1
        self.app._refresh_notifications()
        self._update_auto_focus()
        if self._size != self.app.size:
            self._refresh_layout(self.app.size)
        else:
            self.refresh()

    def _compositor_refresh(self) -> None:
        compositor = self._compositor
        if self is not self.app.screen and compositor.layouts == self._layouts_shown:
            # Behind a dialog it stands as it stood; when it comes up again, all of it is painted.
            compositor._dirty_regions.clear()
            self._dirty_widgets.clear()
            return
        self._layouts_shown = compositor.layouts
        super()._compositor_refresh()

    def _update_focus_styles(self, focused: Widget | None = None, blurred: Widget | None = None) -> None:
        restyle_around_focus(focused, blurred)

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:
        """Give something the focus, and scroll to it; a list of rows brings itself into sight."""
        super().set_focus(widget, scroll_visible and not isinstance(widget, RowList), from_app_focus)
