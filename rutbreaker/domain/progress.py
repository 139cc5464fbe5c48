"""How far a goal has come: in its steps, in minutes of a target, or in a number of the user's own; as people write it.

What ``measure_words`` says of a goal is read back by ``read_measure`` as the same.
"""

import re
from typing import NamedTuple

from rutbreaker.domain.durations import minutes_words
from rutbreaker.domain.models import Goal
from rutbreaker.domain.text import flat, one_line
from rutbreaker.errors import BadInput

MOST = 1_000_000
"""The largest target, and the most that can be reached, in minutes or in the user's own number."""

LONGEST_UNIT = 40
"""The most characters that the name of what is counted may have."""

UNDERSTOOD = "steps, 20h (the time of its sessions), 30 pages, or 12 of 30 pages"
"""Examples of what is understood."""

_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9}"
_COUNTED = re.compile(
    rf"(?:(?P<reached>{_NUMBER})\s*(?:of|/)\s*)?(?P<target>{_NUMBER})(?P<unit>(?!\s*of\b)[^\d.,].*)?", re.ASCII
)
_TIME = re.compile(
    r"""
    (?P<hours>[0-9]{1,6})\s*(?:hours|hour|hrs|hr|h)(?:\s*(?P<rest>[0-9]{1,2})\s*(?:minutes|minute|mins|min|m)?)?
    | (?P<minutes>[0-9]{1,7})\s*(?:minutes|minute|mins|min|m)
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_SET = re.compile(rf"(?P<sign>[+-])?\s*(?P<number>{_NUMBER})(?P<rest>[^\d.,].*)?", re.ASCII)


class Measure(NamedTuple):
    """What the progress of a goal is counted in: its ``steps``, ``minutes`` or a ``number``, as in ``Goal``.

    ``reached`` is None where nothing was said of it, so that what stands may stay.
    """

    measure: str = "steps"
    target: int | None = None
    unit: str = ""
    reached: int | None = None


class Progress(NamedTuple):
    """How far a goal has come: ``done`` of ``of``, counted in ``unit``; ``of`` is 0 for a goal without steps."""

    done: int
    of: int
    unit: str = "steps"

    @property
    def fraction(self) -> float:
        """The same from 0 to 1, also when more was done than wanted; 0 while there are no steps."""
        return min(self.done / self.of, 1.0) if self.of else 0.0


def progress_of(goal: Goal, steps: tuple[int, int], minutes: int) -> Progress:
    """How far a goal has come, with so many ``steps`` done of all and so many ``minutes`` of sessions."""
    if goal.measure == "minutes":
        return Progress(minutes, goal.target or 0, "minutes")
    if goal.measure == "number":
        return Progress(goal.reached, goal.target or 0, goal.unit)
    return Progress(*steps)


def progress_words(goal: Goal, progress: Progress) -> str:
    """Say how far a goal has come: "2 of 5 steps", "1h30 of 20h", "12 of 30 pages"."""
    if goal.measure == "minutes":
        return f"{minutes_words(progress.done)} of {minutes_words(progress.of)}"
    if goal.measure == "steps" and progress.of == 1:
        return f"{progress.done} of 1 step"
    return f"{progress.done} of {progress.of} {progress.unit}".rstrip()


def measure_words(goal: Goal) -> str:
    """Say what a goal is counted in, as it can be typed: "steps", "20h", "12 of 30 pages"."""
    if goal.measure == "minutes":
        return minutes_words(goal.target or 0)
    if goal.measure == "number":
        return f"{goal.reached} of {goal.target} {goal.unit}".rstrip()
    return "steps"


def read_measure(text: str) -> Measure:
    """Read what a goal is to be counted in; nothing stands for its steps.

    Raises:
        BadInput: it can't be understood, or the target isn't from 1 to ``MOST``.
    """
    words = flat(text)
    if words.lower() in ("", "steps", "its steps"):
        return Measure()
    time = _TIME.fullmatch(words)
    if time is not None:
        minutes = int(time["minutes"] or 0) + int(time["hours"] or 0) * 60 + int(time["rest"] or 0)
        return Measure("minutes", _within(minutes, words))
    found = _COUNTED.fullmatch(words)
    unit = (found["unit"] or "").strip() if found is not None else ""
    if found is None or len(unit) > LONGEST_UNIT:
        raise BadInput(f"Progress can't be counted in “{one_line(words, 40)}”. Understood are {UNDERSTOOD}.")
    target = _within(_number(found["target"]), words)
    reached = None if found["reached"] is None else min(_number(found["reached"]), MOST)
    return Measure("number", target, unit, reached)


def read_reached(text: str, goal: Goal) -> int:
    """The number that a goal has reached now, written as "12", "+3" or "-1", perhaps with its unit behind.

    Raises:
        BadInput: the goal doesn't count in a number, or it is none from 0 to ``MOST``.
    """
    if goal.measure != "number":
        counted = "the time of its sessions" if goal.measure == "minutes" else "its steps"
        raise BadInput(
            f"“{one_line(goal.title, 60)}” counts {counted}. "
            "To set a number, change what it counts first, such as to 30 pages."
        )
    words = flat(text)
    found = _SET.fullmatch(words)
    rest = (found["rest"] or "").strip().lower() if found is not None else ""
    if found is None or rest not in ("", goal.unit.lower(), f"of {goal.target} {goal.unit}".rstrip().lower()):
        said = f"“{one_line(words, 40)}” is not a number of {one_line(goal.unit) or 'it'}" if words else "No number"
        raise BadInput(f"{said}. Write how many are done by now, such as 12, or how many more, such as +3.")
    number = _number(found["number"])
    reached = {"+": goal.reached + number, "-": goal.reached - number}.get(found["sign"] or "", number)
    if not 0 <= reached <= MOST:
        raise BadInput(f"The number reached is from 0 to {MOST:,}, not {reached:,}.")
    return reached


def _number(digits: str) -> int:
    return int(digits.replace(",", ""))


def _within(target: int, words: str) -> int:
    if not 1 <= target <= MOST:
        raise BadInput(f"A target is from 1 to {MOST:,}, not “{one_line(words, 40)}”.")
    return target
