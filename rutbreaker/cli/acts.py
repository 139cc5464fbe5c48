"""What a command with several acts does: ``rut goal`` adds, lists, closes, each with words and options of its own."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

_COLUMN = 26
_WIDTH = 80


class Act(NamedTuple):
    """One act of a command.

    Attributes:
        name: the words that choose it, such as ``option add``.
        words: what follows them, as the manual writes it.
        line: what it does, in one line.
        examples: how it looks in use.
        options: the options that it takes, by their names without dashes, with blanks between.
    """

    name: str
    words: str
    line: str
    examples: tuple[str, ...]
    options: str = ""

    @property
    def call(self) -> str:
        """The act with its words, as it is typed behind the command."""
        return f"{self.name} {self.words}".rstrip()


def acts_meant(acts: Iterable[Act], words: Sequence[str]) -> list[Act]:
    """The acts that the words begin, or begin with: one when they say which, several when a word is still open."""
    said = [word.lower() for word in words]

    def fits(act: Act) -> bool:
        name = act.name.split()
        return bool(said) and name[: len(said)] == said[: len(name)]

    return [act for act in acts if fits(act)]


def acts_table(acts: Iterable[Act]) -> str:
    """Acts and what they do, on lines of at most 80 characters."""
    import textwrap

    lines = []
    for act in acts:
        shown = f"  {act.call}"
        if len(shown) > _COLUMN - 2:
            lines.append(shown)
            shown = ""
        first, *more = textwrap.wrap(act.line, _WIDTH - _COLUMN)
        lines += [f"{shown:<{_COLUMN}}{first}", *(f"{'':<{_COLUMN}}{line}" for line in more)]
    return "\n".join(lines)


def options_of_acts(acts: Iterable[Act]) -> set[str]:
    """The names of all options that acts take."""
    return {name for act in acts for name in act.options.split()}
