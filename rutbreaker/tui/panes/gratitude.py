"""Pane 5: everything that went well and everybody to be glad of, by day, newest first; and what was on this day."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Input, Label, Static

from rutbreaker.domain.log import LogLine
from rutbreaker.domain.text import one_line
from rutbreaker.errors import RutbreakerError
from rutbreaker.journal.daily import log_gratitude, log_win
from rutbreaker.journal.log import Key, list_keys, list_tags, read_lines
from rutbreaker.journal.remembering import on_this_day
from rutbreaker.tui.panes.pane import Pane, bindings_of
from rutbreaker.tui.rows import row_of
from rutbreaker.tui.screens.line_forms import delete_line, open_line
from rutbreaker.tui.screens.pick import Pick
from rutbreaker.tui.widgets.card import Card
from rutbreaker.tui.widgets.empty_state import EmptyState
from rutbreaker.tui.widgets.log_list import LogList
from rutbreaker.tui.widgets.safe_input import SafeInput

_HINTS = {"gratitude": "What or whom are you glad of?  #tag", "win": "What went well, however small?  #tag"}
_ALL = "all"
_NO_LINE = "Select a line first; n writes one."
_ON_LINES = frozenset({"edit-line", "delete-line"})


class GratitudePane(Pane):
    """A line to write on, the list below it, and this day in earlier years at its side."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("gratitude")
    FIRST_FOCUS = "#gratitude-list"

    kind: reactive[str] = reactive("gratitude")
    """What the line at the top logs: gratitude or a win."""

    filtered: reactive[str] = reactive(_ALL)
    """What the list shows: all, win, gratitude, or a tag with its #."""

    _wanted: Key | None = None

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        with Horizontal(id="gratitude-line"):
            yield Label("", id="gratitude-kind", markup=False)
            yield SafeInput(id="gratitude-input")
        with Horizontal(classes="columns"):
            with Card(id="gratitude-card", classes="main"):
                yield LogList(id="gratitude-list")
                yield EmptyState(
                    "A place for what went well and for whom you are glad of. One line a day is plenty.",
                    "n",
                    "write the first one",
                    binding="write-line",
                    id="gratitude-empty",
                )
            with Card(title="On this day", id="gratitude-memories", classes="side"):
                yield Static(id="memories", markup=False)

    async def load(self) -> None:
        """Ask for the data and show them."""
        kinds, tag = self._selection()
        keys = await self.ask(list_keys, kinds, tag=tag)
        log_list = self.query_one(LogList)
        log_list.display = bool(keys)
        self.query_one("#gratitude-empty").display = not keys
        self.idle = frozenset() if keys else _ON_LINES | ({"filter-lines"} if self.filtered == _ALL else set())
        self.query_one("#gratitude-card", Card).title = f"{self._filter_name()} · {len(keys):,}"
        log_list.set_keys(keys)
        if self._wanted is not None and log_list.move_to(self._wanted):
            self._wanted = None
        self.query_one("#memories", Static).update(_memories(await self.ask(on_this_day)))

    def reveal(self, kind: str, row: str) -> None:
        """Select a thing that lives here."""
        self._wanted = (kind, row)
        self.filtered = _ALL
        self.query_one(LogList).move_to(self._wanted)

    def watch_kind(self, kind: str) -> None:
        """Say what the line at the top logs."""
        self.query_one("#gratitude-kind", Label).update(f"New {kind}")
        self.query_one("#gratitude-input", Input).placeholder = _HINTS[kind]

    def watch_filtered(self) -> None:
        """Show what was chosen."""
        self.reload()

    @on(LogList.Wanted)
    def bring_rows(self, message: LogList.Wanted) -> None:
        """Fetch the rows that came into sight."""
        self._bring(message.keys)

    @on(LogList.Opened)
    def open_row(self, message: LogList.Opened) -> None:
        """Open the row under the cursor."""
        self._open(message.key)

    @on(Input.Submitted, "#gratitude-input")
    def save_line(self, message: Input.Submitted) -> None:
        """Log what was typed, and stay for the next."""
        message.stop()
        self._save(message.value)

    def action_write_line(self) -> None:
        """Write gratitude."""
        self.kind = "gratitude"
        self.query_one("#gratitude-input").focus()

    def action_write_win(self) -> None:
        """Write a win."""
        self.kind = "win"
        self.query_one("#gratitude-input").focus()

    def action_leave_line(self) -> None:
        """Go from the line to the list."""
        self.focus_first()

    def action_edit_line(self) -> None:
        """Open the row under the cursor."""
        self._open(self.query_one(LogList).highlighted)

    def action_delete_line(self) -> None:
        """Delete the row under the cursor."""
        self._delete(self.query_one(LogList).highlighted)

    @work(group="filter", exit_on_error=False)
    async def action_filter_lines(self) -> None:
        """Choose what the list shows."""
        tags = await self.ask(list_tags)
        choices = [(_ALL, "Wins and gratitude"), ("win", "Only wins"), ("gratitude", "Only gratitude")]
        choices += [(f"#{count.tag}", f"#{count.tag}  {count.uses}") for count in tags]
        chosen = await self.hold(Pick("Show", choices, self.filtered))
        if chosen is not None:
            self.filtered = chosen

    @work(exclusive=True, group="rows", exit_on_error=False)
    async def _bring(self, keys: Sequence[Key]) -> None:
        lines: list[LogLine] = await self.ask(read_lines, keys)
        self.query_one(LogList).supply({(line.kind, line.id): row_of(line, self.today) for line in lines})

    @work(group="save", exit_on_error=False)
    async def _save(self, text: str) -> None:
        line = self.query_one("#gratitude-input", Input)
        try:
            await self.ask(log_win if self.kind == "win" else log_gratitude, text)
        except RutbreakerError as error:
            self.tell(error.message)
            return
        if line.value == text:
            line.value = ""

    @work(group="dialog", exit_on_error=False)
    async def _open(self, key: Key | None) -> None:
        if key is None:
            self.tell(_NO_LINE)
        else:
            await open_line(self, key)

    @work(group="delete", exit_on_error=False)
    async def _delete(self, key: Key | None) -> None:
        if key is None:
            self.tell(_NO_LINE)
        else:
            await delete_line(self, key)

    def _selection(self) -> tuple[tuple[str, ...], str | None]:
        """The kinds and the tag that the list shows."""
        if self.filtered.startswith("#"):
            return ("win", "gratitude"), self.filtered
        return (("win", "gratitude") if self.filtered == _ALL else (self.filtered,)), None

    def _filter_name(self) -> str:
        names = {_ALL: "Wins and gratitude", "win": "Wins", "gratitude": "Gratitude"}
        return names.get(self.filtered, self.filtered)


def _memories(lines: Sequence[LogLine]) -> Content:
    if not lines:
        return Content("Nothing yet. In a year, today will stand here.")
    return Content("\n\n").join(
        Content.assemble((f"{line.day.year}  ", "$text-muted"), one_line(line.text, 200)) for line in lines
    )
