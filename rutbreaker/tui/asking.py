"""What panes, dialogs and the dashboard have in common: they ask, hold dialogs, tell, and pass errors on."""

from collections.abc import Callable
from typing import Any, TypeVar

from textual.dom import DOMNode
from textual.screen import ModalScreen
from textual.worker import Worker, WorkerState

from rutbreaker.tui.messages import Ask, Failed, Told

Result = TypeVar("Result")


class Asking(DOMNode):
    """A part of the dashboard that works with the journal and with the person.

    It stands behind the widget class among the bases: Textual takes a widget's style from the first one.

    ``ask`` and ``hold`` wait for somebody else, so they belong into workers (``@work(exit_on_error=False)``): a message
    handler that waited would keep its own answer from arriving.
    """

    async def ask(self, use_case: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        """Run a use-case of the journal and wait for its answer.

        Raises:
            RutbreakerError: what the use-case raised.
        """
        question = Ask(use_case, arguments, options)
        self.post_message(question)
        return await question.answer

    async def hold(self, dialog: ModalScreen[Result]) -> Result | None:
        """Show a dialog and wait for its result; None when it was cancelled."""
        return await self.app.push_screen_wait(dialog)

    def tell(self, text: str) -> None:
        """Say something in passing."""
        self.post_message(Told(text))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Pass the error of a failed worker on; the app says it once."""
        error = event.worker.error
        if event.state is WorkerState.ERROR and error is not None:
            self.post_message(Failed(error))
