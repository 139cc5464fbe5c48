"""People: add and change them, log contacts and events, and see who is due."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from rutbreaker.context import Context
from rutbreaker.domain.models import Contact, Event, Gratitude, Person
from rutbreaker.domain.people import (
    SHOWN_NAME,
    Meeting,
    PersonView,
    days_passed,
    in_order,
    is_named,
    matching,
    meant,
    name_key,
    overdue,
    parse_rhythm,
    read_role,
    same_name,
    split_names,
    the_one,
)
from rutbreaker.domain.schedule import Expected
from rutbreaker.domain.text import flat, one_line, sentence, storable
from rutbreaker.errors import BadInput, NotFound
from rutbreaker.store import people as store
from rutbreaker.store.checkins import marked_days
from rutbreaker.store.days import pauses
from rutbreaker.store.history import put
from rutbreaker.store.reading import existing


class PersonPage(NamedTuple):
    """A person with all contacts and all gratitude that names them, the newest first."""

    view: PersonView
    meetings: tuple[Meeting, ...]
    gratitude: tuple[Gratitude, ...]


def add_person(
    context: Context,
    name: str,
    *,
    role: str = "peer",
    nick: str = "",
    rhythm: str = "",
    note: str = "",
    ask: str = "",
    offer: str = "",
) -> Person:
    """Add somebody; ``rhythm`` is how often to be in touch, in words such as "every 3 weeks".

    ``ask`` is the one thing to find out when they talk, ``offer`` what can be given in return.

    Raises:
        BadInput: there is no name, somebody is called so already, or role or rhythm can't be.
    """
    today, now, days = context.clock.today(), context.clock.now(), parse_rhythm(rhythm)
    with context.act(f"person: {flat(name)}") as doing:
        person = _checked(context, Person(doing.new_id(), today, now, name, role, nick, days, note, ask, offer))
        put(doing, person)
    return person


def change_person(
    context: Context,
    person: str,
    *,
    name: str | None = None,
    role: str | None = None,
    nick: str | None = None,
    rhythm: str | None = None,
    note: str | None = None,
    ask: str | None = None,
    offer: str | None = None,
) -> Person:
    """Change parts of a person; None leaves a part as it is, an empty rhythm takes it away.

    Raises:
        NotFound: the person is gone.
        BadInput: as in ``add_person``.
    """
    with context.act("edit person") as doing:
        before = read_person(context, person)
        doing.title = f"edit person: {before.name}"
        changes: dict[str, Any] = {"role": role, "nick": nick, "note": note, "ask": ask, "offer": offer}
        changes = {part: value for part, value in changes.items() if value is not None}
        if name is not None:
            changes["name"] = name
        if rhythm is not None:
            changes["rhythm"] = parse_rhythm(rhythm)
        changed = _checked(context, before._replace(**changes))
        put(doing, changed)
    return changed


def log_contact(
    context: Context,
    person: str,
    text: str = "",
    *,
    next: str = "",
    day: date | None = None,
    asked_out: bool = False,
    keep_ask: bool = False,
) -> Contact:
    """Log that the user and a person, given by id, were in touch; ``next`` is what to ask the next time.

    With it the ask that was prepared is done with, and what was to be offered; ``keep_ask`` leaves both for the next
    talk, and so does a contact from before the last one or before the person was added. ``asked_out`` says that the
    user asked how they came out of a similar place.

    Raises:
        NotFound: the person is gone.
        BadInput: the day has not come yet.
    """
    day = context.past_day(day)
    with context.act("contact") as doing:
        met = read_person(context, person)
        doing.title = f"contact: {met.name}"
        contact = Contact(doing.new_id(), day, context.clock.now(), person, flat(text), flat(next), asked_out=asked_out)
        put(doing, contact)
        last = store.last_contacts(context.connection)[person].day
        if not keep_ask and day >= max(last, met.day):
            put(doing, met._replace(ask="", offer=""))
    return contact


def change_contact(
    context: Context,
    contact: str,
    *,
    text: str | None = None,
    next: str | None = None,
    day: date | None = None,
    asked_out: bool | None = None,
) -> Contact:
    """Change parts of a contact; None leaves a part as it is. One at an event takes the event along to another day.

    Raises:
        NotFound: it is gone.
        BadInput: the day has not come yet.
    """
    with context.act("edit contact") as doing:
        before = existing(context.connection, Contact, contact)
        doing.title = f"edit contact: {read_person(context, before.person).name}"
        changed = before._replace(
            text=before.text if text is None else flat(text),
            next=before.next if next is None else flat(next),
            asked_out=before.asked_out if asked_out is None else asked_out,
            day=before.day if day is None else context.past_day(day),
        )
        put(doing, changed)
        if changed.event is not None and changed.day != before.day:
            store.move_event(doing, existing(context.connection, Event, changed.event), changed.day)
    return changed


def find_person(context: Context, words: str, *, by_part: bool = False) -> Person:
    """The one person meant by a name, a nickname or the beginning of either.

    With ``by_part`` the beginning of an id will do as well, or a part of the name.

    Raises:
        NotFound: nobody is called so.
        BadInput: it could be several people.
    """
    if not words.strip():
        raise BadInput("With whom? Give a name, a nickname, or how one begins.")
    found = (meant if by_part else matching)(store.all_persons(context.connection), words)
    if not found:
        raise NotFound(f"Nobody here is called {one_line(words.strip(), SHOWN_NAME)} yet.")
    return the_one(found, words)


def find_with_text(context: Context, words: Sequence[str]) -> tuple[Person, str]:
    """The person that words begin with, and the text after: as much of them as is a whole name, else the first word.

    Raises:
        NotFound, BadInput: as in ``find_person``, with ``by_part``.
    """
    people = {name_key(person.name): person for person in store.all_persons(context.connection)}
    for end in range(len(words), 1, -1):
        person = people.get(name_key(" ".join(words[:end])))
        if person is not None:
            return person, " ".join(words[end:])
    return find_person(context, words[0], by_part=True), " ".join(words[1:])


def read_person(context: Context, person: str) -> Person:
    """The person with this id.

    Raises:
        NotFound: the person is gone.
    """
    return existing(context.connection, Person, person)


def list_people(context: Context) -> list[PersonView]:
    """Everybody: who is due first, the most overdue at the top, then by name."""
    return in_order(_views(context, store.all_persons(context.connection)))


def due_people(context: Context) -> list[PersonView]:
    """Those with whom it is time to be in touch again, the most overdue first."""
    return [view for view in list_people(context) if view.is_due]


def person_view(context: Context, person: str) -> PersonPage:
    """A person with all contacts, events and the gratitude that names them.

    Raises:
        NotFound: the person is gone.
    """
    connection = context.connection
    view = _views(context, [read_person(context, person)])[0]
    events = {event.id: event for event in store.all_events(connection)}
    meetings = (
        Meeting(contact, view.person, events.get(contact.event or ""))
        for contact in store.contacts_with(connection, person)
    )
    return PersonPage(view, tuple(meetings), tuple(_gratitude(context, view.person)))


def _checked(context: Context, person: Person) -> Person:
    """The person as it is kept, if it can be."""
    person = person._replace(
        name=sentence(person.name, "the name"),
        role=read_role(person.role),
        nick=flat(person.nick),
        note=storable(person.note),
        ask=flat(person.ask),
        offer=flat(person.offer),
    )
    other = same_name(store.all_persons(context.connection), person)
    if other is not None:
        raise BadInput(
            f"There is somebody of that name already: {one_line(other.name, SHOWN_NAME)}, {other.role}. "
            "Add a word that tells the two apart, such as a surname or a place."
        )
    return person


def _views(context: Context, persons: Sequence[Person]) -> list[PersonView]:
    connection, today = context.connection, context.clock.today()
    last = store.last_contacts(connection)
    expected = Expected(
        (), pauses(connection), sick=marked_days(connection, "sick"), off=marked_days(connection, "off")
    )
    since = [last[person.id].day if person.id in last else person.day for person in persons]
    views = []
    for person, days in zip(persons, days_passed(since, today, expected), strict=True):
        contact = last.get(person.id)
        day, ask = (contact.day, contact.next) if contact else (None, "")
        views.append(PersonView(person, day, days, overdue(days, person.rhythm), ask))
    return views


def _gratitude(context: Context, person: Person) -> list[Gratitude]:
    """The gratitude whose person is this one, or whose words name them."""
    connection = context.connection
    people = store.all_persons(connection)

    @cache
    def means(name: str) -> bool:
        # The person alone is looked at first: with hundreds of people most names are somebody else's.
        return bool(matching([person], name)) and matching(people, name) == [person]

    meant = {text for text in store.persons_in_gratitude(connection) if any(map(means, split_names(text, people)))}
    names = [name for name in (person.name, person.nick) if name]
    return [
        gratitude
        for gratitude in store.gratitude_about(connection, sorted(meant), names)
        if gratitude.person in meant or is_named(person, f"{gratitude.text}\n{gratitude.why}")
    ]
