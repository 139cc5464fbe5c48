"""When something is expected, and when it is not."""

from datetime import date, datetime
from typing import NamedTuple


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
