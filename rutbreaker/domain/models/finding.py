"""What is tried out and asked to find what the matter is: sittings of the source finder, and trials."""

from datetime import date, datetime
from typing import NamedTuple


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
