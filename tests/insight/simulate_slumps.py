"""How right the slump alert is for the simulated people of ``tests/data/insight``."""

from statistics import median
from typing import NamedTuple

from rutbreaker.insight.slump import WORTH_A_LOOK, find_slumps
from tests.insight.people import people

FROM = 60
"""The day from which false alarms are counted: before it there is hardly a baseline."""


class Found(NamedTuple):
    """The share of slumps that were noticed while they lasted, and the median of how many days that took."""

    share: float
    delay: float


def false_alarms(h: float = WORTH_A_LOOK) -> float:
    """Alarms in 180 monitored days of people to whom nothing happens."""
    alarms = days = 0
    for person in people("null"):
        alarms += sum(slump.day >= FROM for slump in find_slumps(person.days, person.first_weekday, h=h))
        days += len(person.days) - FROM
    return alarms / days * 180


def found(name: str) -> Found:
    """How many of the slumps of a file are noticed, and how soon."""
    delays, everybody = [], list(people(name))
    for person in everybody:
        within = range(person.onset, person.onset + person.length)
        alarms = [slump.day for slump in find_slumps(person.days, person.first_weekday) if slump.day in within]
        delays += [alarms[0] - person.onset] if alarms else []
    return Found(len(delays) / len(everybody), median(delays))
