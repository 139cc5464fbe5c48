"""``rut --plain``: every pane as text in reading order, for screen readers and pipes.

A pane is what the commands that look at the same things print: one thing after the other, without boxes and columns
side by side.
"""

from collections.abc import Sequence
from importlib import import_module

from rutbreaker.actions import PANES, PURPOSES
from rutbreaker.cli import output
from rutbreaker.cli.commands import command_named
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.output import strong
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.errors import BadInput

_LINES = {
    "today": ("today",),
    "reflect": ("source", "log --kind reflection -n 10"),
    "goals": ("goal list",),
    "people": ("person list",),
    "gratitude": ("log --kind win --kind gratitude -n 20",),
    "change": ("change",),
    "review": ("streak", "review week", "helps"),
}
"""The command lines whose output a pane is made of."""


def show_panes(shell: Shell, words: Sequence[str]) -> ExitCode:
    """Print the panes that are named, or all of them in the order of their keys.

    Args:
        shell: the surroundings of the command.
        words: names or numbers of panes.

    Raises:
        BadInput: there is no such pane.
    """
    for pane in [_named(word) for word in words] or PANES:
        number = list(PANES).index(pane) + 1
        output.line(strong(f"{number} {PANES[pane]}"))
        output.line(PURPOSES[pane])
        output.line()
        for line in _LINES[pane]:
            _run(shell, line)
            output.line()
    return ExitCode.DONE


def _named(word: str) -> str:
    numbers = {str(number): pane for number, pane in enumerate(PANES, 1)}
    if word.lower() in PANES:
        return word.lower()
    if word in numbers:
        return numbers[word]
    raise BadInput(
        f"There is no pane “{word[:40]}”. There are: {', '.join(PANES)}; or their numbers, 1 to {len(PANES)}."
    )


def _run(shell: Shell, line: str) -> None:
    name, *arguments = line.split()
    command = command_named(name)
    assert command is not None  # noqa: S101 - the lines above are ours, and a test runs them all
    module = import_module(command.module)
    parser = Parser(command.name, command.line)
    module.configure(parser)
    module.run(shell, parser.read(arguments))
