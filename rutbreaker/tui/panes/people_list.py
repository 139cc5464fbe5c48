"""The list of pane 4: a click selects, so that one can look at somebody by the mouse; a second one opens."""

from textual.events import Click

from rutbreaker.tui.widgets.row_list import RowList


class PeopleList(RowList):
    """Rows of people or events, each one line high."""

    def on_option_list_option_highlighted(self) -> None:
        """Show the heading too that stands right above the cursor."""
        self.call_after_refresh(self._settle)

    def on_resize(self) -> None:
        """Keep the cursor in sight, as little room as there may be."""
        self.call_after_refresh(self._settle)

    def on_blur(self) -> None:
        """The same where the list gives room to what is used now; no word of that comes when something also scrolls."""
        # Textual (8.2.8) lays out only what scrolls then, and sends no Resize to the rest.
        self.call_after_refresh(self.call_after_refresh, self._settle)

    def on_click(self, event: Click) -> None:
        """Select the row clicked; open it at the second click."""
        event.prevent_default()
        row = event.style.meta.get("option")
        if row is not None and not self.options[row].disabled:
            self.highlighted = row
            if event.chain == 2:
                self.action_select()

    def _settle(self) -> None:
        row, height = self.highlighted, self.scrollable_content_region.height
        if row is None:
            return
        first = row - 1 if row and height > 1 and self.options[row - 1].disabled else row
        top = round(self.scroll_y)
        if not top <= first <= row < top + height:
            self.scroll_to(y=first if first < top else row - height + 1, animate=False)
