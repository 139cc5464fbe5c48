"""When the safety card opens.

The triggers are ours, deliberately generous, and not validated on anybody: the card asks to talk to somebody, it finds
nothing out. What a person wrote is looked through for it only if they have asked for that (``grave_words``).
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from rutbreaker.domain.slumps import CLEAR_DIP, Noticed
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

CARD_LOCK_DAYS = 14
"""For so many days, today among them, an open card speaks against deciding now: a convention."""

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
    from rutbreaker.domain.statements import score_of  # which no command needs without a sitting of late

    score = score_of(SOURCES[0], sitting[1])
    return sitting[1].get("X2", 0) >= WHOLE_LIFE and score is not None and score >= OVERLOADED
