"""What the record says of an item of readiness, and how that is worded."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from rutbreaker.domain.dates import dated
from rutbreaker.domain.models import Ruler
from rutbreaker.domain.readiness_record import Record
from rutbreaker.domain.text import one_line

_NAME = 40
_MOST_NAMED = 3


class Evidence(NamedTuple):
    """What the record says of an item: met, not met, or None for nothing yet; from what; and since when, if met."""

    met: bool | None
    words: str
    since: date | None = None


def named(text: str) -> str:
    """A title or a plan as one safe line that isn't too long."""
    return one_line(text, _NAME)


def listed(parts: Sequence[str]) -> str:
    """Several things in a row, the first three of them named."""
    shown = ", ".join(parts[:_MOST_NAMED])
    return shown if len(parts) <= _MOST_NAMED else f"{shown} and {len(parts) - _MOST_NAMED} more"


def counted(count: int, one: str, many: str) -> str:
    """A number of things: "1 person", "3 people"."""
    return f"{count} {one if count == 1 else many}"


def on_day(day: date, record: Record) -> str:
    """A day, with its year where that is another: "on 3 Nov"."""
    return f"on {day_of(day, record)}"


def day_of(day: date, record: Record) -> str:
    """The same without the word before it: "3 Nov"."""
    return dated(day, record.day)


def readings(record: Record, kind: str) -> list[Ruler]:
    """The readings of one ruler, the last one of each day, oldest first."""
    return list({ruler.day: ruler for ruler in record.rulers if ruler.kind == kind}.values())


def read_words(ruler: Ruler, record: Record) -> str:
    """A reading with its day: "7 on 3 Nov"."""
    return f"{ruler.value} {on_day(ruler.day, record)}"
