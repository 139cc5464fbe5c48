"""``rut config``: what is set, set it, and where it stands."""

import os
from argparse import Namespace
from collections.abc import Iterator
from typing import Any, NamedTuple

from rutbreaker.cli import output
from rutbreaker.cli.acts import Act
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.output import quiet, strong
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.config import NAMED, SETTINGS, line_of, read_settings, read_source, shown
from rutbreaker.errors import BadConfig, BadInput

SCHEDULE = "schedule"
"""When check-ins are expected: it is kept in the data file, with the day from which on it holds."""

_ACTS = (
    Act(
        "show",
        "",
        "every setting: its value, where that is from, what it is",
        ("rut config show", "rut config show --json | jq '.[] | select(.line)'"),
        "json",
    ),
    Act(
        "set",
        "KEY VALUE",
        "change one; the value is checked first",
        (
            "rut config set day_start 5",
            "rut config set keys.log-win f2",
            'rut config set schedule "mon wed fri"',
            "rut config set theme --usual",
        ),
        "usual",
    ),
    Act("path", "", "where the file lies", ("rut config path",)),
    Act("edit", "", "open the file in $VISUAL or $EDITOR", ("rut config edit",)),
)


class Standing(NamedTuple):
    """A setting as it stands: its value, and the line of the file that sets it; None for the usual value."""

    key: str
    value: Any
    line: int | None
    meaning: str


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "A mistake in the file keeps nobody out: it is named, and the usual value holds.",
        "rut config",
        words="[show|path|edit|set KEY VALUE]",
    )
    parser.has_acts(*_ACTS, alone="json")
    parser.mean({"KEY": (*NAMED, SCHEDULE)})
    parser.option("--usual", help="take the setting back, so that the usual value holds")
    parser.option_json()


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Do what was asked."""
    act, *words = args.words or ["show"]
    if act not in {each.name for each in _ACTS} or (words and act != "set"):
        raise BadInput(f"Understood are show, set, path and edit.\n{args.usage}")
    if act == "path":
        output.line(shell.places.config)
        return ExitCode.DONE
    if act == "edit":
        return _edit(shell)
    if act == "set":
        return _set(shell, args, words)
    return _show(shell, args)


def _show(shell: Shell, args: Namespace) -> ExitCode:
    found = list(_standing(shell))
    if args.json:
        output.as_json([each._asdict() | {"allowed": _allowed(each.key)} for each in found])
        return ExitCode.DONE
    for each in found:
        origin = "usual" if each.line is None else f"line {each.line}" if each.line else "in the data file"
        output.line(strong(f"{each.key:<16}"), f" {shown(each.value):<18} ", quiet(f"{origin}: {each.meaning}"))
    output.narrate(
        f"The file is {shell.places.config}" + ("" if os.path.exists(shell.places.config) else " (not there)")
    )
    return ExitCode.DONE


def _standing(shell: Shell) -> Iterator[Standing]:
    from rutbreaker.journal.schedules import schedule_words

    source = _text_of(shell.places.config)
    for setting in SETTINGS:
        value = getattr(shell.settings, setting.key)
        is_set = value != setting.usual
        yield Standing(setting.key, value, line_of(setting.key, source) if is_set else None, setting.meaning)
    with shell.open() as context:
        words = schedule_words(context, "checkin")
    yield Standing(SCHEDULE, words, 0, "when check-ins are expected, from the day of its change on")


def _text_of(path: str) -> str:
    """The file for finding lines in; what can't be read has none."""
    try:
        return read_source(path)
    except BadConfig:
        return ""


def _to_change(path: str) -> str:
    """The file, to be written anew.

    Raises:
        BadConfig: it can't be read as it stands, so it stays as it is.
    """
    try:
        return read_source(path)
    except BadConfig as problem:
        raise BadConfig(f"{problem.message} Nothing was changed.") from problem


def _set(shell: Shell, args: Namespace, words: list[str]) -> ExitCode:
    if len(words) != (1 if args.usual else 2):
        raise BadInput(f"A setting is set by its name and a value, or taken back with --usual.\n{args.usage}")
    if words[0] == SCHEDULE:
        return _set_schedule(shell, "every weekday" if args.usual else words[1])
    from rutbreaker.cli.config_file import changed, write

    path, name = shell.places.config, words[0]
    source = _to_change(path)
    text, value = changed(source, name, None if args.usual else words[1], path)
    if text != source:
        write(path, text)
    output.narrate(f"{name} is as usual again." if args.usual else f"{name} is {shown(value)} from now on.")
    return ExitCode.DONE


def _set_schedule(shell: Shell, words: str) -> ExitCode:
    from rutbreaker.journal.schedules import schedule_words, set_schedule

    with shell.open(make=True) as context:
        set_schedule(context, "checkin", words)
        said = schedule_words(context, "checkin")
    output.narrate(f"Check-ins are expected {said} from today on; the days before stay as they were.")
    return ExitCode.DONE


def _edit(shell: Shell) -> ExitCode:
    from rutbreaker.cli.config_file import write
    from rutbreaker.editor import compose_in_editor

    path = shell.places.config
    write(path, compose_in_editor(_to_change(path) or _template(), ".toml"))
    for problem in read_settings(path).problems:
        output.narrate(f"rut: {problem}")
    output.narrate(f"Saved {path}")
    return ExitCode.DONE


def _template() -> str:
    """What a file that isn't there yet begins with: everything that can be set, commented out."""
    lines = ["# Everything that can be set. Take the # away from what you change."]
    for setting in SETTINGS:
        lines += ["", f"# {setting.meaning}"]
        value = '""' if setting.usual == "" else "40" if setting.usual is None else shown(setting.usual)
        lines.append(f"# [{setting.key}]" if setting.is_table else f"# {setting.key} = {value}")
    return "\n".join(lines) + "\n"


def _allowed(key: str) -> str:
    return NAMED[key].allowed if key in NAMED else 'words such as "every weekday", "mon wed fri" or "3 a week"'
