"""What lists, search, tags and drafts read: the right rows, in the right order, quickly."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.log import FOUND, LOGGED
from rutbreaker.domain.models import Checkin, Contact, Goal, Gratitude, Person, Reflection, Session, Step, Win
from rutbreaker.domain.search import Hit
from rutbreaker.domain.text import storable
from rutbreaker.store.checkins import marked_days
from rutbreaker.store.drafts import draft, draft_names, drop_draft, keep_draft
from rutbreaker.store.history import put
from rutbreaker.store.ids import checkin_id
from rutbreaker.store.log import all_ids, keys_beginning, log_keys, log_lines
from rutbreaker.store.reading import one
from rutbreaker.store.rows import instant_text, moment_of
from rutbreaker.store.search import search
from rutbreaker.store.tags import tag_counts, tagged

_TODAY = date(2026, 11, 23)


def _keep(context: Context, model: type[Any], *fields: Any, day: date = _TODAY, **named: Any) -> Any:
    with context.act("keep") as doing:
        kept = model(doing.new_id(), day, context.clock.now(), *fields, **named)
        put(doing, kept)
    return kept


def _texts(hits: list[Hit]) -> list[str]:
    return [hit.line.text for hit in hits]


def test_the_log_is_newest_first_by_day_and_then_by_moment(context: Context, clock: FixedClock) -> None:
    _keep(context, Win, "morning")
    clock.advance(timedelta(hours=1))
    _keep(context, Win, "back-dated later", day=_TODAY - timedelta(days=2))
    _keep(context, Gratitude, "noon")
    keys = log_keys(context.connection, LOGGED)
    assert [line.text for line in log_lines(context.connection, keys)] == ["noon", "morning", "back-dated later"]


def test_the_log_is_narrowed_by_kind_tag_days_and_number(context: Context) -> None:
    for back in range(10):
        tags = ("ship",) if back % 2 else ()
        _keep(context, Win, f"win {back}", tags, day=_TODAY - timedelta(days=back))
        _keep(context, Gratitude, f"thanks {back}", tags=tags, day=_TODAY - timedelta(days=back))
    connection = context.connection

    def texts(*kinds: str, **narrowing: Any) -> list[str]:
        return [line.text for line in log_lines(connection, log_keys(connection, kinds, **narrowing))]

    assert texts("win", limit=2) == ["win 0", "win 1"]
    assert texts("win", tag="ship", limit=2) == ["win 1", "win 3"]
    assert texts("win", first=_TODAY - timedelta(days=3), last=_TODAY - timedelta(days=2)) == ["win 2", "win 3"]
    assert texts("win", "gratitude", last=_TODAY - timedelta(days=9)) == ["thanks 9", "win 9"]
    assert texts("reflection") == []
    assert texts() == []


def test_a_line_says_what_its_kind_needs(context: Context) -> None:
    goal = _keep(context, Goal, "Learn Rust")
    dana = _keep(context, Person, "Dana Weiss", "mentor")
    kept = {
        "gratitude": _keep(context, Gratitude, "cover", "no sleep", "Ana", ("team",)),
        "reflection": _keep(context, Reflection, "long", "Weekly review"),
        "session": _keep(context, Session, goal.id, 45, "ch. 3"),
        "step": _keep(context, Step, goal.id, "book"),
        "contact": _keep(context, Contact, dana.id, "coffee"),
    }
    lines = {line.kind: line for line in log_lines(context.connection, log_keys(context.connection, FOUND))}
    assert (lines["gratitude"].why, lines["gratitude"].person, lines["gratitude"].tags) == (
        "no sleep",
        "Ana",
        ("team",),
    )
    assert (lines["reflection"].prompt, lines["reflection"].text) == ("Weekly review", "long")
    assert (lines["session"].goal, lines["session"].minutes) == ("Learn Rust", 45)
    assert (lines["step"].goal, lines["contact"].person) == ("Learn Rust", "Dana Weiss")
    assert (lines["goal"].text, lines["person"].text) == ("Learn Rust", "Dana Weiss")
    assert {kind: lines[kind].id for kind in kept} == {kind: model.id for kind, model in kept.items()}


def test_a_line_that_is_gone_is_left_out(context: Context) -> None:
    win = _keep(context, Win, "here")
    keys = [("win", "gone"), ("win", win.id)]
    assert [line.id for line in log_lines(context.connection, keys)] == [win.id]


def test_ids_are_found_by_their_beginning(context: Context) -> None:
    wins = [_keep(context, Win, f"{number}") for number in range(3)]
    connection = context.connection
    assert keys_beginning(connection, wins[0].id) == [("win", wins[0].id)]
    assert len(keys_beginning(connection, wins[0].id[:8])) == 2
    assert len(keys_beginning(connection, wins[0].id[:8], limit=9)) == 3
    assert keys_beginning(connection, "ffff") == []
    assert all_ids(connection) == [win.id for win in wins]


def test_ten_years_are_listed_and_searched(ten_years: Context) -> None:
    keys = log_keys(ten_years.connection, LOGGED)
    lines = log_lines(ten_years.connection, keys[:128])
    hits = search(ten_years.connection, "ship import")
    assert (len(keys), len(lines), len(hits)) == (23_650, 128, 50)
    days = [line.day for line in lines]
    assert days == sorted(days, reverse=True)


def test_the_list_is_read_from_its_index_without_sorting(context: Context) -> None:
    plan = context.connection.rows(
        'EXPLAIN QUERY PLAN SELECT kind, "row" FROM searchable WHERE kind IN (?, ?) '
        'ORDER BY day DESC, at DESC, "row" DESC',
        ("win", "gratitude"),
    )
    assert "COVERING INDEX" in str(plan)
    assert "TEMP B-TREE" not in str(plan)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("import", ["Shipped the importer"]),
        ("SHIPPED", ["Shipped the importer"]),
        ("the shipped", ["Shipped the importer"]),
        ("ship the", []),
        ("grosse", []),
        ("große mudigkeit", ["Große Müdigkeit überwunden"]),
        ("uber", ["Große Müdigkeit überwunden"]),
        ("cafe", ["Un café con Ana"]),
        ("café", ["Un café con Ana"]),
        ("foo-bar", ['The foo-bar (again) AND it\'s "done"']),
        ("(again)", ['The foo-bar (again) AND it\'s "done"']),
        ("AND", ['The foo-bar (again) AND it\'s "done"']),
        ("it's don", ['The foo-bar (again) AND it\'s "done"']),
        ('"', []),
        ("*", []),
        ("", []),
        ("   ", []),
        ("text:ship", []),
        ("NEAR(", []),
    ],
)
def test_search_takes_words_as_people_type_them(context: Context, words: str, found: list[str]) -> None:
    for text in ("Shipped the importer", "Große Müdigkeit überwunden", "Un café con Ana"):
        _keep(context, Win, text)
    _keep(context, Win, 'The foo-bar (again) AND it\'s "done"')
    assert _texts(search(context.connection, words)) == found


def test_search_looks_through_everything_and_not_through_what_is_deleted(context: Context) -> None:
    goal = _keep(context, Goal, "zebra goal", plan="if then")
    dana = _keep(context, Person, "Dana", note="zebra note")
    with context.act("check in") as doing:
        put(doing, Checkin(checkin_id(_TODAY), _TODAY, context.clock.now(), 3, note="zebra day"))
    _keep(context, Win, "zebra win")
    _keep(context, Gratitude, "thanks", why="zebra why")
    _keep(context, Reflection, "some zebra text")
    _keep(context, Step, goal.id, "zebra step")
    _keep(context, Contact, dana.id, "coffee", "ask about the zebra")
    gone = _keep(context, Win, "zebra gone")
    with context.act("delete") as doing:
        doing.connection.run("UPDATE win SET deleted = 1 WHERE id = ?", (gone.id,))
    kinds = {hit.line.kind for hit in search(context.connection, "zebra")}
    assert kinds == {"goal", "person", "checkin", "win", "gratitude", "reflection", "step", "contact"}
    assert len(search(context.connection, "zebra")) == 8
    assert len(search(context.connection, "zebra", limit=3)) == 3


_typed = st.text(max_size=60) | st.text(st.sampled_from(list("ab#\"*()-^:+ \ufdd0\ufdd1\ue000\0\x1bÄß'")), max_size=30)


@given(text=_typed, words=_typed)
@example(text="\ud800 x", words="\udce9 x")
@example(text="a b", words="a b")
def test_no_text_and_no_words_make_search_fail(context: Context, text: str, words: str) -> None:
    kept = storable(text)
    if kept:
        _keep(context, Win, kept)
    for hit in search(context.connection, words, limit=5):
        for first, last in hit.found:
            assert 0 <= first < last <= len(hit.snippet)
    for hit in search(context.connection, text, limit=5):
        assert hit.line.text


@given(st.lists(st.sampled_from(["alpha", "beta", "Gamma", "\ue000", "größe"]), min_size=1, max_size=30))
def test_the_words_found_are_where_the_snippet_says(context: Context, words: list[str]) -> None:
    win = _keep(context, Win, " ".join(words))
    for hit in search(context.connection, "beta", limit=10_000):
        if hit.line.id == win.id:
            assert {hit.snippet[first:last] for first, last in hit.found} <= {"beta"}
            assert hit.found
            assert hit.snippet.strip("…") in win.text


def test_a_snippet_is_one_line_without_the_parts_that_are_empty(context: Context) -> None:
    _keep(context, Gratitude, "Dana explained it twice")
    _keep(context, Gratitude, "Lena explained it", why="nobody else had")
    _keep(context, Reflection, "First\r\n\r\nexplained below")
    hits = search(context.connection, "explained")
    assert [hit.snippet for hit in hits] == [
        "First · explained below",
        "Lena explained it · nobody else had",
        "Dana explained it twice",
    ]
    assert [hit.snippet[first:last] for hit in hits for first, last in hit.found] == ["explained"] * 3


def test_a_million_words_are_searched_for_without_harm(context: Context) -> None:
    _keep(context, Win, "beta")
    assert _texts(search(context.connection, "beta " * 200_000)) == ["beta"]


def test_tags_are_counted_and_found(context: Context) -> None:
    _keep(context, Win, "a", ("ship", "team"), day=_TODAY - timedelta(days=3))
    _keep(context, Win, "b", ("ship",), day=_TODAY - timedelta(days=5))
    thanks = _keep(context, Gratitude, "c", tags=("größe",))
    counts = [tuple(count) for count in tag_counts(context.connection)]
    assert counts == [
        ("ship", 2, _TODAY - timedelta(days=3)),
        ("größe", 1, _TODAY),
        ("team", 1, _TODAY - timedelta(days=3)),
    ]
    assert tagged(context.connection, "größe") == [("gratitude", thanks.id)]
    assert tagged(context.connection, "no") == []


def test_drafts_are_kept_by_name_outside_the_history(context: Context, clock: FixedClock) -> None:
    connection = context.connection
    keep_draft(connection, "win", "Shipp", clock.now())
    clock.advance(timedelta(minutes=1))
    keep_draft(connection, "reflection", "Dear", clock.now())
    assert draft_names(connection) == ["reflection", "win"]
    keep_draft(connection, "win", "Shipped", clock.now() + timedelta(minutes=1))
    assert (draft(connection, "win"), draft(connection, "none")) == ("Shipped", None)
    assert draft_names(connection) == ["win", "reflection"]
    drop_draft(connection, "win")
    drop_draft(connection, "win")
    assert draft_names(connection) == ["reflection"]
    assert connection.rows("SELECT (SELECT count(*) FROM act), (SELECT count(*) FROM searchable)") == [(0, 0)]
    assert search(connection, "Dear") == []


@given(st.floats(0, 7e9), st.integers(-14 * 60, 14 * 60))
def test_a_moment_comes_back_with_its_offset(seconds: float, minutes: int) -> None:
    moment = datetime.fromtimestamp(seconds, timezone(timedelta(minutes=minutes)))
    kept = instant_text(moment)
    back = moment_of(kept, minutes)
    assert abs(back - moment) < timedelta(milliseconds=1)
    assert back.utcoffset() == moment.utcoffset()
    assert instant_text(back) == kept
    later = moment + timedelta(milliseconds=1)
    assert instant_text(later.astimezone(UTC)) > kept


@pytest.mark.parametrize("model", [Win("w", _TODAY, datetime(2026, 11, 23, 8, tzinfo=UTC), "Text", ("a", "b"), None)])
def test_a_model_comes_back_as_it_was_kept(context: Context, model: Win) -> None:
    with context.act("keep") as doing:
        put(doing, model)
    assert one(context.connection, Win, "w") == model
    assert one(context.connection, Win, "x") is None


def test_the_days_with_a_mark_are_read_from_an_index_alone(context: Context) -> None:
    asked: list[str] = []
    context.connection.raw.set_trace_callback(asked.append)
    marked_days(context.connection, "sick")
    context.connection.raw.set_trace_callback(None)
    plan = str(context.connection.rows(f"EXPLAIN QUERY PLAN {asked[-1]}"))
    assert "USING COVERING INDEX checkin_marked" in plan
