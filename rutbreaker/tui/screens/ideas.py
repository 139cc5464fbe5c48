"""What people try against each source, to choose a goal from, with what research says of it."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList

from rutbreaker.domain.source_moves import SourceMove, move_named
from rutbreaker.domain.words import SOURCE_NAMES
from rutbreaker.journal.source import list_ideas
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.screens.dialog import Dialog
from rutbreaker.tui.screens.goal_forms import new_goal, start_from
from rutbreaker.tui.widgets.key_bar import Key, KeyBar
from rutbreaker.tui.widgets.row_list import Line, RowList

Ideas = Sequence[tuple[str, Sequence[SourceMove]]]
"""Ideas under the key of the source that they answer."""

_NARROWEST = 20


async def choose_idea(host: Asking) -> str | None:
    """Look through the ideas, and make one a goal; its id, or None."""
    chosen = await host.hold(ChooseIdea(await host.ask(list_ideas)))
    return None if chosen is None else await take_idea(host, chosen)


async def take_idea(host: Asking, key: str) -> str | None:
    """Make an idea a goal with a first step; its id, or None."""
    move = move_named(key)
    made = await new_goal(host, start_from(move))
    if made is not None:
        host.tell(f"It is a goal now, answering “{SOURCE_NAMES[move.source]}”, with a first step.")
    return made


class ChooseIdea(Dialog[str]):
    """All the ideas under their sources, each with its evidence; the key of the one chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "choose", "Make it a goal", show=False),
        Binding("i,q", "cancel", "Close", show=False),
    ]
    """Making a goal of an idea, and leaving."""

    DEFAULT_CSS = """
    ChooseIdea #ideas-list { height: auto; max-height: 70vh; }
    """

    TITLE_OF_BOX = "What people try"

    def __init__(self, ideas: Ideas) -> None:
        super().__init__()
        self.ideas = ideas

    def compose_box(self) -> ComposeResult:
        """What stands in the box."""
        yield RowList(id="ideas-list")
        yield KeyBar([Key("Enter", "Make it a goal", "enter"), Key("Esc", "Close", "escape")])

    def on_mount(self) -> None:
        """Show the ideas, with the cursor on the first."""
        rows = self.query_one(RowList)
        rows.show_rows(lambda width: tuple(idea_lines(self.ideas, width)))
        rows.focus()

    @on(OptionList.OptionSelected)
    def take(self) -> None:
        """Make a goal of what was chosen."""
        self.action_choose()

    def action_choose(self) -> None:
        """Make a goal of the idea under the cursor."""
        self.dismiss(self.query_one(RowList).chosen)


def idea_lines(ideas: Ideas, width: int) -> Iterator[Line]:
    """The ideas under the names of their sources."""
    gap = ""
    for source, moves in ideas:
        yield Line("", Content.styled(f"{gap}{SOURCE_NAMES[source]}", "bold $primary"))
        yield from move_rows(moves, width)
        gap = "\n"


def move_rows(moves: Sequence[SourceMove], width: int) -> Iterator[Line]:
    """Each move, and below it how well it is supported, with the evidence."""
    width = max(width, _NARROWEST)
    for move in moves:
        yield Line("", Content(""))
        title = "\n".join(wrap(move.title, width))
        found = f"{move.support.capitalize()}. {move.evidence}"
        evidence = "\n".join(wrap(found, width, initial_indent="  ", subsequent_indent="  "))
        yield Line(move.key, Content.assemble((title, "bold"), "\n", evidence))
