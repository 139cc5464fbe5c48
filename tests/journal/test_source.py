"""Sittings of the source finder: kept as they go, finished and taken back as one, ranked and explained."""

from datetime import date, timedelta

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.schedule_words import read_schedule
from rutbreaker.domain.source_moves import MOVES, move_named, moves_for
from rutbreaker.domain.statements import LETTERS, STATEMENTS
from rutbreaker.domain.words import AVENUES, SOURCES
from rutbreaker.errors import BadInput, NotFound
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.history import redo, undo
from rutbreaker.journal.moves import next_moves
from rutbreaker.journal.source import (
    answer_statement,
    delete_sitting,
    finish_sitting,
    list_ideas,
    questionnaire,
    source_view,
    why_source,
)
from rutbreaker.journal.today import is_new

MONDAY = date(2026, 11, 23)


def _finish(context: Context, **answers: int) -> str:
    for key in STATEMENTS:
        answer_statement(context, key, answers.get(key, 3))
    return finish_sitting(context).id


def test_the_order_in_which_the_first_was_asked_stays(context: Context, clock: FixedClock) -> None:
    begun = questionnaire(context)
    clock.advance(timedelta(seconds=3))
    first = begun.statements[0].key
    answered = answer_statement(context, first, 3, seed=begun.seed)
    assert answered.statements == begun.statements
    assert questionnaire(context) == answered
    assert answered.place == 1


def test_the_order_is_shuffled_and_stays_through_a_sitting(context: Context, clock: FixedClock) -> None:
    first = questionnaire(context).statements
    assert sorted(each.key for each in first) == sorted(STATEMENTS)
    assert [each.key for each in first] != list(STATEMENTS)
    answer_statement(context, "A1", 3)
    clock.advance(timedelta(days=2))
    assert questionnaire(context).statements == first
    clock.advance(timedelta(days=50))
    _finish(context)
    assert questionnaire(context).statements != first


@pytest.mark.parametrize(("key", "value"), [("A5", 3), ("a1", 3), ("A1", 0), ("A1", 6)])
def test_what_cannot_be_an_answer_is_refused(context: Context, key: str, value: int) -> None:
    with pytest.raises(BadInput):
        answer_statement(context, key, value)
    assert questionnaire(context).answers == {}


def test_an_unfinished_sitting_cannot_be_finished(context: Context) -> None:
    answer_statement(context, "A1", 3)
    with pytest.raises(BadInput, match="27 of the 28 statements are open"):
        finish_sitting(context)
    assert questionnaire(context).answers == {"A1": 3}


def test_a_sitting_is_one_act_with_all_its_answers(context: Context) -> None:
    row = _finish(context, B1=5)
    rows = context.connection.rows("SELECT item, value FROM answer WHERE sitting = ? AND NOT deleted", (row,))
    assert dict(rows) == dict.fromkeys(STATEMENTS, 3) | {"B1": 5}
    assert questionnaire(context).answers == {}
    assert undo(context) == "source finder"
    assert source_view(context).sitting is None
    redo(context)
    view = source_view(context)
    assert view.sitting is not None
    assert (view.sitting.day, view.sitting.finished_on, view.ranking["challenge"].mean) == (MONDAY, MONDAY, 3.5)


def test_the_ranking_of_a_sitting_is_always_the_same(context: Context) -> None:
    _finish(context, A1=5, A2=4, F1=5)
    first, second = source_view(context).ranking, source_view(context).ranking
    assert first.sources == second.sources


def test_skipped_statements_make_no_rows(context: Context) -> None:
    for key in STATEMENTS:
        answer_statement(context, key, None if key[0] == "D" else 3)
    finish_sitting(context)
    view = source_view(context)
    assert view.ranking.answered == 20
    assert view.ranking["alone"].mean is None


def test_a_finished_or_begun_sitting_is_something_written(context: Context) -> None:
    assert is_new(context)
    answer_statement(context, "A1", 3)
    assert not is_new(context)
    _finish(context)
    assert not is_new(context)


def test_an_unfinished_sitting_is_a_next_move(context: Context) -> None:
    for key in list(STATEMENTS)[:12]:
        answer_statement(context, key, 3)
    (move,) = next_moves(context).moves
    assert (move.kind, move.row, move.text, move.note) == (
        "action", "find-source", "Finish the source finder", "12 of 28",
    )  # fmt: skip


def test_the_latest_sitting_counts_and_deleting_it_brings_the_one_before(context: Context, clock: FixedClock) -> None:
    first = _finish(context, A1=5, A2=5)
    clock.advance(timedelta(days=41))
    second = _finish(context)
    view = source_view(context)
    assert view.sitting is not None
    assert (view.sitting.id, view.since, view.changes) == (second, MONDAY, ())
    delete_sitting(context, second)
    view = source_view(context)
    assert view.sitting is not None
    assert (view.sitting.id, view.days_ago, view.is_time_to_ask_again) == (first, 41, False)


def test_a_change_needs_six_weeks_and_a_point(context: Context, clock: FixedClock) -> None:
    _finish(context)
    clock.advance(timedelta(days=42))
    _finish(context, A1=5, A2=5, B1=5)
    (change,) = source_view(context).changes
    assert (change.source, change.points) == ("overload", 1.0)
    assert 0 < change.low < 0.1
    assert change.high == pytest.approx(1.99, abs=0.01)


def _check_in_daily(context: Context, clock: FixedClock, days: int, **ratings: int) -> None:
    usual = dict.fromkeys(("energy", "interest", "pressure", "progress", "people"), 3)
    for _ in range(days):
        check_in(context, usual | ratings)
        clock.advance(timedelta(days=1))


def test_check_ins_speak_from_fourteen_days_on(context: Context, clock: FixedClock) -> None:
    _check_in_daily(context, clock, 13, people=1)
    _finish(context, D1=5, D2=5, D3=1)
    says = source_view(context).ranking.checkins
    assert (says.days, says.missing, says.stance) == (13, 1, None)
    _check_in_daily(context, clock, 1, people=1)
    assert source_view(context).ranking.checkins.stance == "agree"


def test_check_ins_can_be_left_out(context: Context, clock: FixedClock) -> None:
    _check_in_daily(context, clock, 20, people=1)
    _finish(context, D1=5, D2=5, D3=1)
    silent = context._replace(settings=context.settings._replace(source_checkins=False))
    assert source_view(silent).ranking.checkins == (0, None, "")
    assert source_view(silent).ranking.sources == source_view(context).ranking.sources


def test_days_off_and_days_long_past_say_nothing(context: Context, clock: FixedClock) -> None:
    _check_in_daily(context, clock, 20, people=1)
    for _ in range(14):
        check_in(context, dict.fromkeys(("energy", "people"), 1), mark="sick")
        clock.advance(timedelta(days=1))
    assert source_view(context).ranking.checkins.days == 0
    _finish(context)
    assert source_view(context).ranking.checkins.days == 13


def test_why_a_source_stands_where_it_stands(context: Context, clock: FixedClock) -> None:
    _check_in_daily(context, clock, 3, progress=1)
    _check_in_daily(context, clock, 2, progress=5)
    _finish(context, F1=5, F2=4, F3=4, F4=3)
    why = why_source(context, "recognition")
    assert [(one.statement.key, one.value, one.strain) for one in why.answers_for] == [("F1", 5, 5), ("F2", 4, 4)]
    assert [(one.statement.key, one.strain) for one in why.answers_against] == [("F3", 2)]
    assert [one.statement.key for one in why.answers_between] == ["F4"]
    assert why.days == 5
    assert why.days_for == (date(2026, 11, 25), date(2026, 11, 24), MONDAY)
    assert why.days_against == (date(2026, 11, 27), date(2026, 11, 26))
    assert why.moves == tuple(moves_for("recognition", True))


def test_there_is_no_why_before_a_sitting_or_for_another_word(context: Context) -> None:
    with pytest.raises(NotFound):
        why_source(context, "life")
    with pytest.raises(BadInput, match="there are overload, challenge"):
        why_source(context, "boredom")


def test_with_no_lever_what_restores_comes_first(context: Context) -> None:
    _finish(context, L1=2, L2=2)
    kinds = [move.kind for move in why_source(context, "overload").moves]
    assert kinds == ["restore", "restore", "change", "change"]
    assert [move.kind for move in moves_for("overload", None)] == ["change", "change", "restore", "restore"]


def test_ideas_begin_with_the_likeliest_source_once_there_is_one(context: Context) -> None:
    assert [source for source, _ in list_ideas(context)] == list(SOURCES)
    _finish(context, L1=2, L2=2)
    ranked = [source.key for source in source_view(context).ranking.sources]
    ideas = list_ideas(context)
    assert [source for source, _ in ideas] == ranked
    assert all(moves[0].kind == "restore" for _, moves in ideas)


def test_an_idea_that_is_none_is_refused_with_those_there_are() -> None:
    assert move_named("learn").source == "challenge"
    with pytest.raises(BadInput, match="“fly” is no idea; there are drop-one,"):
        move_named("fly")


@pytest.mark.parametrize("source", SOURCES)
def test_every_source_has_moves_of_both_kinds_with_their_evidence(source: str) -> None:
    moves = [move for move in MOVES if move.source == source]
    assert {move.kind for move in moves} == {"change", "restore"}
    assert all(move.avenue in AVENUES for move in moves)
    assert all(move.step and (not move.every or read_schedule(move.every, MONDAY)) for move in moves)
    assert all("doi:" in move.evidence or any(year in move.evidence for year in ("20", "19")) for move in moves)


def test_every_source_has_four_statements_two_of_them_reversed() -> None:
    for letter, source in LETTERS.items():
        own = [each for each in STATEMENTS.values() if each.source == source]
        assert [each.key for each in own] == [f"{letter}{number}" for number in range(1, 5)]
        assert [each.is_reversed for each in own] == [False, False, True, True]
    assert len(STATEMENTS) == 28
