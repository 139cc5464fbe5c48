"""``rut`` alone: the dashboard, where there is a terminal for it."""

import os
import sys

from rutbreaker.cli import output
from rutbreaker.cli.exits import SIGNALLED, ExitCode
from rutbreaker.paths import Places


def open_dashboard(places: Places, *, sample: bool = False) -> int:
    """Show the dashboard, over the data file or over sample data; the exit code.

    Without a terminal it isn't shown, and what can be done then is told.
    """
    on_terminal = output.is_terminal(sys.stdin) and output.is_terminal(sys.stdout)
    if not on_terminal or os.environ.get("TERM") == "dumb":
        from rutbreaker.cli.overview import overview

        output.narrate(f"The dashboard needs a terminal; the commands don't.\n\n{overview()}")
        return ExitCode.USAGE
    from rutbreaker.tui.app import run_dashboard, run_sample

    code = run_sample(places) if sample else run_dashboard(places)
    if code > SIGNALLED:
        # The terminal may be gone; what the interpreter still held for it would turn the code into 120.
        output.abandon()
    return code
