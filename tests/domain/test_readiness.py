"""The four blocks: what each item weighs, whose word counts, when a block is strong, and what is said of it all."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutbreaker.domain.locks import DECIDE_LATER, Lock
from rutbreaker.domain.models import Goal, Option, Readiness
from rutbreaker.domain.readiness import (
    ItemView,
    ReadinessView,
    check_overruling,
    is_enough,
    sample_days,
    thinned,
    view_of,
)
from rutbreaker.domain.readiness_evidence import Evidence
from rutbreaker.domain.readiness_items import BLOCKS, ITEMS, item_of
from rutbreaker.domain.readiness_record import Record
from rutbreaker.domain.readiness_rules import RULES
from rutbreaker.domain.readiness_words import CONVENTION, FINDINGS, outcome, rests_on, sentence_of, supported, why_met
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


def _view(said: str, day: date = MONDAY) -> ReadinessView:
    """Readiness by the user's own word alone."""
    return view_of([Record(MONDAY)], _answers(said, day))


def _points(view: ReadinessView) -> dict[str, tuple[int, int]]:
    return {block.key: (block.met, block.of) for block in view.blocks}


def _moves(*days: int) -> Record:
    """A record with moves closed today that were open for so many days."""
    first = [MONDAY - timedelta(days=back) for back in days]
    goals = [
        Goal(f"g{place}", day, _AT, f"move {place}", source="alone", state="closed", verdict="no", closed_on=MONDAY)
        for place, day in enumerate(first)
    ]
    return Record(MONDAY, goals=goals)


def test_the_items_and_weights_are_those_of_the_checklist() -> None:
    weights = {item.key: item.weight for item in ITEMS}
    assert weights == {
        "T1": 2, "T2": 2, "T3": 1, "T4": 1, "T5": 1,
        "S1": 2, "S2": 2, "S3": 1,
        "A1": 2, "A2": 1, "A3": 1, "A4": 1, "A5": 1,
        "D1": 2, "D2": 2, "D3": 1, "D4": 1, "D5": 1,
    }  # fmt: skip
    assert {item.key for item in ITEMS if item.answered_by == "self"} == {"T2", "A2", "A4"}
    assert {item.key for item in ITEMS if item.answered_by == "either"} == {"A1", "D2", "D3", "D4"}
    assert {item.key for item in ITEMS if item.answered_by != "self"} == set(RULES)
    assert all(item.text and item.rule.endswith(".") and item.todo[0].islower() for item in ITEMS)
    assert {item.block for item in ITEMS} == set(BLOCKS)


def test_points_are_weights_and_what_is_not_known_counts_as_not_met() -> None:
    assert _points(_view("")) == {"tried": (0, 7), "stuck": (0, 5), "able": (0, 6), "deciding": (0, 7)}
    assert _points(_view("T1 -T2 T4 S3 A1"))["tried"] == (3, 7)
    assert _points(_view("T1 -T2 T4 S3 A1"))["stuck"] == (1, 5)
    assert _points(_view("T1 -T2 T4 S3 A1"))["able"] == (2, 6)


def test_the_record_answers_by_itself_and_the_users_word_counts_before_it() -> None:
    record = _moves(21, 14)
    item = view_of([record], []).items[0]
    assert (item.met, item.is_overruled) == (True, False)
    item = view_of([record], _answers("-T1")).items[0]
    assert (item.met, item.is_overruled) == (False, True)
    item = view_of([record], _answers("T1")).items[0]
    assert (item.met, item.is_overruled) == (True, False)
    item = view_of([record], [*_answers("-T1"), *_answers("?T1")]).items[0]
    assert (item.met, item.answer) == (True, None)


def test_what_nothing_is_logged_of_is_overruled_only_where_the_record_alone_answers() -> None:
    view = _view("T1 A1 T2")
    overruled = {item.item.key for item in view.items if item.is_overruled}
    assert overruled == {"T1"}


def test_overruling_takes_a_reason() -> None:
    item = item_of("T1")
    (answer,) = _answers("-T1")
    view = ItemView(item, Evidence(True, "2 moves"), answer)
    with pytest.raises(BadInput, match=r"answers itself from what is logged: met, 2 moves\. Give a reason"):
        check_overruling(view)
    check_overruling(view._replace(answer=answer._replace(because="the second was not mine")))
    check_overruling(view._replace(evidence=Evidence(False, "1 move")))
    check_overruling(ItemView(item_of("T2"), None, _answers("T2")[0]))
    check_overruling(ItemView(item_of("A1"), Evidence(None, "no runway"), _answers("A1")[0]))
    with pytest.raises(BadInput, match="not met"):
        check_overruling(ItemView(item_of("A1"), Evidence(False, "1 month"), _answers("A1")[0]))


def test_the_course_counts_each_answer_and_row_from_its_day_on() -> None:
    earlier = MONDAY - timedelta(days=9)
    records = [Record(earlier), _moves(21, 14)]
    view = view_of(records, [*_answers("T2 T5", earlier), *_answers("?T2")])
    assert view.days == (earlier, MONDAY)
    assert view.course["tried"] == (3, 3)
    assert view.blocks[0].met == 3


@pytest.mark.parametrize(("met", "of", "enough"), [(59, 100, False), (60, 100, True), (3, 5, True), (4, 7, False)])
def test_a_block_is_strong_from_60_percent_on(met: int, of: int, enough: bool) -> None:
    assert is_enough(met, of) is enough


def test_nothing_known_is_said_to_be_nothing() -> None:
    assert sentence_of(_view("")) == "Nothing is known yet. What is not known counts as not met."


def test_below_60_percent_tried_the_sentence_lists_what_is_left() -> None:
    sentence = sentence_of(_view("T1 T2 -T3 S1 S2 S3 A1 D1"))
    assert sentence == "There are avenues left: finish a learning challenge, ask for advice, take a real break."


def test_tried_and_still_stuck_says_it_agrees_with_the_record_and_what_is_still_to_do() -> None:
    said = "T1 T2 T4 S1 S3 A1 A3 A4 A5 D1 D2 D3 D4"
    assert sentence_of(_view(said, MONDAY - timedelta(days=56))) == (
        "You have tried 3 avenues over 8 weeks and the picture has not moved: considering a change is consistent with "
        "your own record. Still to do: check insurance, visa, notice period and debts; let the options rest for two "
        "weeks."
    )
    assert "3 avenues over 1 week and" in sentence_of(_view(said, MONDAY - timedelta(days=13)))
    assert "3 avenues and the picture" in sentence_of(_view(said, MONDAY - timedelta(days=6)))
    whole = _view("T1 T2 T4 S1 S3 A1 A2 A3 A4 A5 D1 D2 D3 D4 D5")
    assert sentence_of(whole).endswith("your own record.")


def test_weeks_are_counted_from_the_first_of_what_was_tried() -> None:
    view = view_of([_moves(30, 14)], _answers("T2 T4 S1 S3", MONDAY - timedelta(days=3)))
    assert "3 avenues over 4 weeks" in sentence_of(view)


def test_tried_and_no_longer_stuck_looks_at_what_moved() -> None:
    assert sentence_of(_view("T1 T2 T3 S1 -S2 -S3")) == "Things have moved; look at what moved them first."


def test_what_is_not_known_of_being_stuck_is_not_told_as_having_moved() -> None:
    sentence = sentence_of(_view("T1 T2 T3 S1"))
    assert "not known yet" in sentence
    assert "compare the last four weeks" in sentence
    # One point short whatever the last answer would be.
    assert sentence_of(_view("T1 T2 T3 S3 -S1")).startswith("You have tried much.")
    assert sentence_of(_view("T1 T2 T3 -S2 -S1")) == "Things have moved; look at what moved them first."


def test_locks_stand_before_the_sentence_and_keep_nobody_from_it() -> None:
    view = _view("T1 T2 T4 S1 S3")
    slump = Lock("slump", MONDAY, "Since around 20 Nov your days fell below your usual level.")
    assert outcome(view, [slump])[:2] == [f"{slump.words} {DECIDE_LATER}", sentence_of(view)]
    assert outcome(view, [slump])[2:] == [CONVENTION, *FINDINGS]
    assert outcome(view) == [sentence_of(view), CONVENTION, *FINDINGS]
    assert supported(view, [slump]) == sentence_of(view)


def test_while_the_safety_card_is_open_nothing_is_said_for_or_against_a_change() -> None:
    view = _view("T1 T2 T4 S1 S3")
    locks = [Lock("safety", MONDAY, "low"), Lock("slump", MONDAY, "fell")]
    assert outcome(view, locks) == [DECIDE_LATER, CONVENTION]
    assert supported(view, locks) == DECIDE_LATER


@given(st.dictionaries(st.sampled_from([item.key for item in ITEMS]), st.sampled_from([True, False, None])))
def test_no_sentence_ever_tells_anyone_to_go(said: dict[str, bool | None]) -> None:
    view = view_of([Record(MONDAY)], [Readiness(key, MONDAY, _AT, key, met) for key, met in said.items()])
    sentence = sentence_of(view)
    assert sentence
    assert not any(word in sentence.lower() for word in ("should", "quit", "leave", "resign", "total"))
    for block in view.blocks:
        assert block.met == sum(view.item.weight for view in block.items if view.met)


def test_both_findings_and_the_convention_name_what_they_are() -> None:
    assert "Levitt 2021" in FINDINGS[0]
    assert "Boswell" in FINDINGS[1]
    assert "60 %" in CONVENTION
    assert "our convention" in CONVENTION


def test_what_an_item_rests_on_is_said_with_its_day() -> None:
    record = _moves(21, 14)
    reason = _answers("-T1")[0]._replace(because="the second was not mine")
    assert why_met(view_of([record], []).items[0], MONDAY) == "2 moves: move 0 21 days, move 1 14 days"
    overruled = view_of([record], [reason]).items[0]
    assert why_met(overruled, MONDAY) == (
        "overruled on 23 Nov: the second was not mine (from what is logged: met, 2 moves: move 0 21 days, move 1 14 "
        "days)"
    )
    assert rests_on(overruled) == "2 moves: move 0 21 days, move 1 14 days"
    own = _view("T2").items[1]
    assert why_met(own, MONDAY + timedelta(days=90)) == "your word of 23 Nov 2026"
    assert rests_on(own) == "your own word"
    assert rests_on(_view("").items[1]) == ""


def test_an_unknown_item_is_refused_by_naming_all() -> None:
    assert item_of(" t2 ").key == "T2"
    with pytest.raises(BadInput, match="T1, T2"):
        item_of("X9")


def test_days_are_spread_evenly_up_to_the_last() -> None:
    assert sample_days(MONDAY - timedelta(days=2), MONDAY, 40) == [MONDAY - timedelta(days=back) for back in (2, 1, 0)]
    days = sample_days(MONDAY - timedelta(days=100), MONDAY, 5)
    assert [(MONDAY - day).days for day in days] == [100, 75, 50, 25, 0]
    assert sample_days(MONDAY, MONDAY, 40) == [MONDAY]
    assert thinned((1, 2, 3, 4, 5), 3) == (1, 3, 5)
    assert thinned((1, 2), 3) == (1, 2)
    assert thinned((1, 2), 1) == (2,)


def test_an_option_says_nothing_of_other_blocks() -> None:
    view = view_of([Record(MONDAY, options=[Option("o", MONDAY, _AT, "go")])], [])
    assert _points(view) == {"tried": (0, 7), "stuck": (0, 5), "able": (0, 6), "deciding": (0, 7)}
