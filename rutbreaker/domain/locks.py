"""Why a big decision had better wait; nobody is kept from it."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from rutbreaker.domain.dates import day_month
from rutbreaker.domain.safety import CARD_LOCK_DAYS
from rutbreaker.domain.slumps import Noticed

SLUMP_LOCK_DAYS = 21
"""For so many days, today among them, a slump's alarm speaks against deciding now: a convention."""

DECIDE_LATER = "Big decisions can usually wait two weeks; the blocks are what is known so far."
"""What stands in Change instead of what the record supports."""


class Lock(NamedTuple):
    """Why a decision had better wait, which keeps nobody from it: ``key`` is slump or safety, ``day`` since when."""

    key: str
    day: date
    words: str


def locks_of(slumps: Iterable[Noticed], open_on: Iterable[date], today: date) -> list[Lock]:
    """Why a decision had better wait: an open safety card in the last 14 days, a slump's alarm in the last 21.

    Args:
        slumps: what the alert has noticed.
        open_on: days on which the card was open, or hidden.
        today: the day.
    """
    locks = []
    days = [day for day in open_on if 0 <= (today - day).days < CARD_LOCK_DAYS]
    if days:
        locks.append(Lock("safety", min(days), "The safety card is open, or was in the last two weeks."))
    lately = [slump for slump in slumps if 0 <= (today - slump.day).days < SLUMP_LOCK_DAYS]
    if lately:
        last = max(lately, key=lambda slump: slump.day)
        words = f"Since around {day_month(last.onset)} your days fell below your usual level."
        locks.append(Lock("slump", last.day, words))
    return locks
