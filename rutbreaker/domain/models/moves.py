"""What was answered to next moves."""

from datetime import date, datetime
from typing import NamedTuple


class Snooze(NamedTuple):
    """A next move put off ``until`` a day; ``move`` is its key."""

    id: str
    day: date
    at: datetime
    move: str
    until: date
