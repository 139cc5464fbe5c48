"""``rut search``: find what holds some words."""

import sys
from argparse import Namespace

from rutbreaker.cli import output, shapes
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.listing import most, say_more
from rutbreaker.cli.output import Part, quiet, strong
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.cli.texts import text_of
from rutbreaker.cli.wording import kind_word
from rutbreaker.domain.search import Hit
from rutbreaker.domain.text import one_line
from rutbreaker.errors import BadInput, NotFound
from rutbreaker.journal.log import find_words


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "All the words must be there; the last one may be only its beginning.",
        "rut search importer",
        "rut search long review --json",
        words="WORDS",
    )
    parser.option_count()
    parser.option_json()


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Show what was found."""
    words = (text_of(args.words) or "").strip()
    if not words:
        raise BadInput(f"There are no words to search for.\n{args.usage}")
    limit = most(args)
    with shell.open() as context:
        hits = find_words(context, words, sys.maxsize if limit is None else limit + 1)
    if not hits:
        if args.json:
            output.as_json([])
        raise NotFound(f"Nothing holds “{one_line(words, 60)}”.")
    if args.json:
        output.as_json([shapes.of_hit(hit) for hit in hits[:limit]])
        return ExitCode.DONE
    width = output.columns()
    for hit in hits[:limit]:
        line = hit.line
        output.line(quiet(f"{line.day.isoformat()}  "), f"{kind_word(line):<10}  ", *_marked(hit), width=width)
    say_more(args, len(hits), limit)
    return ExitCode.DONE


def _marked(hit: Hit) -> list[Part]:
    """The piece of text, with the words that were found standing out."""
    parts: list[Part] = []
    done = 0
    for begin, end in hit.found:
        parts += [hit.snippet[done:begin], strong(hit.snippet[begin:end])]
        done = end
    return [*parts, hit.snippet[done:]]
