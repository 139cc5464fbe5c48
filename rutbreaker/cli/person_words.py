"""How the shell shows people: the list, one person with every contact, and both as JSON."""

from collections.abc import Sequence
from datetime import date

from rutbreaker.cli import output
from rutbreaker.cli.output import quiet, strong
from rutbreaker.cli.shapes import Shape
from rutbreaker.domain.cells import cells, cut, fit
from rutbreaker.domain.days import ago_words
from rutbreaker.domain.people import PersonView, rhythm_words
from rutbreaker.domain.people_words import asks, due_words, meeting_words, roles_words, standing_words
from rutbreaker.domain.text import one_line
from rutbreaker.journal.people import PersonPage

_WIDEST = 32
"""The longest name that the columns make room for."""


def list_shape(view: PersonView) -> Shape:
    """A person of the list."""
    return {
        "id": view.person.id,
        "name": view.person.name,
        "role": view.person.role,
        "rhythm_days": view.person.rhythm,
        "last": view.last and view.last.isoformat(),
        "days_since": view.days_since,
        "overdue": None if view.overdue is None else round(view.overdue, 4),
    }


def page_shape(page: PersonPage) -> Shape:
    """A person with all there is to know."""
    person = page.view.person
    return list_shape(page.view) | {
        "nick": person.nick,
        "note": person.note,
        "ask": person.ask,
        "offer": person.offer,
        "next": page.view.next,
        "contacts": [
            {
                "id": each.contact.id,
                "day": each.contact.day.isoformat(),
                "text": each.contact.text,
                "next": each.contact.next,
                "asked_out": each.contact.asked_out,
                "event": each.event and each.event.title,
            }
            for each in page.meetings
        ],
        "gratitude": [{"id": each.id, "day": each.day.isoformat(), "text": each.text} for each in page.gratitude],
    }


def show_list(people: Sequence[PersonView], today: date, *, is_all: bool) -> None:
    """Everybody, or those who are due, on a line each; then which roles nobody has."""
    rows = [
        (
            cut(view.person.name, _WIDEST),
            view.person.role,
            rhythm_words(view.person.rhythm) or "-",
            ago_words(view.last, today) if view.last else "not yet",
        )
        for view in people
    ]
    widths = [max(cells(row[column]) for row in rows) for column in range(4)] if rows else []
    for view, row in zip(people, rows, strict=True):
        lead = "  ".join(fit(cell, width) for cell, width in zip(row, widths, strict=True))
        ask = f": {one_line(view.ask, 80)}" if view.is_due and view.ask else ""
        output.line(lead, "  ", strong(f"{due_words(view)}{ask}"), width=output.columns())
    if not is_all and not people:
        output.narrate("Nobody is waiting to hear from you.")
    elif not people:
        output.narrate("Nobody here yet; rut person add NAME begins.")
    elif is_all and (missing := roles_words(view.person for view in people)):
        output.narrate(missing)


def show_page(page: PersonPage, today: date) -> None:
    """A person: what to ask, how it stands, the note, then every contact and gratitude, the newest first."""
    view, person = page.view, page.view.person
    nick = f"“{one_line(person.nick, 40)}”" if person.nick else ""
    output.line(strong(person.name))
    output.line(" · ".join(part for part in (person.role, nick, rhythm_words(person.rhythm)) if part))
    output.line("; ".join(part for part in (standing_words(view, today), due_words(view)) if part))
    for lead, text in asks(view):
        output.line(quiet(f"{lead}: "), text)
    if person.note:
        output.block(person.note)
    lines = [
        (each.contact.day, each.contact.at, meeting_words(each.event.title if each.event else "", each))
        for each in page.meetings
    ]
    lines += [(each.day, each.at, f"grateful: {each.text}") for each in page.gratitude]
    if lines:
        output.line()
    for day, _, text in sorted(lines, key=lambda line: line[:2], reverse=True):
        output.line(quiet(f"{day.isoformat()}  "), text)
