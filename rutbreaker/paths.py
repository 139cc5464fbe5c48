"""Where things lie: the data file, the configuration, and the folder around them.

``RUTBREAKER_HOME`` holds everything in one folder when it is set. Otherwise ``--db`` names the data file, and the
others lie beside it; without either, each lies in the platform's usual place. Nothing is made until somebody asks for
it, and then for the owner only.
"""

import os
from typing import NamedTuple

from rutbreaker.errors import Unusable


class Places(NamedTuple):
    """The paths in use: the data file, the configuration, the log of defects, and the folder of the backups."""

    db: str
    config: str
    log: str
    backups: str


def find_places(db: str | None = None) -> Places:
    """The paths in use; ``db`` is the data file named on the command line, if any."""
    home = os.environ.get("RUTBREAKER_HOME")
    if home:
        data_dir = config_dir = log_dir = os.path.abspath(os.path.expanduser(home))
    elif db:
        data_dir = config_dir = log_dir = os.path.dirname(os.path.abspath(os.path.expanduser(db)))
    else:
        from platformdirs import PlatformDirs

        usual = PlatformDirs("rutbreaker", appauthor=False)
        data_dir, config_dir, log_dir = usual.user_data_dir, usual.user_config_dir, usual.user_log_dir
    path = os.path.abspath(os.path.expanduser(db)) if db else os.path.join(data_dir, "rutbreaker.db")
    return Places(
        db=path,
        config=os.path.join(config_dir, "config.toml"),
        log=os.path.join(log_dir, "rutbreaker.log"),
        backups=os.path.join(os.path.dirname(path), "backups"),
    )


def with_backups_in(places: Places, folder: str) -> Places:
    """The places with another folder for the backups; an empty one changes nothing."""
    return places._replace(backups=os.path.abspath(os.path.expanduser(folder))) if folder else places


def words_hint(places: Places) -> str:
    """The empty file that says: it was told who sees the words of a command line."""
    return os.path.join(os.path.dirname(places.config), "hint-given")


def make_folder_for(path: str) -> None:
    """Make the folder that a file is to lie in, readable by its owner alone, unless it is there.

    Raises:
        Unusable: it can't be made.
    """
    folder = os.path.dirname(path)
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
    except OSError as error:
        reason = error.strerror or "no reason given"
        raise Unusable(f"The folder {folder} can't be made: {reason}.") from error


def is_there(path: str) -> bool:
    """Whether there is a file at a path.

    Raises:
        Unusable: that can't be found out, because a folder on the way is closed or is a file.
    """
    try:
        os.lstat(path)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise Unusable(f"{path} can't be looked at: {error.strerror or 'no reason given'}.") from error
    return True
