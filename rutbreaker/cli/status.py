"""``rut status``: one short line, also for a shell prompt."""

from argparse import Namespace

from rutbreaker.cli import output
from rutbreaker.cli.exits import ExitCode, code_of
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.domain.telling import periods
from rutbreaker.errors import RutbreakerError
from rutbreaker.journal.streaks import Summary, summary
from rutbreaker.paths import is_there


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "",
        "rut status",
        "PS1='$(rut status --prompt) \\$ '",
    )
    parser.option("--prompt", help="as short as can be, and silent when there is nothing or something is wrong")
    parser.option_json()


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Show how today stands."""
    if not args.prompt:
        return _show(shell, as_json=args.json)
    shell.is_quiet = True
    try:
        if is_there(shell.places.db):
            with shell.open() as context:
                output.line(_shortest(summary(context)))
    except RutbreakerError as error:
        return code_of(error)
    return ExitCode.DONE


def _show(shell: Shell, *, as_json: bool) -> ExitCode:
    from rutbreaker.journal.safety import is_held_back  # which the prompt has no time for

    with shell.open() as context:
        found = summary(context)
        holds_back = not as_json and is_held_back(context)
    streak = found.streak
    if as_json:
        output.as_json(
            {
                "day": found.day.isoformat(),
                "checked_in": found.checked_in,
                "current": streak.current,
                "unit": streak.unit,
                "missing": streak.missing,
                "at_risk": streak.at_risk,
            }
        )
        return ExitCode.DONE
    state = "checked in" if found.checked_in else "no check-in today" if streak.missing else "no check-in expected"
    output.line(state.capitalize() if holds_back else f"{periods(streak.current, streak.unit)} in a row, {state}")
    return ExitCode.DONE


def _shortest(found: Summary) -> str:
    """The run with the first letter of its unit; a tick when today is done, a circle while it waits."""
    sign = "✓" if found.checked_in else "○" if found.streak.missing else ""
    return f"{found.streak.current}{found.streak.unit[0]} {sign}".strip()
