"""Writing: a page to fill, the prompt above it, its day and the number of words below.

What is typed is kept as a draft a quarter of a second after the last key, so leaving, an error or a lost terminal costs
nothing; Ctrl+S makes a reflection of it, in one act.
"""

from collections.abc import Awaitable, Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Label, Static, TextArea

from rutbreaker.domain.text import clean
from rutbreaker.journal.reflect import Page, Unfinished, keep_page
from rutbreaker.tui.drafts import Drafting
from rutbreaker.tui.widgets.card import Card
from rutbreaker.tui.widgets.key_bar import Key, KeyBar
from rutbreaker.tui.widgets.safe_input import SafeInput
from rutbreaker.tui.widgets.writing_area import WritingArea
from rutbreaker.tui.wording import words_in

_GOING_ON = "Going on where you left off."


class Editor(Drafting[str]):
    """A page to write on; the id of the reflection that was saved, or an empty text when a draft was left behind.

    Control characters are shown as signs. A text that nobody changed is saved exactly as it was stored; once it is
    changed, what is seen is what is saved, signs included.

    Args:
        begun: the page to begin with, and the name of its draft.
        save: makes a reflection of the page; what it raises is said in the box.
    """

    def __init__(self, begun: Unfinished, save: Callable[[Page], Awaitable[str]]) -> None:
        super().__init__("New reflection" if begun.row is None else "Reflection")
        self.begun = begun
        self._save = save
        self._leaves_draft = False

    def compose_box(self) -> ComposeResult:
        """What stands in the box."""
        page = self.begun.page
        if page.prompt:
            yield Static(clean(page.prompt), classes="prompt", markup=False)
        yield WritingArea(page.text, id="editor-text")
        with Horizontal(id="editor-foot", classes="form-field"):
            yield Label("Day", classes="form-label")
            yield SafeInput(
                page.day,
                placeholder="today, yesterday, -2, mon, 2 Nov",
                select_on_focus=True,
                id="editor-day",
                classes="form-control",
            )
        yield KeyBar([Key("^s", "Save", "ctrl+s"), Key("Tab", "Day", "tab"), Key("Esc", "Keep for later", "escape")])

    def on_mount(self) -> None:
        """Start at the end of what there is."""
        area = self.query_one(WritingArea)
        area.move_cursor(area.document.end)
        area.focus()
        if self.begun.is_kept:
            self.query_one(Card).subtitle = _GOING_ON
        else:
            self._count_words()

    def contents(self) -> Page:
        """The page as it stands now."""
        text, day = self.query_one(WritingArea).written, self.query_one("#editor-day", SafeInput).written
        return self.begun.page._replace(text=text, day=day)

    async def keep(self, contents: Page) -> None:
        """Keep the page, and count its words."""
        self._count_words()
        self._leaves_draft = await self.ask(keep_page, self.begun.draft, contents)

    async def finish(self) -> str:
        """Make a reflection of the page."""
        return await self._save(self.contents())

    def left(self) -> str | None:
        """Nothing, when a draft was left behind."""
        return "" if self._leaves_draft else None

    @on(TextArea.Changed)
    @on(Input.Changed)
    def note_typing(self) -> None:
        """Keep the page shortly after the last key."""
        self.keep_soon()

    @on(Input.Submitted)
    def return_to_text(self) -> None:
        """Go from the day back to the text."""
        self.query_one(WritingArea).focus()

    def _count_words(self) -> None:
        self.query_one(Card).subtitle = words_in(self.query_one(WritingArea).text)
