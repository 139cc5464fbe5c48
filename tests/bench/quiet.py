"""Waiting for a quiet moment, because what other programs do disturbs what is timed; and how fast the machine is."""

from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import monotonic, process_time, sleep

_STAT = Path("/proc/stat")
_LITTLE = 0.2
"""The share of the processors up to which other programs don't count."""

_LOOK = 0.1
_PATIENCE = 1.5
"""Seconds to look at once, and seconds to wait for a quiet moment."""

_IDLE = slice(3, 5)
"""The places of idling and of waiting for the disk among the processors' times."""


def busy_share() -> float:
    """The share of the processors that is used now; none where the system doesn't tell."""
    if not _STAT.exists():
        return 0.0
    before = _times()
    sleep(_LOOK)
    spent = [now - then for now, then in zip(_times(), before, strict=True)]
    return 1 - sum(spent[_IDLE]) / max(1, sum(spent))


def yardstick() -> float:
    """The milliseconds of processor time that the same small calculation takes now: two runs are compared by it."""
    spent = []
    for _ in range(9):
        begun = process_time()
        total = 0
        for number in range(200_000):
            total += number * number % 7
        spent.append((process_time() - begun) * 1000)
    return median(spent)


class Quiet:
    """Waits before each round, and counts the rounds that began in spite of noise.

    Args:
        busy: the share of the processors that others use now.
        patience: the seconds after which a round begins anyway.
    """

    def __init__(self, busy: Callable[[], float] = busy_share, patience: float = _PATIENCE) -> None:
        self.rounds = 0
        self.noisy = 0
        self._busy = busy
        self._patience = patience

    def wait(self) -> None:
        """Wait until others do little, or for so long as the patience lasts."""
        self.rounds += 1
        end = monotonic() + self._patience
        while self._busy() > _LITTLE:
            if monotonic() >= end:
                self.noisy += 1
                return


def _times() -> list[int]:
    return [int(field) for field in _STAT.read_text(encoding="ascii").partition("\n")[0].split()[1:9]]
