"""Events: log one with everybody who was met there, change it, and see what it was."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from rutbreaker.context import Context
from rutbreaker.domain.models import Contact, Event, Person
from rutbreaker.domain.people import SHOWN_NAME, Meeting, matching, split_names, the_one
from rutbreaker.domain.text import flat, one_line, sentence
from rutbreaker.errors import BadInput
from rutbreaker.store import people as store
from rutbreaker.store.history import Act, put, remove
from rutbreaker.store.reading import existing

_MET_ROLE = "community"
"""The role of somebody who is added because they were met at an event."""


class EventView(NamedTuple):
    """An event, and the names of those who were met there."""

    event: Event
    names: tuple[str, ...]


class EventPage(NamedTuple):
    """An event, and the contacts that it was."""

    event: Event
    meetings: tuple[Meeting, ...]


class Met(NamedTuple):
    """Who is meant by names with commas between: those who are known, and the names that nobody has."""

    known: tuple[Person, ...]
    unknown: tuple[str, ...]


def log_event(
    context: Context,
    title: str,
    names: str = "",
    *,
    text: str = "",
    day: date | None = None,
    add_unknown: bool = False,
) -> Event:
    """Log an event with everybody met there, names with commas between: a contact with each.

    Raises:
        BadInput: there is no title, the day has not come yet, a name could be several people, or nobody has it and
            ``add_unknown`` doesn't say to add them.
    """
    title, text, day = sentence(title, "the event"), flat(text), context.past_day(day)
    with context.act(f"event: {title}") as doing:
        event = Event(doing.new_id(), day, context.clock.now(), title, text)
        put(doing, event)
        _meet(context, doing, event, _everybody(context, doing, names, add_unknown))
    return event


def change_event(
    context: Context,
    event: str,
    *,
    title: str | None = None,
    names: str | None = None,
    text: str | None = None,
    day: date | None = None,
    add_unknown: bool = False,
) -> Event:
    """Change parts of an event and who was met there; None leaves a part as it is. Its contacts share its day.

    Raises:
        NotFound: it is gone.
        BadInput: as in ``log_event``.
    """
    with context.act("edit event") as doing:
        before = existing(context.connection, Event, event)
        doing.title = f"edit event: {before.title}"
        changed = before._replace(
            title=before.title if title is None else sentence(title, "the event"),
            text=before.text if text is None else flat(text),
        )
        put(doing, changed)
        if day is not None and context.past_day(day) != before.day:
            changed = store.move_event(doing, changed, day)
        if names is not None:
            _meet(context, doing, changed, _everybody(context, doing, names, add_unknown))
    return changed


def read_names(context: Context, names: str) -> Met:
    """Who is meant by names with commas between; who is named twice is met once.

    Raises:
        BadInput: a name could be several people.
    """
    people = store.all_persons(context.connection)
    known, unknown = dict[str, Person](), list[str]()
    for name in split_names(flat(names), people):
        found = matching(people, name)
        if found:
            known.setdefault(the_one(found, name).id, found[0])
        else:
            unknown.append(name)
    return Met(tuple(known.values()), tuple(unknown))


def list_events(context: Context) -> list[EventView]:
    """Every event with the names of those met there, the newest first."""
    names = store.names_at_events(context.connection)
    return [EventView(event, tuple(names.get(event.id, ()))) for event in store.all_events(context.connection)]


def event_view(context: Context, event: str) -> EventPage:
    """An event with the contacts that it was.

    Raises:
        NotFound: it is gone.
    """
    found = existing(context.connection, Event, event)
    persons = {person.id: person for person in store.all_persons(context.connection)}
    contacts = store.contacts_at(context.connection, event)
    return EventPage(
        found, tuple(Meeting(each, persons[each.person], found) for each in contacts if each.person in persons)
    )


def _everybody(context: Context, doing: Act, names: str, add_unknown: bool) -> list[Person]:
    """Everybody named, those added that nobody knew."""
    met = read_names(context, names)
    if met.unknown and not add_unknown:
        unknown = ", ".join(one_line(name, SHOWN_NAME) for name in met.unknown[:5])
        raise BadInput(f"Nobody here is called {unknown} yet: add them first, or leave them out.")
    today, now = context.clock.today(), context.clock.now()
    added = [Person(doing.new_id(), today, now, name, _MET_ROLE) for name in met.unknown]
    for person in added:
        put(doing, person)
    return [*met.known, *added]


def _meet(context: Context, doing: Act, event: Event, persons: Sequence[Person]) -> None:
    """Make these, and nobody else, those who were met at an event."""
    contacts = {contact.person: contact for contact in store.contacts_at(context.connection, event.id)}
    for person in persons:
        if contacts.pop(person.id, None) is None:
            put(doing, Contact(doing.new_id(), event.day, context.clock.now(), person.id, event=event.id))
    for contact in contacts.values():
        remove(doing, "contact", contact.id)
