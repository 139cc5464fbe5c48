"""``rut demo``: the dashboard over sample data."""

from argparse import Namespace

from rutbreaker.cli.dashboard import open_dashboard
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "Opens fourteen invented months of one person in a temporary file: a settled time, a rut, its source, what "
        "was tried, and what helped. Change what you like; it is gone afterwards, and your own file isn't opened.",
        "rut demo",
    )


def run(shell: Shell, args: Namespace) -> int:
    """Show it until the user leaves."""
    return open_dashboard(shell.places, sample=True)
