"""Copies of the data file: one a day by itself, and whenever somebody asks for one."""

from rutbreaker.context import Context
from rutbreaker.domain.backups import Backup
from rutbreaker.errors import NotFound
from rutbreaker.store import backup as store


def back_up(context: Context, reason: str = "asked") -> Backup:
    """Make a backup now; ``reason`` is one of the ``REASONS`` of domain/backups.py.

    Raises:
        NotFound: there is no data file yet.
        Unusable, Busy: it can't be made; the earlier ones are as they were.
    """
    if context.backups is None:
        raise NotFound("There is nothing to back up yet.")
    return store.back_up(context.connection, context.backups, context.clock.now(), reason)


def back_up_daily(context: Context) -> Backup | None:
    """Make the backup of the day, if it is due and something was written since the last; None when not.

    Raises:
        Unusable, Busy: it can't be made; the earlier ones are as they were.
    """
    if context.backups is None or not context.is_backup_due():
        return None
    earlier = store.list_backups(context.backups)
    if earlier and store.holds_all_of(earlier[0], context.connection):
        return None
    return back_up(context, "daily")
