"""A streak explained in lines to read."""

from datetime import timedelta

from rutbreaker.domain.schedule import Expected
from rutbreaker.domain.why import explain
from rutbreaker.domain.why_words import why_parts
from tests.domain.test_streaks import MONDAY, THREE_A_WEEK, WEEKDAY, pause


def _said(done: list[int], expected: Expected, today: int) -> dict[str, tuple[str, ...]]:
    now = MONDAY + timedelta(days=today)
    why = explain([MONDAY + timedelta(days=each) for each in done], expected, today=now)
    return {part.heading: part.lines for part in why_parts(why, now)}


def test_days_are_told_in_groups_with_what_was_paused() -> None:
    expected = Expected([WEEKDAY], [pause(MONDAY + timedelta(days=3), MONDAY + timedelta(days=4))])
    said = _said([0, 2, 5, 7], expected, 8)
    assert said["The run"] == ("3 days in a row, 4 - 9 Nov. It is the longest so far.",)
    assert said["What counted"] == (
        "■ 2 Nov      kept",
        "· 3 Nov      missed",
        "■ 4 Nov      kept",
        "– 5 - 6 Nov  2 days paused: neither adds nor breaks",
        "■ 7 Nov      not expected, done all the same: adds one",
        "■ 9 Nov      kept",
        "□ 10 Nov     open until it ends",
    )
    assert said["What would break it"] == ("Today: it breaks if that day ends without it.",)
    assert said["What one more does, today"][0] == "in a row         3 days -> 4 days"
    assert said["What one more does, today"][4] == "returns          stays 1"


def test_weeks_are_told_with_what_they_needed() -> None:
    said = _said([0, 1, 2, 7], Expected([THREE_A_WEEK]), 8)
    assert said["What counted"] == ("■ 2 - 8 Nov   3 of 3, kept", "□ 9 - 15 Nov  1 of 3, open until it ends")
    assert said["What would break it"] == (
        "Week ending Sun 15 Nov: it breaks if that week ends with fewer than 3 done (1 so far).",
    )


def test_without_a_run_it_says_how_one_begins() -> None:
    said = _said([0, 1, 2], Expected([WEEKDAY]), 4)
    assert said["The run"] == ("None is under way; the next day kept begins one. The longest was 3 days.",)
    assert said["What would break it"] == ("There is no run to break: the next day kept begins one.",)
