"""The benchmark says what it measured, marks what is over its bound, and fails for it; nothing is timed here."""

import json
from argparse import Namespace
from importlib import import_module
from pathlib import Path

import pytest

from tests.bench import peers
from tests.bench.__main__ import GROUPS, main
from tests.bench.rows import Row, table
from tests.bench.shell import CASES, READING, Script, run

WITHIN = Row("a key", 12.34, "ms", most=25)
OVER = Row("the start", 1.5, "x", most=1.25, beside="against a bare app")
UNBOUND = Row("another program", 2.5, "x")


@pytest.fixture
def two_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """The group "shell" that measures nothing, and gives two rows."""
    monkeypatch.setattr("tests.bench.shell.measure", lambda asked: [WITHIN, OVER])


@pytest.mark.parametrize(
    ("row", "is_within"),
    [
        (WITHIN, True),
        (OVER, False),
        (UNBOUND, True),
        (Row("power", 0.3, least=0.35), False),
        (Row("power", 0.35, least=0.35, most=1), True),
        (Row("power", 1.01, least=0.35, most=1), False),
    ],
)
def test_a_row_knows_whether_it_keeps_its_bounds(row: Row, is_within: bool) -> None:
    assert row.is_within is is_within


def test_the_table_marks_what_is_over_its_bound() -> None:
    marked, unmarked = table([OVER, WITHIN])
    assert marked.startswith("! the start")
    assert marked.endswith("1.50 x  <= 1.25        against a bare app")
    assert unmarked.startswith("  a key")
    assert "12.3 ms" in unmarked


def test_one_row_over_its_bound_is_a_failure(two_rows: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["shell"]) == 1
    assert [line[0] for line in capsys.readouterr().out.splitlines() if "<=" in line] == [" ", "!"]


def test_json_says_the_same_and_on_what_it_was_measured(two_rows: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["shell", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [(row["what"], row["figure"], row["is_within"]) for row in told["rows"]] == [
        ("a key", 12.34, True),
        ("the start", 1.5, False),
    ]
    assert {"at", "python", "sqlite", "textual", "system", "processors"} < told.keys()


def test_an_unknown_group_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["nothing"])
    assert "there is no group nothing" in capsys.readouterr().err


@pytest.mark.parametrize("group", GROUPS)
def test_every_group_can_be_measured(group: str) -> None:
    assert callable(import_module(f"tests.bench.{group}").measure)


def test_others_are_not_installed_unless_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers, "_installed", lambda package, folder: pytest.fail(f"installed {package}"))
    assert peers.measure(Namespace(peers=False, runs=1)) == []


def test_others_that_cannot_be_had_are_said_and_passed_over(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def absent(package: str, folder: str) -> Path:
        raise peers.Absent("no matching version")

    monkeypatch.setattr(peers, "_installed", absent)
    assert peers.measure(Namespace(peers=True, runs=1)) == []
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1 + len(peers.DASHBOARDS)
    assert said[0] == "jrnl was not measured: no matching version"


def test_others_live_in_a_home_of_their_own(tmp_path: Path) -> None:
    surroundings = peers.home_of(tmp_path, "jrnl")
    assert len(surroundings) == 5
    assert all(Path(place).is_relative_to(tmp_path) for place in surroundings.values())


def test_the_bare_scripts_do_what_the_commands_are_held_against(tmp_path: Path) -> None:
    for case in CASES:
        assert run(Script(case.script, tmp_path, case.script_words).command, {}) > 0
    with pytest.raises(RuntimeError, match="ended with 2"):
        run([*Script(READING, tmp_path, ()).command, "--nonsense"], {})
