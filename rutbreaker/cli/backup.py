"""``rut backup``: make a backup now, or see which there are."""

import os
from argparse import Namespace

from rutbreaker.cli import output
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.output import quiet
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.domain.backups import REASONS, Backup
from rutbreaker.journal.backups import back_up
from rutbreaker.rescue import list_backups


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "One is made by itself on every day on which something is written, and before an update, an import and a "
        "restore. All of today and yesterday are kept, then 12 days, 10 weeks and 9 months. rut restore brings one "
        "back.",
        "rut backup",
        "rut backup --list",
    )
    parser.option("--list", help="the backups there are, the newest first")
    parser.option_json()


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Make one, or list them."""
    if args.list:
        return _list(shell, args)
    with shell.open() as context:
        made = back_up(context)
    if args.json:
        output.as_json(_shape(made))
    else:
        output.narrate(f"Backed up to {made.path}")
    return ExitCode.DONE


def _list(shell: Shell, args: Namespace) -> ExitCode:
    found = list_backups(shell.rescue_places)
    if args.json:
        output.as_json([_shape(backup) for backup in found])
        return ExitCode.DONE
    for backup in found:
        when, why = backup.made_at.replace("T", " ").replace("Z", " UTC"), REASONS.get(backup.reason, backup.reason)
        output.line(f"{backup.number:>6}  {when}  {_size(backup.size):>8}  ", quiet(why))
    if found:
        output.narrate(f"They lie in {os.path.dirname(found[0].path)}")
    else:
        output.narrate("No backups yet: one is made on the second day of use, and by rut backup.")
    return ExitCode.DONE


def _shape(backup: Backup) -> dict[str, object]:
    return {
        "number": backup.number,
        "at": backup.made_at,
        "reason": backup.reason,
        "path": backup.path,
        "size": backup.size,
    }


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
