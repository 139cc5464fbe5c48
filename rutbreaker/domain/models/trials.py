"""What is tried out."""

from datetime import date, datetime
from typing import NamedTuple


class Trial(NamedTuple):
    """A randomised on/off test of one tag from ``day`` to ``until``, its days drawn by ``seed``."""

    id: str
    day: date
    at: datetime
    tag: str
    until: date
    seed: int
    stopped_on: date | None = None
