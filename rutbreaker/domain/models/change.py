"""What a change is weighed by: answers on readiness, readings, options and their scores, and the runway."""

from datetime import date, datetime
from typing import NamedTuple


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
