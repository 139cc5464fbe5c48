"""What to do with a goal that stands still: asked once, with nothing but good answers."""

from collections.abc import Iterator
from textwrap import wrap

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static

from rutbreaker.domain.models import Goal
from rutbreaker.domain.text import one_line
from rutbreaker.tui.screens.dialog import Dialog
from rutbreaker.tui.widgets.key_bar import Key, KeyBar
from rutbreaker.tui.widgets.row_list import Line, RowList

ANSWERS = {
    "step": ("A smaller step", "Something that takes ten minutes; it moves the goal by itself."),
    "park": ("Put it aside for now", "Until a day, or until you wake it. Nothing is asked of you meanwhile."),
    "let-go": ("Let it go", "A decision, and not a failure: it makes room for something else."),
    "keep": ("Leave it as it is", "It isn't asked about again until it has moved and stood still anew."),
}
"""The answers by their keys: a few words, and what follows from them."""

_NARROWEST = 20


class StillGoal(Dialog[str]):
    """Asks what to do with a goal that has not moved for so many days; the key of the answer."""

    DEFAULT_CSS = """
    StillGoal {
        #still-answers { height: auto; max-height: 60vh; margin-top: 1; }
        &.-low #still-answers { margin: 0; }
    }
    """

    def __init__(self, goal: Goal, days: int) -> None:
        super().__init__("Standing still")
        self.goal = goal
        self.days = days

    def compose_box(self) -> ComposeResult:
        """What stands in the box."""
        title = one_line(self.goal.title, 200)
        yield Static(f"“{title}” has not moved for {self.days} days. What suits it now?", markup=False)
        yield RowList(id="still-answers")
        yield KeyBar([Key("Enter", "Choose", "enter"), Key("Esc", "Leave it as it is", "escape")])

    def on_mount(self) -> None:
        """Show the answers."""
        answers = self.query_one(RowList)
        answers.show_rows(lambda width: tuple(_lines(width)))
        answers.focus()

    @on(OptionList.OptionSelected)
    def take(self) -> None:
        """Choose the answer under the cursor."""
        self.dismiss(self.query_one(RowList).chosen)


def _lines(width: int) -> Iterator[Line]:
    """Each answer, and below it what follows."""
    width = max(width, _NARROWEST)
    for key, (answer, follows) in ANSWERS.items():
        below = "\n".join(wrap(follows, width, initial_indent="  ", subsequent_indent="  "))
        yield Line(key, Content.assemble((answer, "bold"), "\n", below))
