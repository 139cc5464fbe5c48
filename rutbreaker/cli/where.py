"""``rut where``: where everything lies, and how to remove it."""

from argparse import Namespace

from rutbreaker.cli import output
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.output import quiet
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.paths import words_hint

_NAMES = {"db": "data file", "config": "configuration", "log": "log of defects", "backups": "backups"}
_ASIDE = ("damaged", "replaced")
_BESIDE = ("-journal", "-wal", "-shm")
"""What SQLite puts beside the data file while it is at work."""


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "RUTBREAKER_HOME moves everything into one folder, --db the data file alone.",
        "rut where",
        "RUTBREAKER_HOME=~/journal rut where --json",
    )
    parser.option_json()


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Show the paths; nothing is made."""
    places = shell.places
    if args.json:
        output.as_json(places._asdict())
        return ExitCode.DONE
    import os
    import shlex

    for field, name in _NAMES.items():
        path = getattr(places, field)
        output.line(f"{name:<15} {path}", quiet("" if os.path.lexists(path) else "   (not there)"))
    traces = [places.db, *(places.db + suffix for suffix in _BESIDE), places.config, places.log, words_hint(places)]
    folders = dict.fromkeys(os.path.dirname(path) for path in traces)
    output.line()
    output.line("Nothing lies anywhere else. To remove every trace:")
    output.line(f"  rm -f {' '.join(map(shlex.quote, traces))}")
    # What a restore set aside; the stars are the shell's.
    output.line(f"  rm -f {' '.join(f'{shlex.quote(places.db)}.{word}-*' for word in _ASIDE)}")
    output.line(f"  rm -rf {shlex.quote(places.backups)}")
    output.line(f"  rmdir {' '.join(map(shlex.quote, folders))}")
    return ExitCode.DONE
