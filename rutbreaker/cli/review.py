"""``rut review``: a week gathered, or a longer time summed up."""

from argparse import Namespace
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from rutbreaker.cli import output, shapes
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.domain.log import LogLine
from rutbreaker.domain.markdown import harmless
from rutbreaker.domain.models import Goal
from rutbreaker.domain.review import Kept, LookBack, Mean, WeekOf, WeekView
from rutbreaker.domain.review_words import period_parts, week_parts
from rutbreaker.domain.telling import span
from rutbreaker.domain.text import one_line
from rutbreaker.domain.weekly import prompt_of
from rutbreaker.domain.why_words import Part
from rutbreaker.errors import BadInput
from rutbreaker.journal.review import look_back, week

_FORMATS = ("md", "json")
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "A week shows what it held and its review; anything longer is summed up. The review itself is written in the "
        "dashboard: 7, then W.",
        "rut review week",
        "rut review month --date 'last month'",
        "rut review 2026-07-01..2026-09-30 --format json",
        words="[week|month|quarter|year|DAY..DAY]",
    )
    parser.option("--date", metavar="DAY", help="the week, month, quarter or year that this day lies in")
    parser.option("--format", metavar="md|json", help="md unless said")
    parser.option_json("the same as --format json")


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Show the time in Markdown or as JSON."""
    format_ = "json" if args.json else (args.format or "md").lower()
    if format_ not in _FORMATS:
        raise BadInput(f"“{one_line(args.format, 20)}” is no format; there are {' and '.join(_FORMATS)}.")
    today = shell.today()
    words = " ".join(args.words).lower() or "week"
    first, last = _period(words, args, today)
    with shell.open() as context:
        found = week(context, first) if words == "week" else look_back(context, first, last)
    if format_ == "json":
        output.as_json(_of_week(found) if isinstance(found, WeekView) else _of_period(found))
    elif isinstance(found, WeekView):
        title = prompt_of(first).removeprefix("Weekly review ")
        _show(f"Week {title}, {span(first, last, date.min)}", week_parts(found))
        if found.review is not None:
            output.line()
            output.block(harmless(found.review.text))
    else:
        _show(span(first, last, date.min), period_parts(found, today))
    return ExitCode.DONE


def _period(words: str, args: Namespace, today: date) -> tuple[date, date]:
    """The first and the last day that is meant, the last one perhaps still to come."""
    from rutbreaker.domain.days import parse_range, parse_since

    if ".." in words:
        first, last = parse_range(words, today)
        return first, last or today
    day = parse_since(args.date, today) if args.date is not None else today
    if words == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    if words not in _MONTHS:
        shown = one_line(words, 40)
        raise BadInput(
            f"“{shown}” is no time to look back on: give week, month, quarter, year, or DAY..DAY.\n{args.usage}"
        )
    months = _MONTHS[words]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    following = first.year * 12 + first.month - 1 + months
    return first, date(following // 12, following % 12 + 1, 1) - timedelta(days=1)


def _show(title: str, parts: Iterable[Part]) -> None:
    output.line(f"# {title}")
    for part in parts:
        output.line()
        output.line(f"## {part.heading}")
        output.line()
        for line in part.lines:
            output.line(f"- {harmless(line)}")


def _of_week(found: WeekView) -> shapes.Shape:
    return {
        "first": found.monday.isoformat(),
        "last": (found.monday + timedelta(days=6)).isoformat(),
        "means": _of_means(found.means),
        "switch_off": found.switch_off,
        "say": found.say,
        "minutes_worked": found.worked.minutes,
        "kept": _of_kept(found.kept),
        "wins": _of_lines(found.wins),
        "gratitude": _of_lines(found.gratitude),
        "done": _of_lines(found.done),
        "closed": _of_goals(found.closed),
        "sessions": [shapes.of_line(line) | {"minutes": line.minutes, "goal": line.goal} for line in found.sessions],
        "contacts": _of_lines(found.contacts),
        "last_try": found.last_try,
        "review": found.review.text if found.review else None,
    }


def _of_period(found: LookBack) -> shapes.Shape:
    return {
        "first": found.first.isoformat(),
        "last": found.last.isoformat(),
        "means": _of_means(found.means),
        "kept": _of_kept(found.kept),
        "counts": dict(found.counts),
        "minutes": found.minutes,
        "closed": _of_goals(found.closed),
        "best": _of_weekly(found.best),
        "hardest": _of_weekly(found.hardest),
        "tags": [{"tag": tag, "uses": uses} for tag, uses in found.tags],
        "people": [{"name": name, "contacts": count} for name, count in found.people],
    }


def _of_means(means: Sequence[Mean]) -> list[shapes.Shape]:
    return [mean._asdict() | {"mean": round(mean.mean, 2)} for mean in means]


def _of_kept(kept: Sequence[Kept]) -> list[shapes.Shape]:
    return [each._asdict() for each in kept]


def _of_lines(lines: Sequence[LogLine]) -> list[shapes.Shape]:
    return [shapes.of_line(line) for line in lines]


def _of_goals(goals: Sequence[Goal]) -> list[shapes.Shape]:
    return [{"id": goal.id, "title": goal.title, "verdict": goal.verdict} for goal in goals]


def _of_weekly(found: WeekOf | None) -> shapes.Shape | None:
    return (
        None
        if found is None
        else {"monday": found.monday.isoformat(), "mean": round(found.mean, 2), "days": found.days}
    )
