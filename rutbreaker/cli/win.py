"""``rut win``: log something that went well."""

from argparse import Namespace

from rutbreaker.cli import output
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.cli.texts import hint_at_words, line_for
from rutbreaker.cli.wording import counted, dated
from rutbreaker.domain.text import one_line
from rutbreaker.journal.daily import log_win
from rutbreaker.journal.log import list_keys


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "However small. Tags are words after # in the text.",
        'rut win "Shipped the importer #ship"',
        "rut win Said no to a meeting --tag focus --date yesterday",
        "git log -1 --format=%s | rut win -",
        words="TEXT|-",
    )
    parser.option_date("the day it belongs to")
    parser.option_tags("a tag that isn't in the text; may be given again")
    parser.option_editor()


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Log the win and say so."""
    day = shell.day(args.date)
    with line_for(shell, args, "win") as text, shell.open(make=True) as context:
        win = log_win(context, text, day=day, tags=args.tag)
        count = len(list_keys(context, ["win"], first=win.day, last=win.day))
    which = f"{dated(shell, win.day)}, {counted(shell, win.day, count, 'win', 'wins')}"
    output.narrate(f"Logged: {one_line(win.text, 60)} ({which})")
    hint_at_words(shell, args)
    return ExitCode.DONE
