"""Bringing a backup back, whatever became of the data file, and keeping what was there."""

import os
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.config import Settings
from rutbreaker.context import Context
from rutbreaker.errors import BadInput, Busy, NotFound, Replaced, Unusable
from rutbreaker.journal.backups import back_up
from rutbreaker.journal.daily import log_win
from rutbreaker.journal.log import list_log
from rutbreaker.opening import open_context
from rutbreaker.paths import find_places
from rutbreaker.rescue import find_backup, list_backups, restore


@pytest.fixture
def backed_up(context: Context, clock: FixedClock) -> Context:
    """A data file with a win that is in the backup, and one that came later."""
    log_win(context, "In the backup")
    back_up(context)
    clock.advance(timedelta(hours=1))
    log_win(context, "After it")
    return context


def _texts(clock: FixedClock) -> list[str]:
    opened = open_context(find_places(), clock=clock, settings=Settings())
    found = [line.text for line in list_log(opened)]
    opened.connection.close()
    return found


def _missing(path: Path) -> None:
    path.unlink()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_bytes(b"Dear diary, " * 1000)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def _scribbled(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:-4096] = b"\xff" * (len(content) - 8192)
    path.write_bytes(content)


@pytest.mark.parametrize("damage", [_missing, _empty, _text, _cut, _scribbled])
def test_the_newest_backup_comes_back_and_the_damaged_file_is_kept(
    backed_up: Context, clock: FixedClock, damage: Callable[[Path], None]
) -> None:
    path = Path(backed_up.connection.path)
    backed_up.connection.close()
    damage(path)
    left = path.read_bytes() if path.exists() else None
    done = restore(find_places(), find_backup(find_places()), clock)
    assert _texts(clock) == ["In the backup"]
    assert path.stat().st_mode & 0o777 == 0o600
    if left is None:
        assert done.kept is None
    else:
        assert done.kept is not None
        assert ".damaged-" in done.kept
        assert Path(done.kept).read_bytes() == left
    assert len(list_backups(find_places())) == 1


def test_a_sound_file_is_backed_up_first_and_kept(backed_up: Context, clock: FixedClock) -> None:
    backed_up.connection.close()
    done = restore(find_places(), find_backup(find_places()), clock)
    assert _texts(clock) == ["In the backup"]
    assert done.kept is not None
    assert ".replaced-" in done.kept
    newest = list_backups(find_places())[0]
    assert newest.reason == "restore"
    restore(find_places(), newest, clock)
    assert _texts(clock) == ["After it", "In the backup"]


def test_what_lay_beside_the_file_goes_with_it(backed_up: Context, clock: FixedClock) -> None:
    """An old journal would be taken for the new file's, and played back into it."""
    path = Path(backed_up.connection.path)
    backed_up.connection.close()
    path.unlink()
    journal = Path(f"{path}-journal")
    journal.write_bytes(b"of another file")
    restore(find_places(), find_backup(find_places()), clock)
    assert not journal.exists()
    assert [each.read_bytes() for each in path.parent.glob("*-journal")] == [b"of another file"]
    assert _texts(clock) == ["In the backup"]


def test_stamps_after_a_restore_are_of_a_new_epoch(backed_up: Context, clock: FixedClock) -> None:
    before = backed_up.connection.rows("SELECT DISTINCT epoch FROM edit")
    backed_up.connection.close()
    restore(find_places(), find_backup(find_places()), clock)
    opened = open_context(find_places(), clock=clock, settings=Settings())
    log_win(opened, "A new beginning")
    assert opened.connection.rows("SELECT DISTINCT epoch FROM edit ORDER BY epoch") == [*before, (before[0][0] + 1,)]
    opened.connection.close()


def test_a_dry_run_does_nothing(backed_up: Context, clock: FixedClock, home: str) -> None:
    backed_up.connection.close()
    before = {name: os.path.getsize(os.path.join(home, name)) for name in os.listdir(home)}
    done = restore(find_places(), find_backup(find_places()), clock, dry_run=True)
    assert done.kept is not None
    assert {name: os.path.getsize(os.path.join(home, name)) for name in os.listdir(home)} == before
    assert _texts(clock) == ["After it", "In the backup"]


def test_a_program_that_is_writing_is_not_disturbed(backed_up: Context, clock: FixedClock) -> None:
    writer = sqlite3.connect(backed_up.connection.path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    with pytest.raises((Busy, Unusable)):
        restore(find_places(), find_backup(find_places()), clock)
    writer.execute("ROLLBACK")
    writer.close()
    assert _texts(clock) == ["After it", "In the backup"]


def test_a_dashboard_that_stayed_open_writes_nothing_into_what_was_set_aside(
    backed_up: Context, clock: FixedClock
) -> None:
    restore(find_places(), find_backup(find_places()), clock)
    with pytest.raises(Replaced):
        log_win(backed_up, "Where would it go?")
    assert _texts(clock) == ["In the backup"]


def test_a_damaged_backup_is_passed_over_or_refused_by_name(backed_up: Context, clock: FixedClock) -> None:
    newer = back_up(backed_up)
    Path(newer.path).write_bytes(Path(newer.path).read_bytes()[:-4096])
    assert find_backup(find_places()).number == 1
    with pytest.raises(Unusable):
        find_backup(find_places(), "2")


def test_a_backup_is_named_by_its_number_or_its_time(backed_up: Context, clock: FixedClock) -> None:
    clock.advance(timedelta(days=1))
    back_up(backed_up)
    places = find_places()
    assert find_backup(places, "1").number == 1
    assert find_backup(places, "2026-11-24").number == 2
    assert find_backup(places, os.path.basename(list_backups(places)[1].path)).number == 1
    with pytest.raises(BadInput, match="fits 2 backups"):
        find_backup(places, "2026-11")
    with pytest.raises(NotFound, match="backup --list"):
        find_backup(places, "9")


def test_without_a_backup_nothing_can_come_back(home: str) -> None:
    with pytest.raises(NotFound, match="no backup yet"):
        find_backup(find_places())
