"""Pane 1: the day at a glance, and what comes next."""

from datetime import date
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.reactive import reactive
from textual.widgets import OptionList, Static

from rutbreaker.domain.moves import NextMove, NextMoves
from rutbreaker.domain.telling import streak_words
from rutbreaker.journal.daily import DayView, day_view
from rutbreaker.journal.log import Key
from rutbreaker.journal.moves import next_moves
from rutbreaker.journal.remembering import for_a_low_day, worth_remembering
from rutbreaker.journal.slump import standing_slump
from rutbreaker.journal.today import RatingsCard, StreakCard, is_new, ratings_card, streak_card
from rutbreaker.tui.panes import today_words as words
from rutbreaker.tui.panes.pane import Pane, bindings_of
from rutbreaker.tui.panes.slump_notice import SlumpNotice, answer_slump
from rutbreaker.tui.screens.line_forms import delete_line, open_line
from rutbreaker.tui.screens.moves import do_move, log_done, open_move
from rutbreaker.tui.screens.quick import log_a_win
from rutbreaker.tui.widgets.card import Card
from rutbreaker.tui.widgets.empty_state import EmptyState
from rutbreaker.tui.widgets.line_list import LineList
from rutbreaker.tui.widgets.streak_strip import StreakStrip
from rutbreaker.tui.widgets.trend_rows import TrendRows

_DONE = 4
"""The level of a day that was checked in on."""


class TodayPane(Pane):
    """The check-in, the next moves, the streak, something worth remembering, and what was logged today."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("today")
    FIRST_FOCUS = "#moves-list"

    offered: reactive[NextMove | None] = reactive(None)
    """The step or routine that was just ticked here: one key logs it as a win."""

    _coming = NextMoves((), 0)

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield EmptyState(
            "Welcome. It begins with how today is: five digits, half a minute. All of it stays on this computer.",
            "c",
            "check in",
            id="today-welcome",
        )
        with VerticalScroll(id="today-body", can_focus=False):
            with Vertical(id="today-left"):
                yield SlumpNotice(id="today-slump")
                with Card(title="Check-in", id="today-checkin"):
                    yield EmptyState(key="c", id="today-invitation")
                    yield TrendRows(id="today-ratings")
                    yield Static(id="today-note", markup=False)
                with Card(title="Next moves", id="today-moves"):
                    yield LineList(id="moves-list")
            with Vertical(id="today-right"):
                with Card(title="Streak", id="today-streak"):
                    with Horizontal(id="today-figures"):
                        yield Static(id="today-left-figures", markup=False)
                        yield Static(id="today-right-figures", markup=False)
                    yield Static(id="today-streak-words", markup=False)
                    yield StreakStrip(id="today-strip")
                with Card(title="Worth remembering", id="today-memory"):
                    yield Static(id="today-remembered", markup=False)
                with Card(title="Logged today", id="today-logged"):
                    yield LineList(id="logged-list")
                    yield EmptyState("Nothing yet today.", "w", "log a win", id="logged-empty")

    def on_mount(self) -> None:
        """Show nothing until it is known whether there is anything."""
        self.query_one("#today-welcome").display = False
        self.query_one("#today-body").display = False

    async def load(self) -> None:
        """Ask for the day and show it."""
        today = self.today or date.min
        is_first_start = await self.ask(is_new)
        card: RatingsCard = await self.ask(ratings_card)
        coming: NextMoves = await self.ask(next_moves)
        streak: StreakCard = await self.ask(streak_card)
        if card.is_low:
            memory = words.low_day_words(await self.ask(for_a_low_day))
        else:
            memory = words.memory_words(await self.ask(worth_remembering), today)
        day: DayView = await self.ask(day_view)
        self.query_one("#today-welcome").display = is_first_start
        self.query_one("#today-body").display = not is_first_start
        self._show_ratings(card)
        self._show_moves(coming)
        self._show_streak(streak)
        self.query_one("#today-remembered", Static).update(memory)
        self._show_logged(day)
        # Last, because it looks at every day there ever was.
        self.query_one(SlumpNotice).slump = await self.ask(standing_slump)

    def reveal(self, kind: str, row: str) -> None:
        """Select a thing in the list that holds it."""
        for lines in self.query(LineList):
            if lines.move_to(f"{kind} {row}"):
                lines.focus()

    def watch_offered(self) -> None:
        """Say that the key is there."""
        self._say_beneath_moves()

    @on(OptionList.OptionSelected)
    def open_selected(self) -> None:
        """Open the line under the cursor."""
        self.action_open_entry()

    def action_do_move(self) -> None:
        """Do the next move under the cursor, right here."""
        move = self._selected_move()
        if move is None:
            self.query_one("#moves-list").focus()
        else:
            self._do(move)

    def action_open_entry(self) -> None:
        """Open what is under the cursor."""
        move, key = self._selected_move(), self._selected_key()
        if move is not None:
            self._open_move(move)
        elif key is not None:
            self._open_line(key)

    def action_delete_entry(self) -> None:
        """Delete what is under the cursor."""
        move, key = self._selected_move(), self._selected_key()
        if move is not None:
            self.tell("A next move is deleted where it lives; Enter opens it there.")
        elif key is not None:
            self._delete(key)

    @work(group="dialog", exit_on_error=False)
    async def action_log_done_win(self) -> None:
        """Log what was just ticked as a win; with nothing ticked, write one."""
        done, self.offered = self.offered, None
        await (log_a_win(self) if done is None else log_done(self, done))

    @work(group="dialog", exit_on_error=False)
    async def action_answer_notice(self) -> None:
        """Answer the notice of a slump."""
        await answer_slump(self, self.query_one(SlumpNotice).slump)

    @work(group="dialog", exit_on_error=False)
    async def _do(self, move: NextMove) -> None:
        self.offered = move if await do_move(self, move) else None

    @work(group="dialog", exit_on_error=False)
    async def _open_move(self, move: NextMove) -> None:
        await open_move(self, move)

    @work(group="dialog", exit_on_error=False)
    async def _open_line(self, key: Key) -> None:
        await open_line(self, key)

    @work(group="delete", exit_on_error=False)
    async def _delete(self, key: Key) -> None:
        await delete_line(self, key)

    def _selected_move(self) -> NextMove | None:
        """The next move under the cursor, unless the focus is in what was logged."""
        if self.query_one("#logged-list").has_focus:
            return None
        key = self.query_one("#moves-list", LineList).chosen
        return next((move for move in self._coming.moves if words.key_of(move) == key), None)

    def _selected_key(self) -> Key | None:
        kind, _, row = self.query_one("#logged-list", LineList).chosen.partition(" ")
        return (kind, row) if row else None

    def _show_ratings(self, card: RatingsCard) -> None:
        invitation = self.query_one("#today-invitation", EmptyState)
        invitation.purpose, invitation.action = words.invitation(card)
        invitation.display = not card.is_done and not (card.checkin is not None and card.checkin.mark)
        rows = self.query_one(TrendRows)
        rows.display = card.is_done
        rows.rows = words.trend_rows(card.rated)
        beneath = words.beneath_ratings(card)
        note = self.query_one("#today-note", Static)
        note.display = bool(beneath.plain)
        note.update(beneath)
        self.query_one("#today-checkin", Card).subtitle = f"{card.checkin.at:%H:%M}" if card.checkin is not None else ""

    def _show_moves(self, coming: NextMoves) -> None:
        self._coming = coming
        if self.offered in coming.moves:
            # It was undone in the meantime.
            self.offered = None
        self.query_one("#moves-list", LineList).set_lines([words.move_line(move) for move in coming.moves])
        self._say_beneath_moves()

    def _say_beneath_moves(self) -> None:
        said = words.beneath_moves(self._coming.more, self.offered)
        self.query_one("#today-moves", Card).subtitle = said

    def _show_streak(self, card: StreakCard) -> None:
        left, right = words.streak_figures(card.streak)
        self.query_one("#today-left-figures", Static).update(left)
        self.query_one("#today-right-figures", Static).update(right)
        said = self.query_one("#today-streak-words", Static)
        said.update(streak_words(card.streak))
        said.display = bool(card.streak.longest)
        strip = self.query_one(StreakStrip)
        strip.set_days(card.first, card.last, dict.fromkeys(card.done, _DONE), card.marks, today=card.last)

    def _show_logged(self, day: DayView) -> None:
        lines = self.query_one("#logged-list", LineList)
        lines.set_lines([words.logged_line(line) for line in day.lines])
        lines.display = bool(day.lines)
        self.query_one("#logged-empty").display = not day.lines
        self.query_one("#today-logged", Card).subtitle = f"{len(day.lines)}" if day.lines else ""
