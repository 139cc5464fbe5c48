"""``python -m tests.bench [GROUP ...] [--json]``: measures, prints a table, and says which rows are over their bounds.

Speeds are ratios against a baseline of the same run, medians of runs in turn, because machines differ and are noisy.
Exit code 1 when a row doesn't keep its bounds. Nothing here is part of the tests.
"""

import argparse
import compileall
import importlib
import json
import os
import sys
from collections.abc import Sequence

import rutbreaker
from tests.bench.rows import Row, as_json, table

GROUPS = {
    "statistics": "how right the statistics are, on simulated people",
    "calculation": "streaks and statistics over ten years, by the processor's time",
    "shell": "commands as whole processes, against a bare script",
    "start": "the dashboard's start in a real terminal, against a bare app",
    "screen": "its keys, panes and dialogs in a real terminal",
    "peers": "others that can be installed, with --peers",
}


def main(words: Sequence[str] | None = None) -> int:
    """Measure the groups asked for, all of them unless some are named; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measures what is promised.")
    parser.add_argument("groups", nargs="*", metavar="GROUP", help="; ".join(f"{k}: {v}" for k, v in GROUPS.items()))
    parser.add_argument("--json", action="store_true", help="print the rows as JSON")
    parser.add_argument("--peers", action="store_true", help="measure others too; this installs them for the time")
    parser.add_argument(
        "--runs", type=int, default=15, help="runs of everything that is timed, 15 unless said otherwise"
    )
    parser.add_argument(
        "--people", type=int, default=1000, help="simulated people to a cell, 1,000 unless said otherwise"
    )
    asked = parser.parse_args(words)
    unknown = [group for group in asked.groups if group not in GROUPS]
    if unknown:
        parser.error(f"there is no group {unknown[0]}; there are {', '.join(GROUPS)}")
    # As it is once installed: not compiled anew at every start.
    compileall.compile_dir(os.path.dirname(rutbreaker.__file__), quiet=1)
    rows: list[Row] = []
    for group in asked.groups or GROUPS:
        measured = importlib.import_module(f"tests.bench.{group}").measure(asked)
        rows += measured
        if not asked.json:
            sys.stdout.write(f"\n{group}: {GROUPS[group]}\n")
            sys.stdout.writelines(f"{line}\n" for line in table(measured))
            sys.stdout.flush()
    if asked.json:
        json.dump(as_json(rows), sys.stdout, indent=2)
        sys.stdout.write("\n")
    return 0 if all(row.is_within for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
