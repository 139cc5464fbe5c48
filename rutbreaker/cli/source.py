"""``rut source``: what the rut may come from, ranked by the answers of the source finder, which ``--ask`` runs."""

import sys
from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from rutbreaker.cli import output
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.output import quiet, strong
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.cli.wording import dated, dots
from rutbreaker.context import Context
from rutbreaker.domain.statements import HIGH, LOW, OPENING
from rutbreaker.domain.words import SOURCE_NAMES
from rutbreaker.errors import BadInput
from rutbreaker.journal.source import (
    Questionnaire,
    SourceView,
    answer_statement,
    finish_sitting,
    questionnaire,
    source_view,
)

if TYPE_CHECKING:
    from rutbreaker.insight.sources import Change, Source

_OUTSIDE = "This may not be mainly about work."
_BACK = ("\x7f", "\b")
_LEAVE = ("\x1b", "\x04", "")


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "It ranks overload, too little challenge, lost interest, being alone with it, work that\n"
        "swallows life and no recognition by 28 statements. --ask asks them, on a terminal.",
        "rut source",
        "rut source --ask",
        "rut source --json | jq '.sources[0].key'",
    )
    parser.option("--ask", help="answer the statements, or go on with those that are open")
    parser.option_json()


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Show the ranking, after asking if that is wished."""
    if args.ask:
        if not (output.is_terminal(sys.stdin) and output.is_terminal(sys.stderr)):
            raise BadInput(f"--ask asks on a terminal, and there is none.\n{args.usage}")
        from rutbreaker.cli.asking import read_key, single_keys

        with shell.open(make=True) as context:
            output.narrate(f"{OPENING} 1 {LOW} ... 5 {HIGH}.")
            output.narrate("- skips, Backspace goes back, Esc leaves; what is answered is kept.\n")
            with single_keys():
                is_finished = ask(context, read_key, output.tell)
        if not is_finished:
            return ExitCode.DONE
    with shell.open() as context:
        view = source_view(context)
    if args.json:
        output.as_json(_shape(view))
    else:
        _show(shell, view)
    return ExitCode.DONE


def ask(context: Context, read_key: Callable[[], str], tell: Callable[[str], None]) -> bool:
    """Ask the open statements by single keys, keeping each answer at once; whether the sitting was finished.

    Args:
        context: where it is kept.
        read_key: gives the next key, empty at the end of input.
        tell: shows a piece of text.
    """
    found = questionnaire(context)
    of = len(found.statements)
    # Where all were skipped there is nothing to finish, so they are asked from the first.
    place = found.place if any(found.answers.values()) else found.place % of
    while place < of:
        statement = found.statements[place]
        earlier = found.answers.get(statement.key)
        now = "" if earlier is None else f"  (now {earlier})"
        tell(f"{place + 1:>2} of {of}  {statement.text}{now}  ")
        key = _next_key(read_key)
        if key in _LEAVE:
            tell(f"\n\n{_left(questionnaire(context))}\n")
            return False
        if key in _BACK:
            tell("back\n")
            place = max(place - 1, 0)
            continue
        answer = None if key == "-" else int(key)
        tell(f"{dots(answer)} {key}\n")
        found = answer_statement(context, statement.key, answer, seed=found.seed)
        place += 1
    finish_sitting(context)
    tell("\n")
    return True


def _next_key(read_key: Callable[[], str]) -> str:
    """The next key that means something here."""
    while True:
        key = read_key()
        if key in (*"12345-", *_BACK, *_LEAVE):
            return key


def _left(found: Questionnaire) -> str:
    if not found.answers:
        return "Left; nothing was answered."
    return f"{len(found.answers)} of {len(found.statements)} are kept; rut source --ask goes on with the rest."


def _show(shell: Shell, view: SourceView) -> None:
    ranking = view.ranking
    if view.sitting is None:
        if view.begun is None:
            output.line(ranking.sentence, quiet("   rut source --ask"))
        else:
            output.line(f"{view.begun} of 28 statements are answered.", quiet("   rut source --ask goes on"))
        return
    finished = view.sitting.finished_on or view.sitting.day
    output.line(strong("What it points to"), f"   {ranking.answered} answers, {dated(shell, finished)}")
    if ranking.is_outside:
        output.line(_OUTSIDE)
    shown = ranking.likely if ranking.verdict in ("ranked", "flat") else ()
    for source in shown:
        output.line(f"  {source.name:<22}{_score(source):>4}   {source.word}")
    rest = " · ".join(f"{source.name} {_score(source)}" for source in ranking if source not in shown)
    if rest:
        output.line(quiet(f"  {'less likely: ' if shown else ''}{rest}"))
    output.line(ranking.sentence)
    if ranking.checkins.sentence:
        output.line(ranking.checkins.sentence)
    for change in view.changes:
        output.line(f"Since {dated(shell, view.since or finished)}: {_changed(change)}.")
    if view.begun is not None:
        output.line(f"{view.begun} of 28 statements are answered anew.", quiet("   rut source --ask goes on"))
    elif view.is_time_to_ask_again:
        output.line(f"That was {view.days_ago} days ago.", quiet("   rut source --ask asks again"))


def _score(source: "Source") -> str:
    return "-" if source.score is None else f"{int(source.score + 0.5)}"


def _changed(change: "Change") -> str:
    low, high = sorted((abs(change.low), abs(change.high)))
    points = f"{abs(change.points):.1f} points (90 % interval {low:.1f} to {high:.1f})"
    return f"{SOURCE_NAMES[change.source]} {'up' if change.points > 0 else 'down'} {points}"


def _shape(view: SourceView) -> dict[str, Any]:
    """The ranking as the manual promises it."""
    ranking, sitting = view.ranking, view.sitting
    finished = None if sitting is None else (sitting.finished_on or sitting.day).isoformat()
    return {
        "day": finished,
        "answers": ranking.answered,
        "unfinished": view.begun,
        "verdict": ranking.verdict,
        "outside": ranking.is_outside,
        "levers": ranking.has_levers,
        "checkins": ranking.checkins.stance,
        "sources": [_source(source) for source in ranking] if sitting is not None else [],
        "changes": [
            {
                "key": each.source,
                "points": round(each.points, 2),
                "low": round(each.low, 2),
                "high": round(each.high, 2),
            }
            for each in view.changes
        ],
    }


def _source(source: "Source") -> dict[str, Any]:
    return {
        "key": source.key,
        "name": source.name,
        "mean": None if source.mean is None else round(source.mean, 2),
        "score": None if source.score is None else round(source.score, 2),
        "p_top": round(source.p_top, 4),
        "in_set": source.in_set,
        "word": source.word,
    }
