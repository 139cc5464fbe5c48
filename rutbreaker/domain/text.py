"""Text as a person typed it: what is stored, what is shown, and which tags it holds.

Text is stored as typed, less what no terminal or database can carry. It is made safe where it is shown, on the screen
and on stdout alike: a control character becomes a visible sign, so that nothing typed, pasted or imported can speak to
the terminal.
"""

import re
from collections.abc import Iterable

from rutbreaker.errors import BadInput

LONGEST = 20_000_000
"""The longest text that is taken, in characters: far beyond anything typed, short of what would exhaust memory."""

LONGEST_TAG = 64
"""The longest tag, in characters; a longer word after a ``#`` is just a word."""


class _Signs(dict[int, int | None]):
    """What a character becomes: itself, unless it is among those given or a lone surrogate.

    The 2,048 surrogates are not listed, because every command would make that list at its start.
    """

    def __init__(self, given: dict[int, int | None], surrogate: int | None) -> None:
        super().__init__(given)
        self._surrogate = surrogate

    def __missing__(self, code: int) -> int | None:
        self[code] = self._surrogate if 0xD800 <= code < 0xE000 else code
        return self[code]


_SHOWN: dict[int, int | None] = {
    0x7F: 0x2421,
    **{code: 0x2400 + code for code in range(0x20) if code not in (9, 10)},
    **{code: 0xFFFD for block in (range(0x80, 0xA0), range(0x202A, 0x202F), range(0x2066, 0x206A)) for code in block},
    0x2028: 10,
    0x2029: 10,
}
"""C0, DEL, C1 and direction overrides, each to a sign that can be seen."""

_HIDDEN = _Signs(_SHOWN, 0xFFFD)
_HIDDEN_IN_LINE = _Signs(_SHOWN | {9: 0x20, 10: 0x21B5, 0x2028: 0x21B5, 0x2029: 0x21B5}, 0xFFFD)
_NOT_STORABLE = _Signs({0: None}, None)
_LINE_BREAK = r"[\r\n\u2028\u2029]+\s*"
_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0963\u0966-\u0dff\u0e00-\u0fff\u1000-\u109f"
"""Accents and vowel signs, which ``\\w`` leaves out although the words of many scripts are made with them."""
# Compiled when the first tag is looked for, because it takes longer than all else in here. A tag begins as a word does,
# with a letter somewhere before its first hyphen, and ends with no hyphen.
_TAG = rf"(?<![\w#&/])#(?=\w*[^\W\d_])([\w{_MARKS}-]+)(?<!-)"


def clean(text: str) -> str:
    """The text, safe to show over several lines: line breaks and tabs stay, control characters become signs."""
    text = text.replace("\r\n", "\n")
    return text if text.isascii() and text.isprintable() else text.translate(_HIDDEN)


def one_line(text: str, width: int | None = None) -> str:
    """The text, safe to show on one line; cut to ``width`` characters with an ellipsis when it is longer."""
    if width is not None and len(text) > width:
        text = text[: max(width - 1, 0)].rstrip() + "…"
    text = text.replace("\r\n", "\n")
    return text if text.isascii() and text.isprintable() else text.translate(_HIDDEN_IN_LINE)


def typed(text: str) -> str:
    """The text less NUL and lone surrogates, which can't be kept, and nothing else.

    Raises:
        BadInput: it is longer than ``LONGEST`` characters.
    """
    if len(text) > LONGEST:
        raise BadInput(f"This text has {len(text):,} characters; at most {LONGEST:,} can be kept.")
    return text.translate(_NOT_STORABLE)


def storable(text: str) -> str:
    """The same without the white space around it: what is kept of a text that is finished.

    Raises:
        BadInput: it is longer than ``LONGEST`` characters.
    """
    return typed(text).strip()


def flat(text: str) -> str:
    """The text as one storable line, line breaks made spaces; perhaps empty.

    Raises:
        BadInput: it is too long.
    """
    line = storable(text)
    return line if line.isprintable() else re.sub(_LINE_BREAK, " ", line)


def sentence(text: str, what: str) -> str:
    """The text as one storable line that says something; ``what`` names it in the refusal of an empty one.

    Raises:
        BadInput: nothing is left of it, or it is too long.
    """
    line = flat(text)
    if not line:
        raise BadInput(f"There is no text for {what}.")
    return line


def tags_in(text: str) -> tuple[str, ...]:
    """The tags written as ``#word`` in a text: lower case, each once, in the order met. ``#1`` is a number, no tag."""
    if "#" not in text:
        return ()
    found = (match.group(1).lower() for match in re.finditer(_TAG, text))
    return tuple(dict.fromkeys(tag for tag in found if len(tag) <= LONGEST_TAG))


def all_tags(text: str, tags: Iterable[str]) -> tuple[str, ...]:
    """The tags in a text, then those given beside it, each once.

    Raises:
        BadInput: one of those given is no tag.
    """
    return tuple(dict.fromkeys((*tags_in(text), *map(tag_named, tags))))


def loose_tags(tags: Iterable[str], text: str) -> list[str]:
    """Those of the tags that are not written in the text."""
    written = frozenset(tags_in(text))
    return [tag for tag in tags if tag not in written]


def tag_named(word: str) -> str:
    """The tag that a word stands for, with or without its ``#``.

    Raises:
        BadInput: it isn't one word of letters, digits, ``-`` and ``_`` with a letter in it.
    """
    bare = word.strip().removeprefix("#")
    if tags_in(f"#{bare}") != (bare.lower(),):
        shown = one_line(word, 40)
        raise BadInput(f"“{shown}” can't be a tag: a tag is one word of letters, digits, - and _, such as #ship.")
    return bare.lower()


def without_tag(text: str, tag: str) -> str:
    """The text with ``#tag`` made a plain word."""
    return re.sub(_TAG, lambda found: found.group(1) if found.group(1).lower() == tag else found.group(0), text)


def with_tag_renamed(text: str, old: str, new: str) -> str:
    """The text with ``#old`` written ``#new``."""
    return re.sub(_TAG, lambda found: f"#{new}" if found.group(1).lower() == old else found.group(0), text)
