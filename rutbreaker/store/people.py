"""People, contacts and events in the data file."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from rutbreaker.domain.models import Contact, Event, Gratitude, Person
from rutbreaker.store.connection import Connection
from rutbreaker.store.history import Act, put
from rutbreaker.store.reading import many, marks
from rutbreaker.store.rows import day_of

_NEWEST = "day DESC, at DESC, id DESC"


class LastContact(NamedTuple):
    """The day of the last contact with somebody, and what to ask the next time."""

    day: date
    next: str


def all_persons(connection: Connection) -> list[Person]:
    """Everybody, in the order in which they were added."""
    return many(connection, Person)


def last_contacts(connection: Connection) -> dict[str, LastContact]:
    """The last contact with everybody who has one, by the person's id."""
    rows = connection.rows(
        f"""
        SELECT person, day, next FROM (
            SELECT person, day, next, row_number() OVER (PARTITION BY person ORDER BY {_NEWEST}) AS place
            FROM contact WHERE NOT deleted)
        WHERE place = 1
        """
    )
    return {person: LastContact(day_of(day), ask) for person, day, ask in rows}


def contacts_with(connection: Connection, person: str) -> list[Contact]:
    """Every contact with a person, the newest first."""
    return many(connection, Contact, "person = ?", (person,), order=_NEWEST)


def contacts_at(connection: Connection, event: str) -> list[Contact]:
    """The contacts that an event was, in the order in which they were logged."""
    return many(connection, Contact, "event = ?", (event,), order="id")


def all_events(connection: Connection) -> list[Event]:
    """Every event, the newest first."""
    return many(connection, Event, order=_NEWEST)


def names_at_events(connection: Connection) -> dict[str, list[str]]:
    """The names of those who were met at each event, by the event's id."""
    found: dict[str, list[str]] = {}
    rows = connection.rows(
        "SELECT contact.event, person.name FROM contact JOIN person ON person.id = contact.person "
        "WHERE NOT contact.deleted AND NOT person.deleted AND contact.event IS NOT NULL ORDER BY contact.id"
    )
    for event, name in rows:
        found.setdefault(event, []).append(name)
    return found


def persons_in_gratitude(connection: Connection) -> list[str]:
    """Every text that stands as the person of some gratitude, each once."""
    rows = connection.rows("SELECT DISTINCT person FROM gratitude WHERE NOT deleted AND person <> ''")
    return [person for (person,) in rows]


def gratitude_about(connection: Connection, persons: Sequence[str], names: Sequence[str]) -> list[Gratitude]:
    """The gratitude that has one of these texts as its person, or that may hold one of these names; the newest first.

    Names are compared roughly, by their plain letters and digits: it is for the caller to look closer.
    """
    # LIKE knows upper and lower case of plain letters only, so everything else may be anything.
    patterns = ["%" + re.sub("[^a-zA-Z0-9]+", "%", name) + "%" for name in names]
    fits = [f"person IN ({marks(persons)})", *("text LIKE ? OR why LIKE ?" for _ in patterns)]
    twice = [pattern for pattern in patterns for _ in range(2)]
    return many(connection, Gratitude, " OR ".join(fits), (*persons, *twice), order=_NEWEST)


def move_event(doing: Act, event: Event, day: date) -> Event:
    """Move an event, and the contacts that it was, to another day."""
    moved = event._replace(day=day)
    put(doing, moved)
    for contact in contacts_at(doing.connection, event.id):
        put(doing, contact._replace(day=day))
    return moved
