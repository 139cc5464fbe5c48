"""The statements of the source finder, in words of our own, and which source each of them is about.

Two of the four statements of every source are reversed: somebody who tends to agree, or to disagree, then shifts all
sources alike, and their order stays what it is. Nobody has yet tested these statements on many people: they are no
validated, normed or clinical instrument.
"""

from collections.abc import Mapping
from typing import NamedTuple

from rutbreaker.domain.words import SOURCES
from rutbreaker.errors import BadInput

OPENING = "Think of the last four weeks. How true of you is this?"
"""What stands over every statement."""

LOW, HIGH = "not true of me", "very true of me"
"""What 1 and 5 mean."""

LETTERS = dict(zip("ABCDEF", SOURCES, strict=True))
"""The source that each letter stands for."""

DRAFT = "source"
"""The name of the draft that holds the answers of a sitting under way."""


class Statement(NamedTuple):
    """A statement to answer from 1 to 5.

    Attributes:
        key: its letter and number, such as ``A1``.
        text: its words.
        source: the key of the source that it is about; empty for the four that aren't scored.
        is_reversed: whether agreeing speaks against the source.
    """

    key: str
    text: str
    source: str = ""
    is_reversed: bool = False

    def strain(self, answer: int) -> int:
        """What an answer says of the source, 1 (nothing) to 5 (much)."""
        return 6 - answer if self.is_reversed else answer


_TEXTS = {
    "A": (
        "Most weeks my work takes more out of me than rest puts back.",
        "I start the working day already on reserve.",
        "What I have to do fits into the hours I have.",
        "A normal night and weekend bring me back to full strength.",
    ),
    "B": (
        "I could do most of my work on autopilot.",
        "I make small tasks last so that the day fills up.",
        "Something at work made me learn or think hard this month.",
        "My work uses what I am best at.",
    ),
    "C": (
        "I no longer care how my work turns out.",
        "I am asked to put effort into things I do not believe in.",
        "If asked why my work matters, I would have a good answer.",
        "The subject I work on still makes me curious.",
    ),
    "D": (
        "When work gets hard I deal with it by myself.",
        "Days pass without one real conversation with someone I work with.",
        "There is a person at work I can tell honestly how it is going.",
        "When I ask for help with my work, I get it.",
    ),
    "E": (
        "I give up things that matter to me because of work.",
        "Work stays in my head when I am done.",
        "I can stop at the time I meant to stop.",
        "The people closest to me get enough of my time.",
    ),
    "F": (
        "Good work from me goes unnoticed.",
        "I cannot see where my work here is taking me.",
        "This month I could see that I had got somewhere.",
        "What I get back for my effort — pay, thanks, chances — feels fair.",
    ),
}

_UNSCORED = {
    "X1": "Something outside work (health, sleep, family, money, loss) takes most of my strength now.",
    "X2": "I feel this way in my whole life, not only at work.",
    "L1": "I can change how or when I do my work.",
    "L2": "Someone with power over my work would listen to me.",
}

FEWEST_ANSWERS = 3
"""Answers, of four, that a source must have for a score."""

STATEMENTS: dict[str, Statement] = {
    f"{letter}{number}": Statement(f"{letter}{number}", text, LETTERS[letter], number > 2)
    for letter, texts in _TEXTS.items()
    for number, text in enumerate(texts, 1)
} | {key: Statement(key, text) for key, text in _UNSCORED.items()}
"""All 28 by their keys: 24 that are scored, two that ask about life outside work, two about what can be changed."""


def shuffled(seed: int) -> tuple[Statement, ...]:
    """All statements in the order of one sitting, which the seed settles."""
    from random import Random

    keys = list(STATEMENTS)
    Random(seed).shuffle(keys)  # noqa: S311 - an order to ask in, no secret
    return tuple(STATEMENTS[key] for key in keys)


def score_of(source: str, answers: Mapping[str, int]) -> float | None:
    """The score of a source, 0 to 100: (mean strain - 1) / 4 of its answers; None below three of the four."""
    strains = [
        each.strain(answers[each.key]) for each in STATEMENTS.values() if each.source == source and each.key in answers
    ]
    return (sum(strains) / len(strains) - 1) * 25 if len(strains) >= FEWEST_ANSWERS else None


def check_answers(answers: Mapping[str, int]) -> None:
    """Refuse answers that can't be.

    Raises:
        BadInput: there is no such statement, or an answer is no whole number from 1 to 5.
    """
    for key, value in answers.items():
        if key not in STATEMENTS:
            raise BadInput(f"There is no statement {key!r:.20}; there are {', '.join(STATEMENTS)}.")
        if type(value) is not int or not 1 <= value <= 5:
            raise BadInput(f"{key} is answered with a whole number from 1 to 5, not with {value!r:.20}.")
