"""Deleting for good: what is purged is in no table, index or history any more, and nothing brings it back."""

import os
from typing import NamedTuple

from rutbreaker.context import Context
from rutbreaker.store import backup as backups
from rutbreaker.store import purge as store

Key = tuple[str, str]


class Doomed(NamedTuple):
    """What a purge would take: the rows by kind and id, those that belong to others before them."""

    keys: tuple[Key, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many there are of each kind."""
        found: dict[str, int] = {}
        for kind, _ in reversed(self.keys):
            found[kind] = found.get(kind, 0) + 1
        return found


def doomed_with(context: Context, key: Key) -> Doomed:
    """A thing, with all that belongs to it."""
    return Doomed(tuple(store.with_what_belongs_to_it(context.connection, *key)))


def doomed_deleted(context: Context) -> Doomed:
    """Everything that was deleted, with all that belongs to it."""
    return Doomed(tuple(store.deleted_rows(context.connection)))


def purge(context: Context, doomed: Doomed) -> int:
    """Really delete; how many backups there are in which it may still stand.

    Raises:
        Busy, Unusable: nothing was purged.
    """
    store.purge(context.connection, context.clock.now(), list(doomed.keys))
    return len(backups.list_backups(context.backups)) if context.backups is not None else 0


def renew_backups(context: Context) -> int:
    """Make one new backup, and remove all earlier ones; how many were removed.

    Raises:
        Busy, Unusable: the new one can't be made, and the others are still there.
    """
    if context.backups is None:
        return 0
    earlier = backups.list_backups(context.backups)
    backups.back_up(context.connection, context.backups, context.clock.now(), "asked")
    for each in earlier:
        if os.path.exists(each.path):
            os.remove(each.path)
    return len(earlier)
