"""The things a person makes, as immutable tuples.

Every model that is stored has an ``id``, the ``day`` it belongs to (a local date, never derived again), and ``at``,
the moment it was logged with the offset of the place where that was. The other fields are the columns of its table.
They are NamedTuples because dataclasses would cost every shell command 19 ms to import.
"""

from datetime import date, datetime
from typing import NamedTuple


class Checkin(NamedTuple):
    """The ratings of one day, 1 to 5 each or None where skipped, with an optional line, tags and mark.

    ``rated_on`` is the day on which the first rating was given (later than ``day`` when it was filled in afterwards);
    None while there is only a mark. ``switch_off`` and ``say`` are asked once a week.
    """

    id: str
    day: date
    at: datetime
    energy: int | None = None
    interest: int | None = None
    pressure: int | None = None
    progress: int | None = None
    people: int | None = None
    switch_off: int | None = None
    say: int | None = None
    note: str = ""
    tags: tuple[str, ...] = ()
    mark: str | None = None
    rated_on: date | None = None


class Win(NamedTuple):
    """Something that went well, in one line. ``goal`` is the id of the goal it came from, if any."""

    id: str
    day: date
    at: datetime
    text: str
    tags: tuple[str, ...] = ()
    goal: str | None = None


class Gratitude(NamedTuple):
    """Something or somebody to be grateful for: one line, with an optional why and person."""

    id: str
    day: date
    at: datetime
    text: str
    why: str = ""
    person: str = ""
    tags: tuple[str, ...] = ()


class Reflection(NamedTuple):
    """A longer text, free or answering ``prompt``; Markdown, stored as typed."""

    id: str
    day: date
    at: datetime
    text: str
    prompt: str = ""
    tags: tuple[str, ...] = ()


class Goal(NamedTuple):
    """Something to reach. ``avenue`` is its kind, ``source`` what it answers (then it is a *move*).

    ``state`` is open, parked (until ``wake``, if given) or closed (on ``closed_on``, with a ``verdict``; ``let_go``
    when that was a decision against going on). ``plan`` is the if-then plan, ``due`` the target date. An open goal
    that was parked keeps in ``wake`` the day on which it woke.

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


class Person(NamedTuple):
    """Somebody in the user's professional life. ``rhythm`` is the wished-for number of days between contacts.

    ``ask`` is the one thing the user wants to know of them the next time they talk, ``offer`` what they can give.
    """

    id: str
    day: date
    at: datetime
    name: str
    role: str = "peer"
    nick: str = ""
    rhythm: int | None = None
    note: str = ""
    ask: str = ""
    offer: str = ""


class Event(NamedTuple):
    """A meet-up, conference or the like; everybody met there has a contact that names it."""

    id: str
    day: date
    at: datetime
    title: str
    text: str = ""


class Contact(NamedTuple):
    """One time the user and a person were in touch. ``next`` is what to ask the next time.

    ``asked_out`` says that the user asked how they came out of a similar place.
    """

    id: str
    day: date
    at: datetime
    person: str
    text: str = ""
    next: str = ""
    event: str | None = None
    asked_out: bool = False


class Sitting(NamedTuple):
    """One time through the source finder, its statements shuffled by ``seed``; ``finished_on`` is None before."""

    id: str
    day: date
    at: datetime
    seed: int
    finished_on: date | None = None


class Answer(NamedTuple):
    """How true a statement of the source finder was, 1 (not of me) to 5 (very), in one sitting."""

    id: str
    day: date
    at: datetime
    sitting: str
    item: str
    value: int


class Trial(NamedTuple):
    """A randomised on/off test of one tag from ``day`` to ``until``, its days drawn by ``seed``."""

    id: str
    day: date
    at: datetime
    tag: str
    until: date
    seed: int
    stopped_on: date | None = None


class Readiness(NamedTuple):
    """What the user said of one item of the change checklist on a day; ``because`` is the reason, if given.

    ``met`` is None where they took an answer back: not known after all.
    """

    id: str
    day: date
    at: datetime
    item: str
    met: bool | None
    because: str = ""


class Ruler(NamedTuple):
    """One reading, 0 to 10, of how important a change is or how confident the user is of it."""

    id: str
    day: date
    at: datetime
    kind: str
    value: int


class Option(NamedTuple):
    """One possible change, with the sheet that thinks it through. ``stays`` marks "stay and change something".

    ``tested_on`` is the day on which its first test was done.
    """

    id: str
    day: date
    at: datetime
    title: str
    stays: bool = False
    first_test: str = ""
    cost: str = ""
    fear: str = ""
    staying_cost: str = ""
    ten_weeks: str = ""
    ten_years: str = ""
    premortem: str = ""
    safeguard: str = ""
    tested_on: date | None = None


class Criterion(NamedTuple):
    """Something by which options are compared, with its weight, 0 to 10."""

    id: str
    day: date
    at: datetime
    title: str
    weight: int = 1


class Score(NamedTuple):
    """How well an option does by a criterion, 1 to 5."""

    id: str
    day: date
    at: datetime
    option: str
    criterion: str
    value: int


class Schedule(NamedTuple):
    """When something is expected, from ``day`` on.

    ``owner`` is "checkin", "reflection" or the id of a routine. ``per`` is "day" with an RFC 5545 ``rrule``, or
    "week" or "month" with a number of ``times`` in each.
    """

    id: str
    day: date
    at: datetime
    owner: str
    per: str = "day"
    rrule: str = ""
    times: int | None = None


class Pause(NamedTuple):
    """Days, from ``day`` to ``until`` (None: open), on which nothing is expected, and why."""

    id: str
    day: date
    at: datetime
    until: date | None
    reason: str


class Runway(NamedTuple):
    """For how many ``months`` the user's savings last, as they saw it on a day.

    ``savings`` and ``monthly`` (cost), in whatever currency, are kept only if the user says so. ``is_thin`` says that
    others depend on them, or that there are few jobs, so that twice the months are wanted; ``has_offer`` that an offer
    is in hand.
    """

    id: str
    day: date
    at: datetime
    months: float
    savings: int | None = None
    monthly: int | None = None
    is_thin: bool = False
    has_offer: bool = False


class Hours(NamedTuple):
    """The minutes worked on a day, 0 to 1440."""

    id: str
    day: date
    at: datetime
    minutes: int


class Snooze(NamedTuple):
    """A next move put off ``until`` a day; ``move`` is its key."""

    id: str
    day: date
    at: datetime
    move: str
    until: date
