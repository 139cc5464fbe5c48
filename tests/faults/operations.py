"""What is done on a disk that fails, and how one sees afterwards that it was done wholly or not at all.

To try something more, add a row to ``OPERATIONS``: what makes it ready on a sound disk, and what may stand afterwards.
"""

import io
import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from rutbreaker.cli.main import main
from rutbreaker.context import Context
from rutbreaker.errors import Unusable
from rutbreaker.journal.daily import log_win
from rutbreaker.journal.log import Changes, edit, list_log
from rutbreaker.journal.reflect import write_reflection
from tests.faults.opening import open_here

State = tuple[str, ...]
"""The texts in the log, sorted."""

_OLD = tuple(f"What went well before, number {number:02d} #old" for number in range(12))
_NEW = "What goes well now" + " and on" * 300
_CHANGED = "What went well after all #old"
_WRITTEN = (_OLD, (*_OLD, _NEW), (_CHANGED, *_OLD[1:], _NEW))
"""The log before ``_write`` and after each of its acts."""


class Ready(NamedTuple):
    """An operation about to begin: what runs it, and the data file it has open, if it has."""

    run: Callable[[], object]
    context: Context | None = None


class Operation(NamedTuple):
    """Something that is done on a failing disk.

    Attributes:
        name: what it is called in the figures.
        ready: makes it ready, while nothing fails yet.
        states: what may stand in the log afterwards; when it was done, the last.
        prepare: makes the home that it begins with.
        look: what else is wrong afterwards, in words; given the home, and whether it was done.
    """

    name: str
    ready: Callable[[], Ready]
    states: tuple[State, ...]
    prepare: Callable[[], None]
    look: Callable[[str, bool], Iterator[str]] = lambda home, is_done: iter(())


def texts_in(context: Context) -> State:
    """What stands in the log."""
    return tuple(sorted(line.text for line in list_log(context)))


def _nothing() -> None:
    """The home stays empty."""


def _a_log() -> None:
    context = open_here()
    for text in _OLD:
        log_win(context, text)
    context.connection.close()


def _ready_to_write() -> Ready:
    context = open_here()
    return Ready(partial(_write, context), context)


def _write(context: Context) -> None:
    write_reflection(context, _NEW)
    first = list_log(context, ("win",))[-1]
    edit(context, ("win", first.id), Changes(_CHANGED))


def _open() -> None:
    context = open_here()
    try:
        texts_in(context)
    finally:
        context.connection.close()


def _output() -> None:
    """``rut log > log.txt``, which is no file of ours: all that can be promised is to say that it failed."""
    before = sys.stdout, sys.stderr
    try:
        with open(_output_path(), "w", encoding="utf-8") as sys.stdout:
            sys.stderr = io.StringIO()
            code = main(["log"])
            said = sys.stderr.getvalue()
    except OSError as error:
        raise Unusable("The file can't be made, as the shell would say.") from error
    finally:
        sys.stdout, sys.stderr = before
    if code:
        assert code == 4, (code, said)
        raise Unusable(said)


def _look_at_output(home: str, is_done: bool) -> Iterator[str]:
    if is_done:
        with open(_output_path(), encoding="utf-8") as file:
            whole = file.read()
        yield from (f"not in the output: {text}" for text in _OLD if text not in whole)


def _output_path() -> str:
    return os.path.join(os.environ["RUTBREAKER_HOME"], "log.txt")


OPERATIONS = (
    Operation("write", _ready_to_write, tuple(tuple(sorted(state)) for state in _WRITTEN), _a_log),
    Operation("open", lambda: Ready(_open), (_OLD,), _a_log),
    Operation("make", lambda: Ready(_open), ((),), _nothing),
    Operation("output", lambda: Ready(_output), (_OLD,), _a_log, _look_at_output),
)
"""Everything that is tried."""
