"""``rut doctor``: look the data file and what surrounds it through."""

import sys
from argparse import Namespace

from rutbreaker import __version__
from rutbreaker.cli import output
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.output import quiet, strong
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.doctor import counts, examine, repair
from rutbreaker.domain.health import SIGNS, Check, is_damaged
from rutbreaker.errors import RutbreakerError


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "Holds what you wrote against the history, checks the file, its backups, its rights and its place. Changes "
        "nothing. Exit code 4 says that something you wrote is damaged or missing.",
        "rut doctor",
        "rut doctor --report",
        "rut doctor --repair",
    )
    parser.option("--report", help="versions and counts alone, to show to others: none of your words, no path")
    parser.option("--repair", help="make indexes anew, after a backup")
    parser.option_json()


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Examine, and say what was found."""
    places, now = shell.rescue_places, shell.clock.now()
    if args.repair:
        made = repair(places, now)
        output.narrate(f"The indexes are made anew. Before that, it was backed up to {made.path}")
    checks = examine(places, now)
    code = ExitCode.UNUSABLE if is_damaged(checks) else ExitCode.DONE
    if args.report:
        _report(shell, checks)
    elif args.json:
        output.as_json([check._asdict() for check in checks])
    else:
        _show(checks, f"{now:%Y-%m-%d %H:%M}")
    return code


def _show(checks: list[Check], when: str) -> None:
    for check in checks:
        line = check.line if check.state == "well" else strong(check.line)
        output.line(f"{SIGNS[check.state]} ", line)
        for detail in check.details:
            output.line("    ", detail)
        if check.advice:
            output.line("    ", quiet(check.advice))
    worst = min(("damaged", "look", "well").index(check.state) for check in checks)
    said = ("Something is damaged.", "Nothing is lost; see what stands behind !.", "All is well.")[worst]
    output.line()
    output.line(strong(said), quiet(f"   checked {when}"))


def _report(shell: Shell, checks: list[Check]) -> None:
    engine = next((check.line for check in checks if check.key == "engine"), "")
    output.line(f"rutbreaker {__version__}, Python {sys.version.split()[0]}, {sys.platform}. {engine}")
    output.line(" ".join(f"{check.key}:{check.state}" for check in checks))
    try:
        output.line(" ".join(f"{kind}:{number}" for kind, number in counts(shell.rescue_places).items() if number))
    except RutbreakerError as error:
        output.line(f"nothing could be counted: {type(error).__name__}")
