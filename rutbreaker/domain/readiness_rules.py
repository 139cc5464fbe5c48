"""The rules of readiness: which one says of which item, from what is logged, that it is met or isn't."""

from collections.abc import Callable, Mapping

from rutbreaker.domain import readiness_ahead as ahead
from rutbreaker.domain import readiness_behind as behind
from rutbreaker.domain.readiness_evidence import Evidence
from rutbreaker.domain.readiness_record import Record

RULES: Mapping[str, Callable[[Record], Evidence]] = {
    "T1": behind.two_moves, "T3": behind.learning, "T4": behind.three_people, "T5": behind.real_break,
    "S1": behind.same_source, "S2": behind.no_better, "S3": behind.important,
    "A1": ahead.runway, "A3": ahead.confident, "A5": ahead.first_step,
    "D1": ahead.three_options, "D2": ahead.tested, "D3": ahead.premortem, "D4": ahead.two_views, "D5": ahead.rested,
}  # fmt: skip
"""The rule of every item of which the record can say something."""


def evidence_of(record: Record) -> dict[str, Evidence]:
    """What the record says of every item that it can say anything of, by the item's key."""
    return {key: rule(record) for key, rule in RULES.items()}
