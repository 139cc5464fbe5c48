"""Why a source stands where it stands, and what people try against it."""

from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import wrap
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from rutbreaker.domain.dates import day_month
from rutbreaker.domain.why_words import Part
from rutbreaker.domain.words import SOURCE_NAMES
from rutbreaker.journal.source import Given, SourceWhy, why_source
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.screens.dialog import Dialog
from rutbreaker.tui.screens.ideas import move_rows, take_idea
from rutbreaker.tui.screens.why import headed
from rutbreaker.tui.widgets.card import Card
from rutbreaker.tui.widgets.row_list import Line, RowList

_MOST_DAYS = 6
_NARROWEST = 20

_SPEAKS = {
    "overload": "energy and pressure",
    "challenge": "interest on days of low pressure",
    "interest": "interest",
    "alone": "people",
    "life": "switching off after work",
    "recognition": "progress",
}
"""What the check-ins say of each source is read from these ratings."""

_LEVERS = {
    True: "You see room to change something at work, so that comes first.",
    False: "You see little room to change something at work now, so what restores you comes first.",
    None: "",
}

_OUR_OWN = (
    "The one it truly is stands among those shown first about 9 times in 10, if our assumptions hold. "
    "The statements are our own and untested on many people; this is no diagnosis."
)


async def explain_source(host: Asking, source: str) -> None:
    """Say why, and make a goal of a move if one was chosen."""
    why: SourceWhy = await host.ask(why_source, source)
    chosen = await host.hold(WhySource(why))
    if chosen is not None:
        await take_idea(host, chosen)


class WhySource(Dialog[str]):
    """What speaks for a source and against it, and below it the moves that fit; the key of the one to make a goal."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "choose", "Make it a goal", show=False),
        Binding("y,q", "cancel", "Close", show=False),
    ]
    """Making a goal of a move, and leaving."""

    DEFAULT_CSS = """
    WhySource {
        #source-why { height: auto; max-height: 42vh; scrollbar-size-vertical: 1; }
        #source-moves { height: auto; max-height: 36vh; margin-top: 1; }
        &.-low #source-moves { margin: 0; }
    }
    """

    def __init__(self, why: SourceWhy) -> None:
        super().__init__(SOURCE_NAMES[why.source])
        self.why = why

    def compose_box(self) -> ComposeResult:
        """What stands in the box."""
        with VerticalScroll(id="source-why"):
            yield Static(headed(why_parts(self.why), gap="\n\n"))
        yield RowList(id="source-moves")

    def on_mount(self) -> None:
        """Show the moves, with the cursor on the first."""
        self.query_one(Card).subtitle = "n makes it a goal · Tab, then arrows: all of why"
        moves = self.query_one(RowList)
        moves.show_rows(lambda width: [*move_lines(self.why, width)])
        moves.focus()

    @on(OptionList.OptionSelected)
    def take(self) -> None:
        """Make a goal of what was chosen."""
        self.action_choose()

    def action_choose(self) -> None:
        """Make a goal of the move under the cursor."""
        self.dismiss(self.query_one(RowList).chosen)


def why_parts(why: SourceWhy) -> list[Part]:
    """What speaks for the source and against it, under headings."""
    source = why.view.ranking[why.source]
    parts = [
        Part("Your answers point to it", _said(why.answers_for)),
        Part("Your answers speak against it", _said(why.answers_against)),
        Part("In between", _said(why.answers_between)),
        Part("Your last four weeks", tuple(_days(why))),
        Part("How sure", (f"The chance that it is the highest of the six: {_chance(source.p_top)}.", _OUR_OWN)),
    ]
    return [part for part in parts if part.lines]


def move_lines(why: SourceWhy, width: int) -> Iterator[Line]:
    """Each move, and below it how well it is supported, with the evidence."""
    width = max(width, _NARROWEST)
    yield Line("", Content.styled("What people try", "bold $primary"))
    levers = _LEVERS[why.view.ranking.has_levers]
    if levers:
        yield Line("", Content("\n".join(wrap(levers, width))))
    yield from move_rows(why.moves, width)


def _chance(share: float) -> str:
    return "below 1 %" if share < 0.01 else f"{share * 100:.0f} %"


def _said(given: Sequence[Given]) -> tuple[str, ...]:
    return tuple(f"{one.value}  {one.statement.text}" for one in given)


def _days(why: SourceWhy) -> Iterator[str]:
    says = why.view.ranking.checkins
    if not why.uses_checkins:
        return
    if not why.days:
        yield "No check-in of the last four weeks says anything of it."
    else:
        yield f"For it: {_listed(why.days_for, why.days)}, by {_SPEAKS[why.source]}."
        yield f"Against it: {_listed(why.days_against, why.days)}."
    if says.missing:
        more = "1 more check-in" if says.missing == 1 else f"{says.missing} more check-ins"
        yield f"{more} within four weeks until they agree with the ranking or don't."
    elif says.sentence:
        yield says.sentence


def _listed(days: Sequence[date], of: int) -> str:
    if not days:
        return f"none of {of} days"
    names = ", ".join(day_month(day) for day in days[:_MOST_DAYS])
    return f"{len(days)} of {of} days ({names}{', …' if len(days) > _MOST_DAYS else ''})"
