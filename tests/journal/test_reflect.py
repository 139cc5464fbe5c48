"""Reflections: written, changed, left unfinished, found again."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.models import Goal
from rutbreaker.domain.prompts import PROMPTS
from rutbreaker.domain.statements import STATEMENTS
from rutbreaker.domain.text import LONGEST
from rutbreaker.errors import BadInput, NotFound
from rutbreaker.journal import drafts
from rutbreaker.journal.history import redo, undo
from rutbreaker.journal.log import Changes, delete, edit, find_words
from rutbreaker.journal.reflect import (
    NEW,
    Page,
    begin_changing,
    begin_writing,
    change_reflection,
    discard_unfinished,
    keep_page,
    list_reflections,
    prompts,
    prompts_answered,
    read_reflection,
    read_unfinished,
    tags_of_reflections,
    unfinished,
    write_reflection,
)
from rutbreaker.journal.source import answer_statement, finish_sitting
from rutbreaker.store.history import put

TODAY = date(2026, 11, 23)


def test_a_reflection_is_kept_as_typed_with_its_prompt_and_tags(context: Context) -> None:
    written = write_reflection(context, "\n# A *week*\n\n\tindented  #slow\r\n", prompt="What\nnext?")
    kept = read_reflection(context, written.id)
    assert kept == written
    assert (kept.text, kept.prompt, kept.day, kept.tags) == (
        "# A *week*\n\n\tindented  #slow", "What next?", TODAY, ("slow",),
    )  # fmt: skip
    assert [hit.line.id for hit in find_words(context, "indented")] == [written.id]


def test_a_past_day_is_taken_and_a_coming_one_refused(context: Context) -> None:
    assert write_reflection(context, "then", day=date(2026, 11, 2)).day == date(2026, 11, 2)
    with pytest.raises(BadInput, match="not come yet"):
        write_reflection(context, "soon", day=TODAY + timedelta(days=1))
    assert len(list_reflections(context)) == 1


@pytest.mark.parametrize("text", ["", "  \n\t ", "\0", "\ud800"])
def test_a_text_that_says_nothing_is_refused(context: Context, text: str) -> None:
    with pytest.raises(BadInput, match="no text yet"):
        write_reflection(context, text)
    assert list_reflections(context) == []


def test_a_change_is_one_act_to_undo_and_keeps_tags_given_beside_the_text(context: Context) -> None:
    row = write_reflection(context, "slow #old").id
    edit(context, ("reflection", row), Changes(tags=["beside"]))
    changed = change_reflection(context, row, "quick #new", day=date(2026, 11, 20))
    assert (changed.text, changed.day) == ("quick #new", date(2026, 11, 20))
    assert set(changed.tags) == {"new", "beside"}
    undo(context)
    assert (read_reflection(context, row).text, read_reflection(context, row).day) == ("slow #old", TODAY)
    redo(context)
    assert read_reflection(context, row) == changed


def test_changing_what_is_gone_or_to_nothing_is_refused(context: Context) -> None:
    row = write_reflection(context, "here").id
    with pytest.raises(BadInput, match="no text yet"):
        change_reflection(context, row, "  ")
    delete(context, ("reflection", row))
    with pytest.raises(NotFound, match="gone"):
        change_reflection(context, row, "there")


def test_a_megabyte_is_a_reflection(context: Context) -> None:
    text = "word " * 200_000 + "end"
    row = write_reflection(context, text).id
    assert read_reflection(context, row).text == text
    with pytest.raises(BadInput, match="characters"):
        write_reflection(context, "x" * (LONGEST + 1))


def test_a_page_is_kept_unfinished_and_forgotten_once_it_is_written(context: Context) -> None:
    assert begin_writing(context) == (NEW, Page("", "", "today"), None, False)
    keep_page(context, NEW, Page("Half a thou", "What next?", "yesterday"))
    begun = begin_writing(context)
    assert (begun.page, begun.row, begun.is_kept) == (Page("Half a thou", "What next?", "yesterday"), None, True)
    assert unfinished(context) == [begun]
    write_reflection(context, "Half a thought", draft=NEW)
    assert unfinished(context) == []
    undo(context)
    assert (list_reflections(context), unfinished(context)) == ([], [])


def test_a_refused_page_stays_unfinished(context: Context) -> None:
    keep_page(context, NEW, Page("Words", "", "today"))
    with pytest.raises(BadInput):
        write_reflection(context, "Words", day=date(2030, 1, 1), draft=NEW)
    assert [found.page.text for found in unfinished(context)] == ["Words"]


def test_a_change_is_kept_unfinished_until_it_says_what_is_written(context: Context) -> None:
    row = write_reflection(context, "written").id
    begun = begin_changing(context, row)
    assert (begun.page, begun.row, begun.is_kept) == (Page("written", "", "2026-11-23"), row, False)
    keep_page(context, begun.draft, begun.page._replace(text="written and mor"))
    assert begin_changing(context, row).page.text == "written and mor"
    keep_page(context, begun.draft, begun.page)
    assert unfinished(context) == []


def test_a_page_without_text_is_not_kept(context: Context) -> None:
    keep_page(context, NEW, Page("Words"))
    keep_page(context, NEW, Page(" \n"))
    assert unfinished(context) == []


def test_other_drafts_are_left_alone(context: Context) -> None:
    drafts.keep_draft(context, "win", "half a win")
    assert unfinished(context) == []
    assert drafts.read_draft(context, "win") == "half a win"


def test_the_change_of_a_reflection_that_was_deleted_becomes_a_new_one(context: Context) -> None:
    row = write_reflection(context, "written").id
    begun = begin_changing(context, row)
    keep_page(context, begun.draft, begun.page._replace(text="more"))
    delete(context, ("reflection", row))
    (left,) = unfinished(context)
    assert (left.page.text, left.row) == ("more", None)


def test_unfinished_words_that_are_thrown_away_come_back_by_undo(context: Context) -> None:
    keep_page(context, NEW, Page("Half a thought", "What next?"))
    discard_unfinished(context, NEW)
    assert (unfinished(context), list_reflections(context)) == ([], [])
    assert undo(context) == "delete: unfinished reflection: What next?: Half a thought"
    ((_, row),) = list_reflections(context)
    assert read_reflection(context, row).text == "Half a thought"


def test_unfinished_changes_that_are_thrown_away_come_back_by_undo(context: Context) -> None:
    row = write_reflection(context, "written").id
    begun = begin_changing(context, row)
    keep_page(context, begun.draft, begun.page._replace(text="rewritten"))
    discard_unfinished(context, begun.draft)
    assert (unfinished(context), read_reflection(context, row).text) == ([], "written")
    undo(context)
    assert read_reflection(context, row).text == "rewritten"
    discard_unfinished(context, begun.draft)
    assert read_reflection(context, row).text == "rewritten"


def test_the_list_is_newest_first_and_narrowed_by_tag_or_prompt(context: Context, clock: FixedClock) -> None:
    old = write_reflection(context, "old #slow", day=date(2026, 1, 1), prompt="Why?").id
    clock.advance(timedelta(minutes=1))
    free = write_reflection(context, "free #slow #team").id
    clock.advance(timedelta(minutes=1))
    late = write_reflection(context, "late", prompt="Why?").id
    assert [row for _, row in list_reflections(context)] == [late, free, old]
    assert [row for _, row in list_reflections(context, tag="#Slow")] == [free, old]
    assert [row for _, row in list_reflections(context, prompt="Why?")] == [late, old]
    assert [row for _, row in list_reflections(context, prompt="")] == [free]
    assert tags_of_reflections(context) == [("slow", 2), ("team", 1)]
    assert sorted(prompts_answered(context)) == [("", 1), ("Why?", 2)]
    delete(context, ("reflection", free))
    assert tags_of_reflections(context) == [("slow", 1)]


def test_a_prompt_that_was_answered_waits_for_its_next_turn(context: Context) -> None:
    first, second, *_ = prompts(context)
    assert len(prompts(context)) == len(PROMPTS)
    write_reflection(context, "an answer", prompt=first)
    assert prompts(context)[0] == second
    assert prompts(context)[-1] == first


def test_what_an_open_goal_answers_comes_first(context: Context) -> None:
    with context.act("goals") as doing:
        now = context.clock.now()
        put(doing, Goal(doing.new_id(), TODAY, now, "Ask for help", source="alone"))
        put(doing, Goal(doing.new_id(), TODAY, now, "Rest", source="overload", state="parked"))
    alone = {prompt.text for prompt in PROMPTS if prompt.source == "alone"}
    assert set(prompts(context)[:3]) == alone


@given(st.text(max_size=200), st.text(max_size=50), st.text(max_size=20))
def test_any_page_comes_back_as_it_was_left(context: Context, text: str, prompt: str, day: str) -> None:
    page = Page(text, prompt, day)
    storable = text.replace("\0", "").encode("utf-8", "ignore").decode()
    keep_page(context, NEW, page)
    found = read_unfinished(context, NEW)
    if storable.strip():
        assert found is not None
        assert found.page == page._replace(text=storable)
    else:
        assert found is None


def test_prompts_follow_what_the_source_finder_points_to(context: Context) -> None:
    for key, statement in STATEMENTS.items():
        strained = 5 if statement.source == "challenge" else 2
        answer_statement(context, key, 6 - strained if statement.is_reversed else strained)
    finish_sitting(context)
    fitting = [prompt.text for prompt in PROMPTS if prompt.source == "challenge"]
    assert prompts(context)[: len(fitting)] == fitting
    undo(context)
    assert prompts(context)[: len(fitting)] != fitting
