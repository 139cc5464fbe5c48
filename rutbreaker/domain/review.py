"""What is seen when looking back: a week with all it held, or a longer time summed up."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from rutbreaker.domain.hours import WorkedWeek
from rutbreaker.domain.log import LogLine
from rutbreaker.domain.models import Goal, Reflection
from rutbreaker.domain.usual import Place


class Mean(NamedTuple):
    """The mean of the index or a rating over some days, of how many, and where it stands against the usual range.

    ``place`` is None while there is no usual range, or there are fewer than three values.
    """

    measure: str
    mean: float
    days: int
    place: Place | None


class Kept(NamedTuple):
    """How much of what was planned was kept in some time, and the longest run within it."""

    kind: str
    kept: int
    planned: int
    longest: int
    unit: str


class WeekOf(NamedTuple):
    """A week by its Monday, the mean of its indexes, and of how many."""

    monday: date
    mean: float
    days: int


class WeekView(NamedTuple):
    """All that a week held, in the order in which it came.

    ``done`` are the steps and routines ticked, ``closed`` the goals closed. ``last_try`` is what the review before
    wanted to try, ``review`` the one of this week if it was written already. ``switch_off`` and ``say`` are the ratings
    of the week, None where not given; ``worked`` are its hours.
    """

    monday: date
    means: tuple[Mean, ...]
    kept: tuple[Kept, ...]
    wins: tuple[LogLine, ...]
    gratitude: tuple[LogLine, ...]
    done: tuple[LogLine, ...]
    closed: tuple[Goal, ...]
    sessions: tuple[LogLine, ...]
    contacts: tuple[LogLine, ...]
    last_try: str
    review: Reflection | None
    switch_off: int | None
    say: int | None
    worked: WorkedWeek


class LookBack(NamedTuple):
    """A longer time, summed up: ``counts`` by kind, ``tags`` and ``people`` with the number of their uses and contacts.

    ``best`` and ``hardest`` are weeks with at least three indexes; None unless there are two that differ.
    """

    first: date
    last: date
    means: tuple[Mean, ...]
    kept: tuple[Kept, ...]
    counts: Mapping[str, int]
    minutes: int
    closed: tuple[Goal, ...]
    best: WeekOf | None
    hardest: WeekOf | None
    tags: tuple[tuple[str, int], ...]
    people: tuple[tuple[str, int], ...]
