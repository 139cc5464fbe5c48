"""Everything logged, as lines: what the log, the search and the lists of the panes show."""

from datetime import date, datetime
from typing import NamedTuple

LOGGED = ("win", "gratitude", "reflection", "checkin", "session", "contact", "event")
"""The kinds that are something that happened on a day."""

FOUND = (*LOGGED, "goal", "step", "routine", "person")
"""The kinds that search looks through."""

KIND_NAMES = {"checkin": "check-in"}
"""What a person reads for a kind, where it isn't the kind itself."""


def kind_name(kind: str) -> str:
    """What a person reads for a kind."""
    return KIND_NAMES.get(kind, kind)


class LogLine(NamedTuple):
    """One thing as the log shows it. Fields that don't apply to its kind stay empty.

    ``text`` is the win, the gratitude, the note of a check-in, the title of a goal, the name of a person. ``goal`` and
    ``person`` are the title and the name that it belongs to, ``minutes`` the length of a session, ``ratings`` those of
    a check-in in their order, ``prompt`` the one a reflection answers, ``mark`` that of a day.
    """

    id: str
    kind: str
    day: date
    at: datetime
    text: str
    tags: tuple[str, ...] = ()
    why: str = ""
    person: str = ""
    goal: str = ""
    minutes: int | None = None
    ratings: tuple[int | None, ...] = ()
    prompt: str = ""
    mark: str | None = None


def shown_text(line: LogLine) -> str:
    """What stands for the line in a list: its text, with what its kind needs beside it to be understood."""
    if line.kind == "checkin":
        ratings = " ".join("-" if rating is None else str(rating) for rating in line.ratings)
        mark = {"off": "day off", "sick": "sick"}.get(line.mark or "", "")
        return "  ".join(part for part in (ratings, mark, line.text) if part.strip("- "))
    if line.kind == "session":
        return "  ".join(part for part in (f"{line.minutes} min", line.goal, line.text) if part)
    if line.kind == "contact":
        return ": ".join(part for part in (line.person, line.text) if part)
    if line.kind == "reflection" and line.prompt:
        return f"{line.prompt}: {line.text}"
    return line.text
