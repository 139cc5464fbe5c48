"""``rut undo``: take back the last change."""

from argparse import Namespace

from rutbreaker.cli import output
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.journal.history import undo


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "Also what was changed in the dashboard, and before a restart. Again goes further back; rut redo goes forward.",
        "rut undo",
    )


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Take it back and say what it was."""
    with shell.open() as context:
        output.narrate(f"Undone: {undo(context)}")
    return ExitCode.DONE
