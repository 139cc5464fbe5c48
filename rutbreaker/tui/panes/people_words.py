"""How the pane of people says what it shows: the rows of its list, and what stands at the side."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from textual.content import Content

from rutbreaker.actions import PURPOSES
from rutbreaker.domain.days import ago_words, day_words
from rutbreaker.domain.people import ROLE_QUESTIONS, Meeting, PersonView, missing_roles, rhythm_words
from rutbreaker.domain.people_words import asks, meeting_words, standing_words
from rutbreaker.domain.text import clean, one_line
from rutbreaker.journal.events import EventPage, EventView
from rutbreaker.journal.people import PersonPage
from rutbreaker.tui.rows import short_day
from rutbreaker.tui.widgets.cells import fit
from rutbreaker.tui.widgets.log_list import Row
from rutbreaker.tui.widgets.row_list import Line

Key = tuple[str, str]

_LONGEST = 400
"""More than any line of the screen shows, in characters."""

_LONGEST_NOTE = 300
_LONGEST_ASK = 120


_GAP = 2


class _Column(NamedTuple):
    """A column of the list: its cells, and the width of the list from which it is shown."""

    width: int
    roomy: int


_COLUMNS = (_Column(9, 62), _Column(13, 28), _Column(14, 50))
"""Role, last contact, rhythm."""


class Page(NamedTuple):
    """What stands at the side: a title, what there is to know, and lines by their keys."""

    title: str
    facts: Content
    lines: tuple[tuple[Key, Row], ...]


def lines_of_people(views: Sequence[PersonView], today: date, width: int) -> list[Line]:
    """The rows of people, those that are due under a heading of their own."""
    lines = [_line_of_person(view, today, width) for view in views]
    due = sum(view.is_due for view in views)
    if not due:
        return lines
    others = [_heading("Everybody else"), *lines[due:]] if due < len(lines) else []
    return [_heading("Reconnect"), *lines[:due], *others]


def lines_of_events(views: Sequence[EventView], today: date, width: int) -> list[Line]:
    """The rows of events."""
    return [
        _line(view.event.id, (view.event.title, "", ago_words(view.event.day, today), _met(view.names)), width)
        for view in views
    ]


def page_of_person(page: PersonPage, today: date) -> Page:
    """The side of a person: what to ask, role and rhythm, the note; all contacts and gratitude."""
    view = page.view
    person = view.person
    nick = f"“{_short(person.nick)}”" if person.nick else ""
    rhythm = rhythm_words(person.rhythm)
    facts = [Content(" · ".join(part for part in (person.role, nick, rhythm) if part))]
    facts.append(Content.styled(standing_words(view, today), "$text-muted"))
    if person.note:
        facts.append(Content.styled(_note(person.note), "$text-muted"))
    look = "$accent bold" if view.is_due else "$accent"
    # What to ask comes first when it is time to ask it.
    place = 0 if view.is_due else 2
    facts[place:place] = [Content.styled(f"{lead}: {one_line(text, _LONGEST_ASK)}", look) for lead, text in asks(view)]
    dated = [
        (each.contact.day, each.contact.at, ("contact", each.contact.id), _text_of(each)) for each in page.meetings
    ]
    dated += [(each.day, each.at, ("gratitude", each.id), f"grateful: {_short(each.text)}") for each in page.gratitude]
    dated.sort(key=lambda line: line[:2], reverse=True)
    rows = ((key, _row(day, text, today)) for day, _, key, text in dated)
    return Page(person.name, Content("\n").join(facts), tuple(rows))


def page_of_event(page: EventPage, today: date) -> Page:
    """The side of an event: the day, the line, and who was met."""
    event = page.event
    facts = Content.styled(f"{ago_words(event.day, today)}, {day_words(event.day, today)}", "$text-muted")
    if event.text:
        facts = Content("\n").join((Content(_short(event.text)), facts))
    rows = (
        (("contact", each.contact.id), _row(event.day, meeting_words(_short(each.person.name), each), today))
        for each in page.meetings
    )
    return Page(event.title, facts, tuple(rows))


def empty_words(filtered: str) -> tuple[str, str, str]:
    """What an empty list is for, the binding that begins it, and what that does; ``filtered`` is what it shows."""
    if filtered in ROLE_QUESTIONS:
        return ROLE_QUESTIONS[filtered], "new-person", "add somebody"
    if filtered == "events":
        what = "A meet-up, a conference, a lunch: an event is a contact with everybody met there."
        return what, "log-event", "log one"
    if filtered == "due":
        return "Nobody is waiting to hear from you.", "filter-people", "show everybody"
    return f"{PURPOSES['people']} {ROLE_QUESTIONS['mentor']}", "new-person", "add the first one"


def roles_question(views: Sequence[PersonView]) -> str:
    """One kind question about the first role that nobody has; empty when there is none."""
    missing = missing_roles(view.person for view in views)
    return ROLE_QUESTIONS[missing[0]] if missing else ""


def _line_of_person(view: PersonView, today: date, width: int) -> Line:
    last = ago_words(view.last, today) if view.last else "not yet"
    person = view.person
    return _line(person.id, (person.name, person.role, last, rhythm_words(person.rhythm)), width)


def _line(key: str, cells: tuple[str, str, str, str], width: int) -> Line:
    """A row of the name and as many of the other columns as there is room for."""
    name, *others = cells
    shown = [(text, column) for text, column in zip(others, _COLUMNS, strict=True) if width >= column.roomy]
    room = width - 2 - sum(column.width + _GAP for _, column in shown)
    rest = "".join(" " * _GAP + fit(text, column.width) for text, column in shown)
    return Line(key, Content.assemble(f" {fit(name, room)}", (rest, "dim"), " "))


def _heading(text: str) -> Line:
    return Line("", Content.styled(text, "$accent bold"))


def _note(text: str) -> str:
    """The note, as much of it as there is room for beside the contacts."""
    return clean(text if len(text) <= _LONGEST_NOTE else f"{text[:_LONGEST_NOTE].rstrip()}…")


def _text_of(meeting: Meeting) -> str:
    return meeting_words(_short(meeting.event.title) if meeting.event else "", meeting)


def _met(names: Sequence[str]) -> str:
    return "nobody met" if not names else _short(names[0]) if len(names) == 1 else f"{len(names)} people"


def _row(day: date, text: str, today: date) -> Row:
    return Row(lead=short_day(day, today), badge="", text=text, group=day.isoformat())


def _short(text: str) -> str:
    return one_line(text, _LONGEST)
