"""One question of the check-in, answered from 1 to 5."""

from typing import ClassVar, Literal

from rich.cells import cell_len
from textual.app import RenderResult
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from rutbreaker.domain.text import one_line
from rutbreaker.tui.widgets.cells import fit

HIGHEST = 5
FULL, OPEN, SKIPPED = "●", "○", "–"
POINTER = "›"

RatingState = Literal["unanswered", "current", "answered", "skipped"]


def dots(value: int | None) -> str:
    """A rating as five characters, ``●●●○○``; a dash, as wide, where there is none."""
    return SKIPPED.ljust(HIGHEST) if value is None else FULL * value + OPEN * (HIGHEST - value)


class RatingRow(Widget):
    """A label, five dots and what the two ends mean; on a narrow screen only the current row tells its ends, below.

    It handles no keys: the dialog sets ``state`` and ``value``. A click on a dot posts ``RatingRow.Rated``.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rating--label", "rating--dots", "rating--ends"}
    """The question's name, its dots, and the words for 1 and 5."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    RatingRow {
        height: auto; padding: 0 1;
        .rating--label, .rating--ends { color: $text-muted; }
        .rating--dots { color: $primary; }
        &.-answered .rating--label, &.-current .rating--label { color: $foreground; }
        &.-unanswered .rating--dots, &.-skipped .rating--dots { color: $text-muted; }
        &.-current { background: $block-cursor-blurred-background; text-style: bold; }
        &.-current .rating--ends { color: $foreground; text-style: not bold; }
    }
    """

    value: reactive[int | None] = reactive(None)
    """The rating, 1 to 5, or None."""

    state: reactive[RatingState] = reactive("unanswered", layout=True)
    """Where the question stands; each is a class ``-current`` and so on."""

    class Rated(Message):
        """A dot was clicked."""

        def __init__(self, row: "RatingRow", value: int) -> None:
            super().__init__()
            self.row = row
            self.value = value

        @property
        def control(self) -> "RatingRow":
            """The row that was clicked."""
            return self.row

    def __init__(
        self,
        label: str,
        low: str,
        high: str,
        *,
        label_width: int = 10,
        value: int | None = None,
        state: RatingState = "unanswered",
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.label = label
        self.ends = f"{one_line(low)} … {one_line(high)}"
        self.label_width = label_width
        self.value = value
        self.state = state

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Two lines only where the ends of the current row have no room beside it."""
        return 2 if self.state == "current" and not self._fits(width) else 1

    def render(self) -> RenderResult:
        """The row, as much of it as there is room for."""
        pointer = POINTER if self.state == "current" else " "
        label = Content.styled(f"{pointer} {fit(self.label, self.label_width)}  ", ".rating--label")
        answer = " ".join(dots(None if self.state == "skipped" else self.value or 0))
        row = label + Content.styled(answer, ".rating--dots")
        ends = Content.styled(self.ends, ".rating--ends")
        if self._fits(self.size.width):
            return Content.assemble(row, "   ", ends)
        return Content.assemble(row, "\n  ", ends) if self.state == "current" else row

    def validate_value(self, value: int | None) -> int | None:
        """Keep a rating between 1 and 5."""
        return None if value is None else min(max(value, 1), HIGHEST)

    def watch_state(self, old: RatingState, new: RatingState) -> None:
        """Wear the state as a class."""
        self.remove_class(f"-{old}").add_class(f"-{new}")

    def on_click(self, event: Click) -> None:
        """Rate by the dot that was hit; a click between two dots counts for the one on its left."""
        offset = event.get_content_offset(self)
        if offset is not None and offset.y == 0 and 0 <= offset.x - self._before < 2 * HIGHEST:
            self.post_message(self.Rated(self, (offset.x - self._before) // 2 + 1))

    @property
    def _before(self) -> int:
        """How many cells stand before the first dot."""
        return self.label_width + 4

    def _fits(self, width: int) -> bool:
        return self._before + 2 * HIGHEST - 1 + 3 + cell_len(self.ends) <= width
