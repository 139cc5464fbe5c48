"""What to write about, and whose turn it is."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rutbreaker.domain.prompts import GENERAL, PROMPTS, in_turn
from rutbreaker.domain.words import SOURCES

DAY = date(2026, 11, 23)
_TEXTS = [prompt.text for prompt in PROMPTS]


def test_there_are_some_for_every_source_and_some_for_any() -> None:
    assert Counter(prompt.source for prompt in PROMPTS) == {GENERAL: 6, **dict.fromkeys(SOURCES, 3)}


def test_each_is_one_question_after_another_and_fits_on_two_lines() -> None:
    assert len(set(_TEXTS)) == len(_TEXTS)
    for text in _TEXTS:
        assert text.endswith("?"), text
        assert len(text) <= 120, text


def test_each_ends_in_a_next_step() -> None:
    steps = (
        "could", "tomorrow", "week", "today", "how do you", "how will you", "what will you", "whom do you",
        "when do you", "follows", "first", "can they", "by when", "would bring", "would show", "would be",
        "who could", "where could", "to whom",
    )  # fmt: skip
    for text in _TEXTS:
        last = text.rstrip("?").rpartition("? ")[2] or text
        assert any(step in last.lower() for step in steps), text


def test_the_first_few_are_about_different_things() -> None:
    assert {prompt.source for prompt in in_turn({})[:7]} == {GENERAL, *SOURCES}


def test_what_was_used_longest_ago_comes_after_what_never_was() -> None:
    used = {text: DAY - timedelta(days=number) for number, text in enumerate(_TEXTS[:10])}
    turns = [prompt.text for prompt in in_turn(used)]
    assert turns[-10:] == _TEXTS[9::-1]
    assert turns[:-10] == _TEXTS[10:]


def test_what_fits_stands_before_the_rest_also_when_it_was_used() -> None:
    used = {prompt.text: DAY for prompt in PROMPTS if prompt.source == "alone"}
    turns = in_turn(used, fitting=["alone"])
    assert {prompt.source for prompt in turns[:3]} == {"alone"}


def test_what_fits_the_likeliest_source_stands_before_what_goals_answer() -> None:
    turns = in_turn({}, fitting=["alone"], likely=["challenge"])
    assert {prompt.source for prompt in turns[:3]} == {"challenge"}
    assert {prompt.source for prompt in turns[3:6]} == {"alone"}


@given(st.dictionaries(st.sampled_from(_TEXTS), st.dates()), st.sets(st.sampled_from(SOURCES)))
def test_nobody_loses_a_turn(used: dict[str, date], fitting: set[str]) -> None:
    turns = in_turn(used, fitting)
    assert sorted(turns) == sorted(PROMPTS)
    for group in (True, False):
        days = [used.get(prompt.text, date.min) for prompt in turns if (prompt.source in fitting) is group]
        assert days == sorted(days)


def test_a_prompt_that_is_ours_no_longer_changes_nothing() -> None:
    assert in_turn({"Something of the user's own?": DAY}) == in_turn({})
