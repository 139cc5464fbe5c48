"""What stands behind a dialog, dimmed."""

from typing import cast

from textual.renderables.background_screen import BackgroundScreen
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, RichVisual
from textual.widget import Widget

from rutbreaker.tui.compositor import FaithfulCompositor


class Backdrop(RichVisual):
    """A screen seen through a dialog, as it stood when the dialog came: drawn anew only when it is laid out anew.

    Textual's own (8.2.8) draws and dims every cell of it whenever all of the dialog is painted, and paints all of the
    dialog again when what is behind has merely lost the focus to it: most of what it takes to bring a dialog up.
    """

    def __init__(self, dialog: Widget, behind: BackgroundScreen, before: "Backdrop | None") -> None:
        super().__init__(dialog, behind)
        self._behind = behind
        self._drawn: list[Strip] = before._drawn if before else []
        self._drawn_as: tuple[object, ...] = before._drawn_as if before else ()

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Its lines."""
        screen = self._behind.screen
        now = (screen, cast(FaithfulCompositor, screen._compositor).layouts, self._behind.color, width, height, style)
        if now != self._drawn_as:
            self._drawn, self._drawn_as = super().render_strips(width, height, style, options), now
        return self._drawn
