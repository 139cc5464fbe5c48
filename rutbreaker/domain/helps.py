"""What goes with better days: for each tag a plain verdict, its size, and what is missing until there is one."""

from datetime import date
from typing import Literal, NamedTuple

Verdict = Literal["better", "worse", "unclear", "open", "same weekday", "too few"]

MOST_TAGS = 12
USED_WITHIN_DAYS = 180
"""The tags asked about: so many, the most used in the check-ins of so many days."""

FEWEST_CHECKINS = 45
FEWEST_DAYS = 8
"""Check-ins with an index, and days with and without a tag, that are needed before anything is said."""

SURE_ENOUGH = 28
"""The days of a comparison, with x without / (with + without), from which on three in four links would be seen.

Links of half a usual up and down, that is; found on simulated people.
"""


class RatingLink(NamedTuple):
    """A single rating that goes with a tag too: by how many ``points`` it differs, drawn towards 0."""

    rating: str
    points: float


class TagView(NamedTuple):
    """How the days with a tag compare.

    Attributes:
        tag: its name, without ``#``.
        verdict: ``better`` or ``worse`` when it goes with such days, ``unclear`` when it moves together with them but
            good days may bring it, ``open`` when there is no clear link yet, ``same weekday`` when it can't be told
            apart from one, ``too few`` when it can't be asked yet.
        points: the difference of the index, drawn towards 0; 0 unless it goes with days or moves together with them.
        low: the lower end of its 90 % interval.
        high: its upper end.
        n_on: days with it that have an index.
        n_off: days without it, between its first use and 14 days after its last.
        ratings: of a tag that goes with better or worse days, the single ratings that it goes with, the largest first.
    """

    tag: str
    verdict: Verdict
    points: float
    low: float
    high: float
    n_on: int
    n_off: int
    ratings: tuple[RatingLink, ...] = ()

    @property
    def missing_on(self) -> int:
        """Days with it that are still needed."""
        return max(FEWEST_DAYS - self.n_on, 0)

    @property
    def missing_off(self) -> int:
        """Days without it that are still needed."""
        return max(FEWEST_DAYS - self.n_off, 0)

    @property
    def could_be_missed(self) -> bool:
        """Whether there is no clear link yet, and so few days that one could well have been missed."""
        return self.verdict == "open" and self.n_on * self.n_off < SURE_ENOUGH * (self.n_on + self.n_off)


class HelpsView(NamedTuple):
    """What can be said of the tags.

    Attributes:
        checkins: days with an index that counts.
        ready_on: around when there will be enough of them, at the pace of the last four weeks; None when there are,
            or at no pace.
        tags: what goes with better days first, then worse ones, then what moves together; the others by name.
    """

    checkins: int
    ready_on: date | None
    tags: tuple[TagView, ...]

    @property
    def missing(self) -> int:
        """Check-ins that are still needed before anything is said."""
        return max(FEWEST_CHECKINS - self.checkins, 0)

    @property
    def names_any(self) -> bool:
        """Whether a tag is said to go with days, or to move together with them."""
        return any(tag.verdict in ("better", "worse", "unclear") for tag in self.tags)


_ORDER: tuple[Verdict, ...] = ("better", "worse", "unclear", "open", "same weekday", "too few")


def in_order(tags: list[TagView]) -> tuple[TagView, ...]:
    """The tags as they are listed: those with a link by its size, the others by name, which ranks none of them."""
    return tuple(sorted(tags, key=lambda tag: (_ORDER.index(tag.verdict), -abs(tag.points), tag.tag)))
