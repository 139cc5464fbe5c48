"""The source finder: one statement at a time, a digit answers and moves on; what was answered is kept at once."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.widgets import Static

from rutbreaker.domain.statements import HIGH, LOW, OPENING, Statement
from rutbreaker.errors import RutbreakerError
from rutbreaker.journal.source import Questionnaire, answer_statement, finish_sitting, questionnaire
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.screens.dialog import Dialog
from rutbreaker.tui.widgets.key_bar import Key, KeyBar
from rutbreaker.tui.widgets.rating import RatingRow
from rutbreaker.tui.widgets.sparkline import bar

_BAR = 20


async def find_source(host: Asking) -> bool:
    """Answer the statements, or go on with those that are open; whether the sitting was finished."""
    begun: Questionnaire = await host.ask(questionnaire)
    if await host.hold(SourceFinder(begun)):
        return True
    left: Questionnaire = await host.ask(questionnaire)
    if left.answers:
        host.tell(f"{len(left.answers)} of {len(left.statements)} are kept; s goes on with the rest.")
    return False


class SourceFinder(Dialog[bool]):
    """Shows a statement, and the next one as soon as it is answered; True when the sitting was finished."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(answer), f"answer({answer})", f"Answer {answer}", show=False) for answer in range(1, 6)),
        Binding("minus", "skip", "Skip", show=False),
        Binding("backspace,up,k,left", "go(-1)", "Back", show=False),
        Binding("enter,down,j,right", "go(1)", "On", show=False),
    ]
    """Answering, and going back to what was answered."""

    DEFAULT_CSS = """
    SourceFinder {
        #finder-opening, #finder-progress { color: $text-muted; margin-bottom: 1; }
        #finder-statement { min-height: 3; text-style: bold; }
        #finder-answer { padding: 0; margin-bottom: 1; }
        &.-low #finder-opening { display: none; }
        &.-low #finder-progress, &.-low #finder-answer { margin: 0; }
    }
    """

    current: reactive[int] = reactive(0, init=False)
    """The place of the statement that is shown."""

    def __init__(self, begun: Questionnaire) -> None:
        super().__init__("What does the rut come from?")
        self.questionnaire = begun
        self._is_finishing = False

    def compose_box(self) -> ComposeResult:
        """What stands in the box."""
        yield Static(f"{OPENING}  1-5", id="finder-opening", markup=False)
        yield Static(id="finder-statement", markup=False)
        yield RatingRow("", LOW, HIGH, label_width=0, state="current", id="finder-answer")
        yield Static(id="finder-progress", markup=False)
        yield KeyBar(
            [
                Key("Backspace", "Back", "backspace"),
                Key("-", "Skip", "minus"),
                Key("Esc", "Later", "escape"),
            ]
        )

    def on_mount(self) -> None:
        """Go on where it was left; a sitting that only wants finishing is finished."""
        self.current = min(self.questionnaire.place, self._last)
        self._show()
        if self.questionnaire.is_complete:
            self._finish()

    @property
    def statement(self) -> Statement:
        """The one that is shown."""
        return self.questionnaire.statements[self.current]

    @property
    def _last(self) -> int:
        return len(self.questionnaire.statements) - 1

    def watch_current(self) -> None:
        """Show the statement."""
        self._show()

    @on(RatingRow.Rated)
    def take_click(self, message: RatingRow.Rated) -> None:
        """Answer by a dot that was clicked."""
        self.action_answer(message.value)

    def action_answer(self, answer: int) -> None:
        """Answer, and move on."""
        self._answer(answer)

    def action_skip(self) -> None:
        """Leave the statement without an answer, and move on."""
        self._answer(None)

    def action_go(self, step: int) -> None:
        """Go back, or on as far as was answered."""
        self.current = min(max(self.current + step, 0), self.questionnaire.place, self._last)

    def _answer(self, answer: int | None) -> None:
        if self._is_finishing:
            return
        self.say_problem("")
        self.questionnaire.answers[self.statement.key] = answer
        self._keep(self.statement.key, answer)
        if self.current == self._last:
            self._finish()
        else:
            self.current += 1
        self._show()

    def _show(self) -> None:
        done, of = len(self.questionnaire.answers), len(self.questionnaire.statements)
        self.query_one("#finder-statement", Static).update(self.statement.text)
        self.query_one(RatingRow).value = self.questionnaire.answers.get(self.statement.key)
        self.query_one("#finder-progress", Static).update(f"{bar(done / of, _BAR, '░')}  {done} of {of}")

    @work(group="draft", exit_on_error=False)
    async def _keep(self, key: str, answer: int | None) -> None:
        await self.ask(answer_statement, key, answer, seed=self.questionnaire.seed)

    @work(group="finish", exit_on_error=False)
    async def _finish(self) -> None:
        self._is_finishing = True
        try:
            # The answers were asked to be kept before this, and what is asked first is done first.
            await self.ask(finish_sitting)
        except RutbreakerError as error:
            self.questionnaire = await self.ask(questionnaire)
            self.current = min(self.questionnaire.place, self._last)
            self._show()
            self.say_problem(error.message)
        else:
            self.dismiss(True)
        finally:
            self._is_finishing = False
