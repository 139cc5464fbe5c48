"""``rut purge``: delete for good, out of the history too."""

import sys
from argparse import Namespace

from rutbreaker.cli import output
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.context import Context
from rutbreaker.domain.telling import periods
from rutbreaker.domain.text import one_line
from rutbreaker.errors import BadInput
from rutbreaker.journal.log import find_by_id
from rutbreaker.journal.purging import Doomed, doomed_deleted, doomed_with, purge, renew_backups


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "What is purged is gone from the file, its history and its index, and nothing brings it back; rut delete can "
        "be undone. Backups made before still hold it: --backups puts one new backup in the place of all of them.",
        "rut purge 019ab3f0",
        "rut purge --deleted --backups",
        words="[ID]",
    )
    parser.option("--deleted", help="everything that was deleted")
    parser.option("--backups", help="make a new backup, and remove all earlier ones")
    parser.option("--yes", help="don't ask first")


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Say what would go, ask twice, and purge it."""
    if len(args.words) + args.deleted > 1 or not (args.words or args.deleted or args.backups):
        raise BadInput(f"rut purge takes one id, or --deleted.\n{args.usage}")
    with shell.open() as context:
        if not args.words and not args.deleted:
            return _renew(context, args)
        doomed, what = _doomed(context, args)
        if not doomed.keys:
            output.narrate("Nothing is deleted that could be purged.")
            return ExitCode.NOTHING
        if not _is_agreed(args, what):
            output.narrate("Nothing was purged.")
            return ExitCode.NOTHING
        left = purge(context, doomed)
        output.narrate(f"Purged: {_counted(doomed)}.")
        if args.backups:
            _say_renewed(context)
        elif left:
            output.narrate(f"{periods(left, 'backup')} may still hold it; rut purge --backups renews them.")
    return ExitCode.DONE


def _renew(context: Context, args: Namespace) -> ExitCode:
    if not _is_agreed(args, "all backups but a new one"):
        output.narrate("Nothing was purged.")
        return ExitCode.NOTHING
    _say_renewed(context)
    return ExitCode.DONE


def _say_renewed(context: Context) -> None:
    output.narrate(f"One new backup stands in the place of {periods(renew_backups(context), 'earlier one')}.")


def _doomed(context: Context, args: Namespace) -> tuple[Doomed, str]:
    if args.deleted:
        doomed = doomed_deleted(context)
        return doomed, f"everything that was deleted: {_counted(doomed)}"
    line = find_by_id(context, args.words[0])
    doomed = doomed_with(context, (line.kind, line.id))
    return doomed, f"“{one_line(line.text, 60)}”: {_counted(doomed)}"


def _counted(doomed: Doomed) -> str:
    return ", ".join(f"{number} {kind}" for kind, number in doomed.counts.items())


def _is_agreed(args: Namespace, what: str) -> bool:
    if args.yes:
        return True
    if not (output.is_terminal(sys.stdin) and output.is_terminal(sys.stderr)):
        raise BadInput("rut purge asks first, which needs a terminal. Without one: rut purge ... --yes")
    output.narrate(f"To be purged, {what}.")
    output.tell("Purge it? Type yes: ")
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        return False
    output.tell("It can't be undone, and nobody can bring it back. Type purge: ")
    return sys.stdin.readline().strip().lower() == "purge"
