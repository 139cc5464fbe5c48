"""``rut hours``: log the hours worked, by number or by the clock, or see the week's."""

from argparse import Namespace
from datetime import datetime, timedelta

from rutbreaker.cli import output
from rutbreaker.cli.acts import Act
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.output import quiet, strong
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.cli.wording import dated
from rutbreaker.domain.dates import full_day
from rutbreaker.domain.durations import minutes_words
from rutbreaker.domain.hours import WorkedWeek, read_hours, worked_words
from rutbreaker.domain.weekly import week_name
from rutbreaker.errors import BadInput
from rutbreaker.journal.hours import hours_week, log_hours, running_since, start_hours, stop_hours

_ACTS = (
    Act("start", "", "start the clock", ("rut hours start",)),
    Act("stop", "", "stop it, and add what it ran to its day", ("rut hours stop",)),
)


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "A bare number is hours. Again on the same day replaces what was logged; the clock adds to it. With a limit "
        "of your own in config.toml, such as hours_limit = 40, the week is shown beside it.",
        "rut hours 9",
        "rut hours 8h30 --date yesterday",
        "rut hours --date 'last week'",
        words="[HOURS|start|stop]",
    )
    parser.has_acts(*_ACTS)
    parser.option_date("the day it was, or a day of the week to show")
    parser.option_json("the week as JSON")


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Log hours and say so, or show the week."""
    words = " ".join(args.words).lower()
    if words in ("start", "stop"):
        if args.date is not None:
            raise BadInput("The clock starts and stops now. Of another day say how long it was: rut hours 9 --date mon")
        return _start(shell) if words == "start" else _stop(shell)
    if words:
        minutes, day = read_hours(words), shell.day(args.date)
        with shell.open(make=True) as context:
            hours = log_hours(context, minutes, day=day)
            week = hours_week(context, hours.day)
        output.narrate(f"Logged: {minutes_words(hours.minutes)} ({dated(shell, hours.day)}). {_this_week(week)}")
        return ExitCode.DONE
    from rutbreaker.domain.days import parse_since

    day = None if args.date is None else parse_since(args.date, shell.today())
    with shell.open() as context:
        week, since = hours_week(context, day), running_since(context)
    if args.json:
        _as_json(week, since)
    else:
        _show(week, since)
    return ExitCode.DONE


def _start(shell: Shell) -> ExitCode:
    with shell.open(make=True) as context:
        since = start_hours(context)
    output.narrate(f"Running since {since:%H:%M}; rut hours stop ends it.")
    return ExitCode.DONE


def _stop(shell: Shell) -> ExitCode:
    with shell.open() as context:
        hours, added = stop_hours(context)
        week = hours_week(context, hours.day)
    total = "" if hours.minutes == added else f", {minutes_words(hours.minutes)} in all"
    output.narrate(f"Logged: {minutes_words(added)} more{total} ({dated(shell, hours.day)}). {_this_week(week)}")
    return ExitCode.DONE


def _this_week(week: WorkedWeek) -> str:
    return f"That week: {worked_words(week)}."


def _show(week: WorkedWeek, since: datetime | None) -> None:
    for each in week.days:
        output.line(quiet(f"{full_day(each.day)}  "), minutes_words(each.minutes))
    if week.days:
        output.line(strong(f"Week {week_name(week.monday)}: {worked_words(week)}"))
    else:
        output.narrate(f"No hours logged in week {week_name(week.monday)}; rut hours 9 logs today's.")
    if since is not None:
        output.narrate(f"Running since {since:%H:%M}.")


def _as_json(week: WorkedWeek, since: datetime | None) -> None:
    output.as_json(
        {
            "first": week.monday.isoformat(),
            "last": (week.monday + timedelta(days=6)).isoformat(),
            "days": [{"day": each.day.isoformat(), "minutes": each.minutes} for each in week.days],
            "minutes": week.minutes,
            "limit": week.limit,
            "running_since": since and since.isoformat(timespec="seconds"),
        }
    )
