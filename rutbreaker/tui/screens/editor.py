"""Writing: a page to fill, the prompt above it, its day and the number of words below.

What is typed is kept as a draft a quarter of a second after the last key, so leaving, an error or a lost terminal costs
nothing; Ctrl+S makes a reflection of it, in one act.
"""

from collections.abc import Awaitable, Callable
from typing import Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.timer import Timer
from textual.widgets import Input, Label, Static, TextArea

from rutbreaker.domain.text import clean, one_line
from rutbreaker.errors import RutbreakerError
from rutbreaker.journal.days import read_day
from rutbreaker.journal.reflect import (
    NEW,
    Page,
    Unfinished,
    change_reflection,
    draft_of,
    keep_page,
    page_of,
    prompts,
    read_reflection,
    read_unfinished,
    write_reflection,
)
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.screens.dialog import Dialog
from rutbreaker.tui.screens.hidden import Hidden
from rutbreaker.tui.screens.pick import Pick
from rutbreaker.tui.widgets.key_bar import Key, KeyBar
from rutbreaker.tui.widgets.writing_area import WritingArea

_DRAFT_DELAY = 0.25
"""Seconds after the last key until the draft is kept and the words are counted."""

_GOING_ON = "Going on where you left off."
_BLANK = "A blank page"


async def write_a_reflection(host: Asking) -> None:
    """Write a reflection: go on with an unfinished one, else choose a prompt or a blank page."""
    begun = await host.ask(read_unfinished, NEW)
    if begun is None:
        choices = [("", _BLANK), *((prompt, prompt) for prompt in await host.ask(prompts))]
        prompt = await host.hold(Pick("Reflect on", choices))
        if prompt is None:
            return
        await _write(host, Unfinished(NEW, Page("", prompt, "today"), None))
    else:
        await _write(host, begun, _GOING_ON)


async def edit_a_reflection(host: Asking, row: str) -> None:
    """Change a reflection, going on with what was left unfinished of it."""
    begun = await host.ask(read_unfinished, draft_of(row))
    if begun is None:
        reflection = await host.ask(read_reflection, row)
        await _write(host, Unfinished(draft_of(row), page_of(reflection), row))
    else:
        await _write(host, begun, _GOING_ON)


async def continue_unfinished(host: Asking, draft: str) -> None:
    """Go on with what is kept under the name of a draft; nothing happens when it is finished by now."""
    begun = await host.ask(read_unfinished, draft)
    if begun is not None:
        await _write(host, begun, _GOING_ON)


async def save_page(host: Asking, work: Unfinished) -> None:
    """Make a reflection of a page, or change the one that it belongs to.

    Raises:
        BadInput: there is no text, or its day can't be.
        NotFound: the one it belongs to is gone.
    """
    day = await host.ask(read_day, work.page.day)
    if work.row is None:
        await host.ask(write_reflection, work.page.text, day=day, prompt=work.page.prompt, draft=work.draft)
    else:
        await host.ask(change_reflection, work.row, work.page.text, day=day, draft=work.draft)


async def _write(host: Asking, begun: Unfinished, note: str = "") -> None:
    async def save(page: Page) -> None:
        await save_page(host, begun._replace(page=page))

    left = await host.hold(Editor(begun, save, host.ask, note))
    if left:
        host.tell(left)


class Editor(Dialog[str]):
    """A page to write on; what there is to tell when it is left.

    Control characters are shown as signs. A text that nobody changed is saved exactly as it was stored; once it is
    changed, what is seen is what is saved, signs included.

    Args:
        begun: the page to begin with, and the name of its draft.
        save: makes a reflection of the page; what it raises is said in the box.
        ask: asks the journal.
        note: a line to begin with.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", show=False, priority=True),
        Binding("ctrl+l", "hide", "Hide", show=False, priority=True, id="hide"),
    ]
    """Saving, and hiding what stands here from somebody who walks by."""

    def __init__(
        self, begun: Unfinished, save: Callable[[Page], Awaitable[None]], ask: Callable[..., Awaitable[Any]], note: str
    ) -> None:
        super().__init__("New reflection" if begun.row is None else "Reflection")
        self.begun = begun
        self.note = note
        self._save = save
        self._ask = ask
        self._kept = begun.page
        self._timer: Timer | None = None
        self._is_saving = False

    def compose_box(self) -> ComposeResult:
        """What stands in the box."""
        page = self.begun.page
        if page.prompt:
            yield Static(clean(page.prompt), id="editor-prompt", markup=False)
        yield WritingArea(page.text, id="editor-text")
        with Horizontal(id="editor-foot"):
            yield Label("Day", id="editor-day-label")
            yield Input(
                one_line(page.day),
                placeholder="today, yesterday, -2, mon, 2 Nov",
                compact=True,
                select_on_focus=True,
                id="editor-day",
            )
            yield Static(self.note, id="editor-count", markup=False)
        yield KeyBar([Key("^s", "Save", "ctrl+s"), Key("Tab", "Day", "tab"), Key("Esc", "Leave", "escape")])

    def on_mount(self) -> None:
        """Start at the end of what there is."""
        area = self.query_one(WritingArea)
        area.move_cursor(area.document.end)
        area.focus()
        if not self.note:
            self._count_words()

    def page(self) -> Page:
        """The page as it stands now."""
        area = self.query_one(WritingArea)
        text = self.begun.page.text if area.untouched else area.text
        return self.begun.page._replace(text=text, day=self.query_one("#editor-day", Input).value)

    @on(TextArea.Changed)
    @on(Input.Changed)
    def keep_soon(self) -> None:
        """Keep the page shortly after the last key."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_DRAFT_DELAY, self._keep)

    @on(Input.Submitted)
    def return_to_text(self) -> None:
        """Go from the day back to the text."""
        self.query_one(WritingArea).focus()

    def action_save(self) -> None:
        """Save the page, once."""
        if not self._is_saving:
            self._is_saving = True
            self._save_page()

    def action_cancel(self) -> None:
        """Leave; the page stays as a draft."""
        self._leave()

    def action_hide(self) -> None:
        """Hide everything."""
        self.app.push_screen(Hidden())

    @work(group="save", exit_on_error=False)
    async def _save_page(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        try:
            await self._keep_now()
            await self._save(self.page())
        except RutbreakerError as error:
            self.say_problem(error.message)
        else:
            self.dismiss("Reflection saved.")
        finally:
            self._is_saving = False

    @work(group="leave", exit_on_error=False)
    async def _leave(self) -> None:
        try:
            await self._keep_now()
        except RutbreakerError as error:
            self.say_problem(error.message)
        else:
            self.dismiss("Kept as unfinished." if self.page() != self.begun.page else None)

    @work(group="draft", exit_on_error=False)
    async def _keep(self) -> None:
        self._count_words()
        try:
            await self._keep_now()
        except RutbreakerError as error:
            self.say_problem(error.message)

    async def _keep_now(self) -> None:
        page = self.page()
        if page != self._kept:
            await self._ask(keep_page, self.begun.draft, page)
            self._kept = page

    def _count_words(self) -> None:
        count = len(self.query_one(WritingArea).text.split())
        self.query_one("#editor-count", Static).update("1 word" if count == 1 else f"{count:,} words")
