"""Goals: how long they have stood still, when a parked one wakes, how they are listed, and how large a challenge is."""

from datetime import date

from rutbreaker.domain.models import Goal
from rutbreaker.domain.text import one_line
from rutbreaker.domain.words import AVENUES
from rutbreaker.errors import BadInput

STILL_DAYS = 14
"""After so many days without a move a goal is asked about: a smaller step, park it, or let it go?"""

VERDICT_NAMES = {"helped": "helped", "little": "helped a little", "no": "no", "unknown": "can't tell"}
"""What a person reads for each verdict."""

SIZES = {1: "comfort", 2: "easy reach", 3: "stretch", 4: "bold", 5: "scary"}
"""What a person reads for each size of a challenge."""

_STATES = ("open", "parked", "closed")


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
    return max((today - _latest(goal, moved, today)).days, 0)


NOT_ASKED = "Nothing is asked about this goal: it has moved of late, or you were asked already."
"""What is said to somebody who answers a question that isn't asked."""


def is_to_be_asked_about(goal: Goal, moved: date | None, today: date) -> bool:
    """Whether it is asked what to do with a goal: open, still for ``STILL_DAYS``, and not asked since it last moved."""
    if goal.state != "open" or idle_days(goal, moved, today) < STILL_DAYS:
        return False
    return goal.asked_on is None or goal.asked_on <= _latest(goal, moved, today)


def _latest(goal: Goal, moved: date | None, today: date) -> date:
    """The last day on which a goal moved, was set or woke."""
    woke = goal.wake if goal.state == "open" and goal.wake is not None and goal.wake <= today else None
    return max(day for day in (goal.day, moved, woke) if day is not None)


def size_words(size: int) -> str:
    """Say the size of a challenge: "3 of 5, stretch"."""
    return f"{size} of {max(SIZES)}, {SIZES[size]}"


def read_size(text: str) -> int | None:
    """The size that somebody wrote, by its number or its name; None for nothing or "none".

    Raises:
        BadInput: there is no such size.
    """
    words = " ".join(text.lower().split())
    if words in ("", "none"):
        return None
    for size, name in SIZES.items():
        if words in (str(size), name, f"{size} {name}"):
            return size
    named = ", ".join(f"{size} ({name})" for size, name in SIZES.items())
    raise BadInput(f"“{one_line(words, 40)}” is no size of a challenge; there are {named}.")


def next_size(goal: Goal) -> int | None:
    """The size that is proposed once a challenge is finished; None for the largest, and for what has no size."""
    if goal.avenue != "challenge" or goal.size is None or goal.let_go or goal.size >= max(SIZES):
        return None
    return goal.size + 1


def list_place(goal: Goal) -> tuple[int, int, date, date, str]:
    """Where a goal stands in the list: open, parked, closed; by avenue; the one due first first, then as they came.

    Closed ones stand by the day of their closing, the latest first.
    """
    # A word that another program wrote, and nobody here knows, comes last.
    avenue = AVENUES.index(goal.avenue) if goal.avenue in AVENUES else len(AVENUES)
    if goal.state == "closed" and goal.closed_on is not None:
        return 2, 0, date.fromordinal(date.max.toordinal() - goal.closed_on.toordinal()), goal.day, goal.id
    state = _STATES.index(goal.state) if goal.state in _STATES else len(_STATES)
    return state, avenue, goal.due or date.max, goal.day, goal.id


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
