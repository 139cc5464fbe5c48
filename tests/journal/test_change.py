"""Answers on readiness, options and their comparison, as the journal keeps them."""

from datetime import date, timedelta

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.models import Option
from rutbreaker.errors import BadInput, NotFound
from rutbreaker.journal import change
from rutbreaker.journal.history import redo, undo


def _rows(context: Context, table: str) -> int:
    return int(context.connection.rows(f"SELECT count(*) FROM {table} WHERE NOT deleted")[0][0])


def _acts(context: Context) -> list[str]:
    return [title for (title,) in context.connection.rows("SELECT title FROM act ORDER BY id")]


def _titles(context: Context) -> list[str]:
    return [view.option.title for view in change.options_view(context).options]


def test_every_answer_is_a_row_of_its_day_and_the_latest_counts(context: Context, clock: FixedClock) -> None:
    change.answer_item(context, "t2", True, "said it to\nMara")
    clock.advance(timedelta(days=3))
    change.answer_item(context, "T2", False)
    view = change.readiness_view(context)
    item = view.blocks[0].items[1]
    assert (item.met, item.day, item.because) == (False, date(2026, 11, 26), "")
    assert view.course["tried"] == (2, 0)
    said = change.answers_to(context, "T2").answers
    assert [(answer.met, answer.because) for answer in said] == [(True, "said it to Mara"), (False, "")]


def test_an_answer_can_be_taken_back_without_losing_what_was_said(context: Context) -> None:
    change.answer_item(context, "A4", True)
    assert change.answer_item(context, "A4", None)
    assert change.readiness_view(context).blocks[2].items[3].met is None
    assert len(change.answers_to(context, "A4").answers) == 2


def test_the_same_answer_again_leaves_no_trace(context: Context) -> None:
    assert change.answer_item(context, "A4", True, "Ana knows")
    assert not change.answer_item(context, "A4", True, "Ana knows")
    assert not change.answer_item(context, "A2", None)
    assert _rows(context, "readiness") == 1
    assert _acts(context) == ["One person knows, and is on my side: met"]


def test_an_answer_is_undone_and_redone_in_one_step(context: Context) -> None:
    change.answer_item(context, "T1", True)
    change.answer_item(context, "T1", None)
    undo(context)
    assert change.readiness_view(context).blocks[0].met == 2
    undo(context)
    assert change.readiness_view(context).blocks[0].items[0].met is None
    redo(context)
    assert change.readiness_view(context).blocks[0].met == 2


def test_an_item_that_does_not_exist_is_refused(context: Context) -> None:
    with pytest.raises(BadInput, match="no item"):
        change.answer_item(context, "Z1", True)


def test_staying_comes_with_the_first_option_and_goes_with_its_undo(context: Context) -> None:
    option = change.add_option(context, "Own studio")
    assert not option.stays
    assert _titles(context) == [change.STAYING, "Own studio"]
    change.add_option(context, "Data role")
    assert _titles(context) == [change.STAYING, "Own studio", "Data role"]
    undo(context)
    undo(context)
    assert _titles(context) == []


def test_whoever_begins_with_staying_gets_nothing_beside_it(context: Context) -> None:
    change.add_option(context, "Stay, new team", stays=True)
    change.add_option(context, "Own studio")
    assert _titles(context) == ["Stay, new team", "Own studio"]


def test_staying_goes_last(context: Context) -> None:
    other = change.add_option(context, "Own studio")
    stay = next(view.option for view in change.options_view(context).options if view.option.stays)
    with pytest.raises(BadInput, match="always one of the options"):
        change.delete_option(context, stay.id)
    assert change.delete_option(context, other.id) == "Own studio"
    assert change.delete_option(context, stay.id) == change.STAYING
    assert _rows(context, "option") == 0


def test_the_sheet_keeps_what_is_not_given(context: Context) -> None:
    option = change.add_option(context, "Own studio")
    change.change_option(context, option.id, change.Sheet(fear="nobody calls\nback", premortem="no runway"))
    change.change_option(context, option.id, change.Sheet(safeguard="a client before I leave"))
    sheet = change.read_option(context, option.id)
    assert (sheet.title, sheet.fear) == ("Own studio", "nobody calls\nback")
    assert (sheet.premortem, sheet.safeguard) == ("no runway", "a client before I leave")
    with pytest.raises(BadInput, match="no text"):
        change.change_option(context, option.id, change.Sheet(title=" "))


def _compared(context: Context) -> tuple[Option, list[str]]:
    option = change.add_option(context, "Own studio")
    criteria = [change.add_criterion(context, title, weight).id for title, weight in (("growth", 3), ("pay", 1))]
    return option, criteria


def test_scores_make_totals_and_a_missing_one_is_named(context: Context) -> None:
    option, (growth, pay) = _compared(context)
    change.score(context, option.id, growth, 5)
    view = {found.option.title: found for found in change.options_view(context).options}
    assert view["Own studio"].missing == ("pay",)
    change.score(context, option.id, pay, 1)
    best = change.options_view(context).options[0]
    assert (best.option.title, best.scores) == ("Own studio", (5, 1))
    assert best.total == 4
    change.score(context, option.id, pay, None)
    assert change.options_view(context).options[1].total is None


def test_several_scores_are_one_act_and_the_same_again_is_none(context: Context) -> None:
    option, (growth, pay) = _compared(context)
    change.score_option(context, option.id, {growth: 4, pay: 2})
    before = len(_acts(context))
    change.score_option(context, option.id, {growth: 4, pay: 2})
    assert len(_acts(context)) == before
    undo(context)
    assert _rows(context, "score") == 0


@pytest.mark.parametrize("value", [0, 6, -1])
def test_a_score_out_of_range_is_refused_and_nothing_is_half_written(context: Context, value: int) -> None:
    option, (growth, pay) = _compared(context)
    with pytest.raises(BadInput, match="from 1 to 5"):
        change.score_option(context, option.id, {growth: 3, pay: value})
    assert _rows(context, "score") == 0


def test_a_criterion_is_changed_and_takes_its_scores_along_when_it_goes(context: Context) -> None:
    option, (growth, pay) = _compared(context)
    change.score_option(context, option.id, {growth: 4, pay: 2})
    change.change_criterion(context, pay, title="money", weight=3)
    view = change.options_view(context)
    assert [(found.title, found.weight) for found in view.criteria] == [("growth", 3), ("money", 3)]
    assert view.options[0].total == 3
    assert change.delete_criterion(context, growth) == "growth"
    assert _rows(context, "score") == 1
    undo(context)
    assert change.options_view(context).options[0].total == 3


def test_weights_that_are_all_zero_are_refused_in_every_way(context: Context) -> None:
    with pytest.raises(BadInput, match="nothing would count"):
        change.add_criterion(context, "mood", 0)
    _, (growth, pay) = _compared(context)
    change.change_criterion(context, pay, weight=0)
    with pytest.raises(BadInput, match="nothing would count"):
        change.change_criterion(context, growth, weight=0)
    with pytest.raises(BadInput, match="nothing would count"):
        change.delete_criterion(context, growth)
    with pytest.raises(BadInput, match="from 0 to 10"):
        change.change_criterion(context, growth, weight=11)
    assert [found.weight for found in change.options_view(context).criteria] == [3, 0]


def test_what_is_gone_is_said_to_be(context: Context) -> None:
    option, (growth, _) = _compared(context)
    change.delete_option(context, option.id)
    with pytest.raises(NotFound):
        change.read_option(context, option.id)
    with pytest.raises(NotFound):
        change.score(context, option.id, growth, 3)
    change.delete_criterion(context, growth)
    with pytest.raises(NotFound):
        change.change_criterion(context, growth, weight=2)


def test_text_is_kept_as_typed_whatever_it_looks_like(context: Context) -> None:
    title = "[bold]x[/y] \x1b[31m שלום " + "n" * 200
    option = change.add_option(context, title)
    assert change.read_option(context, option.id).title == title
    with pytest.raises(BadInput):
        change.add_option(context, " \n ")
    with pytest.raises(BadInput):
        change.add_criterion(context, "")
