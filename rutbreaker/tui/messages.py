"""Messages that travel from any pane or dialog to the dashboard or the app."""

import asyncio
from collections.abc import Callable
from typing import Any

from textual.message import Message

from rutbreaker.actions import Action


class Ask(Message):
    """Run a use-case of the journal; its answer, or its error, comes back through ``answer``."""

    def __init__(self, use_case: Callable[..., Any], arguments: tuple[Any, ...], options: dict[str, Any]) -> None:
        super().__init__()
        self.use_case = use_case
        self.arguments = arguments
        self.options = options
        self.answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

    def settle(self, done: "asyncio.Future[Any]") -> None:
        """Hand over what came of it, unless nobody waits any more."""
        if self.answer.done():
            return
        if done.cancelled():
            self.answer.cancel()
        elif (error := done.exception()) is not None:
            self.answer.set_exception(error)
        else:
            self.answer.set_result(done.result().answer)


class Failed(Message):
    """Work that a pane or dialog had under way ended with an error that nobody else has dealt with."""

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self.error = error


class Told(Message):
    """Something to tell the person in passing: it was done, and how to take it back."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class Perform(Message):
    """Do an action of the table, in the pane where it belongs."""

    def __init__(self, action: Action) -> None:
        super().__init__()
        self.action = action


class Open(Message):
    """Show a thing where it lives: its pane comes up with it selected."""

    def __init__(self, kind: str, row: str) -> None:
        super().__init__()
        self.kind = kind
        self.row = row
