"""Writing reflections, new ones and those there are: the conversations around the editor."""

from rutbreaker.domain.models import Reflection
from rutbreaker.journal.days import read_day
from rutbreaker.journal.reflect import (
    Page,
    Unfinished,
    begin_changing,
    begin_writing,
    change_reflection,
    prompts,
    read_unfinished,
    write_reflection,
)
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.screens.pick import Pick

_BLANK = "A blank page"


async def write_a_reflection(host: Asking) -> str | None:
    """Write a reflection: go on with an unfinished one, else choose a prompt or a blank page. Its id, once saved."""
    begun: Unfinished = await host.ask(begin_writing)
    if not begun.is_kept:
        choices = [("", _BLANK), *((prompt, prompt) for prompt in await host.ask(prompts))]
        prompt = await host.hold(Pick("Reflect on", choices))
        if prompt is None:
            return None
        begun = begun._replace(page=begun.page._replace(prompt=prompt))
    return await _write(host, begun)


async def edit_a_reflection(host: Asking, row: str) -> str | None:
    """Change a reflection, going on with what was left unfinished of it. Its id, once saved."""
    return await _write(host, await host.ask(begin_changing, row))


async def continue_unfinished(host: Asking, draft: str) -> str | None:
    """Go on with what is kept under the name of a draft, if it is still there. The id of the reflection, once saved."""
    begun = await host.ask(read_unfinished, draft)
    return None if begun is None else await _write(host, begun)


async def save_page(host: Asking, work: Unfinished) -> str:
    """Make a reflection of a page, or change the one that it belongs to; its id.

    Raises:
        BadInput: there is no text, or its day can't be.
        NotFound: the one it belongs to is gone.
    """
    text, prompt, _ = work.page
    day = await host.ask(read_day, work.page.day)
    if work.row is None:
        saved: Reflection = await host.ask(write_reflection, text, day=day, prompt=prompt, draft=work.draft)
    else:
        saved = await host.ask(change_reflection, work.row, text, day=day, draft=work.draft)
    return saved.id


async def _write(host: Asking, begun: Unfinished) -> str | None:
    async def save(page: Page) -> str:
        return await save_page(host, begun._replace(page=page))

    # Late: what a page is written on takes longer to import than all else of it, and Reflect comes up without.
    from rutbreaker.tui.screens.editor import Editor

    saved = await host.hold(Editor(begun, save))
    if saved is not None:
        host.tell("Reflection saved." if saved else "Kept as unfinished.")
    return saved or None
