"""``python -m tests.bench [GROUP ...] [--json] [--runs N] [--peers]``: measures, and says what is over its bounds.

Speeds are ratios against a baseline of the same run, medians of runs in turn, because machines differ and are noisy.
Exit code 1 when a row doesn't keep its bounds. Nothing here is part of the tests.
"""

import argparse
import compileall
import importlib
import json
import os
import platform
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from tempfile import TemporaryDirectory
from typing import Any

import rutbreaker
from tests.bench.files import Files
from tests.bench.parts import Part, Run, measure
from tests.bench.quiet import Quiet, yardstick
from tests.bench.rows import Row, table

GROUPS = {
    "statistics": "how right the statistics are, on simulated people",
    "calculation": "streaks and statistics over ten years, by the processor's time",
    "shell": "commands as whole processes, against a bare script",
    "screen": "the dashboard in a real terminal, against a bare app",
}
"""What is measured when nothing is named."""

PEERS = "peers"
"""The group that ``--peers`` adds: what other programs need for the same, on the same machine."""

_LIBRARIES = ("textual", "rich", "sqlite-utils", "python-dateutil")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the groups asked for, all of them unless some are named; the exit code."""
    asked = _asked(arguments)
    # As it is once installed: not compiled anew at every start.
    compileall.compile_dir(os.path.dirname(rutbreaker.__file__), quiet=1)
    rows: list[Row] = []
    before = yardstick()
    with TemporaryDirectory() as folder:
        run = Run(asked.runs, asked.people, Files(folder), Quiet())
        for group in asked.groups:
            if not asked.json:
                sys.stdout.write(f"\n{group}: {GROUPS.get(group, 'other programs, without bounds')}\n")
            for found in measured_parts(parts_of(group), run):
                rows += found
                if not asked.json:
                    sys.stdout.writelines(f"{line}\n" for line in table(found))
                    sys.stdout.flush()
    if asked.json:
        json.dump(report(rows, run.quiet, (before, yardstick())), sys.stdout, indent=2)
        sys.stdout.write("\n")
    else:
        sys.stdout.write(f"\n{run.quiet.noisy} of {run.quiet.rounds} rounds began while other programs were busy.\n")
        sys.stdout.write(f"The same calculation took {before:.1f} ms before and {yardstick():.1f} after.\n")
    return exit_code(rows)


def parts_of(group: str) -> tuple[Part, ...]:
    """The parts of a group."""
    parts: tuple[Part, ...] = importlib.import_module(f"tests.bench.{group}").PARTS
    return parts


def measured_parts(parts: Sequence[Part], run: Run) -> Iterator[list[Row]]:
    """The rows of each part, as soon as it is measured."""
    for part in parts:
        yield measure(part, run)


def report(rows: Sequence[Row], quiet: Quiet, yardsticks: tuple[float, float]) -> dict[str, Any]:
    """Everything for programs: when and where it was measured, with what, and the rows.

    ``yardsticks`` are the milliseconds of the same calculation before and after.
    """
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "platform": platform.platform(),
        "processors": os.cpu_count(),
        "versions": {
            "rutbreaker": rutbreaker.__version__,
            **{library: version(library) for library in _LIBRARIES},
            "sqlite": sqlite3.sqlite_version,
        },
        "rounds": quiet.rounds,
        "noisy_rounds": quiet.noisy,
        "yardsticks": yardsticks,
        "rows": [row.as_json() for row in rows],
    }


def exit_code(rows: Sequence[Row]) -> int:
    """0 when every row keeps its bounds, 1 otherwise."""
    return 0 if all(row.is_within for row in rows) else 1


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measures what is promised.")
    parser.add_argument("groups", nargs="*", metavar="GROUP", help="; ".join(f"{k}: {v}" for k, v in GROUPS.items()))
    parser.add_argument("--json", action="store_true", help="print everything as JSON")
    parser.add_argument("--runs", type=int, default=15, help="runs of everything timed, 15 unless said otherwise")
    parser.add_argument("--people", type=int, default=1000, help="simulated people to a cell, 1,000 unless said")
    parser.add_argument(
        "--peers", action="store_true", help="other programs too; each is installed into an environment of its own"
    )
    asked = parser.parse_args(arguments)
    known = (*GROUPS, PEERS)
    unknown = [group for group in asked.groups if group not in known]
    if unknown:
        parser.error(f"there is no group {unknown[0]}; there are {', '.join(known)}")
    if asked.runs < 1 or asked.people < 1:
        parser.error("at least one run and one person are needed")
    asked.groups = asked.groups or list(GROUPS)
    if asked.peers and PEERS not in asked.groups:
        asked.groups.append(PEERS)
    return asked


if __name__ == "__main__":
    sys.exit(main())
