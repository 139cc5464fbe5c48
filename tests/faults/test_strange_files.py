"""Files that are none of the program's, lost ones, and disks that can't be written: refused or read, byte for byte."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rutbreaker.context import Context
from rutbreaker.journal.backups import back_up
from rutbreaker.journal.daily import log_win
from rutbreaker.store import layout
from tests.faults.small_disk import small_disk

_NOBODY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")


@pytest.fixture
def path(context: Context) -> Path:
    """A data file with a win in it, and a backup of it."""
    log_win(context, "Shipped")
    back_up(context)
    context.connection.close()
    return Path(context.connection.path)


def _rut(*words: str, before: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*before, sys.executable, "-m", "rutbreaker", *words], capture_output=True, text=True)


def _wrong(path: Path) -> None:
    path.write_bytes(b"Dear diary, " * 1000)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5000])


def _missing(path: Path) -> None:
    path.unlink()


def _newer(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute(f"PRAGMA user_version = {layout.VERSION + 1}")
    other.close()


def _foreign(path: Path) -> None:
    path.unlink()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE recipe (name TEXT)")
    other.commit()
    other.close()


def _linked(path: Path) -> None:
    shutil.move(path, path.with_name("real.db"))
    path.symlink_to(path.with_name("real.db"))


def _dangling(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.with_name("nowhere.db"))


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _theirs(path: Path) -> None:
    os.chown(path, 65534, 65534)


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (_wrong, "not a rutbreaker data file"),
        (_empty, "is empty, but there are backups"),
        (_cut, "is cut short"),
        (_missing, "is not there, but there are backups"),
        (_newer, "newer rutbreaker"),
        (_foreign, "not a rutbreaker data file"),
        (_linked, "is a link to"),
        (_dangling, "is a link to"),
        (_pipe, "is not a file"),
        (_theirs, "belongs to another user"),
    ],
)
def test_what_is_not_ours_or_not_whole_is_refused_as_it_is(
    path: Path, damage: Callable[[Path], None], says: str
) -> None:
    damage(path)
    before = {name: _content(path.with_name(name)) for name in os.listdir(path.parent)}
    for words in (("win", "What I typed"), ("today",)):
        done = _rut(*words)
        assert (done.returncode, done.stdout) == (4, ""), done
        assert says in done.stderr
        assert "Traceback" not in done.stderr
    assert "What I typed" in _rut("win", "What I typed").stderr
    after = {name: _content(path.with_name(name)) for name in os.listdir(path.parent) if name != "hint-given"}
    assert after == before


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_a_disk_that_cannot_be_written_is_read(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, journal: str
) -> None:
    other = sqlite3.connect(path)
    other.execute(f"PRAGMA journal_mode={journal}")
    other.close()
    home = tmp_path / "disk"
    home.mkdir()
    with small_disk(str(home)):
        shutil.copy(path, home)
        before = (home / path.name).read_bytes()
        subprocess.run(["mount", "-o", "remount,ro", str(home)], check=True)
        monkeypatch.setenv("RUTBREAKER_HOME", str(home))
        looked = _rut("log")
        assert looked.returncode == 0
        assert "Shipped" in looked.stdout
        assert "can look at everything and change nothing" in looked.stderr
        wrote = _rut("win", "What I typed")
        assert wrote.returncode == 4
        assert "can't be written" in wrote.stderr
        assert "What I typed" in wrote.stderr
        assert (home / path.name).read_bytes() == before
        subprocess.run(["mount", "-o", "remount,rw", str(home)], check=True)
        assert _rut("win", "And again").returncode == 0


def test_somebody_elses_folder_is_left_alone(path: Path) -> None:
    for folder in path.parents[:3]:
        folder.chmod(0o755)
    before = path.read_bytes()
    done = _rut("today", before=_NOBODY)
    assert done.returncode in (2, 4)
    assert "Permission denied" in done.stderr
    assert "Traceback" not in done.stderr
    assert path.read_bytes() == before
