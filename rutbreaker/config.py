"""What a person has set in ``config.toml``, checked; everything has a value that suits most.

The file is optional, and a mistake in it keeps nobody out: what is wrong is named, its usual value holds, and the rest
is in force. TOML is read by the standard library, and only when there is a file to read.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from rutbreaker.domain.dates import DATE_STYLES
from rutbreaker.errors import BadConfig

_HOURS_OF_A_WEEK = 168
_MINUTES_OF_A_DAY = 1440


class Settings(NamedTuple):
    """The settings in force; ``SETTINGS`` says what each of them is. ``problems`` is what is wrong in the file."""

    day_start: int = 4
    week_start: str = "monday"
    date_style: str = "day-first"
    theme: str = "rutbreaker-dark"
    animations: bool = True
    hide_after: float = 5
    hours_limit: float | None = None
    source_checkins: bool = True
    read_notes: bool = False
    backups: str = ""
    keys: dict[str, str] = {}  # noqa: RUF012 - never changed; a NamedTuple has no default factory
    help_lines: dict[str, str] = {}  # noqa: RUF012 - likewise
    problems: tuple[str, ...] = ()


class Setting(NamedTuple):
    """One thing that can be set.

    Attributes:
        key: its name in the file.
        meaning: what it is, in a line.
        allowed: which values can be, as the end of "must be ...".
        is_allowed: whether a value can be.
    """

    key: str
    meaning: str
    allowed: str
    is_allowed: Callable[[Any], bool]

    @property
    def usual(self) -> Any:
        """The value that holds unless another is set."""
        return Settings._field_defaults[self.key]

    @property
    def is_table(self) -> bool:
        """Whether it is a table of rows, each of which can be wrong by itself."""
        return isinstance(self.usual, dict)


def _is_number(value: Any, least: float, most: float) -> bool:
    return type(value) in (int, float) and least <= value <= most


def _is_switch(value: Any) -> bool:
    return isinstance(value, bool)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


_SWITCH = "true or false"

THEMES = (
    "rutbreaker-dark", "rutbreaker-light", "ansi-dark", "ansi-light", "atom-one-dark", "atom-one-light",
    "catppuccin-frappe", "catppuccin-latte", "catppuccin-macchiato", "catppuccin-mocha", "dracula", "flexoki",
    "gruvbox", "monokai", "nord", "rose-pine", "rose-pine-dawn", "rose-pine-moon", "solarized-dark", "solarized-light",
    "textual-dark", "textual-light", "tokyo-night",
)  # fmt: skip
"""The themes that the dashboard has, so that a command can tell without loading it; a test holds them together."""

SETTINGS = (
    Setting(
        "day_start", "the hour at which a day begins",
        "a whole number from 0 to 6, the hour at which a day begins",
        lambda value: type(value) is int and 0 <= value <= 6,
    ),
    Setting(
        "week_start", "the day that weeks are drawn from; periods are ISO weeks all the same",
        '"monday" or "sunday"', lambda value: value in ("monday", "sunday"),
    ),
    Setting(
        "date_style", "how dates are shown: 23 Nov 2026, Nov 23, 2026 or 2026-11-23",
        '"day-first", "month-first" or "iso"', lambda value: value in DATE_STYLES,
    ),
    Setting(
        "theme", "the dashboard's colours", f"the name of a theme in quotes: {', '.join(THEMES)}",
        lambda value: value in THEMES,
    ),
    Setting("animations", "whether anything on the dashboard glides", _SWITCH, _is_switch),
    Setting(
        "hide_after", "minutes without a key after which the dashboard hides what it shows; 0 for never",
        "a number of minutes, 0 for never", lambda value: _is_number(value, 0, _MINUTES_OF_A_DAY),
    ),
    Setting(
        "hours_limit", "the hours you mean to work a week at most, which rut hours compares yours with",
        f"a number of hours a week, above 0 and up to {_HOURS_OF_A_WEEK}",
        lambda value: _is_number(value, 0, _HOURS_OF_A_WEEK) and value > 0,
    ),
    Setting(
        "source_checkins", "whether your check-ins are laid beside the answers of the source finder",
        _SWITCH, _is_switch,
    ),
    Setting(
        "read_notes", "whether the notes of check-ins are looked through for grave phrases, on this machine alone",
        _SWITCH, _is_switch,
    ),
    Setting(
        "backups", "the folder for backups, in place of the one beside the data file",
        "the path of a folder in quotes", _is_text,
    ),
    Setting(
        "keys", "keys of the dashboard in place of the usual ones, by action",
        'a table of actions and keys, such as log-win = "f2"', lambda value: isinstance(value, dict),
    ),
    Setting(
        "help_lines", "your own numbers to call, by their names, and the region whose numbers to show",
        'a table of names and numbers, such as "My doctor" = "..."', lambda value: isinstance(value, dict),
    ),
)  # fmt: skip
"""Everything that can be set, in the order in which it is listed."""

NAMED = {setting.key: setting for setting in SETTINGS}
"""The same by their keys."""


def read_settings(path: str) -> Settings:
    """The settings of the configuration file at ``path``; what can't be used is left out and told in ``problems``."""
    try:
        source = read_source(path)
    except BadConfig as problem:
        return _nothing_but(problem.message)
    return settings_in(source, path) if source else Settings()


def read_source(path: str) -> str:
    """The text of the configuration file, with its line ends as they are; empty when there is none.

    Raises:
        BadConfig: it can't be read, or isn't UTF-8.
    """
    try:
        with open(path, "rb") as file:
            return file.read().decode("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError as error:
        raise BadConfig(f"{path} can't be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise BadConfig(f"{path}, line {line}: the file is not UTF-8 text.") from error


def settings_in(source: str, path: str) -> Settings:
    """The settings that the text of a configuration file holds; ``path`` is how it is called in ``problems``."""
    import tomllib

    try:
        table = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        return _nothing_but(f"{path} is not TOML: {error}.")
    values: dict[str, Any] = {}
    problems: list[str] = []

    def refuse(key: str, why: str) -> None:
        problems.append(f"{path}, line {line_of(key, source)}: {key} {why}")

    for key, value in table.items():
        setting = NAMED.get(key)
        if setting is None:
            refuse(key, f"is not a setting; there are {', '.join(NAMED)}.")
        elif not setting.is_allowed(value):
            refuse(key, f"must be {setting.allowed}. The usual holds: {shown(setting.usual)}.")
        else:
            values[key] = _usable_rows(key, value, refuse) if setting.is_table else value
    return Settings(**values)._replace(problems=tuple(problems))


def shown(value: Any) -> str:
    """A value as it stands in the file; "nothing" where nothing is set."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"' if value else "nothing"
    if isinstance(value, dict) and value:
        return ", ".join(f"{name} = {shown(row)}" for name, row in value.items())
    return "nothing" if value is None or value == {} else str(value)


def line_of(key: str, source: str) -> int:
    """The line, from 1, on which a key is set; 1 where it isn't found."""
    import re

    named = re.compile(rf"""(?<![\w-])["']?{re.escape(key)}["']?\s*[=.\]]""")
    for number, line in enumerate(source.splitlines(), 1):
        if named.search(line) and not line.lstrip().startswith("#"):
            return number
    return 1


def _nothing_but(problem: str) -> Settings:
    return Settings(problems=(f"{problem} The usual settings hold.",))


def _usable_rows(key: str, table: Mapping[str, Any], refuse: Callable[[str, str], None]) -> dict[str, str]:
    """The rows of a table that can be; the others are refused one by one."""
    check = _why_no_key if key == "keys" else _why_no_help_line
    usable = {}
    for name, value in table.items():
        why = check(name, value)
        if why:
            refuse(name, f"{why}. It is left out.")
        else:
            usable[name] = value
    return usable


def _why_no_key(_: str, key: Any) -> str:
    return "" if isinstance(key, str) and key else 'must be a key in quotes, such as "W" or "ctrl+w"'


def _why_no_help_line(name: str, number: Any) -> str:
    from rutbreaker.domain.help_lines import REGION, REGIONS

    if not isinstance(number, str) or not number.strip():
        return 'must be a number in quotes, such as "116 123"'
    if name == REGION and number.strip().upper() not in REGIONS:
        return f"has no numbers here; there are {', '.join(REGIONS)}"
    return ""
