"""Damage is found and named: in rows, in the history, in drafts, in indexes, and in the shape of the file."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from rutbreaker.context import Context
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.daily import log_win
from rutbreaker.journal.drafts import keep_draft
from rutbreaker.journal.history import undo
from rutbreaker.journal.log import delete
from rutbreaker.store import examination, seals
from rutbreaker.store.connection import Connection, open_store
from rutbreaker.store.days import all_days_done
from rutbreaker.store.layout import VERSION
from tests.old_layouts import make_old
from tests.seed import seed_a_season

Look = Callable[[Connection], list[str]]

ALL: dict[str, Look] = {
    "structure": examination.structure,
    "shape": examination.shape,
    "rows": examination.rows,
    "history": examination.history,
    "drafts": examination.drafts,
    "words": examination.words,
}


@pytest.fixture
def path(context: Context) -> str:
    """A data file with a win, a check-in, something deleted, something undone, and a draft."""
    log_win(context, "Shipped the importer #ship")
    check_in(context, dict(zip(("energy", "interest", "pressure", "progress", "people"), (3, 2, 4, 3, 5), strict=True)))
    delete(context, ("win", log_win(context, "Deleted later").id))
    log_win(context, "Undone")
    undo(context)
    keep_draft(context, "win", "Half a sentence")
    context.connection.close()
    return context.connection.path


def _problems(path: str) -> dict[str, list[str]]:
    """What each look finds, of those that find anything."""
    copy = examination.copy_of(path)
    found = {name: look(copy) for name, look in ALL.items()}
    copy.close()
    return {name: problems for name, problems in found.items() if problems}


def _by_another_program(path: str, *statements: str) -> None:
    other = sqlite3.connect(path)
    other.execute("PRAGMA recursive_triggers = on").close()
    for statement in statements:
        other.execute(statement)
    other.commit()
    other.close()


def test_nothing_is_found_where_nothing_is_wrong(path: str) -> None:
    before = Path(path).read_bytes()
    assert _problems(path) == {}
    assert Path(path).read_bytes() == before


def test_nothing_is_found_in_months_of_use(context: Context) -> None:
    seed_a_season(context)
    assert _problems(context.connection.path) == {}


@pytest.mark.parametrize(
    ("statement", "where", "says"),
    [
        ("UPDATE win SET text = 'Shipped the exporter #ship' WHERE text GLOB 'Shipped*'", "rows", "exporter"),
        ("UPDATE win SET day = '2026-11-22'", "rows", "“2026-11-22” stands there, “2026-11-23” was written"),
        ("UPDATE checkin SET energy = NULL", "rows", "energy"),
        ("UPDATE checkin SET note = 'what nobody wrote'", "rows", "note"),
        ("UPDATE win SET deleted = 0", "rows", "deleted"),
        ("UPDATE win SET stamp = 'x'", "rows", "stamp"),
        ("DELETE FROM checkin", "rows", "checkin of 2026-11-23 is missing"),
        ("UPDATE edit SET value = 'never said' WHERE value = 'Deleted later'", "history", "Deleted later"),
        ("UPDATE act SET title = 'something else' WHERE title GLOB 'win: Sh*'", "history", "something else"),
        ("DELETE FROM edit WHERE field = 'deleted'", "history", "is not as it was written"),
        ("UPDATE act SET seal = seal + 1 WHERE title GLOB 'win: Sh*'", "history", "is not as it was written"),
        ("UPDATE draft SET body = 'Half a sentence!'", "drafts", "the draft “win” is not as it was kept"),
        ("UPDATE searchable SET text = 'nothing'", "words", "searchable"),
        ("DELETE FROM tagging", "words", "tagging are missing"),
        ("DELETE FROM done", "words", "the days of 2026 on which win was done"),
        ("UPDATE done SET days = replace(days, '1', '0')", "words", "the days of 2026 on which checkin was done"),
        ("UPDATE done SET year = 2025 WHERE owner = 'win'", "words", "the days of 2025 on which win was done"),
        ("INSERT INTO searchable_fts (searchable_fts) VALUES ('delete-all')", "words", "it is damaged"),
        ("DROP TRIGGER win_found_new", "shape", "the trigger win_found_new is missing"),
        ("CREATE TABLE theirs (x)", "shape", "the table theirs is none of this program's"),
        ("PRAGMA user_version = 1", "shape", "the layout's number is 1"),
        ("UPDATE win SET goal = 'nobody'", "structure", "a row of win belongs to one of goal that isn't there"),
    ],
)
def test_damage_is_found_and_named(path: str, statement: str, where: str, says: str) -> None:
    _by_another_program(path, statement)
    found = _problems(path)
    assert any(says in problem for problem in found[where]), found


def _be_strict(path: str, *, strict: bool) -> None:
    """Have the table of edits take what doesn't belong into it, as a lost bit brings about, or no more."""
    words = ("STRICT, WITHOUT ROWID", "WITHOUT ROWID")
    before, after = words[::-1] if strict else words
    change = f"UPDATE sqlite_schema SET sql = replace(sql, '{before}', '{after}') WHERE name = 'edit'"
    _by_another_program(path, "PRAGMA writable_schema = on", change)


def test_a_stamp_that_is_no_text_any_more_is_found_like_any_other_damage(path: str) -> None:
    _be_strict(path, strict=False)
    _by_another_program(path, "UPDATE edit SET hlc = CAST(hlc AS BLOB) WHERE field = 'day'")
    _be_strict(path, strict=True)
    found = _problems(path)
    assert any("its stamp is not the last one" in problem for problem in found["rows"]), found


def test_a_page_that_is_gone_hides_nothing_else(path: str) -> None:
    other = sqlite3.connect(path)
    root = other.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'win'").fetchone()[0]
    other.close()
    content = bytearray(Path(path).read_bytes())
    content[(root - 1) * 4096 : root * 4096] = b"\xff" * 4096
    Path(path).write_bytes(content)
    found = _problems(path)
    assert any("can't be read whole" in problem for problem in found["rows"])
    assert "structure" in found
    assert "drafts" not in found


def test_indexes_are_made_anew_and_nothing_else_changes(path: str) -> None:
    _by_another_program(path, "UPDATE searchable SET text = 'nothing'", "DELETE FROM tagging", "DELETE FROM done")
    connection = open_store(path)
    written = connection.rows("SELECT * FROM win ORDER BY id"), connection.rows("SELECT * FROM edit ORDER BY hlc")
    examination.repair(connection)
    assert written == (
        connection.rows("SELECT * FROM win ORDER BY id"),
        connection.rows("SELECT * FROM edit ORDER BY hlc"),
    )
    connection.close()
    assert _problems(path) == {}


@pytest.mark.parametrize("version", range(1, VERSION))
def test_a_file_of_an_older_layout_is_brought_up_to_date_as_it_stands(context: Context, version: int) -> None:
    seed_a_season(context)
    delete(context, ("win", log_win(context, "Deleted later").id))
    kept = {owner: list(days) for owner, days in all_days_done(context.connection).items()}
    context.connection.close()
    make_old(context.connection.path, version)
    connection = open_store(context.connection.path)
    assert {owner: list(days) for owner, days in all_days_done(connection).items()} == kept
    assert {"checkin", "win", "gratitude"} <= kept.keys()
    connection.close()
    assert _problems(context.connection.path) == {}


def test_what_is_changed_on_purpose_is_sealed_anew(path: str) -> None:
    connection = open_store(path)
    with connection.immediate():
        connection.run("UPDATE edit SET value = '' WHERE value = 'Deleted later'")
        acts = [act for (act,) in connection.rows("SELECT id FROM act")]
        seals.seal_anew(connection, acts)
    connection.close()
    assert "history" not in _problems(path)


def test_the_seal_of_the_same_fields_is_the_same_and_of_others_another() -> None:
    fields = ("a", 1, None, 2.5)
    assert seals.seal_of([fields, fields]) == seals.extended(seals.extended(0, fields), list(fields))
    assert seals.seal_of([fields]) != seals.seal_of([("a", 1, "None", 2.5)])
    assert seals.seal_of([("ab", "c")]) != seals.seal_of([("a", "bc")])
