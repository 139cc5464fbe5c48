"""What surrounds the data file: the rights on its folder, the disk it lies on, and the SQLite that reads it."""

import os
import sqlite3
import stat
from collections.abc import Iterator

from rutbreaker.store.connection import has_wal_fix

_FOREIGN_RIGHTS = 0o077
_LITTLE_ROOM = 100_000_000
"""Bytes free below which a disk is nearly full: a hundred years of text, and a few days of anything else."""

_SYNCED = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "icloud drive": "iCloud",
    "mobile documents": "iCloud",
    "syncthing": "Syncthing",
}
"""Names of folders, in small letters, that a program keeps the same on several machines."""

_MARKERS = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".owncloudsync.log": "ownCloud",
    ".sync_exclude.lst": "Nextcloud",
}
"""What such programs leave in the folder that they watch over."""

_ON_THE_NETWORK = frozenset(
    {"9p", "afpfs", "cifs", "davfs", "fuse.rclone", "fuse.sshfs", "nfs", "nfs4", "smb3", "smbfs"}
)
"""File systems on which SQLite's locks can't be relied on (sqlite.org/faq.html, question 5)."""


def open_to_others(paths: Iterator[str]) -> list[str]:
    """Those of the paths, and of everything in those that are folders, that other users may read or write."""
    found = []
    for path in _with_contents(paths):
        try:
            about = os.lstat(path)
        except OSError:
            continue
        if not stat.S_ISLNK(about.st_mode) and (about.st_mode & _FOREIGN_RIGHTS or about.st_uid != os.geteuid()):
            found.append(path)
    return found


def _with_contents(paths: Iterator[str]) -> Iterator[str]:
    for path in paths:
        yield path
        if os.path.isdir(path):
            yield from (os.path.join(path, name) for name in sorted(os.listdir(path)))


def synced_by(folder: str) -> str | None:
    """The program that keeps the folder the same on several machines, as far as its name or its marks tell; or None."""
    while True:
        known = _SYNCED.get(os.path.basename(folder).lower())
        if known is not None:
            return known
        for marker, program in _MARKERS.items():
            if os.path.exists(os.path.join(folder, marker)):
                return program
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def network_disk(folder: str, mounts: str = "/proc/mounts") -> str | None:
    """The kind of network disk that the folder lies on, or None; unknown, and so None, where mounts aren't listed."""
    try:
        with open(mounts, encoding="utf-8", errors="replace") as file:
            entries = [line.split() for line in file]
    except OSError:
        return None
    longest, kind = "", None
    for _, place, system, *_ in entries:
        place = place.replace("\\040", " ")
        is_above = folder == place or folder.startswith(place.rstrip("/") + "/")
        if is_above and len(place) >= len(longest):
            longest, kind = place, system
    return kind if kind in _ON_THE_NETWORK else None


def free_bytes(folder: str) -> int | None:
    """The bytes that can still be written to the disk of a folder; None when that can't be told."""
    try:
        disk = os.statvfs(folder)
    except OSError:
        return None
    return disk.f_bavail * disk.f_frsize


def is_nearly_full(free: int) -> bool:
    """Whether so few bytes are left that writing may soon fail."""
    return free < _LITTLE_ROOM


def engine_words() -> str:
    """The version of SQLite, and what that means for how changes are made."""
    version = sqlite3.sqlite_version
    if has_wal_fix(sqlite3.sqlite_version_info):
        return f"SQLite {version}, with a write-ahead log"
    return f"SQLite {version}; it has the WAL-reset fault, so a rollback journal is used, which doesn't"
