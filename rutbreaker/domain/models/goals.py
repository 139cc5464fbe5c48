"""What a person moves towards, and what they do for it."""

from datetime import date, datetime
from typing import NamedTuple


class Goal(NamedTuple):
    """Something to reach. ``avenue`` is its kind, ``source`` what it answers (then it is a *move*).

    ``state`` is open, parked (until ``wake``, if given) or closed (on ``closed_on``, with a ``verdict``; ``let_go``
    when that was a decision against going on). ``plan`` is the if-then plan, ``due`` the target date. An open goal
    that was parked keeps in ``wake`` the day on which it woke, and in ``parked_on`` that on which it was put aside.

    ``measure`` is what its progress is counted in: its ``steps``, the ``minutes`` of its sessions, or a ``number`` of
    the user's own, of which ``reached`` are done ("12 of 30 pages"; ``unit`` is "pages"), since ``reached_on``; the
    last two have a ``target``. ``size`` is that of a challenge, 1 (comfort) to 5 (scary). ``asked_on`` is the day on
    which it was asked what to do with it because it stood still.
    """

    id: str
    day: date
    at: datetime
    title: str
    avenue: str = "aim"
    why: str = ""
    source: str | None = None
    obstacle: str = ""
    plan: str = ""
    due: date | None = None
    state: str = "open"
    wake: date | None = None
    verdict: str | None = None
    learnt: str = ""
    closed_on: date | None = None
    let_go: bool = False
    measure: str = "steps"
    target: int | None = None
    reached: int = 0
    unit: str = ""
    size: int | None = None
    asked_on: date | None = None
    reached_on: date | None = None
    parked_on: date | None = None


class Step(NamedTuple):
    """One next action of a goal. ``place`` orders the steps of a goal; ``done_on`` is None until it is ticked."""

    id: str
    day: date
    at: datetime
    goal: str
    text: str
    place: int = 0
    due: date | None = None
    done_on: date | None = None


class Routine(NamedTuple):
    """A step that repeats on a schedule from ``day`` on, until ``ended_on``.

    ``asks_step`` says that ticking it asks for the first step of tomorrow, as a note at the end of work does.
    """

    id: str
    day: date
    at: datetime
    goal: str
    text: str
    place: int = 0
    ended_on: date | None = None
    asks_step: bool = False


class Tick(NamedTuple):
    """One day on which a routine was done."""

    id: str
    day: date
    at: datetime
    routine: str


class Session(NamedTuple):
    """Time spent on a goal: minutes, 1 to 1440, and a line."""

    id: str
    day: date
    at: datetime
    goal: str
    minutes: int
    text: str = ""
