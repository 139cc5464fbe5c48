"""The check-in asked on a terminal: one key a question, and nothing is kept before the end."""

import os
import select
import sys
import termios
import tty
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from rutbreaker.cli import output
from rutbreaker.cli.wording import dots
from rutbreaker.domain.checkins import QUESTIONS, RATING_NAMES, WEEKLY_QUESTIONS
from rutbreaker.domain.models import Checkin
from rutbreaker.domain.words import RATINGS

_ENTER = ("\r", "\n")
_BACK = ("\x7f", "\b")
_LEAVE = ("\x1b", "\x04", "")
_MARKS = {"o": "off", "x": "sick"}
_MARK_WORDS = {"off": "day off", "sick": "sick day"}
_INDENT = " " * 10


class Answers(NamedTuple):
    """What was answered: ratings by name (None where skipped), the line about the day, and its mark."""

    ratings: dict[str, int | None]
    note: str | None = None
    mark: str | None = None


def ask_on_terminal(day: str, earlier: Checkin | None, names: Sequence[str] = RATINGS) -> Answers | None:
    """Ask the questions, then for a line about the day; None when the person left.

    Args:
        day: the day, in words.
        earlier: the day's check-in as it stands, if there is one.
        names: the ratings to ask for.
    """
    output.narrate(f"Check-in: {day}. 1 to 5 rates, - skips, Backspace goes back,")
    output.narrate("o day off, x sick, Enter ends, Esc leaves without checking in.\n")
    with single_keys():
        answers = ask(read_key, output.tell, earlier, names)
    if answers is None or answers.mark or len(answers.ratings) < len(RATINGS):
        return answers
    output.tell("A line about the day, with #tags (Enter for none): ")
    return answers._replace(note=sys.stdin.readline().strip() or None)


def ask(
    read_key: Callable[[], str], tell: Callable[[str], None], earlier: Checkin | None, names: Sequence[str] = RATINGS
) -> Answers | None:
    """Ask the questions by single keys; None when the person left.

    Args:
        read_key: gives the next key, empty at the end of input.
        tell: shows a piece of text.
        earlier: the check-in as it stands, if there is one.
        names: the ratings to ask for.
    """
    ratings: dict[str, int | None] = {}
    while len(ratings) < len(names):
        name = names[len(ratings)]
        tell(_question(name, getattr(earlier, name, None)))
        key = _next_key(read_key)
        if key in _LEAVE:
            tell("\n")
            return None
        if key in _ENTER:
            tell("\n")
            break
        if key in _MARKS:
            mark = _MARKS[key]
            tell(f"{_MARK_WORDS[mark]}\n")
            return Answers(ratings, mark=mark)
        if key in _BACK:
            tell("back\n")
            if ratings:
                ratings.popitem()
            continue
        ratings[name] = None if key == "-" else int(key)
        tell(f"{dots(ratings[name])} {key}\n")
    return Answers(ratings)


def _question(name: str, earlier: int | None) -> str:
    question, low, high = (QUESTIONS | WEEKLY_QUESTIONS)[name]
    now = "" if earlier is None else f"   (now {earlier})"
    return f"{RATING_NAMES[name]:<9} {question}{now}\n{_INDENT}1 {low} ... 5 {high}   "


def _next_key(read_key: Callable[[], str]) -> str:
    """The next key that means something here."""
    while True:
        key = read_key()
        if key in (*"12345-", *_MARKS, *_ENTER, *_BACK, *_LEAVE):
            return key


def read_key() -> str:
    """One key from the terminal; an arrow or the like, which sends several characters, gives one that means nothing."""
    source = sys.stdin.fileno()
    key = os.read(source, 1)
    if key == b"\x1b" and select.select([source], [], [], 0.05)[0]:
        if os.read(source, 1) in (b"[", b"O"):
            while b"" < os.read(source, 1) < b"@":
                pass
        return "?"
    return key.decode("ascii", "replace")


@contextmanager
def single_keys() -> Iterator[None]:
    """Let the terminal hand over each key as it is pressed; keys pressed before are not thrown away."""
    source = sys.stdin.fileno()
    before = termios.tcgetattr(source)
    try:
        tty.setcbreak(source, termios.TCSADRAIN)
        yield
    finally:
        termios.tcsetattr(source, termios.TCSADRAIN, before)
