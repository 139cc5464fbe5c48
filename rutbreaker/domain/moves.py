"""What comes next, gathered from everywhere, in one order that can be explained.

First what was begun and not finished; then what is past its day, most days first; then what is due today; then people,
the most overdue first; then goals that wake up; then housekeeping: the source finder left unfinished, the review of the
week, a pause without an end; then goals that stand still.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from rutbreaker.domain.days import MONTH_NAMES
from rutbreaker.domain.models import Goal, Person, Routine, Step
from rutbreaker.domain.people_words import past_words
from rutbreaker.domain.statements import STATEMENTS

_WEEK = 7

MOST = 7
"""How many next moves are shown; the rest are counted."""

BEGUN, PAST, TODAY, PEOPLE, WOKEN, HOUSEKEEPING, STILL, SUGGESTED = range(8)
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
    """

    kind: str
    row: str
    text: str
    note: str
    place: int
    past: float = 0

    @property
    def is_ticked(self) -> bool:
        """Whether doing it is ticking it."""
        return self.kind in ("step", "routine")


class NextMoves(NamedTuple):
    """What comes next, and how many more there are."""

    moves: tuple[NextMove, ...]
    more: int


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


def first_of(moves: Iterable[NextMove], standing: Standing) -> NextMoves:
    """The moves in their order, at most ``MOST``; with none, the one thing that would help most next."""
    ordered = sorted(moves, key=lambda move: (move.place, -move.past))
    if not ordered:
        return NextMoves((suggestion(standing),), 0)
    return NextMoves(tuple(ordered[:MOST]), max(len(ordered) - MOST, 0))


def begun_checkin(day: date, today: date) -> NextMove:
    """A check-in that was begun and not saved; today's comes before those of other days."""
    note = "today" if day == today else _short(day)
    return NextMove("checkin", day.isoformat(), "Continue the check-in", note, BEGUN, 1 if day == today else 0)


def begun_text(name: str, text: str) -> NextMove:
    """A text that was begun and not saved, under the name of its draft."""
    return NextMove("draft", name, text, "unfinished", BEGUN, -1)


def due_step(step: Step, today: date) -> NextMove:
    """A step whose day has come or gone."""
    past = (today - (step.due or today)).days
    return NextMove("step", step.id, step.text, past_words(past), PAST if past else TODAY, past)


def due_routine(routine: Routine, schedule: str, spare: int = 0) -> NextMove:
    """A routine expected today; ``spare`` are the days that it could still wait, for so many a week or month."""
    return NextMove("routine", routine.id, routine.text, schedule, TODAY, -1 - spare)


def due_goal(goal: Goal, today: date) -> NextMove:
    """A goal whose target date has come or gone."""
    past = (today - (goal.due or today)).days
    return NextMove("goal", goal.id, goal.title, f"goal, {past_words(past)}", PAST if past else TODAY, past)


def due_person(person: Person, days: int, overdue: float, ask: str) -> NextMove:
    """Somebody past their rhythm, ``days`` after the last contact; ``ask`` is what to ask them next."""
    past = days - (person.rhythm or days)
    text = f"Reconnect with {person.name}" + (f": {ask}" if ask else f", {person.role}")
    return NextMove("person", person.id, text, past_words(past), PEOPLE, overdue)


def woken_goal(goal: Goal) -> NextMove:
    """A goal that was parked until now."""
    return NextMove("goal", goal.id, goal.title, "parked until now", WOKEN)


def begun_sitting(done: int) -> NextMove:
    """A sitting of the source finder that was begun; ``done`` of its statements are answered or skipped."""
    return NextMove("action", "find-source", "Finish the source finder", f"{done} of {len(STATEMENTS)}", HOUSEKEEPING)


def trial_today(words: str, place: str) -> NextMove:
    """What the plan of a trial says of today, and which day of it this is."""
    return NextMove("action", "trial", words, place, TODAY)


def due_review(monday: date, today: date) -> NextMove:
    """The review of the week that began on ``monday`` and isn't written yet."""
    which = "this week" if (today - monday).days < _WEEK else "last week"
    return NextMove("action", "review-week", f"Look back on {which}: three questions", "weekly review", HOUSEKEEPING)


def asked_pause(days: int) -> NextMove:
    """A pause without an end that has lasted for days, to say whether it goes on."""
    return NextMove("action", "pause", "Does the pause go on?", f"{days} days by now", HOUSEKEEPING)


def still_goal(goal: Goal, days: int) -> NextMove:
    """A goal that has not moved for days."""
    return NextMove("goal", goal.id, goal.title, f"no move for {days} days", STILL, days)


def suggestion(standing: Standing) -> NextMove:
    """The one thing that would help most next, when nothing is due."""
    if not standing.is_checked_in:
        return _suggested("check-in", "Check in: five digits, half a minute")
    if not standing.has_goal:
        return _suggested("new-goal", "Set a first goal: one thing, however small, to move towards")
    if standing.step is not None:
        return NextMove("step", standing.step.id, standing.step.text, "next step", SUGGESTED)
    if standing.stepless is not None:
        goal = standing.stepless
        return NextMove("goal", goal.id, f"Find a first small step for: {goal.title}", "no step yet", SUGGESTED)
    if not standing.knows_people:
        return _suggested("new-person", "Add one person whom you could ask for advice")
    if not standing.has_logged:
        return _suggested("log-win", "Log one thing that went well, however small")
    return _suggested("write-reflection", "Nothing is due. Write a few lines about today, or leave it at that")


def _suggested(action: str, text: str) -> NextMove:
    return NextMove("action", action, text, "", SUGGESTED)


def _short(day: date) -> str:
    return f"{day.day} {MONTH_NAMES[day.month - 1][:3].title()}"


def untouched(steps: Sequence[Step], moved: dict[str, int]) -> Step | None:
    """The first of the steps of the goal that has stood still for longest; ``moved`` are its days by goal."""
    return max(steps, key=lambda step: moved.get(step.goal, 0), default=None)
