"""What is done on a disk that fails, and how one sees afterwards that it was done wholly or not at all.

To try something more, add a row to ``OPERATIONS``: what makes it ready on a sound disk, and what may stand afterwards.
"""

import io
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from rutbreaker.cli.main import main
from rutbreaker.clock import FixedClock
from rutbreaker.config import Settings
from rutbreaker.context import Context
from rutbreaker.doctor import examine
from rutbreaker.errors import Unusable
from rutbreaker.journal.backups import back_up
from rutbreaker.journal.daily import log_win
from rutbreaker.journal.log import Changes, edit, list_log
from rutbreaker.journal.reflect import write_reflection
from rutbreaker.paths import find_places
from rutbreaker.rescue import find_backup, list_backups, restore
from rutbreaker.store import layout
from rutbreaker.store.connection import open_store
from tests.faults.opening import MOMENT, open_here
from tests.old_layouts import make_old

State = tuple[str, ...]
"""The texts in the log, sorted."""

_OLD = tuple(f"What went well before, number {number:02d} #old" for number in range(12))
_NEW = "What goes well now" + " and on" * 300
_CHANGED = "What went well after all #old"
_WRITTEN = (_OLD, (*_OLD, _NEW), (_CHANGED, *_OLD[1:], _NEW))
"""The log before ``_write`` and after each of its acts."""

_SINCE = "What went well since the backup"
_WITH_SINCE = tuple(sorted((*_OLD, _SINCE)))
_REPLACED = ("rutbreaker.db.replaced-", "rutbreaker.db.damaged-")


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
        bring_back: what brings a lost file back, as its message says.
        look: what else is wrong afterwards, in words; given the home, and whether it was done.
    """

    name: str
    ready: Callable[[], Ready]
    states: tuple[State, ...]
    prepare: Callable[[], None]
    look: Callable[[str, bool], Iterator[str]] = lambda home, is_done: iter(())
    bring_back: Callable[[], None] | None = None


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


def _a_log_of_the_first_layout() -> None:
    """As the first version wrote it: without seals."""
    _a_log()
    make_old(find_places().db, 1)


def _look_at_update(home: str, is_done: bool) -> Iterator[str]:
    file = sqlite3.connect(find_places().db)
    (version,) = file.execute("PRAGMA user_version").fetchone()
    file.close()
    if version not in ((layout.VERSION,) if is_done else (1, layout.VERSION)):
        yield f"the layout is {version}"
    if is_done:
        yield from (check.line for check in examine(find_places(), MOMENT) if check.state == "damaged")


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


def _a_log_with_a_backup() -> None:
    _a_log()
    context = open_here()
    back_up(context)
    log_win(context, _SINCE)
    context.connection.close()


def _ready_to_back_up() -> Ready:
    context = open_here()
    return Ready(partial(back_up, context), context)


def _look_at_backups(home: str, is_done: bool) -> Iterator[str]:
    found = [_texts_at(backup.path) for backup in list_backups(find_places())]
    wanted = [_OLD, _WITH_SINCE] if is_done else [_OLD]
    # One that was refused at the very end may have its name already, and is whole then.
    if found[::-1] not in (wanted, [_OLD, _WITH_SINCE]):
        yield f"of the backups there are {len(found)}, with {[len(texts) for texts in found]} texts"


def _restore() -> None:
    places = find_places()
    restore(places, find_backup(places), FixedClock(MOMENT))


def _look_at_what_was_replaced(home: str, is_done: bool) -> Iterator[str]:
    names = [name for name in os.listdir(home) if name.startswith(_REPLACED) and not name.endswith("-journal")]
    kept = [_texts_at(os.path.join(home, name)) for name in names]
    if is_done and kept != [_WITH_SINCE]:
        yield "what was replaced is not kept"
    if _SINCE not in [text for texts in (_texts_at(find_places().db), *kept) for text in texts]:
        yield "the newest win is nowhere"
    if _OLD not in [_texts_at(backup.path) for backup in list_backups(find_places())]:
        yield "the backup is not whole any more"


def _texts_at(path: str) -> State:
    context = Context(open_store(path), FixedClock(MOMENT), Settings())
    found = texts_in(context)
    context.connection.close()
    return found


OPERATIONS = (
    Operation("write", _ready_to_write, tuple(tuple(sorted(state)) for state in _WRITTEN), _a_log),
    Operation("open", lambda: Ready(_open), (_OLD,), _a_log),
    Operation("update", lambda: Ready(_open), (_OLD,), _a_log_of_the_first_layout, _look_at_update),
    Operation("make", lambda: Ready(_open), ((),), _nothing),
    Operation("output", lambda: Ready(_output), (_OLD,), _a_log, _look_at_output),
    Operation("backup", _ready_to_back_up, (_WITH_SINCE,), _a_log_with_a_backup, _look_at_backups),
    Operation(
        "restore",
        lambda: Ready(_restore),
        (_WITH_SINCE, _OLD),
        _a_log_with_a_backup,
        _look_at_what_was_replaced,
        _restore,
    ),
)
"""Everything that is tried."""
