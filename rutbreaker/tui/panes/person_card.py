"""The side of pane 4: one person, or one event, with all that is known and every contact."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from rutbreaker.tui.panes.people_words import Key, Page
from rutbreaker.tui.widgets.card import Card
from rutbreaker.tui.widgets.log_list import LogList, Row


class PersonCard(Card):
    """Shows a page: what there is to know above, and below it the lines, which can be selected."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, classes="page")
        self._rows: dict[Key, Row] = {}
        self._wanted: Key | None = None

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield Static(id="person-facts", markup=False)
        yield LogList(id="person-lines", badge_width=0)

    @property
    def highlighted(self) -> Key | None:
        """The line under the cursor."""
        key = self.query_one(LogList).highlighted
        return next((each for each in self._rows if each == key), None)

    def show(self, page: Page | None) -> None:
        """Show a page, or nothing."""
        self.display = page is not None
        if page is None:
            return
        self.title = page.title
        self.query_one("#person-facts", Static).update(page.facts)
        self._rows = dict(page.lines)
        lines = self.query_one(LogList)
        lines.display = bool(page.lines)
        lines.set_keys(tuple(self._rows))
        if self._wanted is not None and lines.move_to(self._wanted):
            self._wanted = None

    def want(self, key: Key) -> None:
        """Select a line once it is shown."""
        self._wanted = key

    @on(LogList.Wanted)
    def bring_rows(self, message: LogList.Wanted) -> None:
        """Hand over the rows that came into sight."""
        message.stop()
        self.query_one(LogList).supply({key: row for key, row in self._rows.items() if key in set(message.keys)})
