"""Every example that help shows is run, as it stands, by a shell on a file where what it names is there."""

import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path

import pytest

from rutbreaker.cli.commands import COMMANDS
from rutbreaker.cli.main import main
from rutbreaker.cli.parser import Parser
from rutbreaker.clock import FixedClock
from rutbreaker.journal.log import list_keys
from rutbreaker.opening import open_context
from rutbreaker.paths import find_places
from tests.cli.conftest import Rut

_ASKS = ("rut purge", "rut restore")
"""Commands that ask before they do it; their examples are run with ``--yes`` behind them too."""

_NEEDS_A_TERMINAL = {"rut demo", "rut source --ask"}
"""Examples that open a screen or ask one key after the other; ``tests/terminal`` has one."""

_ONE_IS_ENOUGH = {"demo", "redo"}
"""Commands that can be called in one way only."""

_PREPARED = (
    'win "Shipped the importer #ship #meeting"',
    'win "A draft to be edited #draft"',
    'thanks "Tea with Ana" --person Ana --why "it was quiet"',
    'checkin 3 2 4 3 5 -n "long review #meetings #walk"',
    "hours 8",
    'goal add "Learn Rust" --first "Install it"',
    'goal step rust "Read a chapter" --every "3 a week"',
    'goal step rust "Ask for a study partner"',
    'goal add "Write 30 pages" --measure "30 pages"',
    'goal add "Play the piano"',
    "goal park piano",
    'goal add "Run a marathon"',
    "goal close marathon --verdict helped",
    'person add "Dana Kern" --role mentor --every "3 weeks"',
    'person add "Ana Ruiz"',
    'person add "Femi Adeyemi"',
    'change option add "Own studio"',
    "change criterion add pay",
    "change criterion add growth",
    "change option score studio pay 3",
    "backup",
)
"""What was done before any example is run."""

_BEFORE = {
    "rut change uncheck T2": "change check T2",
    "rut change overrule T1 --back": "change overrule T1 --because 'not mine'",
    "rut hours stop": "hours start",
    "rut change option add 'Own studio'": "change option delete studio",
    "rut change criterion add pay --weight 2": "change criterion delete pay",
    "rut redo": "undo",
    "rut resume": "pause -3.. --reason ill",
    "rut resume mon": "pause -9.. --reason rest",
    "rut trial stop": "trial start walk",
    "rut purge --deleted --backups": "delete 019ab3f0",
}
"""What an example needs beyond that."""

_CARDS = "BEGIN:VCARD\nVERSION:3.0\nFN:Mara Lind\nN:Lind;Mara;;;\nEND:VCARD\n"
_NOW = datetime.now(UTC).astimezone()
"""The examples are run by the computer's clock, so what they are run on ends with it."""

_PAST = _NOW - timedelta(days=30)
_BACKUP = f"{_PAST.astimezone(UTC):%Y-%m-%d}"


def _parsers() -> Iterator[Parser]:
    for command in COMMANDS:
        parser = Parser(command.name, command.line)
        import_module(command.module).configure(parser)
        yield parser


def _examples() -> list[str]:
    found = [example for parser in _parsers() for example in parser.examples]
    found += [example for parser in _parsers() for act in parser.acts for example in act.examples]
    return list(dict.fromkeys(found))


class Place:
    """A folder as somebody has it who tries the examples: ``rut`` on the path, a data file, an editor, a few files."""

    def __init__(self, folder: Path, home: Path, entry: str) -> None:
        self.folder, self.entry = folder, entry
        self._env = os.environ | {
            "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
            "HOME": str(folder),
            "RUTBREAKER_HOME": str(home),
            "EDITOR": str(folder / "bin" / "editor"),
        }

    def run(self, line: str) -> subprocess.CompletedProcess[str]:
        """Run a line of an example."""
        return subprocess.run(
            ["bash", "-o", "pipefail", "-c", line.replace("019ab3f0", self.entry).replace("2026-11-20", _BACKUP)],
            cwd=self.folder, env=self._env, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60,
            check=False,
        )  # fmt: skip


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which all of that was done."""
    home = tmp_path_factory.mktemp("template")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUTBREAKER_HOME", str(home))
        for words in (["win", "The first"], ["goal", "add", "Repair the bicycle"], ["backup"]):
            assert main(words, clock=FixedClock(_PAST)) == 0
        for line in _PREPARED:
            words = [word.strip("\"'") for word in re.findall(r'"[^"]*"|\S+', line)]
            assert main(words, clock=FixedClock(_NOW)) == 0, line
    return home


@pytest.fixture
def place(template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A place of its own for one example."""
    home, bin = tmp_path / "used", tmp_path / "bin"
    shutil.copytree(template, home)
    bin.mkdir()
    for name, text in {
        "rut": f'#!/bin/sh\nexec "{sys.executable}" -m rutbreaker "$@"\n',
        "editor": '#!/bin/sh\necho "# written there" >> "$1"\n',
    }.items():
        (bin / name).write_text(text, encoding="utf-8")
        (bin / name).chmod(stat.S_IRWXU)
    (tmp_path / "contacts.vcf").write_text(_CARDS, encoding="utf-8")
    monkeypatch.setenv("RUTBREAKER_HOME", str(home))
    context = open_context(find_places(), clock=FixedClock(_NOW))
    ids = [row for _, row in list_keys(context, ["win"])]
    context.connection.close()
    return Place(tmp_path, home, ids[0])


@pytest.mark.parametrize("example", _examples())
def test_an_example_does_what_it_says(place: Place, example: str) -> None:
    if "git log" in example:
        if shutil.which("git") is None:
            pytest.skip("git is not here")
        place.run("git init -q && git -c user.name=a -c user.email=a@b commit -q --allow-empty -m 'Ship the importer'")
    if "| jq" in example and shutil.which("jq") is None:
        pytest.skip("jq is not here")
    if before := _BEFORE.get(example):
        assert place.run(f"rut {before}").returncode == 0
    done = place.run(example)
    if example in _NEEDS_A_TERMINAL or (example.startswith(_ASKS) and "--dry-run" not in example):
        assert (done.returncode, "terminal" in done.stderr) == (2, True), done.stderr
        if example in _NEEDS_A_TERMINAL:
            return
        done = place.run(f"{example} --yes")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


def test_the_prompt_of_the_example_is_one(place: Place) -> None:
    example = next(example for example in _examples() if example.startswith("PS1="))
    prompt = place.run(f'{example}; printf %s "${{PS1@P}}"').stdout
    assert re.fullmatch(r".*\d.* [$#] ", prompt)


def test_what_an_example_is_said_to_need_is_still_one() -> None:
    assert {*_BEFORE, *_NEEDS_A_TERMINAL} <= set(_examples())


def test_every_command_has_examples_of_its_own() -> None:
    for parser in _parsers():
        examples = [*parser.examples, *(example for act in parser.acts for example in act.examples)]
        assert len(set(examples)) >= (1 if parser.command in _ONE_IS_ENOUGH else 2), parser.command
        assert any(f"rut {parser.command}" in example for example in examples), parser.command


def _acts() -> list[str]:
    return [f"{parser.command} {act.name}" for parser in _parsers() for act in parser.acts]


@pytest.mark.parametrize("called", _acts())
def test_every_act_has_a_line_of_help_and_examples_that_call_it(bare_rut: Rut, called: str) -> None:
    command, _, name = called.partition(" ")
    parser = next(parser for parser in _parsers() if parser.command == command)
    act = next(act for act in parser.acts if act.name == name)
    told = bare_rut(*called.split(), "--help")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith(f"usage: rut {command} {act.call} [options]\n\n{act.line[0].upper()}{act.line[1:]}.\n")
    assert max(map(len, told.out.splitlines())) <= 80
    assert all(example.startswith(f"rut {called}") and f"  {example}\n" in told.out for example in act.examples)
    for option in act.options.split():
        assert re.search(rf"^  (-\w, )?--{option.replace('_', '-')}\b", told.out, re.MULTILINE), option
    assert act.call in bare_rut(command, "--help").out
    assert len(act.examples) >= (2 if act.options or "[" in act.words else 1)


def test_every_option_of_a_command_with_acts_is_taken_by_one_of_them() -> None:
    for parser in _parsers():
        named = {name for act in parser.acts for name in act.options.split()}
        assert named <= {action.dest for action in parser._actions}, parser.command


def test_a_word_that_more_than_one_act_begins_with_lists_those(bare_rut: Rut) -> None:
    told = bare_rut("change", "criterion", "--help").out
    assert "criterion weigh" in told
    assert "option add TITLE" not in told


def test_an_option_of_another_act_is_refused_with_how_this_one_is_called(bare_rut: Rut) -> None:
    refused = bare_rut("person", "list", "--role", "mentor")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        "rut: “list” takes no --role.\nUsage: rut person list [options]   More: rut person list --help\n"
    )
    assert bare_rut("trial", "--days", "30").err.startswith("rut: “rut trial” takes no --days.")
    assert bare_rut("change", "option", "--fear", "x").err.startswith("rut: “rut change option” takes no --fear.")
