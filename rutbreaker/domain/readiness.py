"""How the case for a change stands: four blocks of items, each met, not met, or not known yet. Never one total.

The items, their weights and what is said of them follow the change checklist of the manual; the wording is our own.
What counts as enough is a convention of ours, and is called that wherever it is shown.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from rutbreaker.domain.models import Readiness
from rutbreaker.errors import BadInput

ENOUGH_PERCENT = 60
"""From this share of its points on a block counts as strong: a convention."""

BLOCKS = {"tried": "Tried", "stuck": "Still stuck", "able": "Able", "deciding": "Deciding well"}
"""The four blocks by their keys, with their names."""

CONVENTION = "These thresholds are our convention: 60 % of the points, six weeks, three months."
"""Stands under every sentence about readiness."""

FINDINGS = (
    "For (Levitt 2021): people truly torn, told by a coin to change, were happier half a year on. They had "
    "volunteered.",
    "Against (Boswell and others 2005): contentment leaps after a move one chose, then falls back.",
)
"""What research says of changing, for and against: shown together or not at all."""


class Item(NamedTuple):
    """One thing to look at before a change.

    Attributes:
        key: its name in the data file, such as ``T1``.
        block: the block it belongs to.
        weight: its points.
        text: the item in the user's voice.
        rule: what exactly counts.
        todo: what would meet it, as something to do.
        recorded: whether what is logged elsewhere can show it, beside the user's own word.
    """

    key: str
    block: str
    weight: int
    text: str
    rule: str
    todo: str
    recorded: bool


ITEMS = (
    Item(
        "T1", "tried", 2, "I closed two moves of 14 days or more",
        "At least two goals that answer a source were open for 14 days or longer and were closed with a verdict.",
        "see two moves through", True,
    ),
    Item(
        "T2", "tried", 2, "I raised it with someone who can change it",
        "The main source was talked over with somebody who has the power to change it.",
        "raise it with someone who can change it", False,
    ),
    Item(
        "T3", "tried", 1, "I finished a learning challenge of four weeks",
        "One learning goal ran for four weeks or longer and was finished.",
        "finish a learning challenge", True,
    ),
    Item(
        "T4", "tried", 1, "I asked three people how they got out",
        "Three different people told how they came out of a similar place.",
        "ask for advice", True,
    ),
    Item(
        "T5", "tried", 1, "I took a real break, and looked again after it",
        "Five days or more in a row were free, with a check-in within seven days after them.",
        "take a real break", True,
    ),
    Item(
        "S1", "stuck", 2, "The same source is strong six weeks on",
        "Twice, 42 days or more apart, the same source came out strong: at 60 of 100 or more.",
        "look again at the source after six weeks", True,
    ),
    Item(
        "S2", "stuck", 2, "My days are no better than before I began",
        "The last 28 days were not clearly better than the 28 before the first move.",
        "compare the last four weeks with those before you began", True,
    ),
    Item(
        "S3", "stuck", 1, "A change stays important to me",
        "On two days, 14 days or more apart, its importance was 7 or more on a scale from 0 to 10.",
        "ask yourself again in two weeks how important it is", True,
    ),
    Item(
        "A1", "able", 2, "I have three months of costs, or an offer",
        "Savings cover three months of costs, or six with dependants or in a thin market; or an offer is in hand. "
        "How long a search takes differs from country to country.",
        "put three months of costs by", False,
    ),
    Item(
        "A2", "able", 1, "Insurance, visa, notice and debts are checked",
        "Insurance, residence, notice period and debts were looked into, as far as they apply.",
        "check insurance, visa, notice period and debts", False,
    ),
    Item(
        "A3", "able", 1, "I am confident that I can do it",
        "Confidence in carrying it through is 6 or more on a scale from 0 to 10.",
        "find what would make you more confident", True,
    ),
    Item(
        "A4", "able", 1, "One person knows, and is on my side",
        "At least one person knows of the plan and supports it.",
        "tell one person whom you trust", False,
    ),
    Item(
        "A5", "able", 1, "My first step is an if-then plan with a date",
        "The first step is written as “if … then …”, with a date.",
        "write the first step as if … then, with a date", True,
    ),
    Item(
        "D1", "deciding", 2, "I have three options, one of them to stay",
        "Three options or more are written, one of which is to stay and change something.",
        "write three options, one of them to stay", True,
    ),
    Item(
        "D2", "deciding", 2, "I tried the favourite out in a small way",
        "A cheap test of the favourite was done: a talk, a day of watching, a course, a task on the side.",
        "try the favourite out in a small way", True,
    ),
    Item(
        "D3", "deciding", 1, "I imagined it failing, and have a safeguard",
        "“A year on it failed, because …” was thought through to the end, with one safeguard against it.",
        "imagine it failing, and find a safeguard", False,
    ),
    Item(
        "D4", "deciding", 1, "I wrote the view from ten weeks and ten years",
        "It is written how it will look in ten weeks and in ten years. People tend to expect more regret than comes.",
        "write the view from ten weeks and ten years", False,
    ),
    Item(
        "D5", "deciding", 1, "After two weeks' rest my options still stand",
        "The options were left alone for 14 days, and nothing about them needed changing.",
        "let the options rest for two weeks", True,
    ),
)  # fmt: skip
"""Every item, block by block."""

_BY_KEY = {item.key: item for item in ITEMS}


class ItemView(NamedTuple):
    """Where an item stands: met, not met, or None for not known yet; since when, and why."""

    item: Item
    met: bool | None = None
    day: date | None = None
    because: str = ""


class BlockView(NamedTuple):
    """Where a block stands: the points ``met`` of all its points ``of``, with its items."""

    key: str
    met: int
    of: int
    items: tuple[ItemView, ...]

    @property
    def name(self) -> str:
        """What a person reads for it."""
        return BLOCKS[self.key]


class ReadinessView(NamedTuple):
    """Everything there is to see of readiness on a day.

    Attributes:
        blocks: the four blocks.
        sentence: what the answers support and what is untried; it never tells anyone to go.
        course: the points met of each block on every day with an answer, by the block's key, oldest first.
        days: those days.
    """

    blocks: tuple[BlockView, ...]
    sentence: str
    course: dict[str, tuple[int, ...]]
    days: tuple[date, ...]


def item_of(key: str) -> Item:
    """The item with this key, in capitals or not.

    Raises:
        BadInput: there is none.
    """
    item = _BY_KEY.get(key.strip().upper())
    if item is None:
        raise BadInput(f"“{key}” is no item of readiness; there are {', '.join(_BY_KEY)}.")
    return item


def view_of(answers: Sequence[Readiness]) -> ReadinessView:
    """Where readiness stands after these answers, given oldest first; of each item the latest counts."""
    blocks = _blocks(answers)
    days = tuple(dict.fromkeys(answer.day for answer in answers))
    past = [_blocks(answer for answer in answers if answer.day <= day) for day in days]
    course = {key: tuple(then[place].met for then in past) for place, key in enumerate(BLOCKS)}
    return ReadinessView(blocks, sentence_of(blocks), course, days)


def is_enough(met: int, of: int) -> bool:
    """Whether so many points of all are at least ``ENOUGH_PERCENT``."""
    return met * 100 >= of * ENOUGH_PERCENT


def sentence_of(blocks: Sequence[BlockView]) -> str:
    """What the answers support and what is untried, in a sentence or two."""
    tried, stuck, able, deciding = blocks
    if all(view.met is None for block in blocks for view in block.items):
        return "Nothing is answered yet. What is not known counts as not met."
    if not is_enough(tried.met, tried.of):
        return f"There are avenues left: {_listed(_todos(tried))}."
    if is_enough(stuck.met, stuck.of):
        gaps = [*_todos(able), *_todos(deciding)]
        avenues = sum(view.met is True for view in tried.items)
        return (
            f"You have tried {avenues} avenues and, by your own answers, the picture has not moved: considering a "
            f"change is consistent with your own record." + (f" Still to do: {_listed(gaps)}." if gaps else "")
        )
    open_points = sum(view.item.weight for view in stuck.items if view.met is None)
    if is_enough(stuck.met + open_points, stuck.of):
        return f"You have tried much. Whether it has moved anything is not known yet: {_listed(_unknown(stuck))}."
    return "Things have moved; look at what moved them first."


def sampled(course: Sequence[int], days: Sequence[date], today: date, most: int) -> tuple[int, ...]:
    """The points on at most ``most`` days, evenly spread from the first answer to today; each holds until the next."""
    if not days:
        return ()
    span = max((today - days[0]).days, 0)
    count = max(min(most, span + 1), 1)
    samples = []
    for place in range(count):
        day = days[0] + timedelta(days=round(span * place / max(count - 1, 1)))
        samples.append([points for points, since in zip(course, days, strict=True) if since <= day][-1])
    return tuple(samples)


def _blocks(answers: Iterable[Readiness]) -> tuple[BlockView, ...]:
    latest: Mapping[str, Readiness] = {answer.item: answer for answer in answers}
    return tuple(_block(key, latest) for key in BLOCKS)


def _block(key: str, latest: Mapping[str, Readiness]) -> BlockView:
    views = tuple(_view(item, latest.get(item.key)) for item in ITEMS if item.block == key)
    met = sum(view.item.weight for view in views if view.met)
    return BlockView(key, met, sum(view.item.weight for view in views), views)


def _view(item: Item, answer: Readiness | None) -> ItemView:
    if answer is None or answer.met is None:
        return ItemView(item)
    return ItemView(item, answer.met, answer.day, answer.because)


def _todos(block: BlockView) -> list[str]:
    return [view.item.todo for view in block.items if not view.met]


def _unknown(block: BlockView) -> list[str]:
    return [view.item.todo for view in block.items if view.met is None]


def _listed(words: Sequence[str]) -> str:
    return "; ".join(words) if any("," in word for word in words) else ", ".join(words)
