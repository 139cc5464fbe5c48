"""The look at a data file before SQLite touches it: there, a plain file of one's own, whole, and one of ours.

SQLite makes an empty file where none is, follows links, and takes a file cut to nothing for a new one; each of these
would put an empty journal in place of a lost one. So nothing is opened that doesn't pass here, and nothing that is
refused is changed.
"""

import os
import stat
from typing import NamedTuple

from rutbreaker.errors import Lost, Unusable

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
"""Bytes of the header that every SQLite file begins with (sqlite.org/fileformat.html, 1.3)."""

BACKUP_PREFIX, BACKUP_SUFFIX = "rutbreaker-", ".db"
"""What the name of a backup begins and ends with."""


class Identity(NamedTuple):
    """Which file it is, whatever its name: the disk it lies on, and its number there."""

    device: int
    inode: int


def identity_of(path: str) -> Identity | None:
    """Which file has this path now; None when there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return Identity(found.st_dev, found.st_ino)


def look_at(path: str, backups: str | None) -> str | None:
    """Look at the file; what was put right about it, in words, or None.

    A file that isn't there passes, and so does an empty one, unless there are backups in the folder ``backups``.

    Raises:
        Lost: it is missing, empty or cut short, and there may be a backup to bring back.
        Unusable: it is no plain file of one's own, or no data file. It was left as it is.
    """
    try:
        found = os.lstat(path)
    except FileNotFoundError:
        _refuse_a_new_one(path, backups, "is not there")
        return None
    except OSError as error:
        raise Unusable(f"{path} can't be opened: {error.strerror}.") from error
    _check_kind(path, found)
    if found.st_size == 0:
        _refuse_a_new_one(path, backups, "is empty")
    else:
        _check_header(path, backups)
    return _tighten(path, found)


def has_backups(backups: str | None) -> bool:
    """Whether there is any backup in a folder, which need not exist."""
    return newest_backup(backups) is not None


def newest_backup(backups: str | None) -> str | None:
    """The name of the newest backup in a folder, which need not exist; None when there is none."""
    if backups is None:
        return None
    try:
        names = os.listdir(backups)
    except OSError:
        return None
    return max(
        (name for name in names if name.startswith(BACKUP_PREFIX) and name.endswith(BACKUP_SUFFIX)), default=None
    )


def _refuse_a_new_one(path: str, backups: str | None, what: str) -> None:
    if has_backups(backups):
        raise Lost(
            f"{path} {what}, but there are backups of it. The newest comes back with: rut restore. "
            f"To begin anew instead, move {backups} elsewhere first."
        )


def _check_kind(path: str, found: os.stat_result) -> None:
    if stat.S_ISLNK(found.st_mode):
        raise Unusable(
            f"{path} is a link to {os.path.realpath(path)}, and links are not followed. "
            "Name the file itself with --db, or link its folder."
        )
    if not stat.S_ISREG(found.st_mode):
        raise Unusable(f"{path} is not a file.")
    if found.st_uid != os.geteuid():
        raise Unusable(f"{path} belongs to another user. It was left as it is.")
    if found.st_nlink > 1:
        raise Unusable(
            f"{path} has {found.st_nlink} names (hard links), and what is written under one changes under all. "
            "Make a copy of its own, and name that with --db."
        )


def _check_header(path: str, backups: str | None) -> None:
    header, size = _beginning_of(path)
    if not header.startswith(_MAGIC):
        raise Unusable(f"{path} is not a rutbreaker data file. It was left as it is.{_hint(backups)}")
    if _is_cut(path, header, size):
        # Another program may have finished a change between the one look and the other.
        header, size = _beginning_of(path)
        if _is_cut(path, header, size):
            needed = max(_counted_bytes(header), _HEADER)
            raise Lost(f"{path} is cut short: {size} of {needed} bytes are there.{_hint(backups)}")


def _beginning_of(path: str) -> tuple[bytes, int]:
    """The header, and the size that the file has when that was read: a file that grows has all that its header counts.

    Raises:
        Unusable: it can't be read.
    """
    try:
        with open(path, "rb") as file:
            return file.read(_HEADER), os.fstat(file.fileno()).st_size
    except OSError as error:
        raise Unusable(f"{path} can't be opened: {error.strerror}.") from error


def _is_cut(path: str, header: bytes, size: int) -> bool:
    if len(header) < _HEADER:
        return True
    # The header counts the pages only when its two counters agree; a change under way lies in a file beside it.
    is_counted = header[24:28] == header[92:96]
    return is_counted and size < _counted_bytes(header) and not _has_change_under_way(path)


def _counted_bytes(header: bytes) -> int:
    page = int.from_bytes(header[16:18])
    return (65536 if page == 1 else page) * int.from_bytes(header[28:32])


def _has_change_under_way(path: str) -> bool:
    for ending in ("-journal", "-wal"):
        try:
            if os.stat(path + ending).st_size:
                return True
        except OSError:
            continue
    return False


def _hint(backups: str | None) -> str:
    return " A backup comes back with: rut restore." if has_backups(backups) else ""


def _tighten(path: str, found: os.stat_result) -> str | None:
    """Take the rights of others away, from the file and, where it is ours, from its folder."""
    open_to_others = 0o077
    if not found.st_mode & open_to_others:
        return None
    try:
        os.chmod(path, stat.S_IMODE(found.st_mode) & ~open_to_others)
    except OSError:
        return f"Others on this computer can read {path}, and that can't be changed here."
    return f"Others on this computer could read {path}; that is over now."
