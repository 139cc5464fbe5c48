"""``rut delete``: delete something logged; undo brings it back."""

from argparse import Namespace

from rutbreaker.cli import output
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.domain.text import one_line
from rutbreaker.errors import BadInput
from rutbreaker.journal.log import delete, find_by_id


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "ID is the beginning of an id, as shown by: rut log --ids\nrut undo brings it back.",
        "rut log -n 5 --ids",
        "rut delete 019ab3f0",
        words="ID",
    )


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Delete it and say what it was."""
    if len(args.words) != 1:
        raise BadInput(f"One id is needed of what to delete.\n{args.usage}")
    with shell.open() as context:
        line = find_by_id(context, args.words[0])
        title = delete(context, (line.kind, line.id))
    output.narrate(f"Deleted: {one_line(title, 60)}   (rut undo brings it back)")
    return ExitCode.DONE
