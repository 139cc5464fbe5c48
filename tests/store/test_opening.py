"""Opening the data file: made once, also by many at a time, and never at the cost of somebody else's file."""

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rutbreaker.errors import Unusable
from rutbreaker.store import connection as store
from rutbreaker.store import first_layout, layout, schema
from rutbreaker.store.connection import APPLICATION_ID, has_wal_fix, open_store

_OPEN_ONE = "import sys; from rutbreaker.store.connection import open_store; open_store(sys.argv[1]).close()"


def _shape(path: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    shape = connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").fetchall()
    connection.close()
    return shape


def test_a_new_file_is_made_for_its_owner_and_says_whose_it_is(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    connection = open_store(str(path))
    assert connection.rows("PRAGMA application_id") == [(APPLICATION_ID,)]
    assert connection.rows("PRAGMA user_version") == [(layout.VERSION,)]
    assert connection.rows("SELECT count(*) FROM device") == [(1,)]
    connection.close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_version_is_the_number_of_migrations() -> None:
    assert len(schema.migrations._migrations) == layout.VERSION


def test_opening_again_changes_nothing(new_file: Callable[[str], str]) -> None:
    path = new_file("again.db")
    before = Path(path).read_bytes()
    for _ in range(2):
        open_store(path).close()
    connection = open_store(path)
    schema.migrate(connection)
    connection.close()
    assert Path(path).read_bytes() == before


def test_many_programs_may_open_a_fresh_file_at_once(tmp_path: Path, new_file: Callable[[str], str]) -> None:
    path = str(tmp_path / "race.db")
    started = [
        subprocess.Popen([sys.executable, "-c", _OPEN_ONE, path], stderr=subprocess.PIPE, text=True) for _ in range(6)
    ]
    assert [(program.communicate()[1], program.returncode) for program in started] == [("", 0)] * 6
    assert _shape(path) == _shape(new_file("alone.db"))
    connection = open_store(path)
    assert connection.rows("SELECT count(*) FROM device") == [(1,)]
    applied = [name for (name,) in connection.rows("SELECT name FROM _sqlite_migrations")]
    assert applied == ["m001_the_first_layout", "m002_seals", "m003_days_done"]
    connection.close()


def test_a_file_made_by_another_program_meanwhile_is_not_taken_for_foreign(
    new_file: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program makes the file between two of our questions about it."""
    path, made = str(tmp_path / "fresh.db"), Path(new_file("made.db")).read_bytes()
    ask = store.Connection.rows

    def ask_slowly(connection: store.Connection, sql: str, parameters: tuple[object, ...] = ()) -> list[tuple[object]]:
        answer = ask(connection, sql, parameters)
        if sql == "PRAGMA application_id" and answer == [(0,)]:
            other = sqlite3.connect(path, timeout=0)
            try:
                other.execute(f"PRAGMA user_version={layout.VERSION}")
                other.execute(f"PRAGMA application_id={APPLICATION_ID}")
            except sqlite3.OperationalError:
                pass  # It has to wait, as it should.
            other.close()
        return answer

    monkeypatch.setattr(store.Connection, "rows", ask_slowly)
    open_store(path).close()
    assert len(Path(path).read_bytes()) == len(made)


def _foreign(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE recipe (name TEXT)")
    other.execute("INSERT INTO recipe VALUES ('soup')")
    other.commit()
    other.close()


def _foreign_by_id(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("PRAGMA application_id = 7")
    other.close()


def _text(path: Path) -> None:
    path.write_text("Dear diary, " * 200)


@pytest.mark.parametrize("make", [_foreign, _foreign_by_id, _text])
def test_a_file_that_is_not_ours_is_refused_and_left_alone(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "theirs.db"
    make(path)
    before = path.read_bytes()
    with pytest.raises(Unusable, match="not a rutbreaker data file"):
        open_store(str(path))
    assert path.read_bytes() == before
    assert sorted(os.listdir(tmp_path)) == ["home", "theirs.db"]


def test_a_file_of_a_newer_version_is_refused_and_left_alone(new_file: Callable[[str], str]) -> None:
    path = Path(new_file("newer.db"))
    other = sqlite3.connect(path)
    other.execute(f"PRAGMA user_version = {layout.VERSION + 1}")
    other.close()
    before = path.read_bytes()
    with pytest.raises(Unusable, match="newer rutbreaker"):
        open_store(str(path))
    assert path.read_bytes() == before


def test_a_migration_that_fails_leaves_an_empty_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "new.db"

    def fail(_: object) -> None:
        raise sqlite3.OperationalError("no such thing")

    monkeypatch.setattr(first_layout, "_make_tagging", fail)
    with pytest.raises(sqlite3.OperationalError):
        open_store(str(path))
    assert _shape(str(path)) == []
    monkeypatch.undo()
    open_store(str(path)).close()


@pytest.mark.parametrize(
    ("version", "fixed"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 44, 9), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 0), False),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 52, 0), True),
        ((4, 0, 0), True),
    ],
)
def test_wal_is_for_a_sqlite_without_its_fault(version: tuple[int, ...], fixed: bool) -> None:
    assert has_wal_fix(version) is fixed


@pytest.mark.parametrize(("version", "mode"), [((3, 51, 2), "truncate"), ((3, 51, 3), "wal")])
def test_the_journal_follows_the_version_of_sqlite(
    new_file: Callable[[str], str], monkeypatch: pytest.MonkeyPatch, version: tuple[int, ...], mode: str
) -> None:
    path = new_file("mode.db")
    found = []
    for running in (version, (3, 52, 0), version):
        monkeypatch.setattr(sqlite3, "sqlite_version_info", running)
        connection = open_store(path)
        found.append(connection.rows("PRAGMA journal_mode")[0][0])
        connection.close()
    assert found == [mode, "wal", mode]
