"""Conversations about people: add and change them, log contacts and events, and change those."""

from rutbreaker.domain.models import Contact, Event, Person
from rutbreaker.domain.people import rhythm_words
from rutbreaker.domain.text import one_line
from rutbreaker.domain.words import ROLES
from rutbreaker.errors import BadInput
from rutbreaker.journal.days import read_day
from rutbreaker.journal.events import EventPage, Met, change_event, event_view, log_event, read_names
from rutbreaker.journal.log import read_whole
from rutbreaker.journal.people import PersonPage, add_person, change_contact, change_person, log_contact, person_view
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.screens.form import Field, Form, Values
from rutbreaker.tui.screens.pick import Pick
from rutbreaker.tui.screens.quick import day_field

_SHOWN = 40
"""As much of a name as a title or a toast shows, in characters."""


async def new_person(host: Asking, role: str = "peer") -> Person | None:
    """Add somebody; ``role`` is offered first. The person added, if any."""
    added: list[Person] = []

    async def save(values: Values) -> None:
        added.append(await host.ask(add_person, **values))

    await host.hold(Form("Somebody new", _person_fields(role=role), save, draft="person", ask=host.ask))
    return added[0] if added else None


async def edit_person(host: Asking, person: str) -> None:
    """Change a person."""
    before: Person = await host.ask(read_whole, ("person", person))

    async def save(values: Values) -> None:
        await host.ask(change_person, person, **values)

    fields = _person_fields(before.name, before.role, before.nick, rhythm_words(before.rhythm), before.note)
    await host.hold(Form(_short(before.name), fields, save))


async def log_a_contact(host: Asking, person: str) -> Contact | None:
    """Log that the user and a person were in touch; what was to be asked is in sight. The contact, if any."""
    page: PersonPage = await host.ask(person_view, person)
    name, ask = _short(page.view.person.name), page.view.next
    logged: list[Contact] = []

    async def save(values: Values) -> None:
        day = await host.ask(read_day, values["day"])
        logged.append(await host.ask(log_contact, person, values["text"], next=values["next"], day=day))

    hint = f"you wanted to ask: {one_line(ask, 200)}" if ask else "what it was about; may stay empty"
    fields = _contact_fields(hint=hint)
    if await host.hold(Form(f"In touch with {name}", fields, save, draft=f"contact {person}", ask=host.ask)):
        rhythm = rhythm_words(page.view.person.rhythm)
        host.tell(f"In touch with {name}." + (f" The rhythm ({rhythm}) starts again." if rhythm else ""))
    return logged[0] if logged else None


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
        await host.ask(change_contact, contact, text=values["text"], next=values["next"], day=day)

    fields = _contact_fields(before.text, before.next, before.day.isoformat())
    await host.hold(Form(title, fields, save))


async def log_an_event(host: Asking) -> Event | None:
    """Log an event with those who were met there. The event, if any."""
    logged: list[Event] = []

    async def save(values: Values) -> None:
        day = await host.ask(read_day, values["day"])
        names, add_unknown = await _settled_names(host, values["names"])
        logged.append(
            await host.ask(log_event, values["title"], names, text=values["text"], day=day, add_unknown=add_unknown)
        )

    if await host.hold(Form("An event", _event_fields(), save, draft="event", ask=host.ask)):
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
    await host.hold(Form(_short(before.title), fields, save))


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


def _person_fields(name: str = "", role: str = "peer", nick: str = "", rhythm: str = "", note: str = "") -> list[Field]:
    return [
        Field("name", "Name", name),
        Field("role", "Role", role, choices=[(each, each) for each in ROLES]),
        Field("rhythm", "Rhythm", rhythm, "every 3 weeks, monthly, 10 days; may stay empty"),
        Field("nick", "Called", nick, "a short name that finds them too"),
        Field("note", "Note", note, lines=3),
    ]


def _contact_fields(text: str = "", next: str = "", day: str = "today", hint: str = "") -> list[Field]:
    return [
        Field("text", "About", text, hint),
        Field("next", "Ask next time", next, "one thing to come back to"),
        day_field(day),
    ]


def _event_fields(title: str = "", names: str = "", text: str = "", day: str = "today") -> list[Field]:
    return [
        Field("title", "Event", title, "a meet-up, a conference, a lunch"),
        Field("names", "Met", names, "names with commas between"),
        Field("text", "Line", text, "what stayed with you"),
        day_field(day),
    ]


def _short(name: str) -> str:
    return one_line(name, _SHOWN)
