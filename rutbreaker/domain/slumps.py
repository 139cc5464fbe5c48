"""A slump as a person reads of it: what, how big, since about when, how often that is wrong, and a question."""

from datetime import date, datetime
from typing import NamedTuple

from rutbreaker.domain.dates import day_month

CLEAR_DIP = "clear dip"

WRONG = {
    CLEAR_DIP: "Such a notice is wrong about once in two years of daily check-ins.",
    "worth a look": "Such a notice is wrong about once in half a year of daily check-ins.",
}
"""How often a notice of each level comes when nothing has changed (found on simulated people)."""

QUESTION = "Did something change?"


class Dismissal(NamedTuple):
    """An answer to the slump whose alarm was on ``day``; ``known`` takes its days out of the baseline."""

    id: str
    day: date
    at: datetime
    because: str = ""
    known: bool = False


class Noticed(NamedTuple):
    """A slump with its days: the alarm, around when it began, and when it ended, if it has.

    ``depth`` is in points of the index, ``depth_in_ups`` in usual ups and downs. ``dismissal`` is what was answered.
    """

    day: date
    onset: date
    end: date | None
    depth: float
    depth_in_ups: float
    level: str
    dismissal: Dismissal | None


def since_when(slump: Noticed) -> str:
    """Since around when: "Since around 12 Nov your days are below your usual level."."""
    return f"Since around {day_month(slump.onset)} your days are below your usual level."


def size_of(slump: Noticed) -> str:
    """How big it is, in points and in usual ups and downs."""
    return f"By about {slump.depth:.1f} points, which is {slump.depth_in_ups:.1f} of your usual ups and downs."


def words_of(slump: Noticed) -> str:
    """The whole notice: since when, how big, and how often such a notice is wrong."""
    return f"{since_when(slump)} {size_of(slump)} {WRONG[slump.level]}"
