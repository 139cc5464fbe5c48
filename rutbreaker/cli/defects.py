"""What happens when the program itself is at fault: a calm sentence, and the place of the fault in a log.

The log holds the frames and the names of the errors, never a value: nothing that a person wrote gets into it.
"""

import os
import sys
from collections.abc import Iterator, Sequence

from rutbreaker import __version__
from rutbreaker.clock import SystemClock
from rutbreaker.errors import KEPT, RutbreakerError
from rutbreaker.paths import find_places, make_folder_for

_LARGEST = 1_000_000
"""Bytes after which the log begins anew."""


def confess(defect: BaseException, words: Sequence[str]) -> str:
    """Write down where a defect struck; what to tell the person.

    Args:
        defect: what was raised.
        words: the command line, in which a data file may be named; nothing else of it is used.
    """
    path = find_places(_db_in(words)).log
    kept = KEPT if KEPT in getattr(defect, "__notes__", ()) else "Nothing half done was kept."
    said = f"rut: This is a defect of the program, not of anything you did. {kept}"
    try:
        _append(path, "\n".join(report(defect)) + "\n")
    except (OSError, RutbreakerError):
        return f"{said} Where it happened could not be written down in {path}."
    return f"{said} Where it happened stands in {path}, without any of your words."


def report(defect: BaseException) -> Iterator[str]:
    """The lines that say when, with which versions and where it happened: frames and names of errors, no values."""
    moment = SystemClock().now().isoformat(timespec="seconds")
    yield f"{moment} rutbreaker {__version__}, Python {sys.version.split()[0]}, {sys.platform}"
    seen: set[int] = set()
    error: BaseException | None = defect
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield f"  {type(error).__module__}.{type(error).__qualname__}"
        trace = error.__traceback__
        while trace is not None:
            code = trace.tb_frame.f_code
            yield f"    {code.co_filename}:{trace.tb_lineno} in {code.co_qualname}"
            trace = trace.tb_next
        error = error.__cause__ or error.__context__


def _append(path: str, text: str) -> None:
    make_folder_for(path)
    anew = os.path.exists(path) and os.path.getsize(path) > _LARGEST
    flags = os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | (os.O_TRUNC if anew else os.O_APPEND)
    with open(os.open(path, flags, 0o600), "a", encoding="utf-8", errors="replace") as file:
        file.write(text)


def _db_in(words: Sequence[str]) -> str | None:
    for place, word in enumerate(words):
        if word == "--db" and place + 1 < len(words):
            return words[place + 1]
        if word.startswith("--db="):
            return word.partition("=")[2]
    return None
