"""Changing ``config.toml`` without touching what else stands in it: order, comments, blank lines."""

import os
from typing import Any

from rutbreaker.config import NAMED, Setting, settings_in, shown
from rutbreaker.domain.text import one_line
from rutbreaker.errors import BadConfig, BadInput, Unusable
from rutbreaker.keys import usable_keys
from rutbreaker.paths import make_folder_for

_SWITCHES = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def changed(source: str, key: str, text: str | None, path: str) -> tuple[str, Any]:
    """The text of the file with a setting changed, and the value that it has then.

    Args:
        source: the text as it stands.
        key: the name of a setting; a row of a table has the table's name and a dot before its own.
        text: the value as a person writes it; None takes the setting out.
        path: how the file is called.

    Raises:
        BadConfig: the file is not TOML.
        BadInput: there is no such setting, or it can't have that value.
    """
    # Late: only who sets something waits for it.
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    setting, row = _meant(key)
    try:
        document = tomlkit.parse(source)
    except TOMLKitError as error:
        said = f"{path} is not TOML: {error}. Nothing was changed; rut config edit opens it."
        raise BadConfig(said) from error
    value = None if text is None else _value(setting, text, row)
    table: Any = document
    if row:
        if not isinstance(document.get(setting.key), dict):
            document[setting.key] = tomlkit.table()
        table = document[setting.key]
    name = row or setting.key
    if value is not None:
        table[name] = value
    elif name in table:
        del table[name]
    made = tomlkit.dumps(document)
    _check(source, made, path, row)
    return made, setting.usual if value is None and not row else value


def write(path: str, text: str) -> None:
    """Put a text in the place of the file, whole or not at all, for its owner alone.

    Raises:
        Unusable: it can't be written; the file is as it was.
    """
    make_folder_for(path)
    # Through a link, so that whoever keeps the file elsewhere goes on doing so.
    target = os.path.realpath(path)
    unfinished = f"{target}.{os.getpid()}.new"
    try:
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            os.replace(unfinished, target)
        except BaseException:
            os.unlink(unfinished)
            raise
    except OSError as error:
        raise Unusable(f"{path} can't be written: {error.strerror}. Nothing was changed.") from error


def _meant(key: str) -> tuple[Setting, str]:
    """The setting, and the row of it where it is a table."""
    name, _, row = key.partition(".")
    setting, row = NAMED.get(name), row.strip("\"'")
    if setting is None:
        raise BadInput(f"There is no setting “{one_line(name, 40)}”; there are {', '.join(NAMED)} and schedule.")
    if setting.is_table and not row:
        raise BadInput(f"{name} is a table; name a row of it, such as {name}.{_ROWS[name]}.")
    if row and not setting.is_table:
        raise BadInput(f"{name} is no table: it is set by its name alone.")
    return setting, row


_ROWS = {"keys": "log-win", "help_lines": '"My doctor"'}


def _value(setting: Setting, text: str, row: str) -> Any:
    """What a person wrote as the value that it means.

    Raises:
        BadInput: it isn't allowed.
    """
    if row:
        return text
    value: Any = text
    if isinstance(setting.usual, bool):
        value = _SWITCHES.get(text.strip().lower(), text)
    elif not isinstance(setting.usual, str):
        value = _number(text)
    if not setting.is_allowed(value):
        raise BadInput(f"{setting.key} must be {setting.allowed}, not {shown(one_line(text, 40))}.")
    return value


def _number(text: str) -> float | str:
    for read in (int, float):
        try:
            return read(text)
        except ValueError:
            continue
    return text


def _check(source: str, made: str, path: str, row: str) -> None:
    """Refuse a change that would bring a mistake into the file; those that are there already stay.

    Raises:
        BadInput: says which.
    """
    before, after = settings_in(source, path), settings_in(made, path)
    known = {problem.partition(": ")[2] for problem in before.problems}
    new = [problem for problem in after.problems if problem.partition(": ")[2] not in known]
    if row and not new:
        earlier = usable_keys(before.keys)[1]
        new = [problem for problem in usable_keys(after.keys)[1] if problem not in earlier]
    if new:
        raise BadInput(f"{new[0]} Nothing was changed.")
