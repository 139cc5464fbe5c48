"""What is found in the log: lines by their words, and tags by their use."""

from datetime import date
from typing import NamedTuple

from rutbreaker.domain.log import LogLine


class Hit(NamedTuple):
    """A line that search found, a piece of its text, and where in that piece the words stand (from, to)."""

    line: LogLine
    snippet: str
    found: tuple[tuple[int, int], ...]


class TagCount(NamedTuple):
    """A tag, how often it was used, and on which day last."""

    tag: str
    uses: int
    last: date
