"""``rut edit``: change the text, day or tags of something logged."""

from argparse import Namespace

from rutbreaker.cli import output
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.cli.texts import refuse_words_beside_editor, said_back, text_of
from rutbreaker.cli.wording import dated, kind_word, told
from rutbreaker.domain.log import LogLine
from rutbreaker.domain.text import one_line, tag_named
from rutbreaker.errors import BadInput
from rutbreaker.journal.log import Changes, edit, find_by_id, read_lines


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "ID is the beginning of an id, as shown by: rut log --ids",
        "rut edit 019ab3f0 Shipped the importer, at last",
        "rut edit 019ab3f0 --date yesterday --tag ship --untag draft",
        "rut edit 019ab3f0 -e",
        words="ID [TEXT|-]",
    )
    parser.option_date("the day it belongs to")
    parser.option_tags("add a tag; may be given again")
    parser.add_argument(
        "--untag", action="append", default=[], type=tag_named, metavar="WORD", help="take a tag away; may be repeated"
    )
    parser.option("--why", metavar="TEXT", help="why it was good, of gratitude")
    parser.option("--person", metavar="NAME", help="who is to be thanked, of gratitude")
    parser.option_editor()


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Change it and say how it stands now."""
    if not args.words:
        raise BadInput(f"There is no id of what to edit.\n{args.usage}")
    beginning, words = args.words[0], args.words[1:]
    changes = Changes(text_of(words), shell.day(args.date), args.why, args.person, tags=args.tag, untags=args.untag)
    if args.editor:
        refuse_words_beside_editor(words)
        return _edit_in_editor(shell, beginning, changes)
    if changes == Changes(tags=[], untags=[]):
        raise BadInput(f"There is nothing to change it to.\n{args.usage}")
    with said_back(changes.text), shell.open() as context:
        line = find_by_id(context, beginning)
        edit(context, (line.kind, line.id), changes)
        now = read_lines(context, [(line.kind, line.id)])
    _say(shell, line, now)
    return ExitCode.DONE


def _edit_in_editor(shell: Shell, beginning: str, changes: Changes) -> ExitCode:
    from rutbreaker.cli.editor import written

    with shell.open() as context:
        line = find_by_id(context, beginning)
    again = f"rut edit {beginning} -e"
    with written(shell, f"shell edit {line.id}", again=again, start=line.text) as text, shell.open() as context:
        edit(context, (line.kind, line.id), changes._replace(text=text))
        now = read_lines(context, [(line.kind, line.id)])
    _say(shell, line, now)
    return ExitCode.DONE


def _say(shell: Shell, before: LogLine, now: list[LogLine]) -> None:
    # A check-in that moves to another day has another id.
    after = now[0] if now else before
    if not now:
        output.narrate(f"Changed: the check-in of {dated(shell, before.day)} was moved.")
    elif after == before:
        output.narrate("Nothing is different, so nothing was changed.")
    else:
        output.narrate(f"Changed: {kind_word(after)}: {one_line(told(after), 60)} ({dated(shell, after.day)})")
