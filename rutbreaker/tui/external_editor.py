"""Writing a reflection in the person's own editor, while the dashboard steps aside.

What came back from the editor is kept as a draft before anything else is tried, so no failure costs a word.
"""

from textual.app import App, SuspendNotSupported

from rutbreaker.editor import EditorFailed, compose_in_editor
from rutbreaker.errors import NotFound, RutbreakerError
from rutbreaker.journal.reflect import Unfinished, keep_page
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.leaving import SIGNALLED
from rutbreaker.tui.screens.reflections import save_page


async def write_outside(host: Asking, begun: Unfinished) -> str | None:
    """Write a page in the person's own editor and save it; the id of its reflection, None when nothing came of it.

    Raises:
        BadInput: there is no editor, or what was written can't be saved; it is kept as unfinished.
        EditorFailed: the editor failed; what was written is kept as unfinished.
    """
    try:
        text = _composed(host.app, begun.page.text)
    except NotFound as nothing:
        host.tell(nothing.message)
        return None
    except EditorFailed as failure:
        await _keep_what_is_there(host, begun, failure)
        if failure.stopped is None:
            raise
        host.app.exit(return_code=SIGNALLED + failure.stopped)
        return None
    if not text.strip():
        host.tell("Nothing was written, so nothing was changed.")
        return None
    written = begun._replace(page=begun.page._replace(text=text))
    await host.ask(keep_page, begun.draft, written.page)
    try:
        row = await save_page(host, written)
    except RutbreakerError as error:
        error.message = f"{error.message} What was written is kept as unfinished."
        raise
    host.tell("Reflection saved.")
    return row


async def _keep_what_is_there(host: Asking, begun: Unfinished, failure: EditorFailed) -> None:
    if failure.text.strip() not in ("", begun.page.text.strip()):
        await host.ask(keep_page, begun.draft, begun.page._replace(text=failure.text))
        failure.message = f"{failure.message} What was written is kept as unfinished."
    else:
        failure.message = f"{failure.message} Nothing was changed."


def _composed(app: App[object], text: str) -> str:
    """The text as the editor left it, the dashboard shown again whatever happened."""
    problem: RutbreakerError | None = None
    composed = ""
    try:
        with app.suspend():
            # Caught inside: the dashboard would not come back from an error that leaves the block (Textual 8.2.8).
            try:
                composed = compose_in_editor(text)
            except RutbreakerError as error:
                problem = error
    except SuspendNotSupported as error:
        raise NotFound("This terminal can't be handed to another editor.") from error
    if problem is not None:
        raise problem
    return composed
