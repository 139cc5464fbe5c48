"""``rut helps``: which tags go with better days."""

from argparse import Namespace

from rutbreaker.cli import output
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.output import quiet
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.domain.helps import HelpsView, TagView
from rutbreaker.domain.helps_words import (
    ALLOWED_FOR,
    HOW_OFTEN_WRONG,
    NO_TAGS,
    count_words,
    missing_words,
    ratings_words,
    verdict_words,
)
from rutbreaker.domain.telling import periods
from rutbreaker.journal.helps import what_helps


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "Days with a tag are held against those without; that shows what goes together, not what brings it about.",
        "rut helps",
        "rut helps --json | jq '.tags[] | select(.passed)'",
    )
    parser.option_json()


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Say what goes with better days."""
    with shell.open() as context:
        found = what_helps(context)
    if args.json:
        output.as_json(_shape(found))
        return ExitCode.DONE
    if not found.tags:
        output.narrate(NO_TAGS)
        return ExitCode.DONE
    if found.missing:
        output.line(missing_words(found))
    else:
        output.line(quiet(f"Of {periods(found.checkins, 'check-in')}, {ALLOWED_FOR}:"))
    name = max(len(tag.tag) for tag in found.tags)
    verdict = max(len(verdict_words(tag)) for tag in found.tags)
    for tag in found.tags:
        said = f"#{tag.tag:<{name}}  {verdict_words(tag):<{verdict}}  "
        output.line(said, quiet(count_words(tag)))
        if tag.ratings:
            output.line(" " * (name + 3), quiet(f"single ratings: {ratings_words(tag)}"))
    if found.names_any:
        output.line(quiet(HOW_OFTEN_WRONG))
    return ExitCode.DONE


def _shape(found: HelpsView) -> dict[str, object]:
    return {
        "checkins": found.checkins,
        "missing": found.missing,
        "ready_on": found.ready_on and found.ready_on.isoformat(),
        "tags": [_of_tag(tag) for tag in found.tags],
    }


def _of_tag(tag: TagView) -> dict[str, object]:
    passed = tag.verdict in ("better", "worse", "unclear")
    return {
        "tag": tag.tag,
        "verdict": tag.verdict.replace(" ", "_"),
        "passed": passed,
        "estimate": round(tag.points, 3) if passed else None,
        "low": round(tag.low, 3) if passed else None,
        "high": round(tag.high, 3) if passed else None,
        "n_on": tag.n_on,
        "n_off": tag.n_off,
        "missing_on": tag.missing_on,
        "missing_off": tag.missing_off,
        "could_be_missed": tag.could_be_missed,
        "ratings": {link.rating: round(link.points, 3) for link in tag.ratings},
    }
