"""Where the panes stand, one of which is up."""

from textual.geometry import Region
from textual.reactive import var
from textual.widgets import ContentSwitcher


class PaneSwitcher(ContentSwitcher):
    """Shows one of its children. It paints nothing itself: what comes, goes or moves in a layout is painted by that."""

    current: var[str | None] = var(None, init=False)
    """The id of the pane that is up."""

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> "PaneSwitcher":
        """Lay out what stands here, or paint it anew."""
        return super().refresh(*regions, repaint=repaint and not layout, layout=layout, recompose=recompose)
