"""The doctor at the shell: codes, signs, a report that holds nobody's words."""

import json
import sqlite3
from pathlib import Path

from tests.cli.conftest import Rut

MARKER = "A sentence that nobody else may read"


def _damage(home: str) -> None:
    other = sqlite3.connect(Path(home, "rutbreaker.db"))
    other.execute("UPDATE win SET text = 'damaged'")
    other.commit()
    other.close()


def test_all_is_well(rut: Rut) -> None:
    rut("win", "Shipped")
    rut("backup")
    said = rut("doctor")
    assert said.code == 0
    assert "✗" not in said.out
    assert "All is well." in said.out
    assert "checked 2026-11-23 08:55" in said.out


def test_damage_is_code_4_and_says_what_to_do(rut: Rut, home: str) -> None:
    rut("win", MARKER)
    _damage(home)
    said = rut("doctor")
    assert said.code == 4
    assert f"“damaged” stands there, “{MARKER}” was written" in said.out
    assert "rut restore" in said.out
    assert rut("doctor", "--repair").code == 4


def test_the_report_holds_versions_and_counts_alone(rut: Rut, home: str) -> None:
    rut("win", MARKER)
    for code in (0, 4):
        said = rut("doctor", "--report")
        assert said.code == code
        assert "win:1" in said.out
        assert "SQLite 3." in said.out
        assert MARKER not in said.out
        assert home not in said.out
        _damage(home)


def test_as_json(rut: Rut) -> None:
    rut("win", "Shipped")
    checks = json.loads(rut("doctor", "--json").out)
    assert [check["key"] for check in checks][:4] == ["file", "structure", "layout", "rows"]
    assert set(checks[0]) == {"key", "state", "line", "advice", "details"}


def test_an_index_is_repaired(rut: Rut, home: str) -> None:
    rut("win", "Shipped #ship")
    other = sqlite3.connect(Path(home, "rutbreaker.db"))
    other.execute("DELETE FROM tagging")
    other.commit()
    other.close()
    assert rut("doctor").code == 4
    said = rut("doctor", "--repair")
    assert said.code == 0
    assert "backed up to" in said.err
    assert "ship" in rut("tags").out


def test_nothing_to_examine_makes_nothing(bare_rut: Rut, home: str) -> None:
    said = bare_rut("doctor")
    assert said.code == 0
    assert "no data file yet" in said.out
    assert list(Path(home).iterdir()) == []
