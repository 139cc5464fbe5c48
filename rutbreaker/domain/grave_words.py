"""Words after which the safety card opens, for those who have asked for it: a short list, kept nowhere.

English alone, whole words, and deliberately few: it finds some of what somebody might write, never all of it, and a
match says nothing but that the card may be worth reading.
"""

import re

_PHRASES = (
    "better off dead",
    "better off without me",
    "can not go on",
    "can't go on",
    "cannot go on",
    "do not want to be here any more",
    "do not want to live",
    "don't want to be here any more",
    "don't want to be here anymore",
    "don't want to live",
    "end it all",
    "end my life",
    "ending my life",
    "harm myself",
    "hurt myself",
    "hurting myself",
    "kill myself",
    "killing myself",
    "no reason to live",
    "not worth living",
    "suicidal",
    "suicide",
    "take my own life",
    "want to die",
    "wish i was dead",
    "wish i were dead",
)

_ANY = re.compile(rf"\b(?:{'|'.join(map(re.escape, _PHRASES))})\b")


def is_grave(text: str) -> bool:
    """Whether a text holds one of the phrases, whatever its capitals, line breaks and apostrophes."""
    plain = " ".join(text.lower().replace("\u2019", "'").split())
    return _ANY.search(plain) is not None
