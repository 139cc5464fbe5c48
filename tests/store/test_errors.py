"""What goes wrong with a file is said in words, and a defect of ours isn't dressed up as one."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.models import Win
from rutbreaker.errors import RutbreakerError, Unusable
from rutbreaker.store.connection import open_store
from rutbreaker.store.history import act, put
from tests.conftest import MONDAY_MORNING


def _log(context: Context, text: str) -> None:
    with context.act("win") as doing:
        put(doing, Win(doing.new_id(), context.clock.today(), context.clock.now(), text))


def test_a_full_disk_is_said_and_nothing_is_half_written(context: Context) -> None:
    connection = context.connection
    pages = connection.rows("PRAGMA page_count")[0][0]
    connection.run(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(Unusable, match="the disk is full; nothing was written"):
        _log(context, "x" * 100_000)
    assert connection.rows("SELECT (SELECT count(*) FROM win), (SELECT count(*) FROM act)") == [(0, 0)]
    connection.run(f"PRAGMA max_page_count = {pages + 1000}")
    _log(context, "x" * 100_000)
    assert connection.rows("SELECT count(*) FROM win") == [(1,)]


def test_a_file_that_may_only_be_read_is_read_and_refuses_writing(context: Context) -> None:
    _log(context, "before")
    context.connection.run("PRAGMA query_only = on")
    with pytest.raises(Unusable, match="can't be written"):
        _log(context, "after")
    assert context.connection.rows("SELECT text FROM win") == [("before",)]


def test_a_damaged_file_is_said_to_be(new_file: Callable[[str], str]) -> None:
    path = Path(new_file("damaged.db"))
    connection = open_store(str(path))
    clock = FixedClock(MONDAY_MORNING)
    with act(connection, clock.now(), "win") as doing:
        for _ in range(300):
            put(doing, Win(doing.new_id(), clock.today(), clock.now(), "some text"))
    connection.close()
    whole = bytearray(path.read_bytes())
    for page in range(2, len(whole) // 4096):
        whole[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    path.write_bytes(whole)
    with pytest.raises(Unusable, match="it is damaged"):
        open_store(str(path)).rows("SELECT * FROM win")


def test_a_file_cut_short_is_unusable_and_left_as_it_is(new_file: Callable[[str], str]) -> None:
    path = Path(new_file("cut.db"))
    path.write_bytes(path.read_bytes()[:1000])
    before = path.read_bytes()

    def read() -> None:
        connection = open_store(str(path))
        try:
            connection.rows("SELECT * FROM win")
        finally:
            connection.close()

    with pytest.raises(Unusable):
        read()
    assert path.read_bytes() == before


def test_a_defect_stays_a_defect(context: Context) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        context.connection.rows("SELECT * FROM nowhere")
    with pytest.raises(sqlite3.IntegrityError):
        context.connection.run("INSERT INTO draft (name, body, at) VALUES (NULL, NULL, NULL)")


def test_text_that_is_not_utf_8_is_read_all_the_same(context: Context) -> None:
    context.connection.run("INSERT INTO draft (name, body, at) VALUES ('a', CAST(x'636166e9' AS TEXT), '')")
    assert context.connection.rows("SELECT body FROM draft") == [("caf\ufffd",)]


def test_every_error_has_a_title_and_a_sentence() -> None:
    def kinds(kind: type[RutbreakerError]) -> list[type[RutbreakerError]]:
        return [kind, *(below for child in kind.__subclasses__() for below in kinds(child))]

    for kind in kinds(RutbreakerError):
        error = kind("It can't be.")
        assert (str(error), error.message) == ("It can't be.",) * 2
        assert error.title
        assert kind("It can't be.", title="No").title == "No"
