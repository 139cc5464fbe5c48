"""What is said of weekends."""

import pytest

from rutbreaker.domain.weekend import WeekendGap
from rutbreaker.domain.weekend_words import weekend_words


@pytest.mark.parametrize(
    ("gap", "says"),
    [
        (WeekendGap(200, 0), ""),
        (WeekendGap(27, 3), "1 more check-in until weekends can be held against weekdays."),
        (WeekendGap(20, 1), "8 more check-ins until weekends can be held against weekdays."),
        (WeekendGap(28, 2), "2 more weeks with both until weekends can be held against weekdays."),
        (
            WeekendGap(90, 12, 0.44, 0.12, 0.76),
            "Weekends are better (+0.4 points, likely +0.1 to +0.8, 12 weeks).",
        ),
        (
            WeekendGap(90, 12, -0.44, -0.76, -0.12),
            "Weekends are harder (-0.4 points, likely -0.8 to -0.1, 12 weeks).",
        ),
        (
            WeekendGap(90, 12, 0.1, -0.2, 0.4),
            "Weekends are not clearly different (+0.1 points, likely -0.2 to +0.4, 12 weeks).",
        ),
    ],
)
def test_the_difference_is_told_with_its_interval(gap: WeekendGap, says: str) -> None:
    assert weekend_words(gap) == says
