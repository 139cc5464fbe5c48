"""The people of a working life, and when the user and they were in touch."""

from datetime import date, datetime
from typing import NamedTuple


class Person(NamedTuple):
    """Somebody in the user's professional life. ``rhythm`` is the wished-for number of days between contacts.

    ``ask`` is the one thing the user wants to know of them the next time they talk, ``offer`` what they can give.
    """

    id: str
    day: date
    at: datetime
    name: str
    role: str = "peer"
    nick: str = ""
    rhythm: int | None = None
    note: str = ""
    ask: str = ""
    offer: str = ""


class Event(NamedTuple):
    """A meet-up, conference or the like; everybody met there has a contact that names it."""

    id: str
    day: date
    at: datetime
    title: str
    text: str = ""


class Contact(NamedTuple):
    """One time the user and a person were in touch. ``next`` is what to ask the next time.

    ``asked_out`` says that the user asked how they came out of a similar place.
    """

    id: str
    day: date
    at: datetime
    person: str
    text: str = ""
    next: str = ""
    event: str | None = None
    asked_out: bool = False
