"""Putting the safety card away for a while."""

from datetime import date, datetime
from typing import NamedTuple

HIDDEN_DAYS = 14
"""For how many days the card can be hidden."""


class Hiding(NamedTuple):
    """The card was put away on ``day``; it stays away until ``until``, on which it may open again."""

    id: str
    day: date
    at: datetime
    until: date


def is_hidden(hiding: Hiding | None, today: date) -> bool:
    """Whether the card is put away on a day."""
    return hiding is not None and hiding.day <= today < hiding.until
