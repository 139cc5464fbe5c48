"""Which thing is meant by an id, a beginning, or a part of a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutbreaker.domain.naming import Named, listed, meant, short_ids

RUST = Named("019ab3f0-1111", "Learn Rust")
BOOK = Named("019ab3f0-2222", "Read the Rust book")
RUN = Named("019ab3f1-3333", "Half marathon", "parked")
OLD = Named("019aaaaa-4444", "Learn Rusty nails", is_likely=False)
FAR = Named("019ab3f2-5555", "Half marathon by the sea")
ALL = (RUST, BOOK, RUN, OLD, FAR)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("019ab3f0-1111", [RUST]),
        ("019AB3F1", [RUN]),
        ("019ab3f0", [RUST, BOOK]),
        ("019", []),
        ("learn rust", [RUST]),
        ("half", [RUN, FAR]),
        ("  READ   the ", [BOOK]),
        ("marathon", [RUN, FAR]),
        ("sea", [FAR]),
        ("learn", [RUST]),
        ("rust", [RUST, BOOK]),
        ("half marathon", [RUN]),
        ("nails", [OLD]),
        ("swim", []),
        ("", []),
    ],
)
def test_the_whole_goes_before_a_beginning_and_a_beginning_before_a_part(text: str, found: list[Named]) -> None:
    assert meant(text, ALL) == found


@given(st.text(min_size=1).filter(str.strip), st.lists(st.text()))
def test_a_whole_name_is_always_found(name: str, others: list[str]) -> None:
    named = [Named(f"id {place}", each) for place, each in enumerate((name, *others))]
    assert named[0] in meant(name, named)


def test_a_list_of_them_has_ids_that_can_be_given() -> None:
    assert listed([RUST, BOOK, RUN], ALL) == (
        "  019ab3f0-1  Learn Rust\n  019ab3f0-2  Read the Rust book\n  019ab3f1-3  Half marathon  (parked)"
    )
    many = [Named(f"{number:08x}-0", f"Goal {number}") for number in range(20)]
    assert listed(many, many).splitlines()[-1] == "  and 12 more"


def test_short_ids_are_as_long_as_each_other_and_shared_with_nothing() -> None:
    assert short_ids([RUN.id, OLD.id], [one.id for one in ALL]) == ["019ab3f1", "019aaaaa"]
    assert short_ids([RUN.id, RUST.id], [one.id for one in ALL]) == ["019ab3f1-3", "019ab3f0-1"]
    assert short_ids(["same"], ["same", "same-too"]) == ["same"]
    assert short_ids([], []) == []
