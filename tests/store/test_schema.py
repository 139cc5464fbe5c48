"""The tables refuse what the words of the product don't allow, and the index of words never falls behind."""

import sqlite3
from contextlib import closing
from typing import Any

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.models import Gratitude, Win
from rutbreaker.domain.words import AVENUES, MARKS, PAUSE_REASONS, ROLES, SOURCES, VERDICTS
from rutbreaker.store.connection import Connection, open_store
from rutbreaker.store.history import act, put, remove, undo
from rutbreaker.store.rows import KINDS, columns, kind_of, model_named

_MADE: dict[str, Any] = {
    "id": "row-1", "day": "2026-11-23", "at": "2026-11-23T07:55:00.000Z", "offset": 60, "stamp": "s", "deleted": 0,
}  # fmt: skip

_GOOD: dict[str, dict[str, Any]] = {
    "checkin": {"energy": 3, "mark": "off", "rated_on": "2026-11-23"},
    "goal": {"title": "Learn Rust", "avenue": "aim"},
    "win": {"text": "Shipped"},
    "gratitude": {"text": "Ana"},
    "reflection": {"text": "Long"},
    "step": {"goal": "goal-0", "text": "Book"},
    "routine": {"goal": "goal-0", "text": "Read"},
    "tick": {"routine": "routine-0"},
    "session": {"goal": "goal-0", "minutes": 45},
    "person": {"name": "Dana", "role": "mentor"},
    "event": {"title": "Meet-up"},
    "contact": {"person": "person-0"},
    "sitting": {"seed": 1},
    "answer": {"sitting": "sitting-0", "item": "o1", "value": 3},
    "trial": {"tag": "walk", "until": "2026-12-23", "seed": 1},
    "readiness": {"item": "t1", "met": 1},
    "ruler": {"kind": "importance", "value": 10},
    "option": {"title": "Stay"},
    "criterion": {"title": "Growth", "weight": 3},
    "score": {"option": "option-0", "criterion": "criterion-0", "value": 5},
    "schedule": {"owner": "checkin", "per": "week", "times": 3},
    "pause": {"reason": "ill", "until": "2026-11-30"},
    "hiding": {"until": "2026-12-07"},
    "dismissal": {"because": "the move", "known": 1},
    "runway": {"months": 4.5, "savings": 9000, "monthly": 2000},
    "hours": {"minutes": 480},
    "snooze": {"move": "step:1", "until": "2026-11-24"},
}
"""A row of each table that is allowed, beside the columns of everything."""

_PARENTS = ("goal", "routine", "person", "sitting", "option", "criterion")

_REFUSED: list[tuple[str, dict[str, Any]]] = [
    *((table, {"day": day}) for table in ("win", "tick") for day in ("2026-02-30", "2026-2-3", "today", "", None, 5)),
    ("win", {"at": "2026-11-23 07:55"}),
    ("win", {"offset": 1441}),
    ("win", {"deleted": 2}),
    ("win", {"stamp": None}),
    ("win", {"text": ""}),
    ("win", {"text": None}),
    ("win", {"text": 7.5j}),
    ("win", {"goal": "nobody"}),
    ("gratitude", {"text": ""}),
    ("reflection", {"text": ""}),
    *(("checkin", {rating: value}) for rating in ("energy", "pressure", "people", "say") for value in (0, 6, "x", 2.5)),
    ("checkin", {"mark": "tired"}),
    ("checkin", {"rated_on": "soon"}),
    ("goal", {"title": ""}),
    ("goal", {"avenue": "luck"}),
    ("goal", {"source": "weather"}),
    ("goal", {"due": "2026-13-01"}),
    ("goal", {"state": "lost"}),
    ("goal", {"state": "closed"}),
    ("goal", {"closed_on": "2026-11-23"}),
    ("goal", {"verdict": "perhaps"}),
    ("goal", {"measure": "luck"}),
    ("goal", {"measure": "minutes"}),
    ("goal", {"target": 30}),
    *(("goal", {"measure": "number", "target": target}) for target in (0, -1, "many")),
    ("goal", {"reached": -1}),
    *(("goal", {"size": size}) for size in (0, 6)),
    ("goal", {"asked_on": "soon"}),
    ("step", {"goal": "nobody"}),
    ("step", {"text": ""}),
    ("step", {"done_on": "2026-02-29"}),
    ("routine", {"goal": "nobody"}),
    ("routine", {"ended_on": "never"}),
    ("routine", {"asks_step": 2}),
    ("contact", {"asked_out": 2}),
    ("option", {"tested_on": "soon"}),
    *(
        ("runway", values)
        for values in ({"months": -1}, {"savings": -1}, {"monthly": -1}, {"is_thin": 2}, {"has_offer": 2})
    ),
    *(("hours", {"minutes": minutes}) for minutes in (-1, 1441)),
    *(("snooze", values) for values in ({"move": ""}, {"until": None}, {"until": "2026-11-23"})),
    ("tick", {"routine": "nobody"}),
    *(("session", {"minutes": minutes}) for minutes in (0, -5, 1441, "long")),
    ("person", {"name": ""}),
    ("person", {"role": "boss"}),
    ("person", {"rhythm": 0}),
    ("event", {"title": ""}),
    ("contact", {"person": "nobody"}),
    ("contact", {"event": "nothing"}),
    ("sitting", {"finished_on": "x"}),
    *(("answer", {"value": value}) for value in (0, 6)),
    ("trial", {"tag": ""}),
    ("trial", {"until": "2026-11-23"}),
    ("readiness", {"met": 2}),
    ("readiness", {"item": ""}),
    ("ruler", {"kind": "hope"}),
    *(("ruler", {"value": value}) for value in (-1, 11)),
    ("option", {"title": ""}),
    ("option", {"stays": 2}),
    *(("criterion", {"weight": weight}) for weight in (-1, 11)),
    *(("score", {"value": value}) for value in (0, 6)),
    ("score", {"option": "nothing"}),
    ("schedule", {"per": "year"}),
    ("schedule", {"per": "day"}),
    ("schedule", {"per": "day", "times": None}),
    ("schedule", {"times": 0}),
    ("schedule", {"times": None}),
    ("schedule", {"rrule": "FREQ=DAILY"}),
    ("pause", {"reason": "bored"}),
    ("pause", {"until": "2026-11-22"}),
    *(("hiding", {"until": until}) for until in (None, "2026-11-23", "soon")),
    ("dismissal", {"known": 2}),
]


def _insert(connection: Connection, table: str, **values: Any) -> None:
    row = _MADE | _GOOD[table] | values
    names = ", ".join(f'"{name}"' for name in row)
    connection.run(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))


@pytest.fixture
def tables(context: Context) -> Connection:
    """An empty data file with one row of everything that others refer to."""
    for table in _PARENTS:
        _insert(context.connection, table, id=f"{table}-0")
    return context.connection


def test_every_table_of_ours_is_strict(context: Context) -> None:
    rows = context.connection.rows(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
    )
    lax = {name for name, strict in rows if not strict}
    assert lax == {"_sqlite_migrations", "sqlite_schema"}
    assert set(KINDS) < {name for name, _ in rows}


@pytest.mark.parametrize("table", sorted(_GOOD))
def test_a_good_row_is_taken(tables: Connection, table: str) -> None:
    _insert(tables, table)
    assert tables.rows(f"SELECT count(*) FROM {table} WHERE id = 'row-1'") == [(1,)]


@pytest.mark.parametrize(("table", "values"), _REFUSED, ids=lambda part: str(part))
def test_a_bad_row_is_refused(tables: Connection, table: str, values: dict[str, Any]) -> None:
    with pytest.raises((sqlite3.IntegrityError, sqlite3.ProgrammingError)):
        _insert(tables, table, **values)
    assert tables.rows(f"SELECT count(*) FROM {table} WHERE id = 'row-1'") == [(0,)]


def test_the_good_rows_cover_every_table() -> None:
    assert set(_GOOD) == set(KINDS)


@pytest.mark.parametrize(
    ("table", "column", "words"),
    [
        ("goal", "avenue", AVENUES),
        ("goal", "source", SOURCES),
        ("person", "role", ROLES),
        ("pause", "reason", PAUSE_REASONS),
        ("checkin", "mark", MARKS),
        ("goal", "verdict", VERDICTS),
    ],
)
def test_a_table_takes_every_word_that_the_product_has(
    tables: Connection, table: str, column: str, words: tuple[str, ...]
) -> None:
    for place, word in enumerate(words):
        _insert(tables, table, **{"id": f"row-{place}", "day": f"2026-10-{place + 1:02d}", column: word})
    assert {word for (word,) in tables.rows(f"SELECT {column} FROM {table}")} >= set(words)


@pytest.mark.parametrize("table", ["checkin", "tick", "answer", "score"])
def test_what_there_is_once_is_there_once(tables: Connection, table: str) -> None:
    _insert(tables, table)
    with pytest.raises(sqlite3.IntegrityError):
        _insert(tables, table, id="row-2")


@pytest.mark.parametrize("kind", KINDS)
def test_the_columns_of_a_table_are_the_fields_of_its_model(context: Context, kind: str) -> None:
    model = model_named(kind)
    assert kind_of(model) == kind
    found = [name for (name,) in context.connection.rows(f"SELECT name FROM pragma_table_info('{kind}')")]
    assert sorted(found) == sorted([*columns(model).replace('"', "").split(", "), "stamp", "deleted"])


def test_the_pragmas_are_in_force(db_path: str) -> None:
    asked = ("foreign_keys", "recursive_triggers", "synchronous", "busy_timeout")
    with closing(open_store(db_path)) as connection:
        assert [connection.rows(f"PRAGMA {name}")[0][0] for name in asked] == [1, 1, 2, 5000]


def test_the_index_of_words_is_whole_after_changes_and_undos(context: Context, clock: FixedClock) -> None:
    connection = context.connection
    for number in range(30):
        with act(connection, clock.now(), "some") as doing:
            win = Win(doing.new_id(), clock.today(), clock.now(), f"Größe {number} #ship", ("ship",))
            put(doing, win)
            put(doing, Gratitude(doing.new_id(), clock.today(), clock.now(), "Ana", why=f"word{number}"))
        if number % 3 == 0:
            with act(connection, clock.now(), "change") as doing:
                put(doing, win._replace(text="other"))
        if number % 4 == 0:
            with act(connection, clock.now(), "remove") as doing:
                remove(doing, "win", win.id)
        if number % 5 == 0:
            undo(connection, clock.now())
    # Rank 1 compares the index with the table that it is over, and raises where they differ.
    connection.run("INSERT INTO searchable_fts (searchable_fts, rank) VALUES ('integrity-check', 1)")
    assert connection.rows("PRAGMA integrity_check") == [("ok",)]
    assert connection.rows("PRAGMA foreign_key_check") == []
    kept = connection.rows("SELECT id FROM win WHERE NOT deleted UNION SELECT id FROM gratitude WHERE NOT deleted")
    assert set(connection.rows('SELECT "row" FROM searchable')) == set(kept)
