"""Goals: how far they have come, how long they have stood still, when a parked one wakes, and how they are listed."""

from datetime import date
from typing import NamedTuple

from rutbreaker.domain.models import Goal
from rutbreaker.domain.text import one_line
from rutbreaker.domain.words import AVENUES
from rutbreaker.errors import BadInput

STILL_DAYS = 14
"""After so many days without a move a goal is asked about: a smaller step, park it, or let it go?"""

VERDICT_NAMES = {"helped": "helped", "little": "helped a little", "no": "no", "unknown": "can't tell"}
"""What a person reads for each verdict."""

_STATES = ("open", "parked", "closed")


class Progress(NamedTuple):
    """How far a goal has come: ``done`` steps ``of`` all that it has."""

    done: int
    of: int

    @property
    def fraction(self) -> float:
        """The same from 0 to 1; 0 while there are no steps."""
        return self.done / self.of if self.of else 0.0


def awake(goal: Goal, today: date) -> Goal:
    """The goal as it stands on a day: a parked one is open from its wake date on."""
    if goal.state == "parked" and goal.wake is not None and goal.wake <= today:
        return goal._replace(state="open")
    return goal


def idle_days(goal: Goal, moved: date | None, today: date) -> int:
    """Days since anything moved, since the goal was set or since it woke; 0 for a closed one.

    ``moved`` is the last day on which a step was added or done, a routine ticked, a session or a win logged.
    """
    if goal.state == "closed":
        return 0
    woke = goal.wake if goal.state == "open" and goal.wake is not None and goal.wake <= today else None
    latest = max(day for day in (goal.day, moved, woke) if day is not None)
    return max((today - latest).days, 0)


def list_place(goal: Goal) -> tuple[int, int, date, date, str]:
    """Where a goal stands in the list: open, parked, closed; by avenue; the one due first first, then as they came.

    Closed ones stand by the day of their closing, the latest first.
    """
    avenue = AVENUES.index(goal.avenue)
    if goal.state == "closed" and goal.closed_on is not None:
        return 2, 0, date.fromordinal(date.max.toordinal() - goal.closed_on.toordinal()), goal.day, goal.id
    return _STATES.index(goal.state), avenue, goal.due or date.max, goal.day, goal.id


def check_open(goal: Goal) -> None:
    """Refuse to work on a closed goal.

    Raises:
        BadInput: it is closed.
    """
    if goal.state == "closed":
        raise BadInput(f"“{one_line(goal.title, 60)}” is closed. Open it again first, then go on with it.")


def is_if_then(plan: str) -> bool:
    """Whether a plan says when it holds and what to do then: it has an "if" or "when", and something after it."""
    words = plan.lower().replace(",", " , ").split()
    begins = next((place for place, word in enumerate(words) if word in ("if", "when", "whenever")), None)
    return begins is not None and any(word in ("then", ",") for word in words[begins + 2 :])
