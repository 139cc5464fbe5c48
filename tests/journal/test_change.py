"""Options and their comparison, as the journal keeps them."""

from datetime import date, timedelta

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.models import Option
from rutbreaker.domain.options import STAYING
from rutbreaker.errors import BadInput, NotFound
from rutbreaker.journal import change
from rutbreaker.journal.history import redo, undo


def _rows(context: Context, table: str) -> int:
    return int(context.connection.rows(f"SELECT count(*) FROM {table} WHERE NOT deleted")[0][0])


def _acts(context: Context) -> list[str]:
    return [title for (title,) in context.connection.rows("SELECT title FROM act ORDER BY id")]


def _titles(context: Context) -> list[str]:
    return [view.option.title for view in change.options_view(context).options]


def test_staying_comes_with_the_first_option_and_goes_with_its_undo(context: Context) -> None:
    option = change.add_option(context, "Own studio")
    assert not option.stays
    assert _titles(context) == [STAYING, "Own studio"]
    change.add_option(context, "Data role")
    assert _titles(context) == [STAYING, "Own studio", "Data role"]
    undo(context)
    undo(context)
    assert _titles(context) == []


def test_whoever_begins_with_staying_gets_nothing_beside_it(context: Context) -> None:
    change.add_option(context, "Stay, new team", stays=True)
    change.add_option(context, "Own studio")
    assert _titles(context) == ["Stay, new team", "Own studio"]


def test_a_way_of_staying_takes_the_place_of_the_one_of_which_nothing_was_said(context: Context) -> None:
    change.add_option(context, "Own studio")
    stay = change.add_option(context, "Stay, new team", stays=True)
    assert _titles(context) == ["Stay, new team", "Own studio"]
    assert stay.stays
    change.add_option(context, "Stay, four days a week", stays=True)
    assert _titles(context) == ["Stay, new team", "Own studio", "Stay, four days a week"]
    undo(context)
    undo(context)
    assert _titles(context) == [STAYING, "Own studio"]


def test_staying_goes_last(context: Context) -> None:
    other = change.add_option(context, "Own studio")
    stay = next(view.option for view in change.options_view(context).options if view.option.stays)
    with pytest.raises(BadInput, match="always one of the options"):
        change.delete_option(context, stay.id)
    assert change.delete_option(context, other.id) == "Own studio"
    assert change.delete_option(context, stay.id) == STAYING
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


def test_the_day_of_the_first_test_is_read_as_people_write_it(context: Context) -> None:
    option = change.add_option(context, "Own studio")
    assert change.change_option(context, option.id, change.Sheet(tested="yesterday")).tested_on == date(2026, 11, 22)
    for words, says in (("tomorrow", "future"), ("someday", "“someday”")):
        with pytest.raises(BadInput, match=says):
            change.change_option(context, option.id, change.Sheet(tested=words, fear="half"))
    kept = change.read_option(context, option.id)
    assert (kept.tested_on, kept.fear) == (date(2026, 11, 22), "")
    assert change.change_option(context, option.id, change.Sheet(tested=" ")).tested_on is None


def test_rest_counts_from_the_last_change_that_stands(context: Context, clock: FixedClock) -> None:
    option, (growth, pay) = _compared(context)
    assert (change.options_view(context).unchanged, change.options_view(context).rest) == (0, "")
    clock.advance(timedelta(days=13))
    assert change.options_view(context).rest == ""
    clock.advance(timedelta(days=1))
    assert change.options_view(context).rest == "Unchanged for 14 days."
    change.score(context, option.id, growth, 5)
    assert change.options_view(context).unchanged == 0
    # What was undone was never said, and what is done again was said when it was.
    undo(context)
    assert change.options_view(context).unchanged == 14
    redo(context)
    assert change.options_view(context).unchanged == 0
    for act in (
        lambda: change.change_option(context, option.id, change.Sheet(fear="none")),
        lambda: change.change_criterion(context, pay, weight=2),
        lambda: change.add_option(context, "Data role"),
        lambda: change.delete_criterion(context, pay),
    ):
        clock.advance(timedelta(days=20))
        act()
        assert change.options_view(context).unchanged == 0


def test_two_criteria_of_one_name_are_refused(context: Context) -> None:
    _, (growth, pay) = _compared(context)
    with pytest.raises(BadInput, match="There is a criterion “Pay” already"):
        change.add_criterion(context, "Pay")
    with pytest.raises(BadInput, match="already"):
        change.change_criterion(context, growth, title="pay")
    assert change.change_criterion(context, pay, title="Pay").title == "Pay"


def test_options_and_criteria_are_found_by_their_words(context: Context) -> None:
    option, (growth, _) = _compared(context)
    assert change.find_option(context, "own").id == option.id
    assert change.find_criterion(context, "GRO").id == growth
    with pytest.raises(NotFound, match="No option is called “zoo”"):
        change.find_option(context, "zoo")
