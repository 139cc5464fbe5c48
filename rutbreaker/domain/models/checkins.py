"""How a day was: its check-in, and the hours worked."""

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


class Hours(NamedTuple):
    """The minutes worked on a day, 0 to 1440."""

    id: str
    day: date
    at: datetime
    minutes: int
