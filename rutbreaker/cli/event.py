"""``rut event``: log a meet-up, a conference or the like, with everybody who was met there."""

from argparse import Namespace
from collections.abc import Sequence

from rutbreaker.cli import output
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.cli.wording import dated
from rutbreaker.context import Context
from rutbreaker.domain.models import Person
from rutbreaker.domain.text import one_line
from rutbreaker.errors import BadInput, NotFound
from rutbreaker.journal.events import log_event, read_names
from rutbreaker.journal.people import find_person

_NAMED = 3
"""So many are named in the confirmation; the others are counted."""


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "It is a contact with everybody met there, whose rhythm starts again.",
        'rut event "Rust meet-up" --with "Dana, Femi"',
        'rut event "Team lunch" --with ana --date fri --note "the roof terrace"',
        words="TITLE",
    )
    parser.option("--with", metavar="NAMES", help="whom you met, with commas between")
    parser.option("--note", metavar="TEXT", help="what stayed with you")
    parser.option("--add", help="add those whom nobody here is called, as community")
    parser.option_date("the day it was")


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Log the event and say so."""
    title, names = " ".join(args.words), getattr(args, "with") or ""
    if not title.strip():
        raise BadInput(f"There is no title of the event.\n{args.usage}")
    day = shell.day(args.date)
    if not args.add:
        with shell.open() as context:
            names = _known(context, names)  # refused before a data file is made for it
    with shell.open(make=True) as context:
        event = log_event(context, title, names, text=args.note or "", day=day, add_unknown=args.add)
        met = read_names(context, names).known
    output.narrate(f"Logged: {one_line(event.title, 60)} ({dated(shell, event.day)}){_with(met)}")
    return ExitCode.DONE


def _with(met: Sequence[Person]) -> str:
    """Whom one met, the first few by name."""
    names = ", ".join(one_line(person.name, 40) for person in met[:_NAMED])
    more = f" and {len(met) - _NAMED} more" if met[_NAMED:] else ""
    return f", with {names}{more}" if met else ""


def _known(context: Context, names: str) -> str:
    """The names in full of everybody meant.

    Raises:
        BadInput: nobody here is called so, or it could be several people.
    """
    met = read_names(context, names)
    known = [person.name for person in met.known]
    for name in met.unknown:
        try:
            known.append(find_person(context, name, by_part=True).name)
        except NotFound as unknown:
            raise BadInput(f"{unknown.message} --add adds them, or leave them out.") from unknown
    return ", ".join(known)
