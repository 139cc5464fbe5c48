"""``rut thanks``: log something or somebody to be grateful for."""

from argparse import Namespace

from rutbreaker.cli import output
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.cli.texts import hint_at_words, line_for
from rutbreaker.cli.wording import counted, dated
from rutbreaker.domain.text import one_line
from rutbreaker.journal.daily import log_gratitude
from rutbreaker.journal.log import list_keys


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "Why it was good and whom it is owed to may be said too.",
        'rut thanks "Ana covered for me" --why "I could rest" --person Ana',
        "rut thanks A quiet morning --date mon",
        words="TEXT|-",
    )
    parser.option("--why", metavar="TEXT", help="why it was good")
    parser.option("--person", metavar="NAME", help="who is to be thanked")
    parser.option_date("the day it belongs to")
    parser.option_tags("a tag that isn't in the text; may be given again")
    parser.option_editor()


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Log the gratitude and say so."""
    day = shell.day(args.date)
    with line_for(shell, args, "gratitude") as text, shell.open(make=True) as context:
        thanks = log_gratitude(context, text, day=day, why=args.why or "", person=args.person or "", tags=args.tag)
        count = len(list_keys(context, ["gratitude"], first=thanks.day, last=thanks.day))
    reasons = counted(shell, thanks.day, count, "reason to be grateful", "reasons to be grateful")
    output.narrate(f"Logged: {one_line(thanks.text, 60)} ({dated(shell, thanks.day)}, {reasons})")
    hint_at_words(shell, args)
    return ExitCode.DONE
