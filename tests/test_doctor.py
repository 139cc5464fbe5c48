"""The doctor says how everything is, and what to do about what isn't well."""

import os
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.doctor import counts, examine, examine_open, repair
from rutbreaker.domain.health import Check
from rutbreaker.errors import Unusable
from rutbreaker.journal.backups import back_up
from rutbreaker.journal.daily import log_win
from rutbreaker.paths import find_places
from rutbreaker.store import surroundings


@pytest.fixture
def path(context: Context) -> Path:
    log_win(context, "Shipped the importer #ship")
    context.connection.close()
    return Path(context.connection.path)


def _checks(clock: FixedClock) -> dict[str, Check]:
    return {check.key: check for check in examine(find_places(), clock.now())}


def test_a_healthy_file_is_well(path: Path, clock: FixedClock) -> None:
    found = _checks(clock)
    assert {key for key, check in found.items() if check.state != "well"} == {"backups"}
    assert "no backup yet" in found["backups"].line


def test_the_open_file_is_examined_too(context: Context) -> None:
    log_win(context, "Shipped")
    back_up(context)
    assert all(check.state == "well" for check in examine_open(context))


def test_no_file_yet_is_no_damage(clock: FixedClock, home: str) -> None:
    assert [check.state for check in examine(find_places(), clock.now())] == ["look"]
    assert os.listdir(home) == []


@pytest.mark.parametrize("content", [b"", b"Dear diary, " * 1000, None])
def test_a_lost_file_is_damage_and_a_backup_is_named(
    context: Context, clock: FixedClock, content: bytes | None
) -> None:
    log_win(context, "Shipped")
    back_up(context)
    context.connection.close()
    path = Path(context.connection.path)
    path.unlink() if content is None else path.write_bytes(content)
    found = _checks(clock)
    assert found["file"].state == "damaged"
    assert "rut restore" in found["file"].line + found["file"].advice
    assert found["backups"].state == "well"
    assert found["backups"].line.startswith("The only backup is of ")


def test_what_differs_from_what_was_written_is_told(path: Path, clock: FixedClock) -> None:
    other = sqlite3.connect(path)
    other.execute("UPDATE win SET text = 'Shipped the exporter'")
    other.commit()
    other.close()
    rows = _checks(clock)["rows"]
    assert rows.state == "damaged"
    assert "“Shipped the exporter” stands there, “Shipped the importer #ship” was written" in rows.details[0]
    assert "rut restore" in rows.advice
    with pytest.raises(Unusable, match="Nothing was repaired"):
        repair(find_places(), clock.now())


def test_an_index_is_repaired_after_a_backup(path: Path, clock: FixedClock) -> None:
    other = sqlite3.connect(path)
    other.execute("DELETE FROM tagging")
    other.commit()
    other.close()
    assert "--repair" in _checks(clock)["words"].advice
    made = repair(find_places(), clock.now())
    assert made.reason == "repair"
    assert _checks(clock)["words"].state == "well"


def test_rights_of_others_are_seen(path: Path, clock: FixedClock, home: str) -> None:
    os.chmod(home, 0o755)  # noqa: S103 - it must not stay so
    old = Path(home, "rutbreaker.db-old")
    old.touch()
    old.chmod(0o644)  # whatever the umask of this process
    rights = _checks(clock)["rights"]
    assert rights.state == "look"
    assert home in rights.line
    assert rights.details == (str(old),)


def test_a_damaged_or_old_backup_is_seen(context: Context, clock: FixedClock) -> None:
    log_win(context, "Shipped")
    made = back_up(context)
    whole = Path(made.path).read_bytes()
    Path(made.path).write_bytes(whole[:-4096])
    assert "damaged" in _checks(clock)["backups"].line
    Path(made.path).write_bytes(whole)
    assert _checks(clock)["backups"].state == "well"
    clock.advance(timedelta(days=30))
    os.utime(context.connection.path, (clock.now().timestamp(), clock.now().timestamp()))
    assert "30 days ago" in _checks(clock)["backups"].line


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("/home/me/Dropbox/journal", "Dropbox"),
        ("/Users/me/Library/Mobile Documents/x", "iCloud"),
        ("/home/me/.local/share/rutbreaker", None),
        ("/home/me/my dropbox notes", None),
    ],
)
def test_synced_folders_are_known_by_name(folder: str, program: str | None) -> None:
    assert surroundings.synced_by(folder) == program


def test_synced_folders_are_known_by_what_lies_in_them(tmp_path: Path) -> None:
    (tmp_path / "shared" / "deep").mkdir(parents=True)
    (tmp_path / "shared" / ".stfolder").mkdir()
    assert surroundings.synced_by(str(tmp_path / "shared" / "deep")) == "Syncthing"


def test_a_network_disk_is_known_by_where_it_is_mounted(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\nhost:/home /home nfs4 rw 0 0\n/dev/sdb1 /home/me/my\\040disk ext4 rw 0 0\n"
    )
    for folder, kind in (("/home/me", "nfs4"), ("/home/me/my disk/x", None), ("/homely", None), ("/", None)):
        assert surroundings.network_disk(folder, str(mounts)) == kind
    assert surroundings.network_disk("/home", str(tmp_path / "none")) is None


def test_counts_hold_no_words(path: Path) -> None:
    assert counts(find_places())["win"] == 1
