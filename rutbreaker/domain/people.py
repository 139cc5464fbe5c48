"""People: when somebody is due, the rhythm in words, whom a name means, and which roles nobody has."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from rutbreaker.domain.models import Contact, Event, Person
from rutbreaker.domain.schedule import Expected, rest
from rutbreaker.domain.text import one_line
from rutbreaker.domain.words import ROLES
from rutbreaker.errors import BadInput

LONGEST_RHYTHM = 3660
"""The longest rhythm, in days: ten years."""

ROLE_QUESTIONS = {
    "mentor": "Nobody here to ask for advice: who was the last person who gave you some?",
    "peer": "Nobody here who does what you do: whom would you tell about a hard day?",
    "manager": "Nobody here who decides about your work: who could change something?",
    "sponsor": "Nobody here who speaks up for you: who has put your name forward?",
    "coach": "Nobody here who helps you think: whose question has stayed with you?",
    "community": "No circle of your craft here: where do people meet who like it too?",
}
"""What to ask somebody who has nobody in a role."""

SHOWN_NAME = 60
"""As much of a name as a sentence shows, in characters."""

_UNITS = {"day": 1, "d": 1, "week": 7, "w": 7, "fortnight": 14, "month": 30, "quarter": 90, "year": 365}
_ADVERBS = {"daily": 1, "weekly": 7, "fortnightly": 14, "monthly": 30, "quarterly": 90, "yearly": 365}
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: number for number, word in enumerate(_COUNTS, 1)} | {"a": 1, "an": 1, "other": 2}
_COUNTED = re.compile(r"(?:([0-9]{1,5}|[a-z]+(?= )) ?)?([a-z]+)")
_LONGEST_WORDS = 64
_MOST_PARTS = 4
"""How many commas are looked across for a name that has some itself."""


class PersonView(NamedTuple):
    """A person, and how it stands between them and the user.

    ``last`` is the day of the last contact, ``days_since`` the days since then (since the person was added, if there
    was none) with paused ones left out, ``overdue`` how far past the rhythm that is, in rhythms; None without one.
    ``next`` is what the last contact left to be asked at the next one.
    """

    person: Person
    last: date | None
    days_since: int
    overdue: float | None
    next: str = ""

    @property
    def is_due(self) -> bool:
        """Whether it is time to be in touch again."""
        return is_due(self.days_since, self.person.rhythm)

    @property
    def ask(self) -> str:
        """What to ask when they talk: the ask that was prepared, else what the last contact left open."""
        return self.person.ask or self.next


class Meeting(NamedTuple):
    """A contact, with whom it was, and the event it was at, if any."""

    contact: Contact
    person: Person
    event: Event | None = None


def read_role(word: str) -> str:
    """The role that a word names, in whatever case.

    Raises:
        BadInput: there is no such role.
    """
    role = word.strip().lower()
    if role not in ROLES:
        raise BadInput(f"“{one_line(word, 40)}” is no role; there are {', '.join(ROLES)}.")
    return role


def is_due(days: int, rhythm: int | None) -> bool:
    """Whether so many days without a contact reach the rhythm; never without a rhythm."""
    return rhythm is not None and days >= rhythm


def overdue(days: int, rhythm: int | None) -> float | None:
    """How far past the rhythm somebody is, as a share of it: 0 up to the day, 1 a whole rhythm later."""
    return None if rhythm is None else max(days - rhythm, 0) / rhythm


def days_passed(since: Sequence[date], today: date, expected: Expected) -> list[int]:
    """For each of these days, how many days have passed until today, those left out on which nothing is expected."""
    if not since:
        return []
    first = min(*since, today).toordinal() + 1
    counted = bytearray(b"\1" * (today.toordinal() + 1 - first))
    rest(counted, first, expected)
    return [counted.count(1, max(day.toordinal() + 1 - first, 0)) for day in since]


def in_order(views: Iterable[PersonView]) -> list[PersonView]:
    """Those who are due first, the most overdue at the top; then the others by name."""
    return sorted(views, key=lambda view: (not view.is_due, -(view.overdue or 0) if view.is_due else 0, _key_of(view)))


def _key_of(view: PersonView) -> str:
    return name_key(view.person.name)


def parse_rhythm(words: str) -> int | None:
    """The rhythm in days that somebody wrote: "every 3 weeks", "10 days", "monthly"; None for no words or "none".

    A month counts as 30 days and a year as 365.

    Raises:
        BadInput: it can't be understood, or isn't between a day and ten years.
    """
    said = " ".join(words[: _LONGEST_WORDS + 1].lower().split())
    if said in ("", "none"):
        return None
    days = _ADVERBS.get(said) or _counted(said.removeprefix("once ").removeprefix("every "))
    if days is None or len(words) > _LONGEST_WORDS:
        shown = one_line(words.strip(), 40)
        raise BadInput(f"“{shown}” is no rhythm: write it like 10 days, every 3 weeks, monthly or 2 months.")
    if not 1 <= days <= LONGEST_RHYTHM:
        raise BadInput(f"“{one_line(said, 40)}” is no rhythm: it can be from a day to ten years.")
    return days


def _counted(said: str) -> int | None:
    found = _COUNTED.fullmatch(said)
    days = _UNITS.get(found[2].removesuffix("s")) if found else None
    if found is None or days is None:
        return None
    count = found[1] or "a"
    number = int(count) if count.isdigit() else _NUMBERS.get(count)
    return None if number is None else number * days


def rhythm_words(days: int | None) -> str:
    """Say a rhythm: "every 3 weeks", "every month", "every 10 days"; nothing for none."""
    if days is None:
        return ""
    unit = next(unit for unit in ("year", "month", "week", "day") if days % _UNITS[unit] == 0)
    number = days // _UNITS[unit]
    return f"every {unit}" if number == 1 else f"every {number} {unit}s"


def name_key(name: str) -> str:
    """What two names have in common that are the same but for case, accents typed in two ways, and spaces."""
    import unicodedata

    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def matching(people: Iterable[Person], words: str) -> list[Person]:
    """Whom the words mean: those of this name, else of this nickname, else whose name or nickname begins so."""
    wanted = name_key(words)
    if not wanted:
        return []
    keys = [(person, name_key(person.name), name_key(person.nick)) for person in people]
    for fits in (
        lambda name, _: name == wanted,
        lambda _, nick: nick == wanted,
        lambda name, nick: name.startswith(wanted) or nick.startswith(wanted),
    ):
        found = [person for person, name, nick in keys if fits(name, nick)]
        if found:
            return found
    return []


def meant(people: Sequence[Person], words: str) -> list[Person]:
    """Whom somebody at a shell means: as ``matching``, else whose id begins so, else whose name holds the words."""
    wanted = name_key(words)
    if not wanted:
        return []
    return (
        matching(people, words)
        or [person for person in people if person.id.startswith(wanted)]
        or [person for person in people if wanted in name_key(person.name)]
    )


def the_one(found: Sequence[Person], words: str) -> Person:
    """The only one of those that ``matching`` found, of whom there is at least one.

    Raises:
        BadInput: there are several.
    """
    if len(found) > 1:
        names = " or ".join(one_line(person.name, SHOWN_NAME) for person in found[:3])
        raise BadInput(f"“{one_line(words.strip(), SHOWN_NAME)}” could be {names}: write more of the name.")
    return found[0]


def same_name(people: Iterable[Person], person: Person) -> Person | None:
    """Another person whose name or nickname is this one's name or nickname, if there is one."""
    called = {name_key(person.name), name_key(person.nick)} - {""}
    for other in people:
        if other.id != person.id and called & {name_key(other.name), name_key(other.nick)}:
            return other
    return None


def split_names(text: str, people: Sequence[Person]) -> list[str]:
    """The names in a text with commas between, each once; a comma inside the name of one of ``people`` is no end."""
    if "," not in text:
        return [text.strip()] if text.strip() else []
    known = {name_key(person.name) for person in people if "," in person.name}
    parts, names, place = text.split(","), dict[str, str](), 0
    while place < len(parts):
        ends = range(min(len(parts), place + _MOST_PARTS), place + 1, -1) if known else ()
        end = next((end for end in ends if name_key(",".join(parts[place:end])) in known), place + 1)
        name = ",".join(parts[place:end]).strip()
        if name:
            names.setdefault(name_key(name), name)
        place = end
    return list(names.values())


def is_named(person: Person, text: str) -> bool:
    """Whether a text names the person by name or nickname, as whole words and in whatever case.

    A name of one letter is not looked for: it is in every text.
    """
    said = name_key(text)
    called = (name for name in (name_key(person.name), name_key(person.nick)) if len(name) > 1 and name in said)
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said) for name in called)


def missing_roles(people: Iterable[Person]) -> list[str]:
    """The roles that nobody has."""
    held = {person.role for person in people}
    return [role for role in ROLES if role not in held]
