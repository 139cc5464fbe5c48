"""How the data file and what surrounds it are, one check a line."""

from typing import Literal, NamedTuple

State = Literal["well", "look", "damaged"]
"""All is well; something to look at, by which nothing is lost; what was written is damaged or missing."""

SIGNS: dict[State, str] = {"well": "✓", "look": "!", "damaged": "✗"}
"""The sign of each state, which differs in more than its colour."""


class Check(NamedTuple):
    """One check: what was looked at (``key``), how it is, what was found in a sentence, and what to do about it.

    ``details`` are the first few things that are wrong, one a line; they may hold what a person wrote.
    """

    key: str
    state: State
    line: str
    advice: str = ""
    details: tuple[str, ...] = ()


def is_damaged(checks: list[Check]) -> bool:
    """Whether anything that was written is damaged or missing."""
    return any(check.state == "damaged" for check in checks)
