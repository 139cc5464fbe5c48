"""The cards of Today: each shows what it is handed, and knows what is selected in it."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import reactive
from textual.widgets import Static

from rutbreaker.domain.moves import NextMove, NextMoves
from rutbreaker.domain.telling import streak_words
from rutbreaker.journal.day_view import DayView
from rutbreaker.journal.log import Key
from rutbreaker.journal.today import RatingsCard, StreakCard
from rutbreaker.tui.panes import today_words as words
from rutbreaker.tui.widgets.card import Card
from rutbreaker.tui.widgets.empty_state import EmptyState
from rutbreaker.tui.widgets.line_list import LineList
from rutbreaker.tui.widgets.streak_strip import StreakStrip
from rutbreaker.tui.widgets.trend_rows import TrendRows

_DONE = 4
"""The level of a day that was checked in on."""


class CheckinCard(Card):
    """The ratings of the day beside the days before it, or a line that invites to give them."""

    DEFAULT_CSS = "CheckinCard EmptyState { padding: 0; content-align: left middle; text-align: left; }"

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield EmptyState(key="c", binding="check-in", id="today-invitation")
        yield TrendRows()
        yield Static(id="today-note", markup=False)

    def show(self, card: RatingsCard) -> None:
        """Show a day."""
        invitation = self.query_one(EmptyState)
        invitation.purpose, invitation.action = words.invitation(card)
        invitation.display = not card.is_done and not (card.checkin is not None and card.checkin.mark)
        rows = self.query_one(TrendRows)
        rows.display = card.is_done
        rows.rows = words.trend_rows(card.rated)
        beneath = words.beneath_ratings(card)
        note = self.query_one("#today-note", Static)
        note.display = bool(beneath.plain)
        note.update(beneath)
        self.subtitle = f"{card.checkin.at:%H:%M}" if card.checkin is not None else ""


class MovesCard(Card):
    """What comes next."""

    offered: reactive[NextMove | None] = reactive(None)
    """The step or routine that was just ticked here: one key logs it as a win."""

    _coming = NextMoves((), 0)

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield LineList(id="moves-list")

    @property
    def selected(self) -> NextMove | None:
        """The next move under the cursor."""
        key = self.query_one(LineList).chosen
        return next((move for move in self._coming.moves if move.key == key), None)

    def show(self, coming: NextMoves) -> None:
        """Show the next moves."""
        self._coming = coming
        if self.offered in coming.moves:
            # It was undone in the meantime.
            self.offered = None
        self.query_one(LineList).set_lines([words.move_line(move) for move in coming.moves])
        self._say_beneath()

    def watch_offered(self) -> None:
        """Say that the key is there, or else how many more moves there are."""
        self._say_beneath()

    def _say_beneath(self) -> None:
        self.subtitle = words.beneath_moves(self._coming, self.offered)


class StreakFigures(Card):
    """The figures of the streak above its last weeks."""

    DEFAULT_CSS = """
    StreakFigures {
        Horizontal { height: auto; }
        #today-figures { width: 1fr; }
        #today-longest { width: auto; margin-left: 1; text-align: right; color: $text-muted; }
        #today-words { color: $text-muted; }
    }
    """

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        with Horizontal():
            yield Static(id="today-figures", markup=False)
            yield Static(id="today-longest", markup=False)
        yield Static(id="today-words", markup=False)
        yield StreakStrip()

    def show(self, card: StreakCard) -> None:
        """Show a streak."""
        figures, longest = words.streak_figures(card.streak)
        self.query_one("#today-figures", Static).update(figures)
        self.query_one("#today-longest", Static).update(longest)
        said, strip = self.query_one("#today-words", Static), self.query_one(StreakStrip)
        said.update(streak_words(card.streak))
        said.display = strip.display = bool(card.streak.longest)
        strip.week_start = card.week_start
        strip.set_days(card.first, card.last, dict.fromkeys(card.done, _DONE), card.marks, today=card.last)


class LoggedCard(Card):
    """What was logged today, newest first."""

    DEFAULT_CSS = """
    LoggedCard {
        LineList { max-height: 12; }
        EmptyState { padding: 0; content-align: left middle; text-align: left; }
    }
    """

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield LineList(id="logged-list")
        yield EmptyState("Nothing yet today.", "w", "log a win", binding="log-win")

    @property
    def selected(self) -> Key | None:
        """The kind and id of what is under the cursor."""
        kind, _, row = self.query_one(LineList).chosen.partition(" ")
        return (kind, row) if row else None

    def show(self, day: DayView) -> None:
        """Show a day."""
        lines = self.query_one(LineList)
        lines.set_lines([words.logged_line(line) for line in day.lines])
        lines.display = bool(day.lines)
        self.query_one(EmptyState).display = not day.lines
        self.subtitle = f"{len(day.lines)}" if day.lines else ""
