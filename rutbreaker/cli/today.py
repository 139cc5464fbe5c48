"""``rut today``: the day as it stands."""

from argparse import Namespace
from collections.abc import Sequence

from rutbreaker.cli import output
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.output import quiet, strong
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.cli.wording import clock_time, dots, kind_word, told
from rutbreaker.context import Context
from rutbreaker.domain.checkins import RATING_NAMES, index, is_late, ratings_of, weekly_of
from rutbreaker.domain.dates import full_day
from rutbreaker.domain.log import LogLine
from rutbreaker.domain.models import Checkin
from rutbreaker.domain.slumps import words_of
from rutbreaker.domain.streaks import Streak
from rutbreaker.domain.telling import percent, periods, planned_words
from rutbreaker.domain.text import loose_tags
from rutbreaker.domain.words import RATINGS, WEEKLY_RATINGS
from rutbreaker.journal.day_view import DayView, day_view
from rutbreaker.journal.safety import is_held_back, safety_card
from rutbreaker.journal.slump import standing_slump
from rutbreaker.journal.streaks import streak_of
from rutbreaker.journal.trial_day import trial_today

_MOST_ROWS = 4
"""Rows of a terminal that one line may take: a page pasted into a win must not push the day out of sight."""

_HEADINGS = (("win", "Wins"), ("gratitude", "Gratitude"))
_MARKS = {"off": "day off", "sick": "sick"}


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain("", "rut today", "rut today --date yesterday", "rut today --json | jq .checkin.index")
    parser.option_date("another day")
    parser.option_json()


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Show the day."""
    day = shell.day(args.date)
    with shell.open() as context, context.connection.reading():
        view, streak = day_view(context, day), streak_of(context, "checkin")
        notices = _notices(context) if view.day == shell.today() and not args.json else []
        holds_back = not args.json and is_held_back(context)
    if args.json:
        from rutbreaker.cli import shapes

        output.as_json(
            {
                "day": view.day.isoformat(),
                "checkin": shapes.of_checkin(view.checkin) if view.checkin else None,
                "wins": [shapes.of_line(line) for line in view.lines if line.kind == "win"],
                "gratitude": [shapes.of_line(line) for line in view.lines if line.kind == "gratitude"],
                "streak": shapes.of_streak(streak),
            }
        )
    else:
        _show(shell, view, None if holds_back else streak, notices)
    return ExitCode.DONE


def _notices(context: Context) -> list[str]:
    """What there is to say of the days up to today, and what a trial asks of it."""
    card, slump, trial = safety_card(context), standing_slump(context), trial_today(context)
    said = []
    if card is not None:
        said.append(f"{card.opening} Something to read about that, and numbers to call: rut help-lines")
    if slump is not None:
        said.append(f"{slump.level.capitalize()}. {words_of(slump)}")
    if trial is not None:
        from rutbreaker.domain import trials as trial_words

        said.append(f"{trial_words.assignment(trial)}, {trial_words.place_words(trial)}.")
    return said


def _show(shell: Shell, view: DayView, streak: Streak | None, notices: Sequence[str]) -> None:
    is_today = view.day == shell.today()
    still = "still " if is_today and shell.clock.is_small_hours() else ""
    output.line(strong(f"{still}{full_day(view.day)}"))
    output.line()
    if view.checkin:
        _show_checkin(view.checkin)
    else:
        output.line("  No check-in yet.", quiet("   rut checkin" if is_today else ""))
    output.line()
    if is_today and streak is not None and (streak.current or streak.planned):
        output.line(f"  {_streak_words(streak)}")
        output.line()
    for notice in notices:
        output.line(f"  {notice}")
        output.line()
    for kind, heading in _HEADINGS:
        _show_lines(shell, heading, [line for line in view.lines if line.kind == kind])
    others = [line for line in view.lines if line.kind not in dict(_HEADINGS)]
    _show_lines(shell, "Also", others, with_kind=True)
    if not view.lines:
        output.line("  Nothing logged yet.", quiet('   rut win "..."   rut thanks "..."' if is_today else ""))


def _show_checkin(checkin: Checkin) -> None:
    for name, rating in zip(RATINGS, ratings_of(checkin), strict=True):
        output.line(f"  {name.capitalize():<10} ", dots(rating), f"  {rating or '-'}")
    for name, rating in zip(WEEKLY_RATINGS, weekly_of(checkin), strict=True):
        if rating is not None:
            output.line(f"  {RATING_NAMES[name]:<10} ", dots(rating), f"  {rating}  this week")
    found = index(checkin)
    words = [] if found is None else [f"index {found:.1f}"]
    if checkin.mark:
        words.append(f"{_MARKS[checkin.mark]}, so not in the statistics")
    elif found is not None and is_late(checkin):
        words.append("rated later, so not in the statistics")
    loose = [f"#{tag}" for tag in loose_tags(checkin.tags, checkin.note)]
    if words:
        output.line(f"  {' · '.join(words)}")
    if checkin.note or loose:
        output.line(f"  {' '.join((checkin.note, *loose)).strip()}")


def _streak_words(streak: Streak) -> str:
    words = [f"{periods(streak.current, streak.unit)} in a row", f"longest {streak.longest}"]
    if streak.planned:
        words += [planned_words(streak), f"strength {percent(streak.strength)}"]
    return " · ".join(words)


def _show_lines(shell: Shell, heading: str, lines: Sequence[LogLine], *, with_kind: bool = False) -> None:
    if lines:
        output.line(strong(heading))
    columns = output.columns()
    width = None if columns is None else _MOST_ROWS * columns
    for line in lines:
        kind = f"{kind_word(line):<11}" if with_kind else ""
        output.line(f"  {clock_time(shell, line) or '':<5}  ", kind, told(line), width=width)
