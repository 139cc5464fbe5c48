"""Conversations about people: add and change them, log contacts and events, and change those."""

from textual.content import Content

from rutbreaker.domain.models import Contact, Event, Person
from rutbreaker.domain.people import PersonView, rhythm_words
from rutbreaker.domain.people_words import again_words
from rutbreaker.domain.text import one_line
from rutbreaker.domain.words import ROLES
from rutbreaker.errors import BadInput, NotFound
from rutbreaker.journal.days import read_day
from rutbreaker.journal.events import EventPage, Met, change_event, event_view, log_event, read_names
from rutbreaker.journal.log import read_whole
from rutbreaker.journal.people import (
    PersonPage,
    add_person,
    change_contact,
    change_person,
    find_person,
    log_contact,
    person_view,
)
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.screens.form import Field, Form, Values
from rutbreaker.tui.screens.pick import Pick
from rutbreaker.tui.screens.quick import day_field

_ABOUT = "what it was about; may stay empty"
_PREPARED = (("done", "asked and offered"), ("keep", "keep it for the next time"))
_SHOWN = 40
"""As much of a name as a title or a toast shows, in characters."""


async def new_person(host: Asking, role: str = "peer") -> Person | None:
    """Add somebody; ``role`` is offered first. The person added, if any."""
    added: list[Person] = []

    async def save(values: Values) -> None:
        added.append(await host.ask(add_person, **values))

    await host.hold(Form("Somebody new", _new_fields(role), save, draft="person"))
    return added[0] if added else None


async def edit_person(host: Asking, person: str) -> None:
    """Change a person."""
    before: Person = await host.ask(read_whole, ("person", person))

    async def save(values: Values) -> None:
        await host.ask(change_person, person, **values)

    form = Form(_short(before.name), _person_fields(before), save, draft=f"person {person}")
    await host.hold(form)


async def log_a_contact(host: Asking, person: str) -> Contact | None:
    """Log that the user and a person were in touch; what was to be asked is in sight. The contact, if any."""
    page: PersonPage = await host.ask(person_view, person)
    met, name = page.view.person, _short(page.view.person.name)
    logged: list[Contact] = []

    async def save(values: Values) -> None:
        logged.append(await _log(host, person, values))

    fields = _contact_fields(hint=_hint(page.view), has_ask=bool(met.ask or met.offer))
    form = Form(f"In touch with {name}", fields, save, draft=f"contact {person}", above=_prepared(page.view))
    if await host.hold(form):
        await _tell_logged(host, logged[0])
    return logged[0] if logged else None


async def log_a_contact_with(host: Asking) -> Contact | None:
    """Log a contact with somebody by their name; a name that nobody has is offered to be added. The contact, if any."""
    logged: list[tuple[Person, Contact]] = []

    async def save(values: Values) -> None:
        await host.ask(read_day, values["day"])
        person = await _settled_person(host, values["name"])
        logged.append((person, await _log(host, person.id, values)))

    fields = [Field("name", "With", "", "a name, a nickname, or how one begins"), *_contact_fields(hint=_ABOUT)]
    if await host.hold(Form("In touch", fields, save, draft="contact with")):
        await _tell_logged(host, logged[0][1])
    return logged[0][1] if logged else None


async def _log(host: Asking, person: str, values: Values) -> Contact:
    day = await host.ask(read_day, values["day"])
    logged: Contact = await host.ask(
        log_contact,
        person,
        values["text"],
        next=values["next"],
        day=day,
        asked_out=values["asked_out"] == "yes",
        keep_ask=values.get("prepared") == "keep",
    )
    return logged


async def _settled_person(host: Asking, name: str) -> Person:
    """The person of a name, added first if nobody has it and the user says so.

    Raises:
        BadInput: there is no name, it could be several people's, or the person went back to it.
    """
    if not name.strip():
        raise BadInput("With whom? Write a name, a nickname, or how one begins.")
    try:
        found: Person = await host.ask(find_person, name)
    except NotFound:
        unknown = _short(name.strip())
        chosen = await host.hold(Pick(f"Nobody here is called {unknown}", [("add", f"Add {unknown} to your people")]))
        if chosen is None:
            message = f"Not saved yet: nobody here is called {unknown}. Correct the name, or save again to add them."
            raise BadInput(message) from None
        found = await host.ask(add_person, name)
    return found


async def edit_a_contact(host: Asking, contact: str) -> None:
    """Change a contact; the day of one at an event is the event's."""
    before: Contact = await host.ask(read_whole, ("contact", contact))
    person: Person = await host.ask(read_whole, ("person", before.person))
    title = f"In touch with {_short(person.name)}"
    if before.event is not None:
        event: Event = await host.ask(read_whole, ("event", before.event))
        title = f"{_short(person.name)} at {_short(event.title)}"

    async def save(values: Values) -> None:
        day = await host.ask(read_day, values["day"])
        asked_out = values["asked_out"] == "yes"
        await host.ask(change_contact, contact, text=values["text"], next=values["next"], day=day, asked_out=asked_out)

    await host.hold(Form(title, _contact_fields(before), save, draft=f"contact {contact}"))


async def log_an_event(host: Asking) -> Event | None:
    """Log an event with those who were met there. The event, if any."""
    logged: list[Event] = []

    async def save(values: Values) -> None:
        day = await host.ask(read_day, values["day"])
        names, add_unknown = await _settled_names(host, values["names"])
        logged.append(
            await host.ask(log_event, values["title"], names, text=values["text"], day=day, add_unknown=add_unknown)
        )

    if await host.hold(Form("An event", _event_fields(), save, draft="event")):
        host.tell("Event logged.")
    return logged[0] if logged else None


async def edit_an_event(host: Asking, event: str) -> None:
    """Change an event, and who was met there."""
    page: EventPage = await host.ask(event_view, event)
    before = page.event

    async def save(values: Values) -> None:
        day = await host.ask(read_day, values["day"])
        names, add_unknown = await _settled_names(host, values["names"])
        await host.ask(
            change_event,
            event,
            title=values["title"],
            names=names,
            text=values["text"],
            day=day,
            add_unknown=add_unknown,
        )

    names = ", ".join(meeting.person.name for meeting in page.meetings)
    fields = _event_fields(before.title, names, before.text, before.day.isoformat())
    await host.hold(Form(_short(before.title), fields, save, draft=f"event {event}"))


async def _settled_names(host: Asking, names: str) -> tuple[str, bool]:
    """The names to log, and whether to add those that nobody has: asked when there are any.

    Raises:
        BadInput: the person went back to the names.
    """
    met: Met = await host.ask(read_names, names)
    if not met.unknown:
        return names, False
    unknown = ", ".join(_short(name) for name in met.unknown[:3]) + (" …" if len(met.unknown) > 3 else "")
    choices = [("add", f"Add {unknown} to your people"), ("leave", "Log the event without them")]
    chosen = await host.hold(Pick(f"Nobody here is called {unknown}", choices))
    if chosen is None:
        raise BadInput(f"Not saved yet: nobody here is called {unknown}. Correct the name, or save again to add them.")
    if chosen == "add":
        return names, True
    return ", ".join(person.name for person in met.known), False


def _new_fields(role: str) -> list[Field]:
    return [
        Field("name", "Name"),
        Field("role", "Role", role, choices=[(each, each) for each in ROLES]),
        Field("rhythm", "Rhythm", "", "every 3 weeks, monthly, 10 days; may stay empty"),
        Field("nick", "Called", "", "a short name that finds them too"),
        Field("note", "Note", lines=3),
        Field("ask", "Want to know", "", "one concrete thing to ask when you talk"),
        Field("offer", "Can offer", "", "what they could have of you"),
    ]


def _person_fields(person: Person) -> list[Field]:
    held = person._asdict() | {"rhythm": rhythm_words(person.rhythm)}
    return [field._replace(value=held[field.name]) for field in _new_fields(person.role)]


def _contact_fields(before: Contact | None = None, hint: str = "", has_ask: bool = False) -> list[Field]:
    text, next, day = (before.text, before.next, before.day.isoformat()) if before else ("", "", "today")
    asked = "yes" if before is not None and before.asked_out else "no"
    return [
        Field("text", "About", text, hint),
        Field("next", "Ask next time", next, "one thing to come back to"),
        day_field(day),
        Field("asked_out", "Asked them", asked, choices=(("no", "other things"), ("yes", "how they got out of a rut"))),
        *([Field("prepared", "What you had", "done", choices=_PREPARED)] if has_ask else []),
    ]


def _hint(view: PersonView) -> str:
    return f"you wanted to ask: {one_line(view.next, 200)}" if view.next else _ABOUT


def _prepared(view: PersonView) -> Content | None:
    """What was prepared for the talk, to be seen while it is logged."""
    lines = [
        Content.assemble((f"{lead}: ", "$accent bold"), one_line(text, 400))
        for lead, text in (("I want to know", view.person.ask), ("I can offer", view.person.offer))
        if text
    ]
    return Content("\n").join(lines) if lines else None


async def _tell_logged(host: Asking, contact: Contact) -> None:
    """Say with whom the contact was, and what it does to the rhythm."""
    page: PersonPage = await host.ask(person_view, contact.person)
    host.tell(f"In touch with {_short(page.view.person.name)}. {again_words(page.view, contact.day)}".rstrip())


def _event_fields(title: str = "", names: str = "", text: str = "", day: str = "today") -> list[Field]:
    return [
        Field("title", "Event", title, "a meet-up, a conference, a lunch"),
        Field("names", "Met", names, "names with commas between"),
        Field("text", "Line", text, "what stayed with you"),
        day_field(day),
    ]


def _short(name: str) -> str:
    return one_line(name, _SHOWN)
