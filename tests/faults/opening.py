"""The data file of the home, opened where no test runs around it: in processes that are forked by the hundred."""

from datetime import UTC, datetime

from rutbreaker.clock import FixedClock
from rutbreaker.config import Settings
from rutbreaker.context import Context
from rutbreaker.opening import open_context
from rutbreaker.paths import find_places

MOMENT = datetime(2026, 11, 23, 8, 55, tzinfo=UTC)
"""When everything happens."""


def open_here() -> Context:
    """The data file in ``RUTBREAKER_HOME``, open, with a clock that stands still."""
    return open_context(find_places(), clock=FixedClock(MOMENT), settings=Settings())
