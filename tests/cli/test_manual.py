"""docs/shell.md and the program say the same: every command, option, JSON key and exit code, in both directions."""

import json
import re
from argparse import SUPPRESS
from importlib import import_module
from pathlib import Path
from typing import Any

from rutbreaker.cli.commands import COMMANDS
from rutbreaker.cli.exits import SIGNALLED, ExitCode
from rutbreaker.cli.parser import Parser
from rutbreaker.context import Context
from rutbreaker.domain.statements import STATEMENTS
from rutbreaker.journal.source import answer_statement, finish_sitting
from tests.cli.conftest import Rut

_PAGE = (Path(__file__).parents[2] / "docs" / "shell.md").read_text(encoding="utf-8")


def _sections(level: str) -> dict[str, str]:
    """What stands under each heading of a level, up to the next heading of any."""
    parts = re.split(rf"^{level} (.+)\n", _PAGE, flags=re.MULTILINE)
    bodies = (re.split(r"^#", body, maxsplit=1, flags=re.MULTILINE)[0] for body in parts[2::2])
    return dict(zip(parts[1::2], bodies, strict=True))


def _first_cells(body: str, head: str) -> list[str]:
    """The names in code style in the first column of a table."""
    rows = (line.split("|")[1] for line in body.splitlines() if line.startswith("| "))
    return [name for cell in rows if cell.strip() != head for name in re.findall(r"`([^`]+)`", cell)]


def test_every_command_has_its_section() -> None:
    named = [name.removeprefix("rut ") for name in _sections("##") if name.startswith("rut ")]
    assert sorted(named) == sorted(command.name for command in COMMANDS)


def test_every_option_is_in_its_section() -> None:
    sections = _sections("##")
    for command in COMMANDS:
        parser = Parser(command.name, command.line)
        import_module(command.module).configure(parser)
        real = [name for action in parser._actions if action.help != SUPPRESS for name in action.option_strings]
        assert sorted(_first_cells(sections[f"rut {command.name}"], "option")) == sorted(real), command.name


def test_every_exit_code_is_told() -> None:
    rows = re.findall(r"^\| (\d+(?:\+n)?) \|", _sections("##")["Exit codes"], flags=re.MULTILINE)
    assert rows == [*(str(int(code)) for code in ExitCode), f"{SIGNALLED}+n"]


def test_every_json_key_is_told(rut: Rut, context: Context) -> None:
    rut("checkin", "32435", "-n", "note #walk")
    rut("win", "one #tag")
    rut("pause", "-9..-8", "--reason", "rest")
    for statement in STATEMENTS:
        answer_statement(context, statement, 3)
    finish_sitting(context)
    rut("trial", "start", "walk")
    rut("goal", "add", "Learn Rust", "--first", "Begin")
    rut("person", "add", "Ana Ruiz")
    rut("change", "option", "add", "Own studio")
    rut("thanks", "two", "--why", "because", "--person", "Ana")

    def given(*words: str) -> Any:
        return json.loads(rut(*words, "--json").out)

    today, streaks = given("today"), given("streak")
    lines: dict[str, None] = {}
    for line in given("log"):
        lines |= dict.fromkeys(line)
    hit = given("search", "one")[0]
    goal = given("goal", "list")[0]
    shapes = {
        "rut today": list(today),
        "a check-in": list(today["checkin"]),
        "a line of the log": list(lines),
        "rut streak": list(streaks),
        "a streak": list(streaks["checkin"]),
        "rut streak --why": list(given("streak", "--why")),
        "rut review week": list(given("review", "week")),
        "a longer time": list(given("review", "year")),
        "rut source": list(given("source")),
        "a source": list(given("source")["sources"][0]),
        "rut helps": list(given("helps")),
        "a tag held against the days": list(given("helps")["tags"][0]),
        "a goal": list(goal),
        "rut goal show": [key for key in given("goal", "show", "rust") if key not in goal],
        "an idea": list(given("goal", "ideas")[0]),
        "rut hours": list(given("hours")),
        "a person": list(person := given("person", "list")[0]),
        "rut person show": [key for key in given("person", "show", "Ana") if key not in person],
        "a line that was found": [key for key in hit if key not in lines],
        "a tag": list(given("tags")[0]),
        "a pause": list(given("pause", "--list")[0]),
        "rut status": list(given("status")),
        "rut change": list(given("change")),
        "an item of readiness": list(given("change")["blocks"]["tried"]["items"][0]),
        "an option": list(given("change")["options"][0]),
        "rut trial": list(given("trial")),
        "a help line": list(given("help-lines")[0]),
        "what was done": list(given("undo", "--list")[0]),
        "a backup": list(given("backup")),
        "a check": list(given("doctor")[0]),
        "rut restore": list(given("restore", "--dry-run")),
        "a setting": list(given("config")[0]),
        "rut where": list(given("where")),
    }
    told = {
        name.removeprefix("JSON of "): _first_cells(body, "key")
        for name, body in _sections("###").items()
        if name.startswith("JSON of ")
    }
    assert {name: sorted(keys) for name, keys in told.items()} == {name: sorted(keys) for name, keys in shapes.items()}
