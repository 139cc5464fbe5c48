"""Questions to write about, in words of our own, and whose turn it is.

Writing about a trouble helps little by itself, so every prompt ends in a next step, and several ask for the view of a
friend, which makes the step easier to see.
"""

from collections.abc import Collection, Mapping
from datetime import date
from itertools import chain, zip_longest
from typing import NamedTuple

GENERAL = "general"
"""What the prompts belong to that fit any source."""


class Prompt(NamedTuple):
    """A question to write about; ``source`` is the key of the source it fits, or ``GENERAL``."""

    source: str
    text: str


_BY_SOURCE: dict[str, tuple[str, ...]] = {
    GENERAL: (
        "What has been on your mind most this week? What is one small thing you could do about it tomorrow?",
        "A friend tells you that their work feels the way yours does now. What would you advise them to do first?",
        "What went better than you expected lately? How could you have more of it next week?",
        "What are you putting off? What would the first ten minutes of it look like, and when could they be?",
        "It is a year from now and things are better. What did you change first, and what of it can begin this week?",
        "What did you believe about your work a year ago that is no longer true? What follows from that?",
    ),
    "overload": (
        "What is on your plate now? Which one thing could you drop, hand over or do less well, and whom do you tell?",
        "When did you last feel rested? What made it so, and on which evening this week can you have some of it?",
        "What would you take off the desk of a friend who carried as much as you do? When do you take it off yours?",
    ),
    "challenge": (
        "When did work last absorb you so much that you forgot the time? What would bring back an hour of that?",
        "What could you do half asleep by now? What would be the next harder size of it, and who could give it to you?",
        "What would you like to be able to do a year from now? What is the first piece you could learn this week?",
    ),
    "interest": (
        "Which part of your work would you still do if nobody asked for it? How do you make room for it this week?",
        "What did you care about when you began here? What is left of it, and where could you go and look for it?",
        "What do you read about or tinker with when nobody watches? Which bit of it could you let into your work?",
    ),
    "alone": (
        "Who knows how you really are at work? What is one honest sentence you could say to whom, and when?",
        "What have you been trying to solve all by yourself? Whom could you ask for one small piece of help with it?",
        "Whom did you once enjoy working with? What could you write to them today, in two lines?",
    ),
    "life": (
        "What did you give up for work this month that you miss? Which hour of this week do you give back to it?",
        "At what time would you like to stop working, and what usually keeps you? What will you do when it comes up?",
        "What would the people closest to you like to have more of? On which day can they have it?",
    ),
    "recognition": (
        "What did you do well that nobody noticed? Who ought to know of it, and how will you tell them?",
        "Where do you stand now that you did not half a year ago? What would show the next bit of the way?",
        "What would be a fair return for what you give? Which part of it could you ask for, whom, and by when?",
    ),
}

PROMPTS: tuple[Prompt, ...] = tuple(
    prompt
    for prompt in chain.from_iterable(
        zip_longest(*([Prompt(source, text) for text in texts] for source, texts in _BY_SOURCE.items()))
    )
    if prompt is not None
)
"""Every prompt: one of each source in turn, so that the first few are about different things."""


def in_turn(last_used: Mapping[str, date], fitting: Collection[str] = (), likely: Collection[str] = ()) -> list[Prompt]:
    """All prompts, whose turn it is first: never used, then used longest ago.

    Args:
        last_used: the day on which each prompt was last answered, by its text.
        fitting: the sources that somebody is working on; their prompts stand before those of others.
        likely: the sources that a rut most likely comes from; their prompts stand before all.
    """

    def turn(prompt: Prompt) -> tuple[bool, bool, date]:
        return prompt.source not in likely, prompt.source not in fitting, last_used.get(prompt.text, date.min)

    return sorted(PROMPTS, key=turn)
