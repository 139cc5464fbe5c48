"""Pane 1: the day at a glance, and what comes next."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import OptionList, Static

from rutbreaker.actions import action_named
from rutbreaker.domain.moves import SUGGESTED, NextMove
from rutbreaker.journal.log import Key
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.messages import Perform
from rutbreaker.tui.panes import today_words as words
from rutbreaker.tui.panes.pane import Pane, bindings_of
from rutbreaker.tui.panes.safety_notice import SafetyNotice
from rutbreaker.tui.panes.slump_notice import SlumpNotice, answer_slump
from rutbreaker.tui.panes.today_cards import CheckinCard, LoggedCard, MovesCard, StreakFigures
from rutbreaker.tui.panes.today_view import TodayView, today_view
from rutbreaker.tui.screens.line_forms import delete_line, open_line
from rutbreaker.tui.screens.moves import do_move, explain_move, log_done, open_move, put_move_off
from rutbreaker.tui.screens.quick import log_a_win
from rutbreaker.tui.widgets.card import Card
from rutbreaker.tui.widgets.line_list import LineList
from rutbreaker.tui.widgets.welcome import Welcome

_ON_MOVES = frozenset({"do-move", "explain-move", "put-off"})
_NO_MOVE = "Select a next move first; the cursor is among them now."


class TodayPane(Pane):
    """The check-in, the next moves, the streak, something worth remembering, and what was logged today."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("today")
    FIRST_FOCUS = "#moves-list"

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        with VerticalScroll(id="today-body", can_focus=False):
            with Vertical(id="today-left"):
                yield SafetyNotice(id="today-safety")
                yield SlumpNotice(id="today-slump")
                yield CheckinCard(title="Check-in")
                yield MovesCard(title="Next moves")
            with Vertical(id="today-right"):
                yield StreakFigures(title="Streak")
                with Card(title="Worth remembering"):
                    yield Static(id="today-remembered", markup=False)
                yield LoggedCard(title="Logged today")

    async def load(self) -> None:
        """Ask for the day and show it."""
        seen: TodayView = await self.ask(today_view)
        self._welcome(seen.is_first_start)
        self.query_one(SafetyNotice).safety = seen.safety
        self.query_one(SlumpNotice).slump = seen.slump
        self.query_one(CheckinCard).show(seen.ratings)
        self.query_one(MovesCard).show(seen.coming)
        figures = self.query_one(StreakFigures)
        figures.show(seen.streak)
        figures.display = not seen.holds_back
        self.query_one("#today-remembered", Static).update(words.memory_words(seen.memory, self.today or date.min))
        self.query_one(LoggedCard).show(seen.day)

    def _welcome(self, is_first_start: bool) -> None:
        """Greet whoever has written nothing yet, in the place of everything else."""
        self.idle = _ON_MOVES if is_first_start else frozenset()
        self.query_one("#today-body").display = not is_first_start
        if is_first_start and not self.query(Welcome):
            # Not waited for: what is cancelled while it waits for a widget to come or go ends the whole app.
            self.mount(Welcome(words.GREETING, words.DOORS, words.HINT, id="today-welcome"))
        for greeting in self.query(Welcome):
            greeting.display = is_first_start

    def reveal(self, kind: str, row: str) -> None:
        """Select a thing in the list that holds it."""
        for lines in self.query(LineList):
            if lines.move_to(f"{kind} {row}"):
                lines.focus()

    @on(OptionList.OptionSelected)
    def open_selected(self) -> None:
        """Open the line under the cursor."""
        self.action_open_entry()

    def action_begin_source(self) -> None:
        """Begin the source finder, or go on with it, where it belongs."""
        self.post_message(Perform(action_named("find-source")))

    def action_do_move(self) -> None:
        """Do the next move under the cursor, right here."""
        move = self._selected_move()
        if move is None:
            self._go_to_moves()
        else:
            self._do(move)

    def action_explain_move(self) -> None:
        """Say why the next move under the cursor is here."""
        move = self._selected_move()
        if move is None:
            self._go_to_moves()
        else:
            self._talk_about(explain_move, move)

    def action_put_off(self) -> None:
        """Put the next move under the cursor off."""
        move = self._selected_move()
        if move is None or move.place == SUGGESTED:
            self.tell("Nothing to put off: a suggestion waits by itself.")
        else:
            self._talk_about(put_move_off, move)

    def action_open_entry(self) -> None:
        """Open what is under the cursor."""
        move, key = self._selected_move(), self.query_one(LoggedCard).selected
        if move is not None:
            self._talk_about(open_move, move)
        elif key is not None:
            self._open_line(key)

    def action_delete_entry(self) -> None:
        """Delete what is under the cursor."""
        move, key = self._selected_move(), self.query_one(LoggedCard).selected
        if move is not None:
            self.tell("A next move is deleted where it lives; Enter opens it there.")
        elif key is not None:
            self._delete(key)

    @work(group="dialog", exit_on_error=False)
    async def action_log_done_win(self) -> None:
        """Log what was just ticked as a win; with nothing ticked, write one."""
        card = self.query_one(MovesCard)
        done, card.offered = card.offered, None
        await (log_a_win(self) if done is None else log_done(self, done))

    @work(group="dialog", exit_on_error=False)
    async def action_answer_notice(self) -> None:
        """Answer the notice of a slump."""
        await answer_slump(self, self.query_one(SlumpNotice).slump)

    @work(group="dialog", exit_on_error=False)
    async def _do(self, move: NextMove) -> None:
        self.query_one(MovesCard).offered = move if await do_move(self, move) else None

    @work(group="dialog", exit_on_error=False)
    async def _talk_about(self, talk: Callable[[Asking, NextMove], Awaitable[None]], move: NextMove) -> None:
        await talk(self, move)

    @work(group="dialog", exit_on_error=False)
    async def _open_line(self, key: Key) -> None:
        await open_line(self, key)

    @work(group="delete", exit_on_error=False)
    async def _delete(self, key: Key) -> None:
        await delete_line(self, key)

    def _go_to_moves(self) -> None:
        """Bring the cursor to the next moves, because a key was pressed that is about one."""
        self.query_one("#moves-list").focus()
        self.tell(_NO_MOVE)

    def _selected_move(self) -> NextMove | None:
        """The next move under the cursor, unless the focus is in what was logged."""
        is_elsewhere = self.query_one("#logged-list").has_focus
        return None if is_elsewhere else self.query_one(MovesCard).selected
