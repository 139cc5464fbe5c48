"""The doctor: looks the data file and what surrounds it through, and says what was found and what to do.

It needs no data file that can be opened, changes nothing, and goes on where one look fails.
"""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

from rutbreaker.context import Context
from rutbreaker.domain.backups import Backup
from rutbreaker.domain.health import Check
from rutbreaker.domain.text import one_line
from rutbreaker.errors import Lost, RutbreakerError, Unusable
from rutbreaker.paths import Places, is_there
from rutbreaker.store import backup as backups
from rutbreaker.store import examination, surroundings
from rutbreaker.store.connection import Connection, open_store
from rutbreaker.store.gate import look_at

_RESTORE = "rut restore --dry-run says which backup would come back; rut restore brings it back."
_REPAIR = "rut doctor --repair makes it anew; nothing that you wrote is touched."
_SHOWN, _WIDTH = 5, 160
_OLD_BACKUP = 7
"""Days after which the last backup is old, when something was written since."""


def examine(places: Places, now: datetime) -> list[Check]:
    """All checks, in the order in which they matter."""
    if not is_there(places.db) and not backups.list_backups(places.backups):
        return [Check("file", "look", "There is no data file yet; it is made with the first thing you log.")]
    checks = [_file(places)]
    if checks[0].state == "well":
        try:
            copy = examination.copy_of(places.db)
        except RutbreakerError as error:
            checks.append(Check("structure", "damaged", error.message, _RESTORE))
        else:
            checks += _contents(copy)
            copy.close()
    checks += [_backups(places, now), _rights(places), _place(places), _room(places), _engine()]
    return checks


def examine_open(context: Context) -> list[Check]:
    """All checks of the data file that is open."""
    folder = os.path.dirname(context.connection.path)
    places = Places(context.connection.path, folder, folder, context.backups or os.path.join(folder, "backups"))
    return examine(places, context.clock.now())


def counts(places: Places) -> dict[str, int]:
    """How many things of each kind the data file holds.

    Raises:
        RutbreakerError: it can't be read.
    """
    copy = examination.copy_of(places.db)
    try:
        return examination.counts(copy)
    finally:
        copy.close()


def repair(places: Places, now: datetime) -> Backup:
    """Make anew what is only there to be quick: the indexes. The file is backed up first.

    Raises:
        Unusable: what was written is damaged as well, so that a backup must come back instead.
    """
    damaged = [check.line for check in examine(places, now) if check.state == "damaged" and check.key != "words"]
    if damaged:
        raise Unusable(f"Nothing was repaired, because more than an index is damaged. {damaged[0]} {_RESTORE}")
    connection = open_store(places.db, places.backups)
    try:
        made = backups.back_up(connection, places.backups, now, "repair")
        examination.repair(connection)
    finally:
        connection.close()
    return made


def _file(places: Places) -> Check:
    try:
        look_at(places.db, places.backups)
    except Lost as error:
        return Check("file", "damaged", error.message, _RESTORE)
    except RutbreakerError as error:
        return Check("file", "damaged", error.message)
    size = os.path.getsize(places.db) / 1_000_000
    return Check("file", "well", f"The data file is there, a plain file of your own, {size:.1f} MB.")


_LOOKS: tuple[tuple[str, Callable[[Connection], list[str]], str, str, str], ...] = (
    ("structure", examination.structure, "SQLite finds it whole.", "SQLite finds it damaged.", _RESTORE),
    (
        "layout",
        examination.shape,
        "Its tables are those of this version.",
        "Its tables are not as they were made.",
        _RESTORE,
    ),
    (
        "rows",
        examination.rows,
        "Everything stands as it was written down.",
        "Not everything stands as it was written.",
        _RESTORE,
    ),
    (
        "history",
        examination.history,
        "The history is whole, with all you can undo.",
        "The history is damaged.",
        _RESTORE,
    ),
    ("drafts", examination.drafts, "Drafts are as you left them.", "A draft is damaged.", _RESTORE),
    (
        "words",
        examination.words,
        "Everything can be found and counted.",
        "The index of words or of days is damaged.",
        _REPAIR,
    ),
)
"""Each look into the file: its key, the look, what is said when all is well and when not, and what to do then."""


def _contents(copy: Connection) -> Iterator[Check]:
    for key, look, well, ill, advice in _LOOKS:
        problems = look(copy)
        if problems:
            shown = [one_line(problem, _WIDTH) for problem in problems[:_SHOWN]]
            more = [f"and {len(problems) - _SHOWN} more"] if len(problems) > _SHOWN else []
            yield Check(key, "damaged", ill, advice, (*shown, *more))
        else:
            yield Check(key, "well", well)


def _backups(places: Places, now: datetime) -> Check:
    try:
        found = backups.list_backups(places.backups)
    except Unusable as error:
        return Check("backups", "look", error.message)
    if not found:
        return Check(
            "backups", "look", "There is no backup yet.", "One is made on the second day of use; rut backup now."
        )
    newest = found[0]
    which = "The only backup" if len(found) == 1 else f"The last of {len(found)} backups"
    said = f"{which} is of {newest.made_at[:10]}"
    try:
        backups.check(newest.path)
    except Unusable as error:
        return Check("backups", "look", f"{said}, and it is damaged: {error.message}", "rut backup makes a new one.")
    age = (now.astimezone(UTC).date() - newest.day).days
    if age > _OLD_BACKUP and _was_written_since(places.db, newest.day):
        return Check("backups", "look", f"{said}, {age} days ago.", "rut backup makes one now.")
    return Check("backups", "well", f"{said}, and it is whole.")


def _was_written_since(path: str, day: date) -> bool:
    try:
        return datetime.fromtimestamp(os.path.getmtime(path), UTC).date() > day
    except OSError:
        return False


def _rights(places: Places) -> Check:
    folders = dict.fromkeys((os.path.dirname(places.db), places.backups))
    found = surroundings.open_to_others(path for path in folders if os.path.exists(path))
    if not found:
        return Check("rights", "well", "Nobody else on this computer can read it.")
    advice = "chmod -R go-rwx on the folder takes their rights away."
    return Check("rights", "look", f"Others on this computer may read {found[0]}.", advice, tuple(found[1:_SHOWN]))


def _place(places: Places) -> Check:
    folder = os.path.dirname(places.db)
    program, disk = surroundings.synced_by(folder), surroundings.network_disk(folder)
    if program is not None:
        line = f"It lies in a folder that {program} keeps the same on several machines, which destroys open databases."
        return Check("place", "look", line, "Move it out of there: RUTBREAKER_HOME or --db says where it is.")
    if disk is not None:
        line = f"It lies on a network disk ({disk}), on which SQLite's locks can't be relied on."
        return Check("place", "look", line, "Move it to a disk of this computer, and back it up to the network.")
    return Check("place", "well", "It lies on a disk of this computer, in a folder that isn't synced.")


def _room(places: Places) -> Check:
    free = surroundings.free_bytes(os.path.dirname(places.db))
    if free is None:
        return Check("room", "look", "How much room is left on the disk can't be told.")
    said = f"{free / 1_000_000_000:.1f} GB are free on its disk."
    return Check("room", "look" if surroundings.is_nearly_full(free) else "well", said)


def _engine() -> Check:
    return Check("engine", "well", f"{surroundings.engine_words()}.")
