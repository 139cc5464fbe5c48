"""``rut met``: log that you were in touch with somebody."""

from argparse import Namespace

from rutbreaker.cli import output
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.cli.wording import dated
from rutbreaker.domain.people import SHOWN_NAME
from rutbreaker.domain.people_words import again_words
from rutbreaker.domain.text import one_line
from rutbreaker.errors import BadInput, NotFound
from rutbreaker.journal.people import find_with_text, log_contact, person_view


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "PERSON is a name, a nickname, how one begins or a part of it, or the beginning of an id. The rhythm starts\n"
        "again, and what you had prepared to ask is put away.",
        'rut met Dana "asked about her team" --next "ask how it went"',
        "rut met ana coffee --date yesterday",
        "rut met Femi --asked-out",
        words="PERSON [TEXT]",
    )
    parser.option("--next", metavar="TEXT", help="what to ask the next time")
    parser.option_date("the day it was")
    parser.option("--asked-out", help="you asked how they got out of a place like yours")
    parser.option("--keep-ask", help="keep what you had prepared to ask for the next time")


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Log the contact and say so."""
    if not args.words:
        raise BadInput(f"With whom? Give a name, then what it was about.\n{args.usage}")
    day = shell.day(args.date)
    with shell.open() as context:
        try:
            person, text = find_with_text(context, args.words)
        except NotFound as unknown:
            name = one_line(args.words[0], SHOWN_NAME)
            raise NotFound(f'{unknown.message} To add them: rut person add "{name}"') from unknown
        contact = log_contact(
            context, person.id, text, next=args.next or "", day=day, asked_out=args.asked_out, keep_ask=args.keep_ask
        )
        view = person_view(context, person.id).view
    about = f": {one_line(contact.text, 60)}" if contact.text else ""
    said = f"In touch with {one_line(person.name, SHOWN_NAME)}{about} ({dated(shell, contact.day)})."
    output.narrate(f"{said} {again_words(view, contact.day)}".rstrip())
    return ExitCode.DONE
