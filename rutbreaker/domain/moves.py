"""What comes next, gathered from everywhere, in one order that can be explained.

First what was begun and not finished; then what is past its day, most days first; then what is due today; then the goal
that answers the leading source; then people, the most overdue first; then goals that wake up; then housekeeping: the
source finder, the review of the week, the rulers of a change, a pause without an end; then goals that stand still.
Each says why it is here, and each can be put off.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from rutbreaker.domain.dates import day_month
from rutbreaker.domain.days import day_words
from rutbreaker.domain.models import Goal, Person, Routine, Step
from rutbreaker.domain.people import rhythm_words
from rutbreaker.domain.people_words import past_words
from rutbreaker.domain.statements import STATEMENTS
from rutbreaker.domain.text import one_line
from rutbreaker.domain.words import SOURCE_NAMES

_WEEK = 7
_SHOWN = 60
_NOTHING_DUE = "Nothing is due; this is the one thing that would help most next."

MOST = 7
"""How many next moves are shown; the rest are counted."""

BEGUN, PAST, TODAY, SOURCE, PEOPLE, WOKEN, HOUSEKEEPING, STILL, SUGGESTED = range(9)
"""The places in the order."""


class NextMove(NamedTuple):
    """One thing to do next.

    Attributes:
        kind: step, routine, person, goal; ``checkin`` or ``draft`` for what was begun; ``action`` for a suggestion.
        row: the id of the thing, the day of a check-in, the name of a draft, or the id of the action.
        text: what to do.
        note: why now: "due today", "3 days past".
        place: its place in the order, one of the above.
        past: how far it is past its day, the more the earlier it comes: in days, for people in rhythms.
        why: why it is here, in a sentence.
    """

    kind: str
    row: str
    text: str
    note: str
    place: int
    past: float = 0
    why: str = ""

    @property
    def key(self) -> str:
        """What it is put off by, and found by in a list: one thing to do has one key, whyever it is here."""
        return f"{self.kind} {self.row}"

    @property
    def is_ticked(self) -> bool:
        """Whether doing it is ticking it."""
        return self.kind in ("step", "routine")


class NextMoves(NamedTuple):
    """What comes next, how many more there are, and how many were put off."""

    moves: tuple[NextMove, ...]
    more: int
    put_off: int = 0


class Standing(NamedTuple):
    """What a suggestion is made from, when nothing is due.

    ``step`` is the next open step of the goal that has not moved for longest, ``stepless`` an open goal without one.
    """

    is_checked_in: bool
    has_goal: bool
    step: Step | None
    stepless: Goal | None
    knows_people: bool
    has_logged: bool


def first_of(moves: Iterable[NextMove], standing: Standing, put_off: Collection[str] = ()) -> NextMoves:
    """The moves in their order, each once, at most ``MOST``; with none, the one thing that would help most next.

    Those with a key among ``put_off`` are only counted.
    """
    ordered: dict[str, NextMove] = {}
    for move in sorted(moves, key=lambda move: (move.place, -move.past)):
        ordered.setdefault(move.key, move)
    shown = [move for key, move in ordered.items() if key not in put_off]
    later = len(ordered) - len(shown)
    if not shown:
        return NextMoves((suggestion(standing),), 0, later)
    return NextMoves(tuple(shown[:MOST]), max(len(shown) - MOST, 0), later)


def begun_checkin(day: date, today: date) -> NextMove:
    """A check-in that was begun and not saved; today's comes before those of other days."""
    note = "today" if day == today else day_month(day)
    why = "You began this check-in; your answers are kept until you save it."
    return NextMove("checkin", day.isoformat(), "Continue the check-in", note, BEGUN, 1 if day == today else 0, why)


def begun_text(name: str, text: str) -> NextMove:
    """A text that was begun and not saved, under the name of its draft."""
    why = "You began to write; what is there is kept until you save it or throw it away."
    return NextMove("draft", name, text, "unfinished", BEGUN, -1, why)


def due_step(step: Step, today: date) -> NextMove:
    """A step whose day has come or gone."""
    due = step.due or today
    past = (today - due).days
    why = "The step is due today." if past <= 0 else f"The step was due {_on(due, today)}."
    return NextMove("step", step.id, step.text, past_words(past), PAST if past else TODAY, past, why)


def due_routine(routine: Routine, schedule: str, spare: int = 0) -> NextMove:
    """A routine expected today; ``spare`` are the days that it could still wait, for so many a week or month."""
    waits = f" It could wait {spare} more day{'' if spare == 1 else 's'}." if spare else ""
    why = f"The routine is planned {schedule}, and today's is open.{waits}"
    return NextMove("routine", routine.id, routine.text, schedule, TODAY, -1 - spare, why)


def missed_routine(routine: Routine, schedule: str, day: date, today: date) -> NextMove:
    """A routine that comes at most once a week, was expected on ``day`` and not done since."""
    past = (today - day).days
    why = f"The routine is planned {schedule}; it was expected {_on(day, today)} and isn't done since."
    return NextMove("routine", routine.id, routine.text, past_words(past), PAST, past, why)


def answering_goal(goal: Goal, step: Step | None) -> NextMove:
    """The goal that answers the leading source of the last sitting, by its next step if it has one."""
    name = SOURCE_NAMES.get(goal.source or "", "")
    note, answers = f"answers {name.lower()}", f"answers what the source finder puts first: {name.lower()}"
    if step is None:
        return NextMove("goal", goal.id, goal.title, note, SOURCE, 0, f"This goal {answers}.")
    why = f"It is the next step of “{one_line(goal.title, _SHOWN)}”, which {answers}."
    return NextMove("step", step.id, step.text, note, SOURCE, 0, why)


def due_goal(goal: Goal, today: date) -> NextMove:
    """A goal whose target date has come or gone."""
    due = goal.due or today
    past = (today - due).days
    why = "The goal is to be reached today." if past <= 0 else f"The goal was to be reached {_on(due, today)}."
    return NextMove("goal", goal.id, goal.title, f"goal, {past_words(past)}", PAST if past else TODAY, past, why)


def due_person(person: Person, days: int, overdue: float, ask: str) -> NextMove:
    """Somebody past their rhythm, ``days`` after the last contact; ``ask`` is what it left to be asked.

    The ask that was prepared for the talk goes before it.
    """
    past = days - (person.rhythm or days)
    ask = person.ask or ask
    text = f"Reconnect with {person.name}" + (f": {ask}" if ask else f", {person.role}")
    why = f"{days} day{'' if days == 1 else 's'} without a contact, paused ones left out; you wished for one "
    why += f"{rhythm_words(person.rhythm)}." + (f" You can offer: {person.offer}" if person.offer else "")
    return NextMove("person", person.id, text, past_words(past), PEOPLE, overdue, why)


def woken_goal(goal: Goal) -> NextMove:
    """A goal that was parked until now."""
    why = "You put the goal aside until now."
    return NextMove("goal", goal.id, goal.title, "parked until now", WOKEN, 0, why)


def begun_sitting(done: int) -> NextMove:
    """A sitting of the source finder that was begun; ``done`` of its statements are answered or skipped."""
    why = "You began the source finder; it goes on where you left it."
    note = f"{done} of {len(STATEMENTS)}"
    return NextMove("action", "find-source", "Finish the source finder", note, HOUSEKEEPING, 0, why)


def due_sitting(days: int | None) -> NextMove:
    """A sitting of the source finder: the first one, or another ``days`` after the last."""
    if days is None:
        text, note = "Find the source of the rut", "four minutes"
        why = "You have checked in a few times; the source finder says what it may come from, and what people try."
    else:
        text, note = "Find the source again: has it moved?", f"{days} days ago"
        why = f"The last time was {days} days ago: long enough for a difference to mean something."
    return NextMove("action", "find-source", text, note, HOUSEKEEPING, 0, why)


def due_rulers(days: int | None) -> NextMove:
    """The two rulers of a change that is thought about, ``days`` after one was last read, or never."""
    asked = "" if days is None else f"; the last time was {days} days ago"
    why = f"You think about a change: every two weeks it asks how important it is and how sure you are of it{asked}."
    note = "never yet" if days is None else f"{days} days ago"
    return NextMove("action", "show-change", "Importance and confidence, 0 to 10", note, HOUSEKEEPING, 0, why)


def trial_today(words: str, place: str) -> NextMove:
    """What the plan of a trial says of today, and which day of it this is."""
    return NextMove("action", "trial", words, place, TODAY, 0, "It is what the plan of the trial says of today.")


def due_review(monday: date, today: date) -> NextMove:
    """The review of the week that began on ``monday`` and isn't written yet."""
    which = "this week" if (today - monday).days < _WEEK else "last week"
    text, why = f"Look back on {which}: three questions", f"The review of {which} isn't written yet."
    return NextMove("action", "review-week", text, "weekly review", HOUSEKEEPING, 0, why)


def asked_pause(days: int) -> NextMove:
    """A pause without an end that has lasted for days, to say whether it goes on."""
    why = "A pause without an end is asked about once a week."
    return NextMove("action", "pause", "Does the pause go on?", f"{days} days by now", HOUSEKEEPING, 0, why)


def still_goal(goal: Goal, days: int) -> NextMove:
    """A goal that has not moved for days."""
    why = f"Nothing of the goal has moved for {days} days: a smaller step, put it aside, or let it go?"
    return NextMove("goal", goal.id, goal.title, f"no move for {days} days", STILL, days, why)


def suggestion(standing: Standing) -> NextMove:
    """The one thing that would help most next, when nothing is due."""
    if not standing.is_checked_in:
        return _suggested("check-in", "Check in: five digits, half a minute")
    if not standing.has_goal:
        return _suggested("new-goal", "Set a first goal: one thing, however small, to move towards")
    if standing.step is not None:
        return NextMove("step", standing.step.id, standing.step.text, "next step", SUGGESTED, 0, _NOTHING_DUE)
    if standing.stepless is not None:
        goal = standing.stepless
        return NextMove(
            "goal", goal.id, f"Find a first small step for: {goal.title}", "no step yet", SUGGESTED, 0, _NOTHING_DUE
        )
    if not standing.knows_people:
        return _suggested("new-person", "Add one person whom you could ask for advice")
    if not standing.has_logged:
        return _suggested("log-win", "Log one thing that went well, however small")
    return _suggested("write-reflection", "Nothing is due. Write a few lines about today, or leave it at that")


def _suggested(action: str, text: str) -> NextMove:
    return NextMove("action", action, text, "", SUGGESTED, 0, _NOTHING_DUE)


def _on(day: date, today: date) -> str:
    said = day_words(day, today)
    return said if day == today - timedelta(days=1) else f"on {said}"


def untouched(steps: Sequence[Step], moved: dict[str, int]) -> Step | None:
    """The first of the steps of the goal that has stood still for longest; ``moved`` are its days by goal."""
    return max(steps, key=lambda step: moved.get(step.goal, 0), default=None)
