"""The safety card: when it opens, what it says, and what is held back while it is open.

The triggers are ours, deliberately generous, and not validated on anybody: the card asks to talk to somebody, it finds
nothing out. What a person wrote is looked through for it only if they have asked for that (``grave_words``).
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from rutbreaker.domain.dates import day_month
from rutbreaker.domain.help_lines import HelpLine
from rutbreaker.domain.slumps import CLEAR_DIP, Noticed
from rutbreaker.domain.statements import score_of
from rutbreaker.domain.words import SOURCES

LOW_INDEX = 2.0
"""An index up to this is low."""

LOOKED_AT, LOW_ENOUGH = 14, 10
"""So many of the last so many check-ins that have an index must be low."""

DIP_DAYS = 14
"""Days for which a clear dip must have lasted."""

WHOLE_LIFE, OVERLOADED = 4, 70
"""From this answer to X2, with this score of overload (0 to 100), it may be about more than work."""

STALE_DAYS = 28
"""Check-ins that end longer ago than this say nothing of today."""

STALE_SITTING_DAYS = 42
"""A sitting of the source finder that is as old as this says nothing of today: it may be had anew."""

LOW, DIP, LIFE, WORDS, ASKED = "low", "dip", "life", "words", "asked"
"""Why the card is open: low check-ins, a long dip, answers about one's whole life, words in a note, or asked for."""

OPENINGS = {
    LOW: "Your check-ins have been low for two weeks.",
    DIP: "Your check-ins have been clearly below your usual level for two weeks.",
    LIFE: "You answered that you feel this way in your whole life, and that work takes more than rest gives back.",
    WORDS: "A line of yours sounds as if it were about more than a rut.",
    ASKED: "There are stretches that are more than a rut.",
}
"""What the card begins with."""

_TEXT = (
    "This program cannot tell why and is not a medical test. A stretch like this can come from work, from life, or "
    "from something treatable such as depression, a thyroid problem or poor sleep.",
    "If it also affects sleep or appetite, or you have lost interest in nearly everything, please talk to a doctor or "
    "another professional, soon rather than someday.",
    "If you think about harming yourself or not wanting to live: contact your local emergency number or a crisis line "
    "now, or go to someone you trust.",
    "This program is offline: it tells nobody, and it cannot alert anybody.",
)

DECIDE_LATER = "Big decisions can usually wait two weeks; the blocks are what is known so far."
"""What stands in Change instead of what the record supports."""


SLUMP_LOCK_DAYS, CARD_LOCK_DAYS = 21, 14
"""For so many days, today among them, a slump's alarm and an open card speak against deciding now: a convention."""


class Lock(NamedTuple):
    """Why a decision had better wait, which keeps nobody from it: ``key`` is slump or safety, ``day`` since when."""

    key: str
    day: date
    words: str


class SafetyCard(NamedTuple):
    """The card: why it is open, and whom one can call."""

    reason: str
    lines: tuple[HelpLine, ...]

    @property
    def opening(self) -> str:
        """Its first sentence."""
        return OPENINGS[self.reason]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """What it says, above the numbers."""
        first, *rest = _TEXT
        return (f"{self.opening} {first}", *rest)

    @property
    def can_be_hidden(self) -> bool:
        """Whether it stands on Today until it is hidden: not when somebody asked for it."""
        return self.reason != ASKED


NOTES_DAYS = 14
"""So many days' notes are looked through, where somebody has asked for it."""


def reason_of(
    indexes: Sequence[tuple[date, float]],
    slumps: Iterable[Noticed],
    sitting: tuple[date, Mapping[str, int]] | None,
    today: date,
) -> str:
    """Why the card is open on a day; empty when it isn't.

    Args:
        indexes: the days with an index, oldest first, and their index, 1 to 5; at least the last ``LOOKED_AT``.
        slumps: what the alert has noticed; looked at only when nothing else opens the card.
        sitting: the last finished sitting of the source finder: its day, and its answers by their statements.
        today: the day.
    """
    life = LIFE if is_in_whole_life(sitting, today) else ""
    if not indexes or (today - indexes[-1][0]).days > STALE_DAYS:
        return life
    if is_low([index for _, index in indexes]):
        return LOW
    return life or (DIP if has_long_dip(slumps, today) else "")


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


def is_low(indexes: Sequence[float]) -> bool:
    """Whether at least ``LOW_ENOUGH`` of the last ``LOOKED_AT`` indexes are low."""
    return sum(index <= LOW_INDEX for index in indexes[-LOOKED_AT:]) >= LOW_ENOUGH


def has_long_dip(slumps: Iterable[Noticed], today: date) -> bool:
    """Whether a clear dip has lasted for ``DIP_DAYS`` since its alarm, and goes on; dismissed or not."""
    long_ago = today - timedelta(days=DIP_DAYS)
    return any(slump.level == CLEAR_DIP and slump.end is None and slump.day <= long_ago for slump in slumps)


def is_in_whole_life(sitting: tuple[date, Mapping[str, int]] | None, today: date) -> bool:
    """Whether the answers say that it is so in the whole life, and that work takes more than rest gives back."""
    if sitting is None or (today - sitting[0]).days >= STALE_SITTING_DAYS:
        return False
    score = score_of(SOURCES[0], sitting[1])
    return sitting[1].get("X2", 0) >= WHOLE_LIFE and score is not None and score >= OVERLOADED
