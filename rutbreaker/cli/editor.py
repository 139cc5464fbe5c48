"""Writing in the editor from the shell: an unfinished text is kept as a draft, with which the next ``-e`` goes on.

What was written is never lost: not when the editor fails, at a signal, or when the data file refuses it.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from rutbreaker.cli import output
from rutbreaker.cli.exits import Stopped
from rutbreaker.cli.shell import Shell
from rutbreaker.domain.text import storable
from rutbreaker.editor import EditorFailed, compose_in_editor, write_privately
from rutbreaker.errors import NotFound, RutbreakerError
from rutbreaker.journal.drafts import drop_draft, keep_draft, read_draft


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
    try:
        text = storable(compose_in_editor(begun))
    except EditorFailed as failure:
        text = storable(failure.text)
        where = _keep(shell, draft, again, text) if text and failure.text != begun else ""
        if failure.stopped is not None:
            raise Stopped(failure.stopped) from failure
        raise NotFound(f"{failure.message.rstrip('.')}; nothing was changed. {where}".strip()) from failure
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


def _keep(shell: Shell, draft: str, again: str, text: str) -> str:
    """Keep a text as a draft or, where the data file refuses that too, in a private file; where it is, in words."""
    try:
        with shell.open(make=True) as context:
            keep_draft(context, draft, text)
    except RutbreakerError:
        return f"What was written is kept in {write_privately(text)}"
    return f"What was written is kept; go on with it by: {again}"


def _forget(shell: Shell, draft: str) -> None:
    with suppress(RutbreakerError), shell.open() as context:
        drop_draft(context, draft)
