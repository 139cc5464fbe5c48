"""Which of several things with titles somebody means by a few words: an id, a title, its beginning, or a part of it."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from rutbreaker.domain.text import one_line
from rutbreaker.errors import BadInput, NotFound

_SHOWN = 40
_MOST_NAMED = 5
_SHORTEST_ID = 8
"""An id is taken by its beginning from so many characters on; shorter words mean a title."""


class Titled(Protocol):
    """What has an id and a title."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def title(self) -> str:
        """Its title."""


Thing = TypeVar("Thing", bound=Titled)


def chosen(things: Sequence[Thing], words: str, what: str) -> Thing:
    """The one thing meant: by its title, else by a unique beginning or part of it, in whatever case, or by its id.

    Args:
        things: those there are.
        words: what was typed.
        what: what they are called, such as "option".

    Raises:
        BadInput: several could be meant, or nothing was typed.
        NotFound: none is.
    """
    wanted = _key(words)
    if not wanted:
        raise BadInput(f"There is no {what} named: write its title, or the beginning of it.")
    if len(wanted) >= _SHORTEST_ID:
        by_id = [thing for thing in things if thing.id.startswith(wanted)]
        if len(by_id) == 1:
            return by_id[0]
    keys = [(thing, _key(thing.title)) for thing in things]
    for found in (
        [thing for thing, key in keys if key == wanted],
        [thing for thing, key in keys if key.startswith(wanted)],
        [thing for thing, key in keys if wanted in key],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            raise BadInput(f"“{one_line(words.strip(), _SHOWN)}” could be {_named(found, ' or ')}: write more of it.")
    there = f"there are {_named(things, ', ')}" if things else "there is none yet"
    raise NotFound(f"No {what} is called “{one_line(words.strip(), _SHOWN)}”; {there}.")


def _key(text: str) -> str:
    import unicodedata

    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _named(things: Sequence[Titled], between: str) -> str:
    shown = between.join(one_line(thing.title, _SHOWN) for thing in things[:_MOST_NAMED])
    return shown if len(things) <= _MOST_NAMED else f"{shown} and {len(things) - _MOST_NAMED} more"
