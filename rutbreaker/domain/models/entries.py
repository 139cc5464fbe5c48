"""What is written down day by day: wins, gratitude, reflections."""

from datetime import date, datetime
from typing import NamedTuple


class Win(NamedTuple):
    """Something that went well, in one line. ``goal`` is the id of the goal it came from, if any."""

    id: str
    day: date
    at: datetime
    text: str
    tags: tuple[str, ...] = ()
    goal: str | None = None


class Gratitude(NamedTuple):
    """Something or somebody to be grateful for: one line, with an optional why and person."""

    id: str
    day: date
    at: datetime
    text: str
    why: str = ""
    person: str = ""
    tags: tuple[str, ...] = ()


class Reflection(NamedTuple):
    """A longer text, free or answering ``prompt``; Markdown, stored as typed."""

    id: str
    day: date
    at: datetime
    text: str
    prompt: str = ""
    tags: tuple[str, ...] = ()
