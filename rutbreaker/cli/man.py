"""``rut man``: the manual as a page for ``man``, made from the tables that the program itself goes by."""

import argparse
from collections.abc import Iterable, Iterator

from rutbreaker import __version__
from rutbreaker.actions import ANYWHERE, PANES, PURPOSES, Action, actions_in
from rutbreaker.cli import output, roff
from rutbreaker.cli.exits import ENDS, ExitCode
from rutbreaker.cli.overview import ABOUT, CALLS, OPTIONS
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.keys import all_keys_of

_COMMON = (
    (
        "texts",
        "The words of the command, with or without quotes. A lone - reads the text from stdin, -e opens $VISUAL or "
        "$EDITOR. Everything behind -- is text, also when it begins with a dash.",
    ),
    (
        "tags",
        "Words after # in the text. A shell takes an unquoted #word for a comment: quote it, or use --tag.",
    ),
    (
        "days",
        "Read as people write them: today, yesterday, -2, mon, 3 days ago, 2026-11-02, 2 Nov. One that doesn't "
        "exist or could be two is refused. A day begins at four in the morning, or when day_start says.",
    ),
    ("ids", "Taken by any beginning that only one has; rut log --ids shows them."),
)
"""What the words of several commands have in common."""

_ENVIRONMENT = (
    ("RUTBREAKER_HOME", "the folder that holds everything: data file, backups, settings and log"),
    ("VISUAL, EDITOR", "the editor that -e and rut config edit open; the first that is set"),
    ("NO_COLOR", "when it is set, nothing is styled"),
    ("TERM", "when it is dumb, nothing is styled, and no dashboard opens"),
)
"""What the program reads of its surroundings."""

_FILES = (
    ("rutbreaker.db", "the data file, a plain SQLite database that its owner alone can read"),
    ("backups/", "beside it: the backups"),
    ("config.toml", "the settings, all of them optional"),
)
"""What the program keeps."""


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "Every command, act and option, the keys of the dashboard, exit codes, files and environment.",
        "rut man | man -l -",
        "rut man > rut.1",
    )


def run(shell: Shell, args: argparse.Namespace) -> ExitCode:
    """Print the page."""
    output.block(page())
    return ExitCode.DONE


def page() -> str:
    """The whole page, in roff."""
    return "\n".join((*_head(), *_commands(), *_keys(), *_tail())) + "\n"


def _head() -> Iterator[str]:
    yield roff.title("rut", 1, f"rutbreaker {__version__}", "rutbreaker")
    yield roff.heading("Name")
    yield f"rut, rutbreaker {roff.escaped('-')} a private, offline dashboard for getting out of a professional rut"
    yield roff.heading("Synopsis")
    yield roff.example(call for call, _ in CALLS)
    yield roff.heading("Description")
    yield roff.paragraph(" ".join(ABOUT))
    yield from _tagged(CALLS)
    yield roff.heading("Options")
    yield from _tagged((*OPTIONS, ("-h, --help", "every command in a line; behind a command or an act, what it takes")))
    yield roff.heading("Words")
    yield from _tagged(_COMMON)


def _commands() -> Iterator[str]:
    from rutbreaker.cli.whole import parsers

    yield roff.heading("Commands")
    for parser in parsers():
        yield roff.subheading(f"rut {parser.command} {parser.words}".rstrip())
        yield roff.paragraph(str(parser.description).replace("\n", " "))
        yield from _options(parser)
        if parser.examples:
            yield roff.example(parser.examples)
        for act in parser.acts:
            of_act = parser.of_act(act)
            yield roff.subheading(f"rut {parser.command} {act.call}")
            yield roff.paragraph(str(of_act.description))
            yield from _options(of_act)
            yield roff.example(act.examples)


def _options(parser: Parser) -> Iterator[str]:
    """What a command or an act takes beside what all of them do."""
    for action in parser.options():
        if action.dest not in ("db", "help"):
            value = f" {action.metavar}" if action.metavar else ""
            shown = f"{', '.join(action.option_strings)}{value}"
            yield roff.tagged(shown, _sentence(str(action.help)))


def _keys() -> Iterator[str]:
    yield roff.heading("Keys of the dashboard")
    yield roff.paragraph("Each can be changed in the table keys of config.toml, by the name in brackets.")
    yield from map(_key, actions_in(ANYWHERE))
    for pane, name in PANES.items():
        yield roff.subheading(f"In {name}")
        yield roff.paragraph(PURPOSES[pane])
        yield from map(_key, actions_in(pane))


def _key(action: Action) -> str:
    return roff.tagged(all_keys_of(action, {}), f"{action.help} ({action.id})")


def _tail() -> Iterator[str]:
    yield roff.heading("Exit status")
    yield from _tagged(ENDS)
    yield roff.heading("Environment")
    yield from _tagged(_ENVIRONMENT)
    yield roff.heading("Files")
    yield roff.paragraph("They lie in the platform's usual places; rut where prints them, and how to remove them.")
    yield from _tagged(_FILES)


def _tagged(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (roff.tagged(tag, _sentence(text)) for tag, text in rows)


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}{'' if text.endswith('.') else '.'}"
