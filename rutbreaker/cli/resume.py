"""``rut resume``: expect things again, after a pause."""

from argparse import Namespace

from rutbreaker.cli import output
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.cli.wording import dated
from rutbreaker.journal.pauses import resume


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "Every pause that covers the day, today unless another is given, ends the day before.",
        "rut resume",
        "rut resume mon",
        words="[DAY]",
    )


def run(shell: Shell, args: Namespace) -> ExitCode:
    """End the pauses and say so."""
    from rutbreaker.domain.days import parse_range

    day, _ = parse_range(" ".join(args.words) or "today", shell.today(), future=True)
    with shell.open() as context:
        ended = resume(context, day)
    reasons = " and ".join(dict.fromkeys(pause.reason for pause in ended))
    since = "today" if day == shell.today() else dated(shell, day)
    output.narrate(f"Resumed: things are expected again from {since} on (paused: {reasons}).")
    return ExitCode.DONE
