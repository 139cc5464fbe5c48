"""``rut tags``: every tag, with how often it was used."""

from argparse import Namespace

from rutbreaker.cli import output
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.output import quiet
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.domain.cells import cells, fit
from rutbreaker.domain.telling import periods
from rutbreaker.journal.log import list_tags


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain("The most used come first.", "rut tags", "rut tags --json")
    parser.option_json()


def run(shell: Shell, args: Namespace) -> ExitCode:
    """List the tags."""
    with shell.open() as context:
        found = list_tags(context)
    if args.json:
        output.as_json([{"tag": tag, "count": count, "last": last.isoformat()} for tag, count, last in found])
        return ExitCode.DONE
    longest = max((cells(each.tag) for each in found), default=0)
    for tag, count, last in found:
        output.line(f"#{fit(tag, longest)}  {periods(count, 'time'):>9}  ", quiet(f"last {last.isoformat()}"))
    if not found:
        output.narrate('No tags yet: they are words after #, as in: rut win "Shipped the importer #ship"')
    return ExitCode.DONE
