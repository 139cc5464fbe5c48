"""A box that fits the screen: what can be scrolled in it gives way to what must be in sight."""

from textual.containers import ScrollableContainer
from textual.geometry import Size
from textual.layout import ArrangeResult, Layout
from textual.layouts.vertical import VerticalLayout
from textual.widget import Widget

from rutbreaker.tui.widgets.card import Card

_LEAST = 3
"""The lines that every part keeps while another one can still give way."""


class _GivingWay(VerticalLayout):
    """From top to bottom; where that is too high, the parts that scroll become lower, the upper ones first.

    Textual's own ways don't do: of a box with ``height: auto`` a part of ``1fr`` makes all of the screen, and
    a ``max-height`` in percent is left out when the box is measured (8.2.8).
    """

    name = "giving-way"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:
        """Place the children."""
        placed = list(super().arrange(parent, children, size, greedy))
        # Of no height is a box that is only being measured.
        excess = max((each.region.bottom + each.margin.bottom for each in placed), default=0) - size.height
        for least in (_LEAST, 1):
            for place, each in enumerate(placed):
                if size.height and isinstance(each.widget, ScrollableContainer):
                    fewer = max(min(each.region.height - least, excess), 0)
                    excess -= fewer
                    placed[place] = each._replace(region=each.region.shrink((0, 0, fewer, 0)))
                    placed[place + 1 :] = [
                        lower._replace(region=lower.region.translate((0, -fewer))) for lower in placed[place + 1 :]
                    ]
        return placed


class FittedCard(Card):
    """As high as what it holds; where there is no room for that, what scrolls in it becomes lower, the upper first."""

    _giving_way = _GivingWay()

    @property
    def layout(self) -> Layout:
        """How the parts are placed."""
        return self._giving_way
