"""Pane 2: what the source finder points to, and longer thoughts, newest first, with the selected one to read."""

from collections.abc import Hashable, Sequence
from datetime import date
from typing import Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.reactive import reactive
from textual.widgets import Static

from rutbreaker.domain.dates import full_day
from rutbreaker.domain.log import LogLine
from rutbreaker.domain.text import clean, one_line
from rutbreaker.journal.log import Key, read_lines
from rutbreaker.journal.reflect import (
    Unfinished,
    begin_changing,
    begin_writing,
    discard_unfinished,
    list_reflections,
    prompts_answered,
    tags_of_reflections,
    unfinished,
)
from rutbreaker.tui.external_editor import write_outside
from rutbreaker.tui.panes.pane import Pane, bindings_of
from rutbreaker.tui.panes.source_card import SourceCard
from rutbreaker.tui.rows import short_day
from rutbreaker.tui.screens.line_forms import delete_line
from rutbreaker.tui.screens.pick import Pick
from rutbreaker.tui.screens.reflections import continue_unfinished, edit_a_reflection, write_a_reflection
from rutbreaker.tui.widgets.card import Card
from rutbreaker.tui.widgets.empty_state import EmptyState
from rutbreaker.tui.widgets.log_list import LogList, Row
from rutbreaker.tui.widgets.prose import Prose
from rutbreaker.tui.wording import words_in

_ALL = "all"
_ANSWERS = "to:"
"""What stands before a prompt in the filter; alone it means no prompt."""

_DRAFT = "draft"
"""The kind, in the list, of what isn't finished yet."""

_UNFINISHED = "unfinished"
_NO_REFLECTION = "Select a reflection first; n writes one."
_ON_REFLECTIONS = frozenset({"edit-reflection", "delete-reflection", "filter-reflections"})
_ON_RANKING = frozenset({"explain-source"})
_DAY_WIDTH = 7
_LONGEST = 200
_FAR = 2_000
"""How far into a text its first words are looked for."""


class ReflectPane(Pane):
    """The list of reflections, what is unfinished on top, and the selected one with its Markdown rendered."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("reflect")
    FIRST_FOCUS = "#reflect-list"

    filtered: reactive[str] = reactive(_ALL)
    """What the list shows: all, a tag with its #, or what answers a prompt."""

    _unfinished: dict[str, Unfinished]
    _wanted: Key | None = None
    _reading: tuple[Any, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield SourceCard(id="source-card")
        with Vertical(classes="pair"):
            with Card(id="reflect-card", classes="list"):
                yield LogList(badge_width=0, id="reflect-list")
                yield EmptyState(
                    "Room for longer thoughts: a blank page, or a question to begin with.",
                    "n",
                    "write the first one",
                    binding="new-reflection",
                    id="reflect-empty",
                )
            with Card(id="reflect-reading", classes="page"):
                yield Static(id="reflect-prompt", classes="prompt", markup=False)
                yield Prose(more="Enter shows all of it.", id="reflect-text")

    async def load(self) -> None:
        """Ask for the data and show them."""
        self._unfinished = {found.draft: found for found in await self.ask(unfinished)}
        keys: list[Key] = await self.ask(list_reflections, **_selection(self.filtered))
        if not keys and self.filtered != _ALL:
            self.filtered = _ALL
            return
        self.query_one("#reflect-card", Card).title = f"{_filter_name(self.filtered)} · {len(keys):,}"
        if self.filtered == _ALL:
            keys = [*((_DRAFT, name) for name in self._unfinished), *keys]
        log_list = self.query_one(LogList)
        log_list.display = self.query_one("#reflect-reading").display = bool(keys)
        self.query_one("#reflect-empty").display = not keys
        log_list.lead_width = len(_UNFINISHED) if self._unfinished and self.filtered == _ALL else _DAY_WIDTH
        log_list.set_keys(keys)
        if self._wanted is not None and log_list.move_to(self._wanted):
            self._wanted = None
        source = self.query_one(SourceCard)
        await source.load(self.today)
        self.idle = (frozenset() if keys else _ON_REFLECTIONS) | (frozenset() if source.has_ranking else _ON_RANKING)
        if self.is_filled:
            self._read(self._selected())
        else:
            # What renders Markdown takes longest to come. One refresh later the pane comes up, by the next it is drawn.
            self.call_after_refresh(self.call_after_refresh, lambda: self._read(self._selected()))

    def reveal(self, kind: str, row: str) -> None:
        """Select a thing that lives here."""
        self._wanted = (kind, row)
        self.filtered = _ALL
        self.query_one(LogList).move_to(self._wanted)

    def watch_filtered(self) -> None:
        """Show what was chosen."""
        self.reload()

    @on(LogList.Wanted)
    def bring_rows(self, message: LogList.Wanted) -> None:
        """Fetch the rows that came into sight."""
        self._bring(message.keys)

    @on(LogList.Highlighted)
    def read_row(self, message: LogList.Highlighted) -> None:
        """Show what came under the cursor."""
        self._read(message.key)

    @on(LogList.Opened)
    def open_row(self, message: LogList.Opened) -> None:
        """Open what is under the cursor."""
        self._open(message.key)

    @work(group="dialog", exit_on_error=False)
    async def action_find_source(self) -> None:
        """Run the source finder."""
        await self.query_one(SourceCard).find()

    @work(group="dialog", exit_on_error=False)
    async def action_explain_source(self) -> None:
        """Say why a source stands where it stands."""
        await self.query_one(SourceCard).explain()

    @work(group="dialog", exit_on_error=False)
    async def action_new_reflection(self) -> None:
        """Write a reflection."""
        self._select(await write_a_reflection(self))

    def action_edit_reflection(self) -> None:
        """Open what is under the cursor."""
        if self.query_one(SourceCard).is_in_use:
            self.action_explain_source()
        else:
            self._open(self._selected())

    @work(group="delete", exit_on_error=False)
    async def action_delete_reflection(self) -> None:
        """Delete what is under the cursor."""
        card, key = self.query_one(SourceCard), self._selected()
        if card.is_in_use:
            await card.delete()
        elif key is None:
            self.tell(_NO_REFLECTION)
        elif key[0] == _DRAFT:
            await self.ask(discard_unfinished, key[1])
            self.tell("Thrown away. u brings the words back.")
        else:
            await delete_line(self, key)

    @work(group="dialog", exit_on_error=False)
    async def action_write_outside(self) -> None:
        """Write what is under the cursor, or the first one, in the person's own editor."""
        self._select(await write_outside(self, await self._begun(self._selected())))

    @work(group="filter", exit_on_error=False)
    async def action_filter_reflections(self) -> None:
        """Choose what the list shows."""
        tags, answered = await self.ask(tags_of_reflections), await self.ask(prompts_answered)
        choices = [(_ALL, "All reflections")]
        choices += [(f"#{tag}", f"#{tag}  {count}") for tag, count in tags]
        choices += [(_ANSWERS, f"Without a prompt  {count}") for prompt, count in answered if not prompt]
        choices += [(f"{_ANSWERS}{prompt}", f"{prompt}  {count}") for prompt, count in answered if prompt]
        chosen = await self.hold(Pick("Show", choices, self.filtered))
        if chosen is not None:
            self.filtered = chosen

    @work(exclusive=True, group="rows", exit_on_error=False)
    async def _bring(self, keys: Sequence[Key]) -> None:
        written = [key for key in keys if key[0] != _DRAFT]
        lines: list[LogLine] = await self.ask(read_lines, written) if written else []
        rows: dict[Hashable, Row] = {(line.kind, line.id): _row_of(line, self.today) for line in lines}
        rows |= {(_DRAFT, name): _row_of_draft(found) for name, found in self._unfinished.items()}
        self.query_one(LogList).supply(rows)

    @work(exclusive=True, group="read", exit_on_error=False)
    async def _read(self, key: Key | None) -> None:
        """Show a page; the same one isn't shown anew, so that what is read stays where it was scrolled to."""
        # What is being written in a dialog at this moment is shown when that is over, so that typing stays quick.
        if key is None or not self.is_filled or (key[0] == _DRAFT and not self.screen.is_active):
            return
        if key[0] == _DRAFT:
            found = self._unfinished.get(key[1])
            page: Any = None if found is None else found.page
        else:
            lines = await self.ask(read_lines, [key])
            page = lines[0] if lines else None
        if page is None or (key, page) == self._reading:
            return
        card, prompt = self.query_one("#reflect-reading", Card), self.query_one("#reflect-prompt", Static)
        card.title = _UNFINISHED.capitalize() if key[0] == _DRAFT else full_day(page.day)
        card.subtitle = words_in(page.text)
        prompt.display = bool(page.prompt)
        prompt.update(clean(page.prompt))
        await self.query_one(Prose).show_text(page.text)
        self._reading = (key, page)

    @work(group="dialog", exit_on_error=False)
    async def _open(self, key: Key | None) -> None:
        if key is None:
            self.tell(_NO_REFLECTION)
            return
        kind, name = key
        self._select(await (continue_unfinished if kind == _DRAFT else edit_a_reflection)(self, name))

    async def _begun(self, key: Key | None) -> Unfinished:
        """What to go on writing: what is under a key, or a new page."""
        if key is not None and key[0] == _DRAFT:
            return self._unfinished[key[1]]
        begun: Unfinished = await (self.ask(begin_writing) if key is None else self.ask(begin_changing, key[1]))
        return begun

    def _selected(self) -> Any:
        """The key under the cursor, or None."""
        return self.query_one(LogList).highlighted

    def _select(self, row: str | None) -> None:
        """Select what was saved; what was left unfinished is shown as it stands now."""
        if row is None:
            self.reload()
        else:
            self.reveal("reflection", row)


def _selection(filtered: str) -> dict[str, str]:
    """What the list is asked for."""
    if filtered.startswith("#"):
        return {"tag": filtered}
    return {} if filtered == _ALL else {"prompt": filtered.removeprefix(_ANSWERS)}


def _filter_name(filtered: str) -> str:
    if filtered == _ALL:
        return "Reflections"
    return filtered.removeprefix(_ANSWERS) or "Without a prompt"


def _row_of(line: LogLine, today: date | None) -> Row:
    text = one_line(line.prompt or _first_words(line.text), _LONGEST)
    trail = " ".join(f"#{tag}" for tag in line.tags)
    return Row(lead=short_day(line.day, today), badge="", text=text, trail=trail, group=line.day.isoformat())


def _row_of_draft(found: Unfinished) -> Row:
    text = one_line(_first_words(found.page.text), _LONGEST)
    return Row(lead=_UNFINISHED, badge="", text=text, group=found.draft)


def _first_words(text: str) -> str:
    """The first line that says something, without the signs of Markdown before it."""
    lines = (line.lstrip("#>*-+ \t").strip() for line in text[:_FAR].splitlines())
    return next((line for line in lines if line), text.strip())
