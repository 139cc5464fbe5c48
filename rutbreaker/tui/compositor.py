"""What stands where on a screen, told so that nothing is forgotten that came or changed its size."""

from textual._compositor import Compositor, CompositorMap, ReflowResult
from textual.geometry import Size
from textual.widget import Widget


class FaithfulCompositor(Compositor):
    """Compares each layout with the one before it, whatever was asked in between.

    Textual's own (8.2.8) compares with the newest map that it has made, and makes one as soon as somebody asks for the
    size of any widget after another was mounted. That one holds what is new already, which then counts as known: it
    gets no Resize and no Show, and the layout paints nothing of it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._laid_out: CompositorMap = {}
        self.layouts = 0
        """How often it was laid out."""

    def clear(self) -> None:
        """Let go of all widgets."""
        super().clear()
        self._laid_out = {}

    def reflow_visible(self, parent: Widget, size: Size) -> set[Widget]:
        """Lay out what is in sight after something has scrolled; what has come into sight."""
        self.layouts += 1
        return super().reflow_visible(parent, size)

    def reflow(self, parent: Widget, size: Size) -> ReflowResult:
        """Lay out everything in a widget; what is hidden, shown and resized since the last time."""
        self.layouts += 1
        self._full_map = self._laid_out
        result = super().reflow(parent, size)
        self._laid_out = self._full_map
        # As right as one made anew, which would take as long as a layout.
        self._full_map_invalidated = False
        return result
