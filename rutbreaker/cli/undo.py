"""``rut undo``: take back the last change, or look at what could be."""

import sys
from argparse import Namespace

from rutbreaker.cli import output
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.output import quiet
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.journal.history import list_done, undo

_SHOWN = 20


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "Also what was changed in the dashboard, and before a restart. Again goes further back; rut redo goes forward.",
        "rut undo",
        "rut undo --list",
    )
    parser.option("--list", help="what was done last, the newest first; nothing is taken back")
    parser.option_count()
    parser.option_json("with --list: as JSON")


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Take it back and say what it was, or list."""
    if args.list:
        return _list(shell, args)
    with shell.open() as context:
        output.narrate(f"Undone: {undo(context)}")
    return ExitCode.DONE


def _list(shell: Shell, args: Namespace) -> ExitCode:
    with shell.open() as context:
        found = list_done(context, args.count or _SHOWN)
    if args.json:
        output.as_json([{"at": done.at.isoformat(), "title": done.title, "undone": done.is_undone} for done in found])
        return ExitCode.DONE
    zone = shell.clock.now().tzinfo
    for done in found:
        state = "undone  " if done.is_undone else "        "
        width = output.columns() if output.is_terminal(sys.stdout) else None
        output.line(quiet(f"{done.at.astimezone(zone):%Y-%m-%d %H:%M}  "), state, done.title, width=width)
    if not found:
        output.narrate("Nothing was done yet.")
    return ExitCode.DONE
