"""People in words, the same on the screen and in the shell: how it stands with somebody, and what a contact was."""

from collections.abc import Iterable
from datetime import date

from rutbreaker.domain.days import ago_words, day_words
from rutbreaker.domain.models import Person
from rutbreaker.domain.people import Meeting, PersonView, missing_roles, rhythm_words
from rutbreaker.domain.text import one_line

_LONGEST = 400
"""More than any line shows, in characters."""


def standing_words(view: PersonView, today: date) -> str:
    """When the last contact was: "last in touch 5 weeks ago, Mon 19 Oct", or "not in touch yet"."""
    if view.last is None:
        return "not in touch yet"
    said = f"last in touch {ago_words(view.last, today)}"
    return said if (today - view.last).days <= 1 else f"{said}, {day_words(view.last, today)}"


def due_words(view: PersonView) -> str:
    """Whether it is time to be in touch: "reconnect, 14 days past", "reconnect, due today"; else nothing."""
    if not view.is_due or view.person.rhythm is None:
        return ""
    past = view.days_since - view.person.rhythm
    return f"reconnect, {past_words(past)}"


def past_words(days: int) -> str:
    """How far something is past its day: "due today", "1 day past", "3 days past"."""
    if days <= 0:
        return "due today"
    return "1 day past" if days == 1 else f"{days} days past"


def asks(view: PersonView) -> list[tuple[str, str]]:
    """What to ask and to offer when they talk, each with what stands before it."""
    said = (("I want to know", view.person.ask), ("I can offer", view.person.offer), ("Ask", view.next))
    return [(lead, text) for lead, text in said if text]


def meeting_words(lead: str, meeting: Meeting) -> str:
    """What a contact was about, after ``lead``, and what it left to be asked."""
    contact = meeting.contact
    text = ": ".join(part for part in (lead, one_line(contact.text, _LONGEST)) if part) or "in touch"
    text = f"{text}  (asked how they got out)" if contact.asked_out else text
    return f"{text}  ask: {one_line(contact.next, _LONGEST)}" if contact.next else text


def roles_words(people: Iterable[Person]) -> str:
    """The roles that nobody has, in a sentence; empty when there are none."""
    missing = missing_roles(people)
    return f"Nobody here yet as: {', '.join(missing)}." if missing else ""


def again_words(view: PersonView, day: date) -> str:
    """What a contact on a day does to the rhythm, if there is one: "The rhythm (every 3 weeks) starts again."."""
    rhythm = rhythm_words(view.person.rhythm)
    if not rhythm or view.last != day:
        return ""
    return f"By the rhythm ({rhythm}) it is time again." if view.is_due else f"The rhythm ({rhythm}) starts again."
