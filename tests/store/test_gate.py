"""The look before opening: what is lost is never replaced by nothing, and what isn't ours is left alone."""

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rutbreaker.errors import Lost, Replaced, RutbreakerError, Unusable
from rutbreaker.store.connection import Connection, open_store

NewFile = Callable[[str], str]


@pytest.fixture
def backups(tmp_path: Path) -> str:
    """A folder with one backup in it."""
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "rutbreaker-20261122T080000Z.db").write_bytes(b"a backup")
    return str(folder)


def _refused(path: Path, backups: str | None = None) -> RutbreakerError:
    """The error of opening it; the file is as it was, and nothing lies beside it that didn't before."""
    before = path.read_bytes() if path.is_file() else None
    beside = sorted(os.listdir(path.parent))
    with pytest.raises(Unusable) as caught:
        open_store(str(path), backups)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert sorted(os.listdir(path.parent)) == beside
    return caught.value


def test_a_missing_file_is_made_only_where_there_never_was_one(tmp_path: Path, backups: str) -> None:
    assert "rut restore" in _refused(tmp_path / "my.db", backups).message
    assert not (tmp_path / "my.db").exists()
    open_store(str(tmp_path / "my.db"), str(tmp_path / "none")).close()
    assert (tmp_path / "my.db").stat().st_size > 0


def test_an_empty_file_is_filled_only_where_there_never_was_a_full_one(tmp_path: Path, backups: str) -> None:
    (tmp_path / "my.db").touch()
    assert isinstance(_refused(tmp_path / "my.db", backups), Lost)
    open_store(str(tmp_path / "my.db")).close()


@pytest.mark.parametrize("left", [50, 99, 100, 4096, -4096, -1])
def test_a_file_cut_short_is_lost(new_file: NewFile, backups: str, left: int) -> None:
    path = Path(new_file("cut.db"))
    whole = path.read_bytes()
    path.write_bytes(whole[:left])
    found = _refused(path, backups)
    assert isinstance(found, Lost)
    assert "rut restore" in found.message
    assert str(len(whole[:left])) in found.message


def test_a_change_under_way_elsewhere_is_no_cut(new_file: NewFile) -> None:
    """With a journal that was left behind, SQLite brings the file back to what it was; its size proves nothing."""
    path = Path(new_file("hot.db"))
    writer = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sqlite3, sys\n"
            "c = sqlite3.connect(sys.argv[1], isolation_level=None); c.execute('PRAGMA cache_size = 1')\n"
            "c.execute('BEGIN IMMEDIATE')\n"
            "many = ((str(n), 'x' * 3000, '') for n in range(200))\n"
            "c.executemany('INSERT INTO draft (name, body, at) VALUES (?, ?, ?)', many)\n"
            "print('written', flush=True); sys.stdin.read()",
            str(path),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == "written\n"
    writer.kill()
    writer.communicate()
    assert Path(f"{path}-journal").stat().st_size > 0
    connection = open_store(str(path))
    assert connection.rows("SELECT count(*) FROM draft") == [(0,)]
    connection.close()


@pytest.mark.parametrize("content", [b"x", b"Dear diary, " * 200, b"\0" * 8192])
def test_what_is_no_data_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.db"
    path.write_bytes(content)
    assert "not a rutbreaker data file" in _refused(path).message


def test_links_pipes_folders_and_second_names_are_refused(tmp_path: Path, new_file: NewFile) -> None:
    os.mkdir(tmp_path / "folder.db")
    os.mkfifo(tmp_path / "pipe.db")
    os.symlink(tmp_path / "nowhere.db", tmp_path / "dangling.db")
    os.symlink(new_file("real.db"), tmp_path / "link.db")
    os.link(new_file("twice.db"), tmp_path / "second.db")
    for name in ("folder.db", "pipe.db", "dangling.db", "link.db", "second.db"):
        _refused(tmp_path / name)
    assert not (tmp_path / "nowhere.db").exists()
    with pytest.raises(Unusable):
        open_store(str(tmp_path / "missing" / "my.db"))


def test_another_users_file_is_refused(new_file: NewFile, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path(new_file("theirs.db"))
    monkeypatch.setattr(os, "geteuid", lambda: path.stat().st_uid + 1)
    assert "another user" in _refused(path).message


def test_a_file_that_others_could_read_is_closed_to_them(new_file: NewFile) -> None:
    path = Path(new_file("open.db"))
    path.chmod(0o644)
    connection = open_store(str(path))
    connection.close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "Others on this computer could read" in connection.notices[0]
    again = open_store(str(path))
    again.close()
    assert again.notices == []


@pytest.mark.parametrize("how", ["replaced", "removed"])
def test_a_file_replaced_while_open_takes_no_writing(new_file: NewFile, how: str) -> None:
    path, other = Path(new_file("mine.db")), Path(new_file("other.db"))
    connection = open_store(str(path))
    before = other.read_bytes()
    if how == "replaced":
        os.replace(other, path)
    else:
        os.remove(path)
    with pytest.raises(Replaced, match="Nothing was written"), connection.immediate():
        raise AssertionError("the change must not even begin")
    connection.close()
    assert not path.exists() if how == "removed" else path.read_bytes() == before


def test_a_file_replaced_during_a_change_does_not_confirm_it(new_file: NewFile) -> None:
    path, other = Path(new_file("mine.db")), Path(new_file("other.db"))
    connection = open_store(str(path))

    def change() -> None:
        with connection.immediate():
            connection.run("INSERT INTO draft (name, body, at) VALUES ('a', 'b', 'c')")
            os.replace(other, path)

    with pytest.raises((Replaced, Unusable)):
        change()
    connection.close()
    assert _drafts(open_store(str(path))) == 0


def _drafts(connection: Connection) -> int:
    found = connection.rows("SELECT count(*) FROM draft")[0][0]
    connection.close()
    return int(found)


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_a_file_that_cannot_be_written_is_read(
    new_file: NewFile, monkeypatch: pytest.MonkeyPatch, journal: str
) -> None:
    path = Path(new_file("still.db"))
    other = sqlite3.connect(path)
    other.execute(f"PRAGMA journal_mode={journal}")
    other.execute("INSERT INTO draft (name, body, at) VALUES ('a', 'b', 'c')")
    other.commit()
    other.close()
    before = path.read_bytes()
    monkeypatch.setattr(os, "access", lambda name, mode: name != str(path) and mode >= 0)
    connection = open_store(str(path))
    assert connection.rows("SELECT body FROM draft") == [("b",)]
    assert "can look at everything and change nothing" in connection.notices[0]
    with pytest.raises(Unusable, match="can't be written"), connection.immediate():
        raise AssertionError("the change must not even begin")
    connection.close()
    assert path.read_bytes() == before
    assert [name for name in os.listdir(path.parent) if name.startswith("still.db")] == ["still.db"]
