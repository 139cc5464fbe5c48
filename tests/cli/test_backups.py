"""Backups and restoring at the shell."""

import json
import os
from datetime import timedelta
from pathlib import Path

import pytest

from rutbreaker.clock import FixedClock
from tests.cli.conftest import Rut


def _backups(home: str) -> list[str]:
    folder = os.path.join(home, "backups")
    return sorted(os.listdir(folder)) if os.path.isdir(folder) else []


def test_the_first_thing_written_on_a_day_makes_the_backup_of_the_day(rut: Rut, clock: FixedClock, home: str) -> None:
    rut("win", "On the first day")
    assert _backups(home) == []
    clock.advance(timedelta(days=1))
    assert rut("today").code == 0
    assert _backups(home) == []
    for text in ("On the second", "And another"):
        rut("win", text)
    assert len(_backups(home)) == 1
    assert _backups(home)[0].endswith("-daily.db")
    clock.advance(timedelta(days=1))
    rut("win", "On the third")
    assert len(_backups(home)) == 2


def test_a_backup_that_cannot_be_made_costs_no_win(rut: Rut, clock: FixedClock, home: str) -> None:
    rut("win", "On the first day")
    clock.advance(timedelta(days=1))
    Path(home, "backups").touch()
    said = rut("win", "Kept all the same")
    assert said.code == 0
    assert "today's backup could not be made" in said.err
    assert "Kept all the same" in rut("log").out


def test_backups_are_made_on_demand_and_listed(rut: Rut, clock: FixedClock, home: str) -> None:
    assert "No backups yet" in rut("backup", "--list").err
    rut("win", "Shipped")
    said = rut("backup")
    assert said.code == 0
    assert os.path.join(home, "backups", _backups(home)[0]) in said.err
    listed = rut("backup", "--list")
    assert "2026-11-23 07:55:00 UTC" in listed.out
    assert "asked for" in listed.out
    (shape,) = json.loads(rut("backup", "--list", "--json").out)
    assert (shape["number"], shape["reason"]) == (1, "asked")


def test_nothing_is_backed_up_where_nothing_is(bare_rut: Rut, home: str) -> None:
    said = bare_rut("backup")
    assert (said.code, said.out) == (1, "")
    assert os.listdir(home) == []


def test_the_folder_of_the_configuration_is_used(rut: Rut, home: str, tmp_path: Path) -> None:
    Path(home, "config.toml").write_text(f'backups = "{tmp_path}/elsewhere"\n')
    rut("win", "Shipped")
    rut("backup")
    assert len(os.listdir(tmp_path / "elsewhere")) == 1
    assert _backups(home) == []
    Path(home, "rutbreaker.db").unlink()
    assert rut("today").code == 4
    assert rut("restore", "--yes").code == 0
    assert "Shipped" in rut("today").out


def test_a_lost_file_comes_back_by_one_command(rut: Rut, home: str) -> None:
    rut("win", "Shipped")
    rut("backup")
    Path(home, "rutbreaker.db").write_bytes(b"")
    assert rut("win", "Lost?").code == 4
    planned = rut("restore", "--dry-run")
    assert "Would restore" in planned.err
    assert Path(home, "rutbreaker.db").stat().st_size == 0
    done = rut("restore", "--yes", "--json")
    kept = json.loads(done.out)["kept"]
    assert os.path.getsize(kept) == 0
    assert "Shipped" in rut("log").out


def test_restoring_asks_first(rut: Rut, home: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rut("win", "Shipped")
    rut("backup")
    rut("win", "Later")
    said = rut("restore")
    assert said.code == 2
    assert "--yes" in said.err
    for answer, code in (("no\n", 1), ("\n", 1), ("", 1), ("yes\n", 0)):
        with monkeypatch.context() as patched:
            patched.setattr("rutbreaker.cli.restore.output.is_terminal", lambda _: True)
            assert rut("restore", "1", stdin=answer.encode()).code == code
        assert ("Later" in rut("log").out) is (code != 0)


@pytest.mark.parametrize("words", [("restore", "9"), ("restore", "a", "b"), ("backup", "now")])
def test_what_is_not_there_is_refused(rut: Rut, words: tuple[str, ...]) -> None:
    rut("win", "Shipped")
    rut("backup")
    assert rut(*words).code in (1, 2)
