"""``rut checkin``: rate the day, in one line or digit by digit."""

import sys
from argparse import Namespace
from datetime import date

from rutbreaker.cli import output
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.cli.wording import dated
from rutbreaker.context import Context
from rutbreaker.domain.checkins import RATING_NAMES, index, is_done, rating_of, ratings_of, weekly_of
from rutbreaker.domain.models import Checkin
from rutbreaker.domain.telling import periods
from rutbreaker.domain.text import one_line
from rutbreaker.domain.words import RATINGS, WEEKLY_RATINGS
from rutbreaker.errors import BadInput, NotFound
from rutbreaker.journal.checkins import check_in, read_ratings
from rutbreaker.journal.day_view import day_view
from rutbreaker.journal.safety import is_held_back
from rutbreaker.journal.sheet import asks_weekly
from rutbreaker.journal.streaks import streak_of
from rutbreaker.journal.today import first_words

_MARKS = {"off": "day off", "sick": "sick"}


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        f"In this order: {', '.join(RATINGS)}; - skips one.\n"
        "Again on the same day amends what is given. Without ratings it asks, on a terminal.",
        'rut checkin 3 2 4 3 5 -n "long review #meetings"',
        "rut checkin 32-35 --date yesterday",
        "rut checkin --sick",
        words="[RATING...]",
    )
    parser.option("-n", "--note", metavar="TEXT", help="a line about the day; words after # in it are tags")
    parser.option("--switch-off", metavar="N", help="how well you could switch off after work this week, 1 to 5")
    parser.option("--say", metavar="N", help="how much say you had this week, 1 to 5")
    parser.option("--off", help="mark the day as a day off")
    parser.option("--sick", help="mark the day as a sick day")
    parser.option("--no-mark", help="take a mark away")
    parser.option_date("the day it is for")
    parser.option_tags("a tag that isn't in the note; may be given again")


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Check in and say so."""
    ratings, note, mark = read_ratings(args.words) | _weekly(args), args.note, _mark(args)
    day = shell.day(args.date) or shell.today()
    if not (ratings or note is not None or mark is not None or args.tag):
        ratings, note, mark = _asked(shell, args, day)
    elif not (any(ratings.values()) or mark or (note or "").strip()):
        _refuse_unless_there(shell, day)
    with shell.open(make=True) as context:
        checkin = check_in(context, ratings, day=day, note=note, tags=args.tag, mark=mark)
        said = _said(context, checkin)
        news = first_words(context) if day == shell.today() else ""
    done = "Checked in" if is_done(checkin) else "Marked" if checkin.mark else "Noted"
    output.narrate(f"{done}: {said[0]} ({', '.join((dated(shell, day), *said[1:]))})")
    if news:
        output.narrate(news)
    return ExitCode.DONE


def _weekly(args: Namespace) -> dict[str, int | None]:
    """The ratings of the week, as far as they were given."""
    given = {name: getattr(args, name) for name in WEEKLY_RATINGS}
    return {name: rating_of(word, name) for name, word in given.items() if word is not None}


def _mark(args: Namespace) -> str | None:
    if args.off + args.sick + args.no_mark > 1:
        raise BadInput("A day is marked --off or --sick, or has --no-mark, not two of them.")
    return "off" if args.off else "sick" if args.sick else "" if args.no_mark else None


def _asked(shell: Shell, args: Namespace, day: date) -> tuple[dict[str, int | None], str | None, str | None]:
    if not (output.is_terminal(sys.stdin) and output.is_terminal(sys.stderr)):
        raise BadInput(
            f"There are no ratings, and no terminal to ask on. Understood are five digits 1 to 5 "
            f"({', '.join(RATINGS)}), with - to skip one: rut checkin 3 2 4 - 5\n{args.usage}"
        )
    from rutbreaker.cli.asking import ask_on_terminal

    with shell.open() as context:
        earlier = day_view(context, day).checkin
        names = (*RATINGS, *WEEKLY_RATINGS) if asks_weekly(context, day) else RATINGS
    answers = ask_on_terminal(dated(shell, day), earlier, names)
    if answers is None:
        raise NotFound("Left without checking in; nothing was changed.")
    return answers.ratings, answers.note, answers.mark


def _refuse_unless_there(shell: Shell, day: date) -> None:
    """Nothing but skips and tags can amend a check-in, not make one; told before a data file is made for it."""
    with shell.open() as context:
        if day_view(context, day).checkin is None:
            raise BadInput("A check-in needs at least one rating from 1 to 5, a note, or a mark (--off, --sick).")


def _said(context: Context, checkin: Checkin) -> list[str]:
    """What was noted, then the index and the streak as far as there are any."""
    ratings = zip((*RATINGS, *WEEKLY_RATINGS), (*ratings_of(checkin), *weekly_of(checkin)), strict=True)
    given = [f"{RATING_NAMES[name].lower()} {rating}" for name, rating in ratings if rating is not None]
    words = [", ".join([*given, *([_MARKS[checkin.mark]] if checkin.mark else [])]) or one_line(checkin.note, 60)]
    found = index(checkin)
    if found is not None:
        words.append(f"index {found:.1f}")
    if is_done(checkin) and not is_held_back(context):
        streak = streak_of(context, "checkin")
        words.append(f"{periods(streak.current, streak.unit)} in a row")
    return words
