"""Which backups are kept: all of today and yesterday, then fewer the older they are.

The rule is Anki's (its source, rslib/src/collection/backup.rs): after yesterday the last of each of 12 days, then of
each of 10 weeks, then of each of 9 months. The newest of all is never dropped, whatever the clock says.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import NamedTuple

DAYS, WEEKS, MONTHS = 12, 10, 9
"""How many days, weeks and months have a backup kept, counted from the day before yesterday back."""


class Backup(NamedTuple):
    """One backup: its place in the order in which they were made, the day, why it was made, and the file.

    ``number`` grows by one with each, and so tells which is newer though the clock was set back. ``made_at`` is an
    instant in UTC as text (``2026-11-26T10:15:00Z``), ``reason`` one of ``REASONS``, ``size`` is in bytes.
    """

    number: int
    made_at: str
    reason: str
    path: str
    size: int

    @property
    def day(self) -> date:
        """The day in UTC on which it was made, by the clock of then."""
        return date.fromisoformat(self.made_at[:10])


REASONS = {
    "daily": "of the day",
    "asked": "asked for",
    "update": "before an update",
    "import": "before an import",
    "restore": "before a restore",
    "repair": "before a repair",
}
"""Why a backup was made, in words."""


def to_drop(backups: Iterable[Backup], today: date) -> list[Backup]:
    """The backups that are not kept any longer, the newest first; ``today`` is a day in UTC, as theirs are."""
    newest_first = sorted(backups, key=lambda backup: -backup.number)
    yesterday = today - timedelta(days=1)
    stages = [_Stage(DAYS, _day), _Stage(WEEKS, _week), _Stage(MONTHS, _month)]
    # What a clock that was set back lets lie in the future is kept, as if it were of today.
    older = [backup for backup in newest_first[1:] if backup.day < yesterday]
    return [backup for backup in older if not _is_kept(backup, stages)]


class _Stage:
    """So many days, weeks or months that have a backup kept; ``kept`` holds those that have theirs."""

    def __init__(self, most: int, period: Callable[[date], object]) -> None:
        self.most = most
        self.period = period
        self.kept: set[object] = set()


def _is_kept(backup: Backup, stages: Iterable[_Stage]) -> bool:
    for stage in stages:
        period = stage.period(backup.day)
        if period in stage.kept:
            return False
        if len(stage.kept) < stage.most:
            stage.kept.add(period)
            return True
    return False


def _day(day: date) -> object:
    return day


def _week(day: date) -> object:
    return day.isocalendar()[:2]


def _month(day: date) -> object:
    return day.year, day.month
