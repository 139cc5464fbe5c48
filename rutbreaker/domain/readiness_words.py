"""What is said of readiness: the sentence under the blocks, both findings of research, and the locks.

The sentence says what the record supports and what is untried. It never tells anybody to go, and there is no total over
the blocks.
"""

from collections.abc import Sequence
from datetime import date

from rutbreaker.domain.dates import day_month
from rutbreaker.domain.locks import DECIDE_LATER, Lock
from rutbreaker.domain.models import Readiness
from rutbreaker.domain.readiness import STANDS, BlockView, ItemView, ReadinessView, is_enough
from rutbreaker.domain.telling import periods

CONVENTION = "These thresholds are our convention: 60 % of the points, two weeks, six weeks, three months."
"""Stands under every sentence about readiness."""

FINDINGS = (
    "For (Levitt 2021): people truly torn, told by a coin to change, were happier half a year on. They had "
    "volunteered.",
    "Against (Boswell and others 2005): contentment leaps after a move one chose, then falls back.",
)
"""What research says of changing, for and against: shown together or not at all."""

_NOTHING = "Nothing is known yet. What is not known counts as not met."


def sentence_of(view: ReadinessView) -> str:
    """What the record supports and what is untried, in a sentence or two."""
    tried, stuck, able, deciding = view.blocks
    if all(item.met is None for block in view.blocks for item in block.items):
        return _NOTHING
    if not is_enough(tried.met, tried.of):
        return f"There are avenues left: {_listed(_todos(tried))}."
    if is_enough(stuck.met, stuck.of):
        gaps = [*_todos(able), *_todos(deciding)]
        return (
            f"You have tried {_avenues(tried, view.day)} and the picture has not moved: considering a change is "
            f"consistent with your own record." + (f" Still to do: {_listed(gaps)}." if gaps else "")
        )
    open_points = sum(item.item.weight for item in stuck.items if item.met is None)
    if is_enough(stuck.met + open_points, stuck.of):
        return f"You have tried much. Whether it has moved anything is not known yet: {_listed(_unknown(stuck))}."
    return "Things have moved; look at what moved them first."


def outcome(view: ReadinessView, locks: Sequence[Lock] = ()) -> list[str]:
    """What stands under the blocks, in paragraphs: the locks, the sentence, the convention, and both findings.

    While the safety card is open, or was of late, nothing is said for or against a change.
    """
    if any(lock.key == "safety" for lock in locks):
        return [DECIDE_LATER, CONVENTION]
    said = [f"{lock.words} {DECIDE_LATER}" for lock in locks[:1]]
    return [*said, sentence_of(view), CONVENTION, *FINDINGS]


def supported(view: ReadinessView, locks: Sequence[Lock] = ()) -> str:
    """The sentence alone; that decisions can wait, while the safety card is open or was of late."""
    return DECIDE_LATER if any(lock.key == "safety" for lock in locks) else sentence_of(view)


def why_met(item: ItemView, today: date | None = None) -> str:
    """What an item rests on, in a line: what the record says, or the user's own word; empty where nothing is known."""
    logged = item.evidence if item.evidence is not None and item.evidence.met is not None else None
    if item.answer is None:
        return logged.words if logged is not None else ""
    said = _own_word(item.answer, item.is_overruled, today)
    if item.is_overruled and logged is not None:
        return f"{said} (from what is logged: {STANDS[logged.met]}, {logged.words})"
    return said


def rests_on(item: ItemView) -> str:
    """What an item rests on: the user's own reason where their word stands beside the record, else the record's words.

    Where the user overrules the record these are still the record's; empty where nobody said anything.
    """
    if item.answer is not None and not item.is_overruled:
        return item.answer.because or "your own word"
    return "" if item.evidence is None else item.evidence.words


def _own_word(answer: Readiness, is_overruling: bool, today: date | None) -> str:
    day = day_month(answer.day)
    if today is not None and answer.day.year != today.year:
        day += f" {answer.day.year}"
    begin = f"overruled on {day}" if is_overruling else f"your word of {day}"
    return f"{begin}: {answer.because}" if answer.because else begin


def _avenues(tried: BlockView, today: date) -> str:
    """How many avenues were tried, and for how many weeks since the first of them began: "3 avenues over 8 weeks"."""
    met = [item for item in tried.items if item.met]
    since = min((item.since for item in met if item.since is not None), default=today)
    weeks = (today - since).days // 7
    said = "1 avenue" if len(met) == 1 else f"{len(met)} avenues"
    return f"{said} over {periods(weeks, 'week')}" if weeks else said


def _todos(block: BlockView) -> list[str]:
    return [view.item.todo for view in block.items if not view.met]


def _unknown(block: BlockView) -> list[str]:
    return [view.item.todo for view in block.items if view.met is None]


def _listed(words: Sequence[str]) -> str:
    return "; ".join(words) if any("," in word for word in words) else ", ".join(words)
