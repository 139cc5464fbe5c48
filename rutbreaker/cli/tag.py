"""``rut tag rename``: give a tag another name everywhere, or merge two."""

from argparse import Namespace

from rutbreaker.cli import output
from rutbreaker.cli.acts import Act
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.domain.text import tag_named
from rutbreaker.errors import BadInput
from rutbreaker.journal.log import rename_tag

_RENAME = Act(
    "rename",
    "OLD NEW",
    "give a tag another name everywhere, or merge two",
    ("rut tag rename meeting meetings", "rut tag rename '#ship' '#release'"),
)


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "The texts change too. When NEW is there already, the two become one.\nrut undo takes it back, all at once.",
        words="rename OLD NEW",
    )
    parser.has_acts(_RENAME)


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Rename the tag and say how much changed."""
    if len(args.words) != 3 or args.words[0] != "rename":
        raise BadInput(f"A tag is renamed with its old name and its new one.\n{args.usage}")
    old, new = map(tag_named, args.words[1:])
    with shell.open() as context:
        count = rename_tag(context, old, new)
    if count:
        output.narrate(f"Renamed #{old} to #{new}, {'once' if count == 1 else f'{count} times'}.")
    else:
        output.narrate(f"#{old} has that name already; nothing was changed.")
    return ExitCode.DONE
