"""Two rulers, importance and confidence, 0 to 10: asked every two weeks once somebody thinks of a change."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from rutbreaker.domain.models import Ruler
from rutbreaker.domain.text import one_line
from rutbreaker.errors import BadInput

RULERS = ("importance", "confidence")
"""How important a change is to somebody, and how confident they are of carrying it through: 0 not at all, 10 fully."""

HIGHEST = 10
"""The highest reading; the lowest is 0."""

ASKED_EVERY = 14
"""Days after a reading from which on it is asked again."""


class RulerView(NamedTuple):
    """One ruler with all its readings, oldest first, and whether it is time to ask it (again)."""

    kind: str
    readings: tuple[Ruler, ...]
    is_due: bool

    @property
    def last(self) -> Ruler | None:
        """The last reading; None before the first."""
        return self.readings[-1] if self.readings else None


def view_of(readings: Iterable[Ruler], today: date) -> tuple[RulerView, ...]:
    """The two rulers as they stand today."""
    found: dict[str, list[Ruler]] = {kind: [] for kind in RULERS}
    for reading in readings:
        if reading.kind in found:
            found[reading.kind].append(reading)
    return tuple(RulerView(kind, tuple(each), _is_due(each, today)) for kind, each in found.items())


def check_reading(kind: str, value: int) -> None:
    """Refuse what is no reading.

    Raises:
        BadInput: there is no such ruler, or the value isn't from 0 to 10.
    """
    if kind not in RULERS:
        raise BadInput(f"“{one_line(kind, 20)}” is no ruler; there are {' and '.join(RULERS)}.")
    if not 0 <= value <= HIGHEST:
        raise BadInput(f"A ruler is read from 0 to {HIGHEST}, not {value}.")


def _is_due(readings: list[Ruler], today: date) -> bool:
    return not readings or (today - readings[-1].day).days >= ASKED_EVERY
