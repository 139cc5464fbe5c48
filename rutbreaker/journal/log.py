"""The log of everything: list it, search it, correct it, delete from it, and keep its tags in order."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from rutbreaker.context import Context
from rutbreaker.domain.checkins import is_empty
from rutbreaker.domain.dates import full_day
from rutbreaker.domain.log import LOGGED, LogLine, shown_text
from rutbreaker.domain.models import Checkin, Contact, Event, Goal, Person, Reflection, Session
from rutbreaker.domain.search import Hit, TagCount
from rutbreaker.domain.text import (
    flat,
    loose_tags,
    one_line,
    sentence,
    storable,
    tag_named,
    tags_in,
    with_tag_renamed,
    without_tag,
)
from rutbreaker.errors import BadInput, NotFound
from rutbreaker.store.checkins import checkin_of
from rutbreaker.store.history import Act, put, remove
from rutbreaker.store.ids import checkin_id
from rutbreaker.store.log import all_ids, keys_beginning, log_keys, log_lines
from rutbreaker.store.reading import existing
from rutbreaker.store.removal import remove_whole
from rutbreaker.store.rows import model_named
from rutbreaker.store.search import search
from rutbreaker.store.tags import tag_counts, tagged
from rutbreaker.store.trials import trials

Key = tuple[str, str]
"""The kind and the id of a thing."""

_TEXT_FIELD: dict[type, str] = {Checkin: "note", Goal: "title", Person: "name", Event: "title"}
_MAY_BE_EMPTY = (Checkin, Contact, Session)
_SHORTEST_ID = 8


class Changes(NamedTuple):
    """What to change of a thing that was logged; None leaves a part as it is."""

    text: str | None = None
    day: date | None = None
    why: str | None = None
    person: str | None = None
    prompt: str | None = None
    tags: Sequence[str] = ()
    untags: Sequence[str] = ()


def list_log(
    context: Context,
    kinds: Sequence[str] = LOGGED,
    *,
    tag: str | None = None,
    first: date | None = None,
    last: date | None = None,
    limit: int | None = None,
) -> list[LogLine]:
    """The lines of these kinds, newest first: with a tag, from a day, up to a day, at most so many."""
    keys = list_keys(context, kinds, tag=tag, first=first, last=last, limit=limit)
    return log_lines(context.connection, keys)


def list_keys(
    context: Context,
    kinds: Sequence[str] = LOGGED,
    *,
    tag: str | None = None,
    first: date | None = None,
    last: date | None = None,
    limit: int | None = None,
) -> list[Key]:
    """The keys of the same lines, which is quick for any number of them."""
    tag = None if tag is None else tag_named(tag)
    return log_keys(context.connection, kinds, tag=tag, first=first, last=last, limit=limit)


def read_lines(context: Context, keys: Sequence[Key]) -> list[LogLine]:
    """The lines of these keys; one that is gone by now is left out."""
    return log_lines(context.connection, keys)


def find_words(context: Context, words: str, limit: int = 50) -> list[Hit]:
    """What holds all the words, the last one perhaps only begun, the newest first."""
    return search(context.connection, words, limit)


def find_by_id(context: Context, beginning: str) -> LogLine:
    """The one thing whose id begins so.

    Raises:
        BadInput: several do, or it can't be the beginning of an id.
        NotFound: none does.
    """
    beginning = beginning.strip().lower()
    if not beginning or not set(beginning) <= set("0123456789abcdef-"):
        raise BadInput(f"“{one_line(beginning, 40)}” is not an id: ids stand first in the lines of: rut log --ids")
    keys = keys_beginning(context.connection, beginning)
    if not keys:
        raise NotFound(f"Nothing has an id that begins with {beginning}.")
    if len(keys) > 1:
        raise BadInput(f"More than one id begins with {beginning}; give more of it.")
    return _line(context, keys[0])


def read_whole(context: Context, key: Key) -> Any:
    """The thing itself, whole, as its model.

    Raises:
        NotFound: it is gone.
    """
    kind, row = key
    return existing(context.connection, model_named(kind), row)


def edit(context: Context, key: Key, changes: Changes) -> None:
    """Change parts of a thing that was logged, in one act.

    Raises:
        NotFound: it is gone.
        BadInput: the new text, day or tag can't be, or nothing of the kind has that part.
    """
    with context.act("edit") as doing:
        model = read_whole(context, key)
        doing.title = f"edit: {_title(context, key)}"
        changed = _with_changes(context, model, changes)
        if isinstance(changed, Checkin) and is_empty(changed):
            raise BadInput("Nothing would be left of the check-in; to delete it, use delete.")
        if isinstance(model, Checkin) and changed.day != model.day:
            _move_checkin(context, doing, model, changed)
        else:
            put(doing, changed)


def delete(context: Context, key: Key) -> str:
    """Delete a thing, with what belongs to it; undo brings it back. What was deleted, in words.

    Raises:
        NotFound: it is gone.
    """
    with context.act("delete") as doing:
        title = _title(context, key)
        doing.title = f"delete: {title}"
        remove_whole(doing, *key)
    return title


def list_tags(context: Context) -> list[TagCount]:
    """Every tag with its number of uses and last day, the most used first."""
    return tag_counts(context.connection)


def rename_tag(context: Context, old: str, new: str) -> int:
    """Give a tag another name everywhere, in the texts too; merges when that one exists. How many things changed.

    Raises:
        BadInput: the new name can't be a tag.
        NotFound: nothing carries the old one.
    """
    old, new = tag_named(old), tag_named(new)
    with context.act(f"rename tag: #{old} to #{new}") as doing:
        keys = tagged(context.connection, old)
        if not keys:
            raise NotFound(f"Nothing is tagged #{old}.")
        if old == new:
            return 0
        for kind, row in keys:
            model = read_whole(context, (kind, row))
            field = _text_field(model)
            renamed = tuple(dict.fromkeys(new if tag == old else tag for tag in model.tags))
            put(doing, model._replace(tags=renamed, **{field: with_tag_renamed(getattr(model, field), old, new)}))
        for trial in trials(context.connection):
            if trial.tag == old:
                put(doing, trial._replace(tag=new))
    return len(keys)


def shortest_ids(context: Context, lines: Sequence[LogLine]) -> list[str]:
    """The beginnings of the ids of these lines that nothing else has, at least eight characters each."""
    ids = all_ids(context.connection)
    needed: dict[str, int] = {}
    for before, row, after in zip(["", *ids], ids, [*ids[1:], ""], strict=False):
        shared = max(_shared(before, row), _shared(row, after))
        needed[row] = max(shared + 1, _SHORTEST_ID)
    return [line.id[: needed.get(line.id, len(line.id))] for line in lines]


def _with_changes(context: Context, model: Any, changes: Changes) -> Any:
    wanted: dict[str, Any] = {}
    field = _text_field(model)
    text = getattr(model, field)
    tags = list(getattr(model, "tags", ()))
    if changes.text is not None:
        new = _checked_text(model, changes.text)
        tags = [*tags_in(new), *loose_tags(tags, text)]
        text = new
    for untag in map(tag_named, changes.untags):
        text, tags = without_tag(text, untag), [tag for tag in tags if tag != untag]
    tags.extend(map(tag_named, changes.tags))
    wanted[field] = text
    if changes.day is not None:
        wanted["day"] = context.past_day(changes.day)
    for part in ("why", "person", "prompt"):
        value = getattr(changes, part)
        if value is not None:
            # The why of a goal may be longer than a line.
            wanted[part] = storable(value) if isinstance(model, Goal) else flat(value)
    if hasattr(model, "tags"):
        wanted["tags"] = tuple(dict.fromkeys(tags))
    elif changes.tags or changes.untags:
        raise BadInput("Only wins, gratitude, reflections and check-ins have tags.")
    unknown = [part for part in wanted if part not in model._fields]
    if unknown or (isinstance(model, Contact) and changes.person is not None):
        raise BadInput(f"This has no {unknown[0] if unknown else 'person to change'}.")
    return model._replace(**wanted)


def _checked_text(model: Any, text: str) -> str:
    if isinstance(model, _MAY_BE_EMPTY) and not text.strip():
        return ""
    if isinstance(model, Reflection):
        kept = storable(text)
        if not kept:
            raise BadInput("There is no text for the reflection.")
        return kept
    return sentence(text, "it; to delete it, use delete")


def _move_checkin(context: Context, doing: Act, old: Checkin, moved: Checkin) -> None:
    """A check-in's id is its day's, so moving it makes another; one that is there already is not overwritten."""
    if checkin_of(context.connection, moved.day) is not None:
        raise BadInput(f"{moved.day.isoformat()} has a check-in already; amend that one, or delete it first.")
    put(doing, moved._replace(id=checkin_id(moved.day)))
    remove(doing, "checkin", old.id)


def _line(context: Context, key: Key) -> LogLine:
    lines = log_lines(context.connection, [key])
    if not lines:
        raise NotFound("It is gone: it was deleted, perhaps from another window.")
    return lines[0]


def _title(context: Context, key: Key) -> str:
    line = _line(context, key)
    return f"check-in for {full_day(line.day)}" if line.kind == "checkin" else f"{line.kind}: {shown_text(line)}"


def _text_field(model: Any) -> str:
    return _TEXT_FIELD.get(type(model), "text")


def _shared(one_id: str, other: str) -> int:
    """How many characters two ids begin with in common."""
    length = 0
    for a_sign, another in zip(one_id, other, strict=False):
        if a_sign != another:
            break
        length += 1
    return length
