"""What to look at before a change: four blocks of items, with their weights, what counts for each, and how to meet it.

They follow the change checklist of the manual; the wording is our own.
"""

from typing import Literal, NamedTuple

from rutbreaker.domain.text import one_line
from rutbreaker.errors import BadInput

BLOCKS = {"tried": "Tried", "stuck": "Still stuck", "able": "Able", "deciding": "Deciding well"}
"""The four blocks by their keys, with their names."""


class Item(NamedTuple):
    """One thing to look at before a change.

    Attributes:
        key: its name in the data file, such as ``T1``.
        block: the block it belongs to.
        weight: its points.
        text: the item in the user's voice.
        rule: what exactly counts.
        todo: what would meet it, as something to do.
        answered_by: whose word counts first: only the user's own (``self``), what is logged (``record``), or either.
    """

    key: str
    block: str
    weight: int
    text: str
    rule: str
    todo: str
    answered_by: Literal["self", "record", "either"]


ITEMS = (
    Item(
        "T1", "tried", 2, "I closed two moves of 14 days or more",
        "At least two goals that answer a source were open for 14 days or longer and were closed with a verdict. "
        "Days on which one was parked don't count; a finished trial counts as one.",
        "see two moves through", "record",
    ),
    Item(
        "T2", "tried", 2, "I raised it with someone who can change it",
        "The main source was talked over with somebody who has the power to change it.",
        "raise it with someone who can change it", "self",
    ),
    Item(
        "T3", "tried", 1, "I finished a learning challenge of four weeks",
        "A goal of the avenue learning was open for 28 days or longer and was closed, not let go.",
        "finish a learning challenge", "record",
    ),
    Item(
        "T4", "tried", 1, "I asked three people how they got out",
        "Three different people were asked how they came out of a similar place: contacts that are ticked so.",
        "ask for advice", "record",
    ),
    Item(
        "T5", "tried", 1, "I took a real break, and looked again after it",
        "Five days or more in a row were each marked off or lay in a pause (holiday, leave or rest), with a check-in "
        "within seven days after them.",
        "take a real break", "record",
    ),
    Item(
        "S1", "stuck", 2, "The same source is strong six weeks on",
        "The source finder puts the same source at 60 of 100 or more in its last sitting, and did in one that was 42 "
        "days or more before it.",
        "look again at the source after six weeks", "record",
    ),
    Item(
        "S2", "stuck", 2, "My days are no better than before I began",
        "The index of the last 28 days is not clearly above that of the 28 days before the first move: the 90 % "
        "interval of the difference holds 0 or lies below it. Each time needs 10 days with an index, and the last 28 "
        "must all lie after the first move began.",
        "compare the last four weeks with those before you began", "record",
    ),
    Item(
        "S3", "stuck", 1, "A change stays important to me",
        "Its importance is 7 or more of 10 at the last reading, and was at one that was 14 days or more before it.",
        "ask yourself again in two weeks how important it is", "record",
    ),
    Item(
        "A1", "able", 2, "I have three months of costs, or an offer",
        "Savings cover three months of costs, or six where others depend on them or jobs are few; or an offer is in "
        "hand. How long a search takes differs from country to country.",
        "put three months of costs by", "either",
    ),
    Item(
        "A2", "able", 1, "Insurance, visa, notice and debts are checked",
        "Insurance, residence, notice period and debts were looked into, as far as they apply.",
        "check insurance, visa, notice period and debts", "self",
    ),
    Item(
        "A3", "able", 1, "I am confident that I can do it",
        "Confidence in carrying it through is 6 or more of 10 at the last reading.",
        "find what would make you more confident", "record",
    ),
    Item(
        "A4", "able", 1, "One person knows, and is on my side",
        "At least one person knows of the plan and supports it.",
        "tell one person whom you trust", "self",
    ),
    Item(
        "A5", "able", 1, "My first step is an if-then plan with a date",
        "A goal that isn't closed has an if-then plan and a date, its own or that of a step; or a step with a date is "
        "written as “if … then …”.",
        "write the first step as if … then, with a date", "record",
    ),
    Item(
        "D1", "deciding", 2, "I have three options, one of them to stay",
        "Three options or more are written, one of which is to stay, and says what to change.",
        "write three options, one of them to stay", "record",
    ),
    Item(
        "D2", "deciding", 2, "I tried the favourite out in a small way",
        "A cheap test of the option with the highest total was done: a talk, a day of watching, a course, a task on "
        "the side. Its sheet says when.",
        "try the favourite out in a small way", "either",
    ),
    Item(
        "D3", "deciding", 1, "I imagined it failing, and have a safeguard",
        "“A year on it failed, because …” is written on the sheet of an option, with one safeguard against it.",
        "imagine it failing, and find a safeguard", "either",
    ),
    Item(
        "D4", "deciding", 1, "I wrote the view from ten weeks and ten years",
        "The sheet of an option says how it will look in ten weeks and in ten years. People tend to expect more regret "
        "than comes.",
        "write the view from ten weeks and ten years", "either",
    ),
    Item(
        "D5", "deciding", 1, "After two weeks' rest my options still stand",
        "Nothing about the options, their sheets, criteria and scores was changed for 14 days.",
        "let the options rest for two weeks", "record",
    ),
)  # fmt: skip
"""Every item, block by block."""

_BY_KEY = {item.key: item for item in ITEMS}


def item_of(key: str) -> Item:
    """The item with this key, in capitals or not.

    Raises:
        BadInput: there is none.
    """
    item = _BY_KEY.get(key.strip().upper())
    if item is None:
        raise BadInput(f"“{one_line(key, 20)}” is no item of readiness; there are {', '.join(_BY_KEY)}.")
    return item
