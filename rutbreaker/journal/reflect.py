"""Reflections: write and change them, go on with unfinished ones, and find something to write about.

An unfinished reflection is a draft: a page as it stands in the editor, under a name that says what it will become.
"""

import json
from datetime import date
from typing import NamedTuple

from rutbreaker.context import Context
from rutbreaker.domain.models import Reflection
from rutbreaker.domain.prompts import in_turn
from rutbreaker.domain.text import flat, loose_tags, storable, tag_named, tags_in, typed
from rutbreaker.errors import BadInput
from rutbreaker.store import drafts
from rutbreaker.store import reflect as store
from rutbreaker.store.answers import answers_of
from rutbreaker.store.connection import Connection
from rutbreaker.store.history import put, remove
from rutbreaker.store.reading import existing, one
from rutbreaker.store.remembered import remembered
from rutbreaker.store.sittings import latest_sittings

_BEGINNING = "reflection:"
NEW = f"{_BEGINNING}new"
"""The name of the draft of a reflection that isn't there yet."""


class Page(NamedTuple):
    """A reflection as it stands in the editor: its text, the prompt it answers, and its day as it was typed."""

    text: str
    prompt: str = ""
    day: str = ""


class Unfinished(NamedTuple):
    """A page being written: the name of its draft, and the reflection that it changes; None for a new one.

    ``is_kept`` tells a page that was left unfinished earlier from one that begins now.
    """

    draft: str
    page: Page
    row: str | None = None
    is_kept: bool = False


def write_reflection(
    context: Context, text: str, *, day: date | None = None, prompt: str = "", draft: str | None = None
) -> Reflection:
    """Write a reflection; the draft that it was, if any, is forgotten in the same breath.

    Raises:
        BadInput: there is no text, or the day has not come yet.
    """
    text, prompt, day = _said(text), flat(prompt), context.past_day(day)
    with context.act(_title(prompt, text)) as doing:
        reflection = Reflection(doing.new_id(), day, context.clock.now(), text, prompt, tags_in(text))
        put(doing, reflection)
        if draft is not None:
            drafts.finish_draft(context.connection, draft)
    return reflection


def change_reflection(
    context: Context, row: str, text: str, *, day: date | None = None, draft: str | None = None
) -> Reflection:
    """Change the text of a reflection, and its day where one is given; its draft, if any, is forgotten with it.

    Raises:
        BadInput: there is no text, or the day has not come yet.
        NotFound: it is gone.
    """
    text = _said(text)
    with context.act("edit") as doing:
        earlier = read_reflection(context, row)
        # Tags that stood in the old text go with it; those that were given beside it stay.
        given = loose_tags(earlier.tags, earlier.text)
        tags = tuple(dict.fromkeys((*tags_in(text), *given)))
        day = earlier.day if day is None else context.past_day(day)
        changed = earlier._replace(text=text, day=day, tags=tags)
        doing.title = f"edit: {_title(changed.prompt, text)}"
        put(doing, changed)
        if draft is not None:
            drafts.finish_draft(context.connection, draft)
    return changed


def read_reflection(context: Context, row: str) -> Reflection:
    """The reflection, whole.

    Raises:
        NotFound: it is gone.
    """
    return existing(context.connection, Reflection, row, "This reflection")


def keep_page(context: Context, draft: str, page: Page) -> bool:
    """Keep a page unfinished; whether it needed to be: not without text, or when it says what is written already.

    Raises:
        BadInput: it is too long.
    """
    written = one(context.connection, Reflection, draft.removeprefix(_BEGINNING))
    is_written = written is not None and page == _page_of(written)
    kept = page._replace(text=typed(page.text))
    if is_written or not kept.text.strip():
        drafts.drop_draft(context.connection, draft)
        return False
    drafts.keep_draft(context.connection, draft, json.dumps(kept._asdict()), context.clock.now())
    return True


def begin_writing(context: Context) -> Unfinished:
    """The new reflection that was left unfinished, else a blank page."""
    return read_unfinished(context, NEW) or Unfinished(NEW, Page("", day="today"))


def begin_changing(context: Context, row: str) -> Unfinished:
    """What was left unfinished of a reflection, else the reflection as it stands.

    Raises:
        NotFound: it is gone.
    """
    draft = f"{_BEGINNING}{row}"
    return read_unfinished(context, draft) or Unfinished(draft, _page_of(read_reflection(context, row)), row)


def unfinished(context: Context) -> list[Unfinished]:
    """Every reflection that was left unfinished, the newest first."""
    names = [name for name in drafts.draft_names(context.connection) if name.startswith(_BEGINNING)]
    return [found for name in names if (found := read_unfinished(context, name)) is not None]


def read_unfinished(context: Context, draft: str) -> Unfinished | None:
    """The page under the name of a draft, or None. Where the reflection that it changed is gone, it is a new one."""
    body = drafts.draft(context.connection, draft)
    if body is None:
        return None
    row = draft.removeprefix(_BEGINNING)
    is_there = one(context.connection, Reflection, row) is not None
    try:
        page = Page(**json.loads(body))
    except (ValueError, TypeError):
        # Another program wrote it, or the disk lost a bit: what can still be read of it is the text.
        page = Page(body, "", "today")
    return Unfinished(draft, page, row if is_there else None, is_kept=True)


def discard_unfinished(context: Context, draft: str) -> None:
    """Throw an unfinished page away; undo brings its words back, as a reflection."""
    found = read_unfinished(context, draft)
    if found is None:
        return
    if found.row is None:
        words = write_reflection(context, found.page.text, prompt=found.page.prompt, draft=draft)
        with context.act(f"delete: unfinished {_title(words.prompt, words.text)}") as doing:
            remove(doing, "reflection", words.id)
    else:
        earlier = read_reflection(context, found.row)
        words = change_reflection(context, found.row, found.page.text, draft=draft)
        with context.act(f"throw away: changes of {_title(words.prompt, words.text)}") as doing:
            put(doing, earlier)


def prompts(context: Context) -> list[str]:
    """What to write about, each in its turn: what fits the likeliest sources first, then those that goals answer."""
    connection = context.connection
    last_used = {prompt: last for prompt, _, last in store.prompts_used(connection)}
    likely = remembered(connection, "likely sources", lambda: _likely_sources(connection))
    return [prompt.text for prompt in in_turn(last_used, store.sources_worked_on(connection), likely)]


def _likely_sources(connection: Connection) -> tuple[str, ...]:
    """The sources that the last sitting of the source finder points to; none when it points to no one in particular."""
    from rutbreaker.insight.sources import rank_sources

    for sitting in latest_sittings(connection, 1):
        ranking = rank_sources(answers_of(connection, sitting.id), seed=sitting.seed)
        if ranking.verdict == "ranked":
            return tuple(source.key for source in ranking.likely)
    return ()


def list_reflections(context: Context, *, tag: str | None = None, prompt: str | None = None) -> list[tuple[str, str]]:
    """The keys of the reflections, newest first; with a tag, or answering a prompt ("" for those that answer none)."""
    tag = None if tag is None else tag_named(tag)
    return [("reflection", row) for row in store.reflection_ids(context.connection, tag=tag, prompt=prompt)]


def tags_of_reflections(context: Context) -> list[tuple[str, int]]:
    """The tags of the reflections with the number of those that carry each, the most used first."""
    return store.reflection_tags(context.connection)


def prompts_answered(context: Context) -> list[tuple[str, int]]:
    """The prompts that reflections answer, with their number, the one answered last first; "" stands for none."""
    return [(prompt, count) for prompt, count, _ in store.prompts_used(context.connection)]


def _page_of(reflection: Reflection) -> Page:
    return Page(reflection.text, reflection.prompt, reflection.day.isoformat())


def _said(text: str) -> str:
    said = storable(text)
    if not said:
        raise BadInput("There is no text yet: a reflection needs a word at least.")
    return said


def _title(prompt: str, text: str) -> str:
    return f"reflection: {prompt}: {text}" if prompt else f"reflection: {text}"
