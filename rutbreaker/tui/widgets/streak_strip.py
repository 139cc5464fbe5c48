"""The last weeks of a streak, small: what stands on a card."""

from rutbreaker.tui.widgets.day_grid import DayGridView


class StreakStrip(DayGridView):
    """A few weeks of days, drawn as in ``HeatMap`` but without focus, cursor or legend.

    It shows as many of the newest weeks as it has room for; twelve need 27 cells.
    """
