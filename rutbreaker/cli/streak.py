"""``rut streak``: how steadily each thing was kept, told kindly."""

from argparse import Namespace
from datetime import date

from rutbreaker.cli import output, shapes
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.numbers import percent, periods
from rutbreaker.cli.output import quiet, strong
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.cli.wording import span
from rutbreaker.domain.streaks import Streak
from rutbreaker.journal.streaks import Kind, streaks

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
    output.line(quiet(f"{'':<13}{'in a row':<11}{'longest':<31}{'kept':<12}strength"))
    for kind, name in _NAMES.items():
        output.line(strong(f"{name:<13}"), _row(found[kind], today))
    output.line()
    for kind, name in _NAMES.items():
        output.line(f"{name + ':':<13}", _words(found[kind], _BEGIN[kind]))
    return ExitCode.DONE


def _row(streak: Streak, today: date) -> str:
    longest = "-"
    if streak.longest_from is not None and streak.longest_to is not None:
        longest = f"{streak.longest}  ({span(streak.longest_from, streak.longest_to, today)})"
    kept = f"{streak.kept} of {streak.planned}" if streak.planned else "-"
    return f"{periods(streak.current, streak.unit):<11}{longest:<31}{kept:<12}{percent(streak.strength):>5}"


def _words(streak: Streak, begin: str) -> str:
    """What the figures mean for today; after a break, what was kept."""
    if not streak.longest:
        return f"none yet; begin with: {begin}"
    now = "today" if streak.unit == "day" else f"this {streak.unit}"
    if streak.current and not streak.missing:
        said = f"kept {now}"
    elif streak.current:
        said = f"{now} is open{_left(streak)}"
    else:
        said = f"a new run begins with the next one; {periods(streak.longest, streak.unit)} were kept in a row before"
    if streak.returns:
        said += f"; came back {'once' if streak.returns == 1 else f'{streak.returns} times'}"
    return said


def _left(streak: Streak) -> str:
    """What the open period still needs, and whether there is time to spare."""
    if streak.days_left is None or streak.days_left == 0:
        return ""
    if streak.unit == "day":
        return ", and in its last hours" if streak.at_risk else ""
    spare = "every day left is needed" if streak.at_risk else f"{periods(streak.days_left, 'day')} left"
    return f": {streak.missing} more, {spare}"
