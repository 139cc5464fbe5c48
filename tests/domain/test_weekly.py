"""The weekly review as a text, written and read back."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutbreaker.domain.models import Pause, Schedule
from rutbreaker.domain.schedule import CHECKIN_SCHEDULE, Expected
from rutbreaker.domain.weekly import (
    QUESTIONS,
    Answers,
    answers_in,
    is_last_working_day,
    prompt_of,
    review_text,
    tried_in,
    week_to_review,
)


@pytest.mark.parametrize(
    ("day", "prompt"),
    [
        (date(2026, 11, 16), "Weekly review 2026-W47"),
        (date(2026, 11, 22), "Weekly review 2026-W47"),
        (date(2027, 1, 1), "Weekly review 2026-W53"),
        (date(2025, 12, 29), "Weekly review 2026-W01"),
    ],
)
def test_the_prompt_names_the_iso_week(day: date, prompt: str) -> None:
    assert prompt_of(day) == prompt


@pytest.mark.parametrize(("day", "monday"), [(23, 16), (26, 16), (27, 23), (29, 23)])
def test_a_week_is_reviewed_from_its_friday_on(day: int, monday: int) -> None:
    assert week_to_review(date(2026, 11, day)) == date(2026, 11, monday)


def test_a_review_reads_well() -> None:
    text = review_text(Answers("Mornings", "", "One meeting less\n\nand a walk"), "Leave by\nsix", "partly")
    assert text == (
        "_Partly tried: Leave by six_\n\n## What worked\n\nMornings\n\n## What to try\n\nOne meeting less\n\nand a walk"
    )
    assert tried_in(text) == "partly"
    assert tried_in("## What worked\n\nAll") == ""


LINES = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z"))).filter(lambda line: line[:1] != "#")
ANSWER = st.lists(LINES, max_size=4).map("\n".join).map(str.strip)


@given(st.builds(Answers, ANSWER, ANSWER, ANSWER), st.sampled_from(["", "yes", "partly", "no"]))
def test_what_was_answered_is_read_back(answers: Answers, tried: str) -> None:
    text = review_text(answers, "walk more", tried)
    assert answers_in(text) == answers
    assert tried_in(text) == tried


def test_a_review_changed_by_hand_is_still_read() -> None:
    text = f"before\n## {QUESTIONS[2]}\nwalk\n## Something else\nmore\n## {QUESTIONS[0]}\nit"
    assert answers_in(text) == Answers("it", "", "walk\n## Something else\nmore")


_NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)


def _schedule(rrule: str = "", times: int | None = None) -> Schedule:
    return Schedule("s", date(2026, 1, 1), _NOW, "checkin", "week" if times else "day", rrule, times)


@pytest.mark.parametrize(
    ("expected", "days"),
    [
        (Expected((CHECKIN_SCHEDULE,)), [27, 28, 29]),
        (Expected((CHECKIN_SCHEDULE, _schedule("FREQ=WEEKLY;BYDAY=MO,WE"))), [25, 26, 27, 28, 29]),
        (Expected((CHECKIN_SCHEDULE, _schedule("FREQ=DAILY"))), [29]),
        (Expected((CHECKIN_SCHEDULE, _schedule(times=3))), [29]),
        (Expected((CHECKIN_SCHEDULE,), off=[date(2026, 11, 27)]), [26, 27, 28, 29]),
        (Expected((CHECKIN_SCHEDULE,), [Pause("p", date(2026, 11, 26), _NOW, None, "holiday")]), [25, 26, 27, 28, 29]),
        (Expected((CHECKIN_SCHEDULE,), [Pause("p", date(2026, 11, 20), _NOW, None, "holiday")]), []),
    ],
)
def test_the_last_working_day_of_the_week_is_the_last_one_expected(expected: Expected, days: list[int]) -> None:
    week = [date(2026, 11, day) for day in range(23, 30)]
    assert [day.day for day in week if is_last_working_day(day, expected)] == days
