"""``rut streak``: how steadily each thing was kept, told kindly."""

from argparse import Namespace
from datetime import date

from rutbreaker.cli import output, shapes
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.output import quiet, strong
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.domain.streaks import Streak
from rutbreaker.domain.telling import percent, periods, span, streak_words
from rutbreaker.journal.streaks import KINDS, Kind, streaks

_NAMES: dict[Kind, str] = {
    "checkin": "Check-ins",
    "win": "Wins",
    "gratitude": "Gratitude",
    "reflection": "Reflections",
}
_BEGIN = {
    "checkin": "rut checkin",
    "win": 'rut win "..."',
    "gratitude": 'rut thanks "..."',
    "reflection": "r in the dashboard",
}


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "Weekdays are expected, unless they are paused or marked; reflections once a week.",
        "rut streak",
        "rut streak --json | jq .checkin.current",
        "rut streak --why win",
    )
    parser.mean({"KIND": KINDS})
    parser.add_argument("--why", nargs="?", const="checkin", metavar="KIND", help="why one is the number it is")
    parser.option_json()


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Show the streaks, or explain one."""
    if args.why is not None:
        from rutbreaker.cli.why import explain

        return explain(shell, args)
    with shell.open() as context:
        found = streaks(context)
    if args.json:
        output.as_json({kind: shapes.of_streak(streak) for kind, streak in found.items()})
        return ExitCode.DONE
    today = shell.today()
    output.line(quiet(f"{'':<13}{'in a row':<11}{'longest':<34}{'kept':<12}strength"))
    for kind, name in _NAMES.items():
        output.line(strong(f"{name:<13}"), _row(found[kind], today))
    output.line()
    for kind, name in _NAMES.items():
        said = streak_words(found[kind], kept="kept") or f"none yet; begin with: {_BEGIN[kind]}"
        output.line(f"{name + ':':<13}", said)
    return ExitCode.DONE


def _row(streak: Streak, today: date) -> str:
    longest = "-"
    if streak.longest_from is not None and streak.longest_to is not None:
        longest = f"{streak.longest}  ({span(streak.longest_from, streak.longest_to, today)})"
    kept = f"{streak.kept} of {streak.planned}" if streak.planned else "-"
    return f"{periods(streak.current, streak.unit):<11}{longest:<34}{kept:<12}{percent(streak.strength):>5}"
