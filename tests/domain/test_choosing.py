"""Which option is meant by a few words."""

from datetime import UTC, date, datetime

import pytest

from rutbreaker.domain.choosing import chosen
from rutbreaker.domain.models import Option
from rutbreaker.errors import BadInput, NotFound

_AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
_THINGS = [
    Option(f"019ab3f{place}-1111-7000-8000-000000000000", date(2026, 11, 23), _AT, title)
    for place, title in enumerate(("Own studio", "Own", "Data role", "Stay, new role", "אולפן משלי", "n" * 200))
]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("own", "Own"), ("own s", "Own studio"), ("STUDIO", "Own studio"), ("data", "Data role"),
        ("019ab3f3", "Stay, new role"), ("אולפן", "אולפן משלי"), ("nnnn", "n" * 200), (" own   studio ", "Own studio"),
    ],
)  # fmt: skip
def test_a_title_its_beginning_a_part_or_an_id_names_one(words: str, title: str) -> None:
    assert chosen(_THINGS, words, "option").title == title


def test_what_names_several_or_none_is_refused_with_what_there_is() -> None:
    with pytest.raises(BadInput, match="“role” could be Data role or Stay, new role: write more of it"):
        chosen(_THINGS, "role", "option")
    with pytest.raises(NotFound, match=r"No option is called “zoo”; there are Own studio, Own, .* and 1 more"):
        chosen(_THINGS, "zoo", "option")
    with pytest.raises(NotFound, match="there is none yet"):
        chosen([], "zoo", "option")
    with pytest.raises(BadInput, match="no option named"):
        chosen(_THINGS, "  ", "option")
