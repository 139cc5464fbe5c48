"""``rut redo``: do again what was undone last."""

from argparse import Namespace

from rutbreaker.cli import output
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.journal.history import redo


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain("As long as nothing else was done since. Again goes further forward.", "rut redo")


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Do it again and say what it was."""
    with shell.open() as context:
        output.narrate(f"Done again: {redo(context)}")
    return ExitCode.DONE
