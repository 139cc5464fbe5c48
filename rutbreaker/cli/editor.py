"""Writing in the editor, on a file that nobody else can read and that leaves nothing behind.

What was written is never lost: an editor that fails, a signal, or a data file that refuses, and it is kept as a draft,
with which the next ``-e`` goes on.
"""

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any, NamedTuple

from rutbreaker.cli import output
from rutbreaker.cli.exits import Stopped
from rutbreaker.cli.shell import Shell
from rutbreaker.domain.text import storable
from rutbreaker.errors import BadInput, NotFound, RutbreakerError
from rutbreaker.journal.drafts import drop_draft, keep_draft, read_draft

_FILE = "entry.md"
_VIMS = ("vim", "nvim", "gvim", "mvim")
_PRIVATE_VIM = ("-n", "-i", "NONE", "--cmd", "set noundofile nobackup nowritebackup")
"""Options that keep vim from leaving the text in swap, history, undo or backup files."""


class Edited(NamedTuple):
    """What the editor left: the text, whether it was saved at all, and how the editor failed, if it did."""

    text: str
    saved: bool
    failure: str
    stopped: int | None = None


@contextmanager
def written(shell: Shell, draft: str, *, again: str, start: str = "") -> Iterator[str]:
    """What a person writes in the editor; kept under ``draft`` should anything in the block go wrong.

    Args:
        shell: the surroundings.
        draft: the name to keep an unfinished text under; the editor begins with one that is there.
        again: the command that would go on with it.
        start: what the editor begins with otherwise.

    Raises:
        NotFound: nothing was written, or the editor failed.
        BadInput: there is no editor.
    """
    with shell.open() as context:
        kept = read_draft(context, draft)
    if kept is not None:
        output.narrate("Going on with what was kept.")
    begun = start if kept is None else kept
    edited = edit_text(begun)
    text = storable(edited.text)
    if edited.failure:
        where = _keep(shell, draft, again, text) if text and edited.text != begun else ""
        if edited.stopped is not None:
            raise Stopped(edited.stopped)
        raise NotFound(f"{edited.failure}; nothing was changed. {where}".strip())
    if text and not edited.saved:
        raise NotFound("It was not saved, so nothing was changed.")
    if not text:
        _forget(shell, draft)
        raise NotFound("Nothing was written, so nothing was changed.")
    try:
        yield text
    except (RutbreakerError, KeyboardInterrupt) as error:
        where = _keep(shell, draft, again, text)
        if isinstance(error, RutbreakerError):
            error.message = f"{error.message} {where}"
        raise
    if kept is not None:
        _forget(shell, draft)


def edit_text(start: str) -> Edited:
    """Run the editor on a text.

    Raises:
        BadInput: there is no editor that can be started.
    """
    command = _editor()
    folder = _private_folder()
    try:
        path = os.path.join(folder, _FILE)
        with open(path, "w", encoding="utf-8", errors="replace") as file:
            file.write(start)
        os.utime(path, (0, 0))
        failure, stopped = _run([*command, path])
        with open(path, "rb") as file:
            text = file.read().decode("utf-8", "replace")
        return Edited(text, os.stat(path).st_mtime_ns != 0, failure, stopped)
    except FileNotFoundError:
        return Edited("", False, "The editor took the file away")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _editor() -> list[str]:
    wanted = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    try:
        command = shlex.split(wanted)
    except ValueError as error:
        raise BadInput(f"$VISUAL or $EDITOR can't be understood: {wanted}") from error
    found = shutil.which(command[0]) if command else None
    if found is None:
        raise BadInput(f"There is no editor “{wanted}”: set $EDITOR to the one you like.")
    names = (os.path.basename(command[0]), os.path.basename(os.path.realpath(found)))
    return [*command, *_PRIVATE_VIM] if any(name.startswith(_VIMS) for name in names) else command


def _private_folder() -> str:
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if runtime and os.path.isdir(runtime) and os.access(runtime, os.W_OK | os.X_OK):
        return tempfile.mkdtemp(prefix="rutbreaker-", dir=runtime)
    return tempfile.mkdtemp(prefix="rutbreaker-")


def _run(command: list[str]) -> tuple[str, int | None]:
    """Run the editor to its end; how it failed, and the signal that ended it from outside."""
    name = os.path.basename(command[0])
    # Ctrl-C belongs to the editor; a handler, unlike ignoring it, isn't inherited by the editor.
    earlier: dict[int, Any] = {signal.SIGINT: signal.signal(signal.SIGINT, _let_be)}
    for ending in (signal.SIGTERM, signal.SIGHUP):
        earlier[ending] = signal.signal(ending, _stop)
    process = None
    try:
        process = subprocess.Popen(command)  # noqa: S603 - the person's own editor, without a shell
        code = process.wait()
    except OSError as error:
        raise BadInput(f"The editor {name} can't be started: {error.strerror}. Set $EDITOR.") from error
    except Stopped as stop:
        if process is not None:
            _end(process)
        return "The editor was interrupted", stop.number
    finally:
        for number, handler in earlier.items():
            signal.signal(number, handler)
    if code:
        return f"The editor {name} ended with {'signal ' if code < 0 else ''}{abs(code)}", None
    return "", None


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(2)


def _let_be(number: int, frame: FrameType | None) -> None:
    """Go on as if nothing had happened."""


def _stop(number: int, frame: FrameType | None) -> None:
    raise Stopped(number)


def _keep(shell: Shell, draft: str, again: str, text: str) -> str:
    """Keep a text as a draft or, where the data file refuses that too, in a private file; where it is, in words."""
    try:
        with shell.open(make=True) as context:
            keep_draft(context, draft, text)
    except RutbreakerError:
        path = os.path.join(_private_folder(), _FILE)
        with open(path, "w", encoding="utf-8", errors="replace") as file:
            file.write(text)
        return f"What was written is kept in {path}"
    return f"What was written is kept; go on with it by: {again}"


def _forget(shell: Shell, draft: str) -> None:
    with suppress(RutbreakerError), shell.open() as context:
        drop_draft(context, draft)
