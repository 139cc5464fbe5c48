"""``rut pause``: dates on which nothing is expected, before or after the fact."""

from argparse import Namespace
from collections.abc import Sequence

from rutbreaker.cli import output
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.cli.wording import dated
from rutbreaker.domain.models import Pause
from rutbreaker.domain.words import PAUSE_REASONS
from rutbreaker.errors import BadInput
from rutbreaker.journal.pauses import declare_pause, list_pauses


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "A pause stops expecting, never logging. Without days it begins today; without an end it lasts until\n"
        "rut resume.",
        "rut pause --reason ill",
        "rut pause 21 Dec..3 Jan --reason holiday",
        "rut pause -3..yesterday --reason ill",
        "rut pause --list",
        words="[DAY[..DAY]]",
    )
    parser.option("--reason", metavar="|".join(PAUSE_REASONS), help="why")
    parser.option("--list", help="show every pause instead")
    parser.option_json("with --list: as JSON")


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Declare the pause and say so, or list them all."""
    if args.list:
        with shell.open() as context:
            _show(list_pauses(context), args.json)
        return ExitCode.DONE
    if args.reason is None:
        raise BadInput(f"Say why, with --reason {'|'.join(PAUSE_REASONS)}.\n{args.usage}")
    from rutbreaker.domain.days import parse_range

    first, last = parse_range(" ".join(args.words) or "today", shell.today(), future=True)
    with shell.open(make=True) as context:
        pause = declare_pause(context, first, last, args.reason.lower())
    until = "until rut resume" if pause.until is None else f"to {dated(shell, pause.until)}"
    output.narrate(f"Paused: {pause.reason}, from {dated(shell, pause.day)} {until}.")
    return ExitCode.DONE


def _show(found: Sequence[Pause], as_json: bool) -> None:
    if as_json:
        output.as_json([_shape(pause) for pause in found])
        return
    for pause in found:
        until = "open" if pause.until is None else pause.until.isoformat()
        output.line(f"{pause.day.isoformat()}  {until:<10}  {pause.reason}")
    if not found:
        output.narrate("No pauses yet.")


def _shape(pause: Pause) -> dict[str, str | None]:
    return {
        "id": pause.id,
        "first": pause.day.isoformat(),
        "last": None if pause.until is None else pause.until.isoformat(),
        "reason": pause.reason,
    }
