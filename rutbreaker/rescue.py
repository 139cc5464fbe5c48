"""What must work on a data file that can't be opened: its backups are listed, and one is brought back.

Nothing here needs the data file to be there or whole; what is there is kept beside the one that takes its place.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC
from typing import NamedTuple

from rutbreaker.clock import Clock
from rutbreaker.domain.backups import Backup
from rutbreaker.errors import BadInput, NotFound, Unusable
from rutbreaker.paths import Places, is_there, make_folder_for
from rutbreaker.store import backup as store
from rutbreaker.store import restoring
from rutbreaker.store.gate import look_at


class Restored(NamedTuple):
    """What a restore did, or would do: the backup, and where the file goes that was there; None when none was."""

    backup: Backup
    kept: str | None


def list_backups(places: Places) -> list[Backup]:
    """The backups, the newest first.

    Raises:
        Unusable: their folder can't be read.
    """
    return store.list_backups(places.backups)


def find_backup(places: Places, which: str | None = None) -> Backup:
    """The backup that was meant: by its number, its name or how its time begins; the newest sound one without.

    Raises:
        BadInput: it could be several.
        NotFound: there is none.
        Unusable: the one that was named is damaged.
    """
    backups = list_backups(places)
    if which is None:
        return _newest_sound(backups)
    named = [backup for backup in backups if _is_named(backup, which)]
    if not named:
        raise NotFound(f"There is no backup “{which[:40]}”. See: rut backup --list")
    if len(named) > 1:
        raise BadInput(f"“{which[:40]}” fits {len(named)} backups; write more of it. See: rut backup --list")
    store.check(named[0].path)
    return named[0]


def restore(places: Places, backup: Backup, clock: Clock, *, dry_run: bool = False) -> Restored:
    """Put a backup in the place of the data file; the file that is there is kept, under another name.

    A sound one is backed up before as well. With ``dry_run`` nothing is done.

    Raises:
        Busy: another program is writing to the data file.
        Unusable: it can't be done; no file was lost.
    """
    now = clock.now()
    is_sound = _is_sound(places.db)
    what = "replaced" if is_sound else "damaged"
    aside = f"{places.db}.{what}-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    done = Restored(backup, aside if is_there(places.db) else None)
    if not dry_run:
        make_folder_for(places.db)
        with _told(places.db), restoring.copied(backup.path, places.db) as copy:
            if is_sound:
                restoring.back_up_file(places.db, places.backups, now)
            restoring.exchange(places.db, copy, aside)
    return done


def _newest_sound(backups: list[Backup]) -> Backup:
    for backup in backups:
        if is_whole(backup):
            return backup
    raise NotFound("There is no backup that could be brought back." if backups else "There is no backup yet.")


def is_whole(backup: Backup) -> bool:
    """Whether a backup can be brought back: SQLite opens it and finds nothing wrong."""
    try:
        store.check(backup.path)
    except Unusable:
        return False
    return True


def _is_named(backup: Backup, which: str) -> bool:
    is_time = len(which) > 3 and backup.made_at.startswith(which)
    return is_time or which in (str(backup.number), os.path.basename(backup.path))


def _is_sound(path: str) -> bool:
    """Whether there is a whole data file, so that a copy of it is worth having."""
    if not is_there(path):
        return False
    try:
        look_at(path, None)
        store.check(path)
    except Unusable:
        return False
    return True


@contextmanager
def _told(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or "no reason given"
        raise Unusable(f"{path} can't be restored: {reason}. What was there is in the same folder.") from error
