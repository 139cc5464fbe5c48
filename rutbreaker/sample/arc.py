"""How the invented days feel: a settled time, a slow slide, a turn, and a way up with setbacks."""

from collections.abc import Sequence
from itertools import pairwise
from random import Random
from typing import NamedTuple

from rutbreaker.domain.words import RATINGS


class Mood(NamedTuple):
    """The level of each rating, 1 to 5, so many days before the end; between two of them it runs straight."""

    ago: int
    energy: float
    interest: float
    pressure: float
    progress: float
    people: float


COURSE = (
    Mood(425, 3.6, 3.5, 2.8, 3.5, 3.6),
    Mood(310, 3.5, 3.4, 2.9, 3.4, 3.5),
    Mood(245, 2.6, 1.9, 3.3, 2.1, 2.7),
    Mood(212, 2.5, 2.0, 3.4, 2.2, 2.8),
    Mood(165, 2.9, 3.0, 3.2, 2.9, 3.2),
    Mood(135, 3.4, 3.5, 3.0, 3.3, 3.5),
    Mood(110, 3.1, 3.2, 3.3, 3.0, 3.3),
    Mood(60, 3.7, 3.9, 2.7, 3.7, 3.8),
    Mood(0, 3.8, 4.0, 2.6, 3.9, 3.9),
)
"""The course, from its first day to its last."""

DAYS = COURSE[0].ago
"""How many days before its end it begins: fourteen months."""

_ENDS = {"steady": 300, "low": 205, "rising": 105, "good": -1}

_BY_TAG = {"deepwork": 0.35, "pairing": 0.2, "offline": 0.15, "meetings": -0.4, "billing": -0.45}
"""How a tag's days differ: what there is to find in "what goes with better days"."""

_CARRIED = 0.5
"""The part of a day's luck that goes over to the next one."""


def rating(value: float) -> int:
    """The rating nearest to a value, 1 to 5."""
    return min(5, max(1, round(value)))


def time_of(ago: int) -> str:
    """The time of the course that a day lies in: steady, low, rising or good."""
    return next(name for name, end in _ENDS.items() if ago > end)


def level(ago: int) -> dict[str, float]:
    """Each rating's level so many days before the end, 0 to ``DAYS``."""
    for before, after in pairwise(COURSE):
        if before.ago >= ago >= after.ago:
            share = (before.ago - ago) / (before.ago - after.ago)
            return {name: (1 - share) * getattr(before, name) + share * getattr(after, name) for name in RATINGS}
    raise ValueError(f"The course has no day {ago} days before its end.")


class Luck:
    """What makes one day unlike another; a bad day casts a shadow on the next."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._shift = 0.0

    def ratings(self, ago: int, tags: Sequence[str]) -> dict[str, int | None]:
        """The five ratings of a day, 1 to 5, by its place in the course and its tags."""
        self._shift = _CARRIED * self._shift + self._chance.gauss(0, 0.3)
        shift = self._shift + sum(_BY_TAG.get(tag, 0.0) for tag in tags)
        rated: dict[str, int | None] = {}
        for name, usual in level(ago).items():
            better = -shift if name == "pressure" else shift
            rated[name] = rating(usual + better + self._chance.gauss(0, 0.45))
        return rated
