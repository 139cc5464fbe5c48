"""The four blocks: what each item weighs, when a block is strong, and what is said of it all."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutbreaker.domain.models import Readiness
from rutbreaker.domain.readiness import (
    BLOCKS,
    CONVENTION,
    FINDINGS,
    ITEMS,
    ReadinessView,
    is_enough,
    item_of,
    sampled,
    view_of,
)
from rutbreaker.errors import BadInput

MONDAY = date(2026, 11, 23)
_AT = datetime(2026, 11, 23, 9, tzinfo=timezone(timedelta(hours=1)))


def _answers(said: str, day: date = MONDAY) -> list[Readiness]:
    """Answers written as ``T1 -T2 ?T3``: met, not met, taken back."""
    answers = []
    for place, word in enumerate(said.split()):
        met = {"-": False, "?": None}.get(word[0], True)
        answers.append(Readiness(f"{day}-{place}", day, _AT, word.lstrip("-?"), met))
    return answers


def _view(said: str) -> ReadinessView:
    return view_of(_answers(said))


def _points(view: ReadinessView) -> dict[str, tuple[int, int]]:
    return {block.key: (block.met, block.of) for block in view.blocks}


def test_the_items_and_weights_are_those_of_the_checklist() -> None:
    weights = {item.key: item.weight for item in ITEMS}
    assert weights == {
        "T1": 2, "T2": 2, "T3": 1, "T4": 1, "T5": 1,
        "S1": 2, "S2": 2, "S3": 1,
        "A1": 2, "A2": 1, "A3": 1, "A4": 1, "A5": 1,
        "D1": 2, "D2": 2, "D3": 1, "D4": 1, "D5": 1,
    }  # fmt: skip
    assert {item.key for item in ITEMS if not item.recorded} == {"T2", "A1", "A2", "A4", "D3", "D4"}
    assert all(item.text and item.rule.endswith(".") and item.todo[0].islower() for item in ITEMS)
    assert {item.block for item in ITEMS} == set(BLOCKS)


def test_points_are_weights_and_what_is_not_known_counts_as_not_met() -> None:
    assert _points(_view("")) == {"tried": (0, 7), "stuck": (0, 5), "able": (0, 6), "deciding": (0, 7)}
    assert _points(_view("T1 -T2 T4 S3 A1"))["tried"] == (3, 7)
    assert _points(_view("T1 -T2 T4 S3 A1"))["stuck"] == (1, 5)
    assert _points(_view("T1 -T2 T4 S3 A1"))["able"] == (2, 6)


def test_the_latest_answer_counts_and_one_taken_back_is_not_known() -> None:
    earlier, later = MONDAY - timedelta(days=9), MONDAY
    view = view_of([*_answers("T1 T2", earlier), *_answers("-T1 ?T2", later)])
    first, second = view.blocks[0].items[:2]
    assert (first.met, first.day) == (False, later)
    assert (second.met, second.day) == (None, None)
    assert view.course["tried"] == (4, 0)
    assert view.days == (earlier, later)


@pytest.mark.parametrize(("met", "of", "enough"), [(59, 100, False), (60, 100, True), (3, 5, True), (4, 7, False)])
def test_a_block_is_strong_from_60_percent_on(met: int, of: int, enough: bool) -> None:
    assert is_enough(met, of) is enough


def test_below_60_percent_tried_the_sentence_lists_what_is_left() -> None:
    sentence = _view("T1 T2 -T3 S1 S2 S3 A1 D1").sentence
    assert sentence == "There are avenues left: finish a learning challenge, ask for advice, take a real break."


def test_tried_and_still_stuck_says_it_agrees_with_the_record_and_what_is_still_to_do() -> None:
    sentence = _view("T1 T2 T4 S1 S3 A1 A3 A4 A5 D1 D2 D3 D4").sentence
    assert sentence == (
        "You have tried 3 avenues and, by your own answers, the picture has not moved: considering a change is "
        "consistent with your own record. Still to do: check insurance, visa, notice period and debts; let the "
        "options rest for two weeks."
    )
    assert _view("T1 T2 T4 S1 S3 A1 A2 A3 A4 A5 D1 D2 D3 D4 D5").sentence.endswith("your own record.")


def test_tried_and_no_longer_stuck_looks_at_what_moved() -> None:
    assert _view("T1 T2 T3 S1 -S2 -S3").sentence == "Things have moved; look at what moved them first."


def test_what_is_not_known_of_being_stuck_is_not_told_as_having_moved() -> None:
    sentence = _view("T1 T2 T3 S1").sentence
    assert "not known yet" in sentence
    assert "compare the last four weeks" in sentence
    # One point short whatever the last answer would be.
    assert _view("T1 T2 T3 S3 -S1").sentence.startswith("You have tried much.")
    assert _view("T1 T2 T3 -S2 -S1").sentence == "Things have moved; look at what moved them first."


@given(st.dictionaries(st.sampled_from([item.key for item in ITEMS]), st.sampled_from([True, False, None])))
def test_no_sentence_ever_tells_anyone_to_go(said: dict[str, bool | None]) -> None:
    view = view_of([Readiness(key, MONDAY, _AT, key, met) for key, met in said.items()])
    assert view.sentence
    assert not any(word in view.sentence.lower() for word in ("should", "quit", "leave", "resign", "total"))
    for block in view.blocks:
        assert block.met == sum(view.item.weight for view in block.items if view.met)


def test_both_findings_and_the_convention_name_what_they_are() -> None:
    assert "Levitt 2021" in FINDINGS[0]
    assert "Boswell" in FINDINGS[1]
    assert "60 %" in CONVENTION
    assert "our convention" in CONVENTION


def test_an_unknown_item_is_refused_by_naming_all() -> None:
    assert item_of(" t2 ").key == "T2"
    with pytest.raises(BadInput, match="T1, T2"):
        item_of("X9")


def test_the_course_holds_each_value_until_the_next() -> None:
    days = (MONDAY - timedelta(days=10), MONDAY - timedelta(days=5))
    assert sampled((1, 4), days, MONDAY, 3) == (1, 4, 4)
    assert sampled((1, 4), days, MONDAY, 100) == (1,) * 5 + (4,) * 6
    assert sampled((2,), (MONDAY,), MONDAY, 10) == (2,)
    assert sampled((), (), MONDAY, 10) == ()
