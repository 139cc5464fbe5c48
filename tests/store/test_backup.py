"""Backups are whole or not there, and a failure costs none of the earlier ones."""

import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from rutbreaker.context import Context
from rutbreaker.domain.backups import Backup
from rutbreaker.errors import Unusable
from rutbreaker.journal.daily import log_win
from rutbreaker.store import backup as store
from rutbreaker.store import layout, schema
from rutbreaker.store.connection import Connection, open_store

NOW = datetime(2026, 11, 23, 7, 55, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(tmp_path / "backups")


@pytest.fixture
def connection(context: Context) -> Connection:
    """An open data file with three wins."""
    for text in ("Shipped", "Wrote the talk", "Left by six"):
        log_win(context, text)
    return context.connection


def _wins(path: str) -> list[str]:
    copy = sqlite3.connect(path)
    found = [text for (text,) in copy.execute("SELECT text FROM win ORDER BY id")]
    copy.close()
    return found


def test_a_backup_is_the_whole_file_for_its_owner_alone(connection: Connection, folder: str) -> None:
    made = store.back_up(connection, folder, NOW, "asked")
    assert made == Backup(
        1, "2026-11-23T07:55:00Z", "asked", f"{folder}/rutbreaker-000001-20261123T075500Z-asked.db", made.size
    )
    assert made.size == os.path.getsize(made.path)
    assert _wins(made.path) == ["Shipped", "Wrote the talk", "Left by six"]
    assert stat.S_IMODE(os.stat(folder).st_mode) == 0o700
    assert stat.S_IMODE(os.stat(made.path).st_mode) == 0o600
    assert os.listdir(folder) == [os.path.basename(made.path)]
    assert store.list_backups(folder) == [made]


def test_the_newest_is_the_one_made_last_though_the_clock_went_back(connection: Connection, folder: str) -> None:
    first = store.back_up(connection, folder, NOW, "daily")
    second = store.back_up(connection, folder, NOW - timedelta(days=400), "daily")
    assert [backup.number for backup in store.list_backups(folder)] == [2, 1]
    assert store.list_backups(folder) == [second, first]


def test_old_ones_are_dropped_by_the_rule(connection: Connection, folder: str) -> None:
    for back in range(40, 0, -1):
        store.back_up(connection, folder, NOW - timedelta(days=back), "daily")
    kept = store.list_backups(folder)
    assert len(kept) < 25
    assert kept[0].day == (NOW - timedelta(days=1)).date()
    assert sorted(os.listdir(folder)) == sorted(os.path.basename(backup.path) for backup in kept)


def test_no_folder_and_other_files_are_no_backups(tmp_path: Path, folder: str) -> None:
    assert store.list_backups(folder) == []
    os.mkdir(folder)
    for name in ("notes.txt", "rutbreaker-1-yesterday-daily.db", "rutbreaker-000001-20261123T075500Z-daily.db.part"):
        Path(folder, name).touch()
    assert store.list_backups(folder) == []
    Path(tmp_path / "file").touch()
    with pytest.raises(Unusable, match="can't be read"):
        store.list_backups(str(tmp_path / "file"))


def _no_room(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect

    def connect_to_little(database: str, **options: Any) -> sqlite3.Connection:
        opened: sqlite3.Connection = connect(database, **options)
        if ".unfinished-" in database:
            opened.execute("PRAGMA max_page_count = 3").fetchall()
        return opened

    monkeypatch.setattr(sqlite3, "connect", connect_to_little)


def _rows_missing(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = iter([{"win": 3}, {"win": 2}])
    monkeypatch.setattr(store, "counts_of", lambda _: next(found))


def _no_rename(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "rename", fail)


def _no_sync(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)


@pytest.mark.parametrize("fault", [_no_room, _rows_missing, _no_rename, _no_sync])
def test_a_backup_that_fails_leaves_the_earlier_ones_and_nothing_else(
    connection: Connection, folder: str, monkeypatch: pytest.MonkeyPatch, fault: Callable[..., None]
) -> None:
    before = store.back_up(connection, folder, NOW, "daily")
    content = Path(before.path).read_bytes()
    with monkeypatch.context() as patched:
        fault(connection.path, patched)
        with pytest.raises(Unusable):
            store.back_up(connection, folder, NOW + timedelta(days=30), "daily")
    assert os.listdir(folder) == [os.path.basename(before.path)]
    assert Path(before.path).read_bytes() == content
    assert store.back_up(connection, folder, NOW + timedelta(days=30), "daily").number == 2


def test_what_a_killed_backup_left_is_swept_once_it_is_old(connection: Connection, folder: str) -> None:
    os.mkdir(folder)
    old, young = Path(folder, ".unfinished-1-ab"), Path(folder, ".unfinished-2-cd")
    for litter, minutes in ((old, 90), (young, 5)):
        litter.touch()
        moment = (NOW - timedelta(minutes=minutes)).timestamp()
        os.utime(litter, (moment, moment))
    store.back_up(connection, folder, NOW, "asked")
    assert not old.exists()
    assert young.exists()


def test_a_backup_knows_whether_anything_was_written_since(
    context: Context, connection: Connection, folder: str
) -> None:
    made = store.back_up(connection, folder, NOW, "daily")
    assert store.holds_all_of(made, connection)
    log_win(context, "One more")
    assert not store.holds_all_of(made, connection)
    Path(made.path).write_bytes(b"damaged")
    assert not store.holds_all_of(made, connection)


@pytest.fixture
def _a_second_migration(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A migration to come, which adds a table."""

    def m_next(db: Database) -> None:
        db.execute("CREATE TABLE extra (id TEXT) STRICT").close()

    known = list(schema.migrations._migrations)
    schema.migrations(name="m_next")(m_next)
    monkeypatch.setattr(layout, "VERSION", layout.VERSION + 1)
    monkeypatch.setattr(schema, "VERSION", layout.VERSION)
    yield
    schema.migrations._migrations[:] = known


@pytest.mark.usefixtures("_a_second_migration")
def test_a_file_is_backed_up_before_it_is_brought_up_to_date(context: Context, folder: str) -> None:
    context.connection.run(f"PRAGMA user_version = {layout.VERSION - 1}")
    log_win(context, "Before the update")
    context.connection.close()
    updated = open_store(context.connection.path, folder, NOW)
    assert updated.rows("SELECT count(*) FROM extra") == [(0,)]
    updated.close()
    (made,) = store.list_backups(folder)
    assert made.reason == "update"
    assert _wins(made.path) == ["Before the update"]
    copy = sqlite3.connect(made.path)
    assert copy.execute("PRAGMA user_version").fetchone() == (layout.VERSION - 1,)
    copy.close()


def test_a_new_file_needs_no_backup(tmp_path: Path, folder: str) -> None:
    open_store(str(tmp_path / "new.db"), folder, NOW).close()
    assert not os.path.exists(folder)
