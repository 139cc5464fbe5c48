"""What the source finder points to: the ranking, how sure it is, and whether the check-ins agree."""

from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import wrap
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static

from rutbreaker.domain.telling import periods
from rutbreaker.domain.words import SOURCE_NAMES
from rutbreaker.journal.source import SourceView, delete_sitting, source_view
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.rows import short_day
from rutbreaker.tui.screens.pick import Pick
from rutbreaker.tui.screens.source_finder import find_source
from rutbreaker.tui.screens.source_why import explain_source
from rutbreaker.tui.widgets.card import Card
from rutbreaker.tui.widgets.cells import fit
from rutbreaker.tui.widgets.drawn import Drawn
from rutbreaker.tui.widgets.empty_state import EmptyState
from rutbreaker.tui.widgets.row_list import Line, RowList
from rutbreaker.tui.widgets.sparkline import bar

if TYPE_CHECKING:
    from rutbreaker.insight.sources import Change, Source

_REST = "rest"
"""The key of the line that holds the sources less likely."""

_NAME = 22
_WORD = 12
_NOTE = 20
_SHORTEST_BAR = 12
_BAR = 32
_ROOM_FOR_NOTES = 68
"""Cells from which what stands at the right edge has room there."""

_OUTSIDE = "This may not be mainly about work."
_STANCES = {"agree": "check-ins agree", "disagree": "check-ins disagree", "open": "check-ins unsure"}
_HINT = "Enter: why, and what people try"
_SHORTEST = 30


class SourceCard(Card, Asking):
    """The ranking of the last sitting, or the invitation to one; it fills itself when the pane says so."""

    DEFAULT_CSS = """
    SourceCard {
        #source-said { color: $warning; }
        #source-list { height: auto; max-height: 10; scrollbar-gutter: auto; }
        #source-foot { color: $text-muted; }
        #source-empty { padding: 0; content-align: left middle; text-align: left; }
    }
    """

    _view: SourceView | None = None

    _asked_early = False
    """Whether it was just said that it is early for another sitting."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(title="What it points to", id=id)

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield Static(id="source-said", markup=False)
        yield RowList(id="source-list")
        yield Static(id="source-foot", markup=False)
        yield EmptyState(key="s", binding="find-source", id="source-empty")

    async def load(self, today: date | None) -> None:
        """Ask for the ranking and show it."""
        view: SourceView = await self.ask(source_view)
        self._view = view
        is_there = view.sitting is not None
        rows, empty = self.query_one(RowList), self.query_one(EmptyState)
        said, foot = self.query_one("#source-said", Static), self.query_one("#source-foot", Static)
        rows.display = foot.display = is_there
        said.display = bool(is_there and spoken(view, today))
        empty.display = not is_there
        empty.purpose, empty.action = invitation(view)
        self.subtitle = beneath(view, today)
        if is_there:
            said.update("\n".join(spoken(view, today)))
            rows.show_rows(lambda width: [*source_lines(view, width)])
            foot.update(Drawn(self._foot))

    @on(OptionList.OptionSelected)
    @work(group="dialog", exit_on_error=False)
    async def open_source(self) -> None:
        """Say why the source under the cursor stands where it stands."""
        await self.explain()

    @property
    def is_in_use(self) -> bool:
        """Whether the focus is on a ranked source."""
        return self.query_one(RowList).has_focus

    @property
    def has_ranking(self) -> bool:
        """Whether there is a ranking to look into."""
        return self._view is not None and self._view.sitting is not None

    async def find(self) -> None:
        """Run the source finder, and go to the ranking at its end; soon after a sitting only when asked twice."""
        view = self._view
        if view is not None and view.is_early and not self._asked_early:
            self._asked_early = True
            self.tell(too_early(view))
            return
        self._asked_early = False
        if await find_source(self):
            await self.load(self._day())
            self.query_one(RowList).focus()

    async def explain(self) -> None:
        """Say why the selected source stands where it stands; of the less likely ones, ask which."""
        if self._view is None or self._view.sitting is None:
            self.tell("There is no ranking yet; s finds the source.")
            return
        chosen: str | None = self.query_one(RowList).chosen
        if chosen == _REST:
            rest = [(source.key, f"{source.name}  {_score(source)}") for source in self._view.ranking.unlikely]
            chosen = await self.hold(Pick("Less likely", rest))
        if chosen:
            await explain_source(self, chosen)

    async def delete(self) -> None:
        """Delete the sitting that the ranking is of."""
        if self._view is not None and self._view.sitting is not None:
            await self.ask(delete_sitting, self._view.sitting.id)
            self.tell("Deleted, with its answers. u brings it back.")

    def _foot(self, width: int) -> Content:
        """How the ranking is to be read, and the key, beside it where there is room."""
        said = "" if self._view is None else self._view.ranking.sentence
        gap = "   " if len(said) + len(_HINT) + 3 <= width else "\n"
        return Content(f"{said}{gap}{_HINT}")

    def _day(self) -> date | None:
        return None if self._view is None or self._view.sitting is None else self._view.sitting.finished_on


def invitation(view: SourceView) -> tuple[str, str]:
    """What an empty card says, and what the key does."""
    if view.begun is not None:
        return f"{view.begun} of 28 statements are answered.", "go on"
    return "28 statements in four minutes show what your rut may come from.", "find the source"


def too_early(view: SourceView) -> str:
    """What is said before a sitting that comes soon after the last one."""
    when = "today" if view.days_ago == 0 else f"{periods(view.days_ago, 'day')} ago"
    return (
        f"Answered {when}: what is answered more often says little more. In {periods(view.days_until_again, 'day')} "
        "it does; s again begins now all the same."
    )


def spoken(view: SourceView, today: date | None) -> list[str]:
    """What must be read before the ranking."""
    lines = [_OUTSIDE] if view.ranking.is_outside else []
    if view.ranking.checkins.stance == "disagree":
        lines.append(view.ranking.checkins.sentence)
    if view.since is not None and view.changes:
        changed = ", ".join(map(_changed, view.changes))
        lines.append(f"Since {short_day(view.since, today).strip()}: {changed}.")
    return lines


def beneath(view: SourceView, today: date | None) -> str:
    """What stands on the card's lower edge: the day of the sitting, and whether another is under way or due."""
    parts = []
    if view.sitting is not None and view.sitting.finished_on is not None:
        parts.append(f"answered {short_day(view.sitting.finished_on, today).strip()}")
        if view.begun is not None:
            parts.append(f"{view.begun} of 28 anew, s goes on")
        elif view.is_time_to_ask_again:
            parts.append("s asks again")
    return " · ".join(parts)


def source_lines(view: SourceView, width: int) -> Iterator[Line]:
    """The sources shown first with bar, score and word, what they rest on at the right, and the others in a line."""
    ranking = view.ranking
    notes = [f"{ranking.answered} answers", _STANCES.get(ranking.checkins.stance or "", "")]
    shown = ranking.likely if ranking.verdict in ("ranked", "flat") else ()
    is_wide = width >= _ROOM_FOR_NOTES
    if len(shown) == 1:
        notes = [" · ".join(filter(None, notes))]
    for place, source in enumerate(shown):
        note = notes[place] if is_wide and place < len(notes) else ""
        yield Line(source.key, _row(source, note, width))
    rest = [source for source in ranking if source not in shown]
    if rest:
        yield Line(_REST, _rest(rest, bool(shown), width))
    if not is_wide or not shown:
        yield Line("", Content.styled(" · ".join(filter(None, notes)), "dim"))


def _row(source: "Source", note: str, width: int) -> Content:
    name = min(_NAME, width - 4 - _WORD)
    # The bar says more than the note.
    while note and width - name - 7 - _WORD - len(note) - 1 < _SHORTEST_BAR:
        note = note.rpartition(" · ")[0]
    right = max(_NOTE, len(note) + 1) if width >= _ROOM_FOR_NOTES else 0
    room = min(max(width - name - 7 - _WORD - right, 0), _BAR)
    share = 0.0 if source.score is None else source.score / 100
    word = source.word if source.score is not None else "few answers"
    gap = "   " if room else " "
    # Without a colour of its own, so that it can be seen on the cursor's.
    left = Content(f"{fit(source.name, name)}{bar(share, room)}{_score(source):>4}{gap}{word}")
    return Content.assemble(left, (note.rjust(width - left.cell_length), "dim")) if note else left


def _rest(sources: Sequence["Source"], is_less: bool, width: int) -> Content:
    names = " · ".join(f"{source.name} {_score(source)}" for source in sources)
    text = f"─ less likely ─ {names}" if is_less else names
    return Content.styled("\n".join(wrap(text, max(width, _SHORTEST))), "dim")


def _score(source: "Source") -> str:
    return "–" if source.score is None else f"{int(source.score + 0.5)}"


def _changed(change: "Change") -> str:
    way = "up" if change.points > 0 else "down"
    low, high = sorted((abs(change.low), abs(change.high)))
    points = f"{abs(change.points):.1f} points (90 % interval {low:.1f} to {high:.1f})"
    return f"{SOURCE_NAMES[change.source]} {way} {points}"
