"""Options side by side: totals that can be compared, and the smallest change of a weight that turns the order."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rutbreaker.domain.models import Criterion, Option
from rutbreaker.domain.options import OptionsView, check_weights, compare, smallest_turn
from rutbreaker.errors import BadInput

_DAY = date(2026, 11, 23)
_AT = datetime(2026, 11, 23, 9, tzinfo=timezone(timedelta(hours=1)))


def _compare(weights: dict[str, int], rows: dict[str, str]) -> OptionsView:
    """Compare by weights and rows of digits, a dot where a score is missing."""
    criteria = [Criterion(title, _DAY, _AT, title, weight) for title, weight in weights.items()]
    options = [Option(title, _DAY, _AT, title) for title in rows]
    scores = {
        (option, criterion): int(sign)
        for option, row in rows.items()
        for criterion, sign in zip(weights, row, strict=True)
        if sign != "."
    }
    return compare(options, criteria, scores)


def test_totals_are_weighted_means_and_the_best_comes_first() -> None:
    view = _compare({"growth": 3, "pay": 2, "people": 2}, {"studio": "523", "stay": "435", "data": "442"})
    assert [(option.option.title, option.total) for option in view.options] == [
        ("stay", 28 / 7),
        ("studio", 25 / 7),
        ("data", 24 / 7),
    ]


def test_a_missing_score_that_counts_leaves_no_total_and_is_named() -> None:
    view = _compare({"growth": 3, "pay": 2, "mood": 0}, {"a": "5..", "b": "33."})
    assert [(option.option.title, option.total, option.missing) for option in view.options] == [
        ("b", 3.0, ()),
        ("a", None, ("pay",)),
    ]


def test_without_criteria_or_with_weights_of_nothing_there_is_no_total() -> None:
    assert _compare({}, {"a": ""}).options[0].total is None
    view = _compare({"pay": 0}, {"a": "5", "b": "3"})
    assert [option.total for option in view.options] == [None, None]
    assert view.line == ""


@pytest.mark.parametrize(
    ("weights", "rows", "line"),
    [
        ({"growth": 3, "pay": 2}, {"stay": "42", "data": "34"}, "close: pay x1 would reverse it"),
        ({"growth": 5, "pay": 2}, {"stay": "42", "data": "34"}, "close: pay x3 would reverse it"),
        ({"growth": 3, "pay": 2}, {"stay": "43", "data": "34"}, "clear: it takes growth x1 to reverse it"),
        ({"growth": 3, "pay": 2}, {"stay": "44", "data": "33"}, "clear: no change of one weight would reverse it"),
        ({"growth": 3, "pay": 2}, {"stay": "44", "data": "44"}, "level: stay and data"),
        ({"growth": 3}, {"stay": "4", "data": "4", "studio": "4"}, "level: stay and 2 others"),
        ({"growth": 3}, {"stay": "4"}, ""),
        ({"growth": 3}, {"stay": "4", "data": "."}, ""),
    ],
)
def test_the_line_says_how_sure_the_first_place_is(weights: dict[str, int], rows: dict[str, str], line: str) -> None:
    assert _compare(weights, rows).line == line


def test_a_larger_change_is_not_called_close() -> None:
    line = _compare({"growth": 5, "pay": 2}, {"stay": "52", "data": "35"}).line
    assert line == "clear: it takes pay x4 to reverse it"


def test_all_weights_zero_and_weights_out_of_range_are_refused() -> None:
    check_weights([])
    check_weights([0, 1])
    with pytest.raises(BadInput, match="nothing would count"):
        check_weights([0, 0])
    with pytest.raises(BadInput, match="from 0 to 10"):
        check_weights([11])


@st.composite
def _tables(draw: st.DrawFn) -> tuple[list[int], list[list[int | None]]]:
    wide = draw(st.integers(1, 4))
    weights = draw(st.lists(st.integers(0, 10), min_size=wide, max_size=wide))
    score = st.one_of(st.integers(1, 5), st.none()) if draw(st.booleans()) else st.integers(1, 5)
    rows = draw(st.lists(st.lists(score, min_size=wide, max_size=wide), min_size=2, max_size=5))
    return weights, rows


def _view(weights: Sequence[int], rows: Sequence[Sequence[int | None]]) -> OptionsView:
    named = {f"c{place}": weight for place, weight in enumerate(weights)}
    return _compare(
        named, {f"o{place}": "".join("." if s is None else str(s) for s in row) for place, row in enumerate(rows)}
    )


@given(_tables())
def test_the_smallest_change_is_the_one_found_by_trying_all(table: tuple[list[int], list[list[int | None]]]) -> None:
    weights, rows = table
    before = _view(weights, rows)
    ranked = [option for option in before.options if option.total is not None]
    assume(len(ranked) > 1 and ranked[0].total != ranked[1].total)
    leader = ranked[0].option.id
    changes = []
    for place, weight in enumerate(weights):
        for tried in range(11):
            moved = [*weights[:place], tried, *weights[place + 1 :]]
            first = _view(moved, rows).options[0]
            highest = [option for option in _view(moved, rows).options if option.total == first.total]
            if first.total is not None and all(option.option.id != leader for option in highest):
                changes.append(abs(tried - weight))
    found = smallest_turn(ranked[0], before.options, before.criteria)
    assert (found.change if found else None) == min(changes, default=None)


def test_a_weight_that_comes_to_nothing_may_let_in_an_option_without_a_score_for_it() -> None:
    view = _compare({"x": 1, "y": 4}, {"A": ".5", "B": "52", "D": "41"})
    assert view.options[0].option.title == "B"
    assert view.line == "close: x x0 would reverse it"


@given(_tables())
def test_totals_stay_between_the_lowest_and_the_highest_score(
    table: tuple[list[int], list[list[int | None]]],
) -> None:
    view = _view(*table)
    totals = [option.total for option in view.options if option.total is not None]
    assert all(1 <= total <= 5 for total in totals)
    assert totals == sorted(totals, reverse=True)
    assert all((option.total is None) == bool(option.missing or not any(table[0])) for option in view.options)
