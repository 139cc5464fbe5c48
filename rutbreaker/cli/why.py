"""``rut streak --why``: why a streak is the number it is."""

from argparse import Namespace

from rutbreaker.cli import output, shapes
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.output import strong
from rutbreaker.cli.shell import Shell
from rutbreaker.context import Context
from rutbreaker.domain.text import one_line
from rutbreaker.domain.why import Why
from rutbreaker.domain.why_words import why_parts
from rutbreaker.errors import BadInput
from rutbreaker.journal.streaks import KINDS, StreakRow, explain_streak, streak_table

_ALSO = {"check-in": "checkin", "checkins": "checkin", "check-ins": "checkin", "wins": "win", "thanks": "gratitude"}


def explain(shell: Shell, args: Namespace) -> ExitCode:
    """Explain the streak of a kind, or of a routine by the beginning of its text."""
    with shell.open() as context:
        row = _named(context, args.why)
        why = explain_streak(context, row.owner)
    if args.json:
        output.as_json(_shape(why))
        return ExitCode.DONE
    output.line(strong(row.name))
    for part in why_parts(why, shell.today()):
        output.line()
        output.line(strong(part.heading))
        for line in part.lines:
            output.line(f"  {line}")
    return ExitCode.DONE


def _named(context: Context, word: str) -> StreakRow:
    """The streak that is meant.

    Raises:
        BadInput: none is, or more than one routine.
    """
    rows = streak_table(context)
    wanted = word.strip().lower()
    kind = _ALSO.get(wanted, wanted.removesuffix("s") if wanted == "reflections" else wanted)
    found = [row for row in rows if row.owner == kind] or [
        row for row in rows if wanted and row.owner not in KINDS and row.name.lower().startswith(wanted)
    ]
    if len(found) == 1:
        return found[0]
    named = ", ".join([*KINDS, *(one_line(row.name, 40) for row in rows if row.owner not in KINDS)])
    several = "could be several" if found else "has no streak"
    raise BadInput(f"“{one_line(word, 40)}” {several}; there are {named}.")


def _shape(why: Why) -> shapes.Shape:
    return {
        "now": shapes.of_streak(why.now),
        "rule": why.rule,
        "run_from": why.run_from and why.run_from.isoformat(),
        "run_to": why.run_to and why.run_to.isoformat(),
        "recent": [
            period._asdict() | {"first": period.first.isoformat(), "last": period.last.isoformat()}
            for period in why.recent
        ],
        "breaks": why.breaks,
        "breaks_on": why.breaks_on and why.breaks_on.isoformat(),
        "next_day": why.next_day and why.next_day.isoformat(),
        "next": why.next and shapes.of_streak(why.next),
    }
