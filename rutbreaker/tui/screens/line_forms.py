"""Opening, changing and deleting whatever the log shows, wherever it is shown."""

from datetime import date
from typing import Any

from rutbreaker.domain.models import Gratitude, Win
from rutbreaker.domain.text import one_line
from rutbreaker.journal.days import read_day
from rutbreaker.journal.log import Changes, Key, delete, edit, read_whole
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.messages import Open
from rutbreaker.tui.screens.form import Field, Form, Values
from rutbreaker.tui.screens.quick import day_field

_HERE = {"win": "Win", "gratitude": "Gratitude"}
"""The kinds that are changed in a form of their own, with its title; others open where they live."""


async def open_line(host: Asking, key: Key) -> None:
    """Open a thing to read or change it."""
    kind, row = key
    if kind in _HERE:
        await _edit_in_form(host, key)
    elif kind == "checkin":
        from rutbreaker.tui.screens.check_in import check_in_for

        await check_in_for(host, (await host.ask(read_whole, key)).day)
    elif kind == "reflection":
        from rutbreaker.tui.screens.reflections import edit_a_reflection

        await edit_a_reflection(host, row)
    else:
        host.post_message(Open(kind, row))


async def delete_line(host: Asking, key: Key) -> None:
    """Delete a thing, and say how it comes back."""
    title = await host.ask(delete, key)
    host.tell(f"Deleted {one_line(title, 60)}. u brings it back.")


async def _edit_in_form(host: Asking, key: Key) -> None:
    model = await host.ask(read_whole, key)

    async def save(values: Values) -> None:
        await host.ask(edit, key, _changes(model, values, await host.ask(read_day, values["day"])))

    await host.hold(Form(_HERE[key[0]], _fields(model), save, draft=" ".join(key)))


def _fields(model: Win | Gratitude) -> list[Field]:
    fields = [Field("text", _HERE["win" if isinstance(model, Win) else "gratitude"], model.text)]
    if isinstance(model, Gratitude):
        fields += [Field("why", "Why", model.why, "optional"), Field("person", "Person", model.person, "optional")]
    return [
        *fields,
        Field("tags", "Tags", " ".join(model.tags), "words with spaces between"),
        day_field(model.day.isoformat()),
    ]


def _changes(model: Any, values: Values, day: date) -> Changes:
    """What differs from before. A tag that is taken out of the tags loses its # in the text too."""
    wanted = [tag.removeprefix("#").lower() for tag in values["tags"].split()]
    return Changes(
        text=values["text"],
        day=day,
        why=values.get("why"),
        person=values.get("person"),
        tags=[tag for tag in wanted if tag not in model.tags],
        untags=[tag for tag in model.tags if tag not in wanted],
    )
