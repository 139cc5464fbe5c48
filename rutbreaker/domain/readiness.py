"""How the case for a change stands: four blocks of items, each met, not met, or not known yet. Never one total.

An item is answered by what is logged, by the user, or by either; the user can overrule what is logged, with a reason.
What counts for each is said in ``readiness_items``, how it is found in ``readiness_rules``, and what it comes to in
``readiness_words``. What counts as enough is a convention of ours, and is called that wherever it is shown.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from rutbreaker.domain.models import Readiness
from rutbreaker.domain.readiness_evidence import Evidence
from rutbreaker.domain.readiness_items import BLOCKS, ITEMS, Item
from rutbreaker.domain.readiness_record import Record
from rutbreaker.domain.readiness_rules import evidence_of
from rutbreaker.errors import BadInput

ENOUGH_PERCENT = 60
"""From this share of its points on a block counts as strong: a convention."""

STANDS = {True: "met", False: "not met", None: "not known yet"}
"""Where an item can stand."""


class ItemView(NamedTuple):
    """Where an item stands.

    Attributes:
        item: the item.
        evidence: what the record says of it; None where it can say nothing.
        answer: the user's own word that stands, if there is one.
    """

    item: Item
    evidence: Evidence | None = None
    answer: Readiness | None = None

    @property
    def met(self) -> bool | None:
        """Met, not met, or None for not known yet; the user's word counts before the record."""
        if self.answer is not None:
            return self.answer.met
        return None if self.evidence is None else self.evidence.met

    @property
    def is_overruled(self) -> bool:
        """Whether the user says otherwise than the record, of an item that the record answers."""
        if self.answer is None or self.evidence is None or self.evidence.met == self.answer.met:
            return False
        return self.evidence.met is not None or self.item.answered_by == "record"

    @property
    def since(self) -> date | None:
        """Since when what was tried has been tried; None where that isn't known."""
        if self.answer is not None:
            return self.answer.day
        return None if self.evidence is None else self.evidence.since


class BlockView(NamedTuple):
    """Where a block stands: the points ``met`` of all its points ``of``, with its items."""

    key: str
    met: int
    of: int
    items: tuple[ItemView, ...]

    @property
    def name(self) -> str:
        """What a person reads for it."""
        return BLOCKS[self.key]


class ReadinessView(NamedTuple):
    """Everything there is to see of readiness on a day.

    Attributes:
        day: the day.
        blocks: the four blocks.
        days: days from the first on which anything was known to this one, evenly spread; only this one without any.
        course: the points met of each block on those days, by the block's key.
    """

    day: date
    blocks: tuple[BlockView, ...]
    days: tuple[date, ...]
    course: Mapping[str, tuple[int, ...]]

    @property
    def items(self) -> tuple[ItemView, ...]:
        """All items of all blocks."""
        return tuple(item for block in self.blocks for item in block.items)


def view_of(records: Sequence[Record], answers: Sequence[Readiness]) -> ReadinessView:
    """Where readiness stands by the last of these records, and how it came there.

    Args:
        records: what was known by some days, oldest first; at least the one of today.
        answers: what the user said of items, oldest first; of each item the latest counts.
    """
    past = [blocks_of(record, answers) for record in records]
    course = {key: tuple(blocks[place].met for blocks in past) for place, key in enumerate(BLOCKS)}
    return ReadinessView(records[-1].day, past[-1], tuple(record.day for record in records), course)


def blocks_of(record: Record, answers: Iterable[Readiness]) -> tuple[BlockView, ...]:
    """Where the four blocks stand on the day of a record."""
    evidence = evidence_of(record)
    latest = {answer.item: answer for answer in answers if answer.day <= record.day}
    return tuple(_block(key, evidence, latest) for key in BLOCKS)


def is_enough(met: int, of: int) -> bool:
    """Whether so many points of all are at least ``ENOUGH_PERCENT``."""
    return met * 100 >= of * ENOUGH_PERCENT


def check_overruling(view: ItemView) -> None:
    """Refuse to overrule the record without a reason; ``view`` holds the answer that is to be given.

    Raises:
        BadInput: it says otherwise than what is logged, and gives no reason.
    """
    if view.is_overruled and view.answer is not None and view.evidence is not None and not view.answer.because:
        raise BadInput(
            f"“{view.item.text}” answers itself from what is logged: {STANDS[view.evidence.met]}, "
            f"{view.evidence.words}. Give a reason why it is otherwise (in the shell: --because)."
        )


def sample_days(first: date, last: date, most: int) -> list[date]:
    """At most ``most`` days from the first to the last, evenly spread, the last one among them."""
    span = max((last - first).days, 0)
    count = max(min(most, span + 1), 1)
    return [last - timedelta(days=round(span * place / max(count - 1, 1))) for place in reversed(range(count))]


def thinned(values: Sequence[int], most: int) -> tuple[int, ...]:
    """At most ``most`` of the values, evenly spread, the first and the last among them where there is room."""
    if len(values) <= most or most < 2:
        return tuple(values[-most:]) if most < 2 else tuple(values)
    return tuple(values[round((len(values) - 1) * place / (most - 1))] for place in range(most))


def _block(key: str, evidence: Mapping[str, Evidence], latest: Mapping[str, Readiness]) -> BlockView:
    views = tuple(
        ItemView(item, evidence.get(item.key), _in_force(latest.get(item.key))) for item in ITEMS if item.block == key
    )
    met = sum(view.item.weight for view in views if view.met)
    return BlockView(key, met, sum(view.item.weight for view in views), views)


def _in_force(answer: Readiness | None) -> Readiness | None:
    """The answer, unless it was taken back."""
    return None if answer is None or answer.met is None else answer
