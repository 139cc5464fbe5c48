"""Where the panes stand, one of which is up."""

from textual.geometry import Region
from textual.widgets import ContentSwitcher


class PaneSwitcher(ContentSwitcher):
    """Shows one of its children; one that is mounted hidden changes nothing on the screen, so nothing is painted."""

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> "PaneSwitcher":
        """Lay out what stands here, or paint it anew; what moves in a layout is painted by that already."""
        return super().refresh(*regions, repaint=repaint and not layout, layout=layout, recompose=recompose)
