"""What is stored of a text, what is shown of it, and which tags it has."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rutbreaker.domain.text import (
    LONGEST,
    LONGEST_TAG,
    clean,
    flat,
    loose_tags,
    one_line,
    sentence,
    storable,
    tag_named,
    tags_in,
    with_tag_renamed,
    without_tag,
)
from rutbreaker.errors import BadInput

_SPEAKS_TO_TERMINALS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@given(st.text(st.characters(exclude_categories=[])))
@example("\x1b]52;c;AAAA\x07\x9b31m\u202e\ud800\r\n\u2028")
def test_nothing_shown_can_speak_to_the_terminal(text: str) -> None:
    assert not _SPEAKS_TO_TERMINALS.search(clean(text))
    assert not re.search(r"[\t\n\u2028\u2029]", one_line(text))
    assert not _SPEAKS_TO_TERMINALS.search(one_line(text))
    assert len(one_line(text, 10)) <= 10


def test_what_is_typed_is_shown() -> None:
    assert clean("Größe [bold]x[/] 😀\n\ttab") == "Größe [bold]x[/] 😀\n\ttab"
    assert clean("a\r\nb\rc") == "a\nb␍c"
    assert one_line("a\r\nb\tc\x1b") == "a↵b c␛"
    assert one_line("a long line", 7) == "a long…"


@given(st.text(st.characters(exclude_categories=[])))
def test_what_is_stored_can_be_stored_and_is_stored_the_same_again(text: str) -> None:
    kept = storable(text)
    assert kept.encode() is not None
    assert "\0" not in kept
    assert storable(kept) == kept
    assert flat(flat(text)) == flat(text)
    assert not re.search(r"[\r\n]", flat(text))


def test_a_text_that_is_too_long_or_empty_is_refused() -> None:
    with pytest.raises(BadInput, match="20,000,001 characters"):
        storable("x" * (LONGEST + 1))
    with pytest.raises(BadInput, match="no text for the win"):
        sentence(" \n\0", "the win")


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Shipped #ship #Ship #team.", ("ship", "team")),
        ("#deep-work, (#focus) #a_b #v2", ("deep-work", "focus", "a_b", "v2")),
        ("#trailing- #double--dash", ("trailing", "double--dash")),
        ("issue #12, C# and a&#39;b http://x.org/#top page#part ##twice # alone #-no #_ #__", ()),
        ("#1st #2026-11 #über #日本 #हिन्दी #ไทยก็", ("1st", "über", "日本", "हिन्दी", "ไทยก็")),
        ("#İstanbul #cafe\u0301", ("i̇stanbul", "cafe\u0301")),
        ("#" + "x" * LONGEST_TAG + " #" + "y" * (LONGEST_TAG + 1), ("x" * LONGEST_TAG,)),
        ("", ()),
    ],
)
def test_tags_are_the_words_after_a_hash(text: str, tags: tuple[str, ...]) -> None:
    assert tags_in(text) == tags


@given(st.text(st.sampled_from(list("#aB1-_ é\u0301/,")), max_size=30))
def test_every_tag_found_can_be_named_renamed_and_taken_away(text: str) -> None:
    for tag in tags_in(text):
        assert tag_named(tag) == tag_named(f" #{tag} ") == tag
        assert tag not in tags_in(without_tag(text, tag))
        renamed = tags_in(with_tag_renamed(text, tag, "new"))
        assert "new" in renamed
        assert tag not in renamed


@pytest.mark.parametrize("word", ["", "#", "two words", "12", "a#b", "-", "_", "x" * (LONGEST_TAG + 1), "a,b", "a-"])
def test_what_cannot_be_a_tag_is_refused(word: str) -> None:
    with pytest.raises(BadInput, match="can't be a tag"):
        tag_named(word)


@pytest.mark.parametrize(
    "hostile", ["#" * 200_000, "#1" * 100_000, "#a" + "-" * 200_000, " " * 200_000 + "\n", "#1-" * 99_999]
)
def test_a_hostile_text_takes_no_time(hostile: str) -> None:
    assert len(tags_in(hostile)) <= 1
    assert len(flat(hostile + "x")) <= len(hostile) + 1


def test_loose_tags_are_those_that_are_not_written_in_the_text() -> None:
    assert loose_tags(["ship", "team", "deep"], "Shipped it #ship, with the #Team.") == ["deep"]
    assert loose_tags(["ship"], "Shipped it") == ["ship"]
    assert loose_tags([], "#ship") == []
