"""Lists of what was logged: one line for each, and how many of them."""

import sys
from argparse import Namespace
from collections.abc import Sequence

from rutbreaker.cli import output
from rutbreaker.cli.output import quiet
from rutbreaker.cli.shell import Shell
from rutbreaker.cli.wording import clock_time, kind_word, told
from rutbreaker.domain.log import LogLine

ON_TERMINAL = 50
"""How many lines a terminal gets when no number was asked for; files and pipes get all."""


def most(args: Namespace) -> int | None:
    """How many lines to show at most; None for all."""
    if args.count is not None:
        return int(args.count)
    return ON_TERMINAL if output.is_terminal(sys.stdout) and not args.json else None


def show_lines(shell: Shell, lines: Sequence[LogLine], ids: Sequence[str] | None) -> None:
    """Show each on a line of its own: id if wanted, day, time, kind, and all that belongs to it."""
    width = output.columns()
    widest = max(map(len, ids), default=0) if ids else 0
    for place, line in enumerate(lines):
        row = (quiet(ids[place].ljust(widest)), "  ") if ids else ()
        when = f"{line.day.isoformat()}  {clock_time(shell, line):<5}  "
        output.line(*row, quiet(when), f"{kind_word(line):<10}  ", told(line), width=width)


def say_more(args: Namespace, found: int, limit: int | None) -> None:
    """Say that there is more than a terminal was given unasked."""
    if limit is not None and found > limit and args.count is None:
        output.narrate(f"The newest {limit}; more with -n {limit * 10}")
