"""``rut log``: everything logged, newest first."""

from argparse import Namespace

from rutbreaker.cli import output, shapes
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.listing import most, say_more, show_lines
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.domain.log import KIND_NAMES, LOGGED
from rutbreaker.domain.text import one_line, tag_named
from rutbreaker.errors import BadInput
from rutbreaker.journal.log import list_log, shortest_ids


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "",
        'rut log --since "last week" --kind win',
        "rut log --tag ship -n 20 --ids",
        "rut log --json > log.json",
    )
    parser.mean({"KIND": LOGGED})
    parser.option("--since", metavar="DAY", help='from this day on: "last week", "this month", 3 days ago, 2026-11-02')
    parser.option("--until", metavar="DAY", help="up to this day")
    parser.option("--kind", metavar="KIND", repeated=True, help=f"only {', '.join(LOGGED)}; may be given again")
    parser.option("--tag", metavar="WORD", help="only what carries this tag")
    parser.option_count()
    parser.option("--ids", help="begin each line with the id, for edit and delete")
    parser.option_json()


def run(shell: Shell, args: Namespace) -> ExitCode:
    """List what was logged."""
    kinds = [_kind(word) for word in args.kind] if args.kind else LOGGED
    tag = None if args.tag is None else tag_named(args.tag)
    first = None
    if args.since is not None:
        from rutbreaker.domain.days import parse_since

        first = parse_since(args.since, shell.today())
    last = shell.day(args.until)
    if first is not None and last is not None and first > last:
        raise BadInput(f"--since {first.isoformat()} comes after --until {last.isoformat()}: the other way round?")
    limit = most(args)
    with shell.open() as context:
        lines = list_log(context, kinds, tag=tag, first=first, last=last, limit=limit and limit + 1)
        shown = lines[:limit]
        ids = shortest_ids(context, shown) if args.ids and not args.json else None
    if args.json:
        output.as_json([shapes.of_line(line) for line in shown])
    else:
        show_lines(shell, shown, ids)
        say_more(args, len(lines), limit)
    if not lines and not args.json:
        output.narrate("Nothing logged yet." if _is_unfiltered(args) else "Nothing logged that fits.")
    return ExitCode.DONE


def _is_unfiltered(args: Namespace) -> bool:
    """Whether everything was asked for."""
    return not (args.kind or args.tag or args.since or args.until)


def _kind(word: str) -> str:
    kinds = {name: kind for kind, name in KIND_NAMES.items()} | {kind: kind for kind in LOGGED}
    if word.lower() not in kinds:
        raise BadInput(f"“{one_line(word, 40)}” is no kind; there are {', '.join(LOGGED)}.")
    return kinds[word.lower()]
