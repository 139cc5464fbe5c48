"""Several programs at the same file: who has to wait too long is told, and what is read together belongs together."""

from collections.abc import Callable

import pytest

from rutbreaker.errors import Busy
from rutbreaker.store import connection as store
from rutbreaker.store.connection import Connection, open_store


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


def test_the_write_lock_is_asked_for_in_many_short_tries_and_others_with_patience(
    held: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "BUSY_SECONDS", 0.2)
    other = open_store(held.path)
    other.run("BEGIN IMMEDIATE")
    asked: list[str] = []
    held.raw.set_trace_callback(asked.append)
    with pytest.raises(Busy), held.immediate():
        pass
    held.raw.set_trace_callback(None)
    assert asked.count("BEGIN IMMEDIATE") == 5
    assert held.rows("PRAGMA busy_timeout") == [(200,)]
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
