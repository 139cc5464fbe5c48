"""Several programs at the same file: everybody gets their turn, and nothing is lost."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from rutbreaker.errors import Busy
from rutbreaker.store import connection as store
from rutbreaker.store.connection import Connection, open_store

_WRITER = """
import sys
from datetime import datetime, UTC
from rutbreaker.clock import FixedClock
from rutbreaker.domain.models import Win
from rutbreaker.store.connection import open_store
from rutbreaker.store.history import act, put
connection, clock = open_store(sys.argv[1]), FixedClock(datetime(2026, 11, 23, 8, tzinfo=UTC))
print("ready", flush=True)
sys.stdin.readline()
for number in range(200):
    with act(connection, clock.now(), "win") as doing:
        put(doing, Win(doing.new_id(), clock.today(), clock.now(), f"{sys.argv[2]} {number}"))
connection.close()
"""


def test_two_programs_write_200_acts_each_while_a_third_reads(new_file: Callable[[str], str]) -> None:
    path = new_file("shared.db")
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", _WRITER, path, name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for name in ("a", "b")
    ]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
    reader = open_store(path)
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    counts, versions = [0], set()
    while any(writer.poll() is None for writer in writers):
        counts.append(reader.rows("SELECT count(*) FROM win")[0][0])
        versions.add(reader.version_seen())
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0, 0]
    assert counts == sorted(counts)
    assert len(versions) > 1
    texts = {text for (text,) in reader.rows("SELECT text FROM win")}
    assert texts == {f"{name} {number}" for name in "ab" for number in range(200)}
    assert reader.rows("SELECT count(*), count(DISTINCT hlc) FROM edit") == [(1600, 1600)]
    assert reader.rows("SELECT max(seq), count(DISTINCT seq) FROM edit") == [(1600, 1600)]
    assert reader.rows("PRAGMA integrity_check") == [("ok",)]
    reader.close()


@pytest.fixture
def held(new_file: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> Connection:
    """A connection with little patience to a file that another one is writing to."""
    monkeypatch.setattr(store, "BUSY_SECONDS", 0.05)
    return open_store(new_file("held.db"))


def test_a_file_held_for_too_long_is_busy_and_usable_afterwards(held: Connection) -> None:
    other = open_store(held.path)
    other.run("BEGIN IMMEDIATE")

    begun = []

    def write() -> None:
        with held.immediate():
            begun.append("with the lock")
            held.run("DELETE FROM draft")

    with pytest.raises(Busy, match="Nothing was written"):
        write()
    assert begun == []
    other.run("ROLLBACK")
    write()
    assert begun == ["with the lock"]
    other.close()
    held.close()


def test_a_reader_that_does_not_let_go_makes_the_commit_busy_and_nothing_is_written(held: Connection) -> None:
    held.run("PRAGMA journal_mode = delete")  # Under WAL no reader stands in the way.
    other = open_store(held.path)
    other.run("BEGIN")
    other.rows("SELECT * FROM draft")

    def write() -> None:
        with held.immediate():
            held.run("INSERT INTO draft (name, body, at) VALUES ('a', 'b', 'c')")

    with pytest.raises(Busy):
        write()
    other.run("ROLLBACK")
    assert held.rows("SELECT * FROM draft") == []
    write()
    assert held.rows("SELECT count(*) FROM draft") == [(1,)]
    other.close()
    held.close()


def test_what_is_read_together_is_of_one_moment(new_file: Callable[[str], str], held: Connection) -> None:
    other = open_store(held.path)
    with held.reading():
        before = held.rows("SELECT count(*) FROM draft")
        other.raw.execute("PRAGMA busy_timeout = 0")
        try:
            with other.immediate():
                other.run("INSERT INTO draft (name, body, at) VALUES ('a', 'b', 'c')")
        except Busy:
            pass
        assert held.rows("SELECT count(*) FROM draft") == before
    other.close()
    held.close()
