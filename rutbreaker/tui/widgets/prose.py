"""A longer text to read, with its Markdown rendered."""

import asyncio
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll

from rutbreaker.domain.text import clean

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

MOST_SIGNS = 20_000
MOST_LINES = 200
"""How much of a text is rendered: each paragraph is a widget of its own, and a page has a thousandth of a novel."""

_DEEPEST = 24
"""Levels of lists and quotes within each other, counted as Markdown counts them; what lies deeper isn't shown."""

_AS_TYPED = ("link", "image", "autolink", "reference", "entity", "html_block", "html_inline")
"""What Markdown would hide or turn into something else: nothing here opens a link, so its address stays to be read."""


class Prose(VerticalScroll):
    """Headings, lists, quotes, code, tables and emphasis are rendered; line breaks and all else stay as typed.

    ``more`` says in a line what to do when there is more of the text than is rendered.
    """

    DEFAULT_CSS = """
    Prose {
        height: 1fr; scrollbar-size-vertical: 1;
        Markdown { padding: 0; }
        MarkdownHeader { margin: 1 0; content-align: left middle; }
        MarkdownHeader:first-child { margin: 0 0 1 0; }
    }
    """

    def __init__(self, *, more: str = "", id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.more = more

    async def show_text(self, text: str) -> None:
        """Show a text from its beginning. Whoever waits for it may be cancelled for a newer one."""
        # What is cancelled while it waits for widgets to come or go takes the whole app down (Textual 8.2.8).
        await asyncio.shield(self._show_text(text))

    async def _show_text(self, text: str) -> None:
        # Late, because it costs more to import than any other widget.
        from textual.widgets import Markdown

        if not self.query(Markdown):
            await self.mount(Markdown(parser_factory=make_parser, open_links=False))
        page = self.query_one(Markdown)
        await page.update(_beginning(text, self.more))
        for cell in page.query("MarkdownTableCellContents"):
            # It would be read as markup (Textual 8.2.8), and a square bracket in it could end the app.
            cell.tooltip = None
        self.scroll_home(animate=False)


def make_parser() -> "MarkdownIt":
    """A parser of Markdown that hides nothing and keeps line breaks."""
    from markdown_it import MarkdownIt

    parser = (
        MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"]).disable(list(_AS_TYPED))
    )
    parser.core.ruler.push("as_typed", _keep_as_typed)
    return parser


def _keep_as_typed(state: "StateCore") -> None:
    """Make every line break one that is shown, and take code for plain text, whatever it says it is."""
    for token in state.tokens:
        token.info = "text" if token.type in ("fence", "code_block") else token.info
        for child in token.children or ():
            child.type = "hardbreak" if child.type == "softbreak" else child.type


def _beginning(text: str, more: str) -> str:
    """As much of a text as is rendered."""
    shown = "\n".join(clean(text[: MOST_SIGNS + 1]).split("\n", MOST_LINES)[:MOST_LINES])[:MOST_SIGNS]
    is_whole = len(text) <= MOST_SIGNS and text.count("\n") < MOST_LINES
    return shown if is_whole else f"{shown.rstrip()} …\n\n*{more}*"
