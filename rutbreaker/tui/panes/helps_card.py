"""The card of the Review pane that says which tags go with better days."""

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import OptionList, Static

from rutbreaker.domain.helps import HelpsView
from rutbreaker.domain.helps_words import HOW_OFTEN_WRONG, NO_TAGS, brief, count_words, missing_words, sentence
from rutbreaker.domain.telling import periods
from rutbreaker.domain.text import one_line
from rutbreaker.domain.trials import CHECKINS_FOR_A_TRIAL
from rutbreaker.journal.helps import what_helps
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.screens.trial import hold_a_trial
from rutbreaker.tui.widgets.card import Card
from rutbreaker.tui.widgets.line_list import Line, LineList

_WIDEST_NAME = 16


class HelpsCard(Card, Asking):
    """A line for each tag with its verdict; the selected one is told in a sentence."""

    _found: HelpsView | None = None

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield Static(id="helps-missing", markup=False)
        yield LineList(id="helps-list")
        yield Static(id="helps-words", markup=False)

    @work(exclusive=True, group="helps", exit_on_error=False)
    async def draw(self) -> None:
        """Ask for what goes with better days, and show it."""
        found: HelpsView = await self.ask(what_helps)
        self._found = found
        self.subtitle = f"of {periods(found.checkins, 'check-in')}" if found.checkins else ""
        if found.tags and found.checkins >= CHECKINS_FOR_A_TRIAL:
            self.subtitle += " · Enter: a trial of it"
        missing = missing_words(found) if found.tags else NO_TAGS
        self._say("#helps-missing", missing)
        width = min(max((len(tag.tag) for tag in found.tags), default=0), _WIDEST_NAME) + 3
        tags = self.query_one(LineList)
        tags.display = bool(found.tags)
        tags.set_lines(
            [
                Line(tag.tag, f"#{one_line(tag.tag, _WIDEST_NAME)}".ljust(width), brief(tag), count_words(tag))
                for tag in found.tags
            ]
        )
        self.say_selected()

    @on(OptionList.OptionHighlighted)
    def say_selected(self) -> None:
        """Say the selected tag in a sentence, and how often what is said here is wrong."""
        found, chosen = self._found, self.query_one(LineList).chosen
        tag = next((tag for tag in found.tags if tag.tag == chosen), None) if found else None
        if found is None or tag is None:
            self._say("#helps-words", "")
        else:
            words = sentence(tag)
            self._say("#helps-words", f"{words} {HOW_OFTEN_WRONG}" if found.names_any else words)

    @on(OptionList.OptionSelected)
    def try_selected(self, message: OptionList.OptionSelected) -> None:
        """Propose a trial of the selected tag: only that can say whether it helps."""
        message.stop()
        self._try(self.query_one(LineList).chosen)

    @work(group="dialog", exit_on_error=False)
    async def _try(self, tag: str) -> None:
        await hold_a_trial(self, tag)

    def _say(self, where: str, words: str) -> None:
        line = self.query_one(where, Static)
        line.display = bool(words)
        line.update(one_line(words))
