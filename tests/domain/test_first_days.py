"""What the first week of check-ins already says."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rutbreaker.domain.first_days import first_words
from rutbreaker.domain.models import Checkin
from rutbreaker.domain.words import RATINGS

MONDAY = date(2026, 11, 23)
Ratings = tuple[int | None, ...]


def _on_days(*rated: Ratings) -> list[Checkin]:
    days = [MONDAY + timedelta(days=place) for place in range(len(rated))]
    checkins = []
    for day, answers in zip(days, rated, strict=True):
        ratings: dict[str, Any] = dict(zip(RATINGS, answers, strict=True))
        checkins.append(Checkin(str(day), day, datetime(2026, 11, 23, 9, tzinfo=UTC), **ratings))
    return checkins


@pytest.mark.parametrize(
    ("rated", "said"),
    [
        ([(3, 2, 4, 3, 5)], "Hardest today: interest and pressure. Best: people."),
        ([(4, 3, 1, 3, 3)], "Hardest today: interest, progress and people. Best: pressure."),
        ([(3, 3, 3, 3, 3)], "Everything alike today; nothing stands out."),
        ([(None, 2, None, None, None)], ""),
        ([(3, 2, 4, 3, 5), (4, 2, 5, 3, 5)], "Since Mon 23 Nov 2026, better: energy; harder: pressure."),
        ([(3, 2, 4, 3, 5), (4, 2, 4, 3, 5)], "Since Mon 23 Nov 2026, better: energy."),
        ([(3, 2, 4, 3, 5), (3, 2, 4, 3, 5)], "As on Mon 23 Nov 2026."),
        ([(3, None, None, None, None), (None, 2, None, None, None)], ""),
        ([(3, 2, 4, 3, 5)] * 3, ""),
        (
            [(3, 3, 3, 3, 3)] * 2 + [(4, 4, 2, 4, 4)] + [(3, 3, 3, 3, 3)] * 4,
            "Seven check-ins: from now on each rating has its line. Best day so far: Wed 25 Nov 2026.",
        ),
        ([(3, 3, 3, 3, 3)] * 7, "Seven check-ins: from now on each rating has its line."),
        ([(3, None, None, None, None)] * 7, "Seven check-ins: from now on each rating has its line."),
        ([(3, 2, 4, 3, 5)] * 8, ""),
        ([], ""),
    ],
)
def test_each_of_the_first_days_has_its_words(rated: Sequence[Ratings], said: str) -> None:
    assert first_words(_on_days(*rated)) == said


_rating = some.none() | some.integers(1, 5)
_day = some.tuples(*[_rating] * 5).filter(any)


@given(some.lists(_day, max_size=9))
def test_whatever_was_rated_there_are_words_or_none(rated: list[Ratings]) -> None:
    said = first_words(_on_days(*rated))
    assert said == "" or said.endswith(".")
    if len(rated) not in (1, 2, 7):
        assert said == ""
