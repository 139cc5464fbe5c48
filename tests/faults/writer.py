"""``python -m tests.faults.writer NAME COUNT``: logs so many wins as quickly as it can, beginning at a line on stdin.

Prints "ready" before it begins, and at its end how many were acknowledged and how many milliseconds the slowest took.
"""

import sys
from time import perf_counter

from rutbreaker.errors import Busy
from rutbreaker.journal.daily import log_win
from tests.faults.opening import open_here


def main() -> None:
    """Log them."""
    name, count = sys.argv[1], int(sys.argv[2])
    context = open_here()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    acknowledged, slowest = 0, 0.0
    for number in range(count):
        begun = perf_counter()
        try:
            log_win(context, f"Number {number} of {name} #{name}")
        except Busy as error:
            sys.stderr.write(f"{error.message}\n")
        else:
            acknowledged += 1
        slowest = max(slowest, perf_counter() - begun)
    context.connection.close()
    sys.stdout.write(f"{acknowledged} {slowest * 1000:.0f}\n")


if __name__ == "__main__":
    main()
