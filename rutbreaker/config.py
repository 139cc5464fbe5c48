"""What a person has set in ``config.toml``, checked; everything has a value that suits most.

The file is optional. TOML is read by the standard library, and only when there is a file to read.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from rutbreaker.errors import BadConfig

_HOURS_OF_A_WEEK = 168
_MINUTES_OF_A_DAY = 1440


class Settings(NamedTuple):
    """The settings in force.

    Attributes:
        day_start: the hour at which a day begins, 0 to 6.
        week_start: the day that weeks are drawn from, ``monday`` or ``sunday``; periods are ISO weeks all the same.
        theme: the name of the dashboard's theme.
        keys: keys that replace the usual ones, by action: ``{"log-win": "f2"}``.
        source_checkins: whether the check-ins are laid beside the answers of the source finder.
        read_notes: whether the notes of check-ins are looked through for a few grave phrases, on this machine alone,
            after which the safety card opens; nothing of it is kept.
        hours_limit: the hours that the person means to work a week at most; None to compare them with nothing.
        backups: the folder that backups are kept in; empty for the one beside the data file.
        hide_after: the minutes without a key after which the dashboard hides what it shows; 0 for never.
        help_lines: the person's own numbers to call, by their names, and the ``region`` whose numbers to show.
    """

    day_start: int = 4
    week_start: str = "monday"
    theme: str = "rutbreaker-dark"
    keys: dict[str, str] = {}  # noqa: RUF012 - never changed; a NamedTuple has no default factory
    source_checkins: bool = True
    read_notes: bool = False
    hours_limit: float | None = None
    backups: str = ""
    hide_after: float = 5
    help_lines: dict[str, str] = {}  # noqa: RUF012 - likewise


def read_settings(path: str) -> Settings:
    """The settings of the configuration file at ``path``, or the usual ones when there is none.

    Raises:
        BadConfig: the file isn't TOML, or holds a key or value that isn't allowed; names file, line and key.
    """
    try:
        with open(path, "rb") as file:
            source = file.read().decode("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as error:
        raise BadConfig(f"{path} can't be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise BadConfig(f"{path}, line {line}: the file is not UTF-8 text.") from error

    import tomllib

    try:
        table = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise BadConfig(f"{path} is not TOML: {error}.") from error
    return _check(table, path, source)


def _check(table: dict[str, Any], path: str, source: str) -> Settings:
    def refuse(key: str, allowed: str) -> BadConfig:
        return BadConfig(f"{path}, line {_line_of(key, source)}: {key} {allowed}.")

    for key in table:
        if key not in Settings._fields:
            raise refuse(key, f"is not a setting; there are {', '.join(Settings._fields)}")
    values: dict[str, Any] = Settings()._asdict() | table
    if type(values["day_start"]) is not int or not 0 <= values["day_start"] <= 6:
        raise refuse("day_start", "must be a whole number from 0 to 6, the hour at which a day begins")
    if values["week_start"] not in ("monday", "sunday"):
        raise refuse("week_start", 'must be "monday" or "sunday"')
    if not isinstance(values["theme"], str):
        raise refuse("theme", "must be the name of a theme in quotes")
    if not isinstance(values["backups"], str):
        raise refuse("backups", "must be the path of a folder in quotes")
    for switch in ("source_checkins", "read_notes"):
        if not isinstance(values[switch], bool):
            raise refuse(switch, "must be true or false")
    limit = values["hours_limit"]
    if limit is not None and (type(limit) not in (int, float) or not 0 < limit <= _HOURS_OF_A_WEEK):
        raise refuse("hours_limit", f"must be a number of hours a week, above 0 and up to {_HOURS_OF_A_WEEK}")
    after = values["hide_after"]
    if type(after) not in (int, float) or not 0 <= after <= _MINUTES_OF_A_DAY:
        raise refuse("hide_after", "must be a number of minutes, 0 for never")
    _check_help_lines(values["help_lines"], refuse)
    if not isinstance(values["keys"], dict):
        raise refuse("keys", 'must be a table of actions and keys, such as log-win = "f2"')
    for action, key in values["keys"].items():
        if not isinstance(key, str) or not key:
            raise refuse(action, 'must be a key in quotes, such as "W" or "ctrl+w"')
    return Settings(**values)


def _check_help_lines(lines: Any, refuse: Callable[[str, str], BadConfig]) -> None:
    from rutbreaker.domain.help_lines import REGION, REGIONS

    if not isinstance(lines, dict):
        raise refuse("help_lines", 'must be a table of names and numbers, such as "My doctor" = "..."')
    for name, number in lines.items():
        if not isinstance(number, str) or not number.strip():
            raise refuse(name, 'must be a number in quotes, such as "116 123"')
    if REGION in lines and lines[REGION].strip().upper() not in REGIONS:
        raise refuse(REGION, f"has no numbers here; there are {', '.join(REGIONS)}")


def _line_of(key: str, source: str) -> int:
    import re

    named = re.compile(rf"""(?<![\w-])["']?{re.escape(key)}["']?\s*[=.\]]""")
    for number, line in enumerate(source.splitlines(), 1):
        if named.search(line) and not line.lstrip().startswith("#"):
            return number
    return 1
