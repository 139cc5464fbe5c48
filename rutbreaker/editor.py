"""Writing in the editor of the person's choice, on a file that nobody else can read and that leaves nothing behind.

What was written is never lost: when the editor fails, its text comes with the error, for the caller to keep.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rutbreaker.errors import BadInput, NotFound, RutbreakerError

if TYPE_CHECKING:
    from subprocess import Popen

_VIMS = ("vim", "nvim", "gvim", "mvim")
_PRIVATE_VIM = ("-n", "-i", "NONE", "--cmd", "set noundofile nobackup nowritebackup")
"""Options that keep vim from leaving the text in swap, history, undo or backup files."""

_PATIENCE = 2
"""Seconds that an editor has to end after it was asked to."""


class EditorFailed(RutbreakerError):
    """The editor was started and ended badly: ``text`` is what it had written, ``stopped`` the signal from outside."""

    title = "The editor failed"

    def __init__(self, message: str, text: str = "", stopped: int | None = None, title: str | None = None) -> None:
        super().__init__(message, title)
        self.text = text
        self.stopped = stopped


class _Stopped(BaseException):
    """A signal asked the program to end while the editor was running."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def compose_in_editor(text: str, suffix: str = ".md") -> str:
    """Run $VISUAL, $EDITOR or vi on a text, and give what was made of it; call it from the main thread.

    Args:
        text: what the editor begins with.
        suffix: the ending of the file's name, by which the editor knows what kind of text it is.

    Raises:
        BadInput: there is no editor that can be started.
        NotFound: the file was left without being saved.
        EditorFailed: the editor failed, or a signal ended it; it carries the text.
    """
    import shutil

    command = _command()
    folder = _private_folder()
    try:
        path = os.path.join(folder, f"entry{suffix}")
        _write(path, text)
        os.utime(path, (0, 0))
        failure, stopped = _run([*command, path])
        written = _read(path, text)
        if failure:
            raise EditorFailed(failure, written, stopped)
        if not _was_saved(path):
            raise NotFound("It was left without being saved, so nothing was changed.")
        return written
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def write_privately(text: str) -> str:
    """Keep a text in a new file that nobody else can read; the file's path."""
    path = os.path.join(_private_folder(), "entry.md")
    _write(path, text)
    return path


def _command() -> list[str]:
    """The editor and its options."""
    import shlex
    import shutil

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
    """A new folder that only its owner can enter; in memory where the system has such a place."""
    import tempfile

    runtime = os.environ.get("XDG_RUNTIME_DIR")
    has_runtime = bool(runtime) and os.path.isdir(str(runtime)) and os.access(str(runtime), os.W_OK | os.X_OK)
    return tempfile.mkdtemp(prefix="rutbreaker-", dir=runtime if has_runtime else None)


def _write(path: str, text: str) -> None:
    # Opened by its descriptor, so that the file is private from its first moment.
    with os.fdopen(
        os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8", newline=""
    ) as file:
        file.write(text)


def _read(path: str, text: str) -> str:
    """What stands in the file; the text that it began with, if the editor took the file away."""
    try:
        with open(path, "rb") as file:
            return file.read().decode("utf-8", "replace")
    except FileNotFoundError:
        return text


def _was_saved(path: str) -> bool:
    """Whether the editor wrote the file: its time was set to the beginning of all time before."""
    return os.path.exists(path) and os.stat(path).st_mtime_ns != 0


def _run(command: Sequence[str]) -> tuple[str, int | None]:
    """Run the editor to its end: how it failed, in words, and the signal that came from outside."""
    import subprocess

    name = os.path.basename(command[0])
    process: Popen[bytes] | None = None
    try:
        with _signals_for_the_editor() as listen:
            process = subprocess.Popen(command)  # noqa: S603 - the person's own editor, without a shell
            listen()
            code = process.wait()
    except OSError as error:
        raise BadInput(f"The editor {name} can't be started: {error.strerror}. Set $EDITOR.") from error
    except _Stopped as stop:
        if process is not None:
            _end(process)
        return "The editor was interrupted.", stop.number
    if code:
        return f"The editor {name} ended with {'signal ' if code < 0 else ''}{abs(code)}.", None
    return "", None


@contextmanager
def _signals_for_the_editor() -> Iterator[Callable[[], None]]:
    """While the editor runs Ctrl-C is for the editor, and a signal that asks us to end is raised as ``_Stopped``.

    It is from the call of what this gives on, by which the editor is known that must be ended too; one that came before
    is raised by that call.
    """
    import signal

    heard: list[int] = []
    listens = False

    def stop(number: int, frame: object) -> None:
        heard.append(number)
        if listens:
            raise _Stopped(number)

    def listen() -> None:
        nonlocal listens
        listens = True
        if heard:
            raise _Stopped(heard[0])

    # A handler, unlike ignoring it, isn't inherited by the editor.
    handlers = {signal.SIGINT: _let_be, signal.SIGTERM: stop}
    if hasattr(signal, "SIGHUP"):
        handlers[signal.SIGHUP] = stop
    earlier = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    # An event loop would hear of the editor's Ctrl-C through this, once it runs again.
    wakeup = signal.set_wakeup_fd(-1)
    try:
        yield listen
    finally:
        signal.set_wakeup_fd(wakeup)
        for number, handler_before in earlier.items():
            signal.signal(number, handler_before)


def _let_be(number: int, frame: object) -> None:
    """Go on as if nothing had happened."""


def _end(process: "Popen[bytes]") -> None:
    """Ask the editor to end, and make it end if it doesn't."""
    from subprocess import TimeoutExpired

    process.terminate()
    try:
        process.wait(_PATIENCE)
    except TimeoutExpired:
        process.kill()
        process.wait()
