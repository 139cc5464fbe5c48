"""What the source finder was told."""

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
