"""The list of pane 4: a click selects, so that one can look at somebody by the mouse; a second one opens."""

from textual.events import Click

from rutbreaker.tui.widgets.row_list import RowList


class PeopleList(RowList):
    """Rows of people or events."""

    def on_click(self, event: Click) -> None:
        """Select the row clicked; open it at the second click."""
        event.prevent_default()
        row = event.style.meta.get("option")
        if row is not None and not self.options[row].disabled:
            self.highlighted = row
            if event.chain == 2:
                self.action_select()
