"""Dialogs in which nothing typed is lost: what stands there is kept as a draft, until it is saved."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.timer import Timer

from rutbreaker.errors import RutbreakerError
from rutbreaker.tui.asking import Result
from rutbreaker.tui.screens.dialog import Dialog

DRAFT_DELAY = 0.25
"""Seconds after a key until it is kept; those that follow meanwhile are kept with it, so no pause is needed."""


class Drafting(Dialog[Result]):
    """A dialog that is kept while it is filled in, and saved by Ctrl+S.

    A subclass says what stands in it (``contents``), keeps that under the name of its draft (``keep``), makes it
    final (``finish``), and calls ``keep_soon`` when something was typed. Saving keeps first, so that no failure costs a
    word.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", show=False, priority=True),
    ]
    """Saving."""

    _asking_at_once: Callable[..., Awaitable[Any]] | None = None
    _kept: Any = None
    _timer: Timer | None = None
    _is_saving = False
    _is_warned = False

    async def ask(self, use_case: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        """Run a use-case and wait for its answer, as anywhere, unless the program is about to end.

        Raises:
            RutbreakerError: what the use-case raised.
        """
        if self._asking_at_once is not None:
            return await self._asking_at_once(use_case, *arguments, **options)
        return await super().ask(use_case, *arguments, **options)

    def contents(self) -> Any:
        """What stands in the dialog now; equal when nothing has changed."""
        raise NotImplementedError

    async def keep(self, contents: Any) -> None:
        """Keep contents as the draft.

        Raises:
            RutbreakerError: they can't be kept.
        """
        raise NotImplementedError

    async def finish(self) -> Result:
        """Make it final, and forget the draft; what the dialog results in.

        Raises:
            RutbreakerError: it can't be saved.
        """
        raise NotImplementedError

    def left(self) -> Result | None:
        """What the dialog results in when it is left without saving."""
        return None

    def on_mount(self) -> None:
        """Begin with what stands here."""
        self.take_as_kept(self.contents())

    def take_as_kept(self, contents: Any) -> None:
        """Know that these contents need no keeping."""
        self._kept = contents

    async def keep_now(self) -> None:
        """Keep what stands here, if it isn't kept already.

        Raises:
            RutbreakerError: it can't be kept.
        """
        contents = self.contents()
        if contents != self._kept:
            await self.keep(contents)
            self._kept = contents

    async def keep_or_warn(self, key: str) -> bool:
        """Keep what stands here before leaving by a key; when that fails it is said in the box, once, and False."""
        try:
            await self.keep_now()
        except RutbreakerError as error:
            if not self._is_warned:
                self.say_problem(f"{error.message} {key} again leaves without keeping it.")
                self._is_warned = True
                return False
        return True

    def keep_at_once(self, ask: Callable[..., Awaitable[Any]]) -> None:
        """Keep what stands here before anything else happens, when the program is about to end by a defect.

        Args:
            ask: asks the journal and has the answer at once, as no message arrives any more.
        """
        self._asking_at_once = ask
        keeping = self.keep_now()
        with suppress(StopIteration):
            keeping.send(None)
        keeping.close()

    def keep_soon(self) -> None:
        """Keep what stands here shortly after a key."""
        # Not put off by the next key: who types without a pause would have nothing kept.
        if self._timer is None:
            self._timer = self.set_timer(DRAFT_DELAY, self._keep_in_time)

    def _keep_in_time(self) -> None:
        self._timer = None
        self.keep_while_open()

    @work(group="draft", exit_on_error=False)
    async def keep_while_open(self) -> None:
        """Keep what stands here, and say in the box when that fails."""
        # While it is saved it is kept already, and to be forgotten as a draft at any moment.
        if self._is_saving or self.contents() == self._kept:
            return
        try:
            await self.keep_now()
        except RutbreakerError as error:
            # The warning before leaving says more, and must stand when the key is pressed again.
            if not self._is_warned:
                self.say_problem(error.message)
        else:
            self.say_problem("")

    def action_save(self) -> None:
        """Save what stands here, once."""
        if not self._is_saving:
            self._is_saving = True
            self._save_and_close()

    def action_cancel(self) -> None:
        """Leave; a draft stays."""
        self._leave()

    @work(group="save", exit_on_error=False)
    async def _save_and_close(self) -> None:
        self._stop_timer()
        try:
            await self.keep_now()
            result = await self.finish()
        except RutbreakerError as error:
            self.say_problem(error.message)
        else:
            self.dismiss(result)
        finally:
            self._is_saving = False

    @work(group="leave", exit_on_error=False)
    async def _leave(self) -> None:
        self._stop_timer()
        if await self.keep_or_warn("Esc"):
            self.dismiss(self.left())

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
