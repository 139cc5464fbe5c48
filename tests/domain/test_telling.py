"""How streaks and spans of days are said."""

from datetime import date

import pytest

from rutbreaker.domain.streaks import Streak
from rutbreaker.domain.telling import span, streak_words

TODAY = date(2026, 11, 23)
NONE = Streak(0, "day", 0, None, None, 0, 0, 0.0, 0, 0, None, False)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ((2026, 11, 3), (2026, 11, 3), "3 Nov"),
        ((2026, 11, 3), (2026, 11, 9), "3 - 9 Nov"),
        ((2026, 10, 3), (2026, 11, 9), "3 Oct - 9 Nov"),
        ((2025, 12, 19), (2026, 2, 11), "19 Dec - 11 Feb"),
        ((2025, 11, 1), (2025, 11, 9), "1 - 9 Nov 2025"),
        ((2024, 11, 1), (2026, 11, 9), "1 Nov 2024 - 9 Nov 2026"),
    ],
)
def test_a_span_says_the_year_where_it_could_be_another(
    first: tuple[int, int, int], last: tuple[int, int, int], said: str
) -> None:
    assert span(date(*first), date(*last), TODAY) == said


@pytest.mark.parametrize(
    ("streak", "said"),
    [
        (NONE, ""),
        (NONE._replace(current=3, longest=3), "nothing is missing today"),
        (NONE._replace(current=3, longest=3, missing=1, days_left=1), "today is open"),
        (
            NONE._replace(current=3, longest=3, missing=1, days_left=1, at_risk=True, returns=1),
            "today is open, and in its last hours; came back once",
        ),
        (NONE._replace(longest=1), "a new run begins with the next one; 1 day was kept in a row before"),
        (
            NONE._replace(longest=14, returns=3),
            "a new run begins with the next one; 14 days were kept in a row before; came back 3 times",
        ),
        (
            NONE._replace(unit="week", current=1, longest=5, missing=2, days_left=4),
            "this week is open: 2 more, 4 days left",
        ),
        (
            NONE._replace(unit="week", current=1, longest=5, missing=2, days_left=2, at_risk=True),
            "this week is open: 2 more, every day left is needed",
        ),
        (NONE._replace(unit="week", current=1, longest=5, missing=3, days_left=0), "this week is open"),
    ],
)
def test_a_streak_is_told_kindly(streak: Streak, said: str) -> None:
    assert streak_words(streak) == said
