"""``rut restore``: bring a backup back in place of the data file."""

import sys
from argparse import Namespace

from rutbreaker.cli import output
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.domain.backups import REASONS, Backup
from rutbreaker.errors import BadInput
from rutbreaker.rescue import find_backup, restore


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "Without a word the newest sound backup comes back; else the one with that number or time, as in rut backup "
        "--list. The file that is there now is kept beside it, also when it is damaged. Close the dashboard first.",
        "rut restore --dry-run",
        "rut restore",
        "rut restore 2026-11-20",
        words="[WHICH]",
    )
    parser.option("--dry-run", help="say what would be done, and do nothing")
    parser.option("--yes", help="don't ask first")
    parser.option_json()


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Restore, once it was agreed to."""
    if len(args.words) > 1:
        raise BadInput(f"rut restore takes one backup at most.\n{args.usage}")
    places = shell.rescue_places
    backup = find_backup(places, args.words[0] if args.words else None)
    planned = restore(places, backup, shell.clock, dry_run=True)
    if not args.dry_run and not _is_agreed(backup, places.db, args):
        output.narrate("Nothing was changed.")
        return ExitCode.NOTHING
    done = planned if args.dry_run else restore(places, backup, shell.clock)
    if args.json:
        output.as_json({"backup": backup.path, "at": backup.made_at, "kept": done.kept, "done": not args.dry_run})
        return ExitCode.DONE
    output.narrate(f"{'Would restore' if args.dry_run else 'Restored'} {_named(backup)} to {places.db}")
    if done.kept:
        output.narrate(f"The file that was there {'would be' if args.dry_run else 'is'} kept as {done.kept}")
    return ExitCode.DONE


def _is_agreed(backup: Backup, path: str, args: Namespace) -> bool:
    if args.yes:
        return True
    if not (output.is_terminal(sys.stdin) and output.is_terminal(sys.stderr)):
        raise BadInput("rut restore asks first, which needs a terminal. Without one: rut restore --yes")
    output.tell(f"Put {_named(backup)} in the place of {path}? Type yes: ")
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _named(backup: Backup) -> str:
    why = REASONS.get(backup.reason, backup.reason)
    return f"the backup of {backup.made_at.replace('T', ' ').replace('Z', ' UTC')} ({why})"
