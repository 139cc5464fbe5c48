"""How long goals have stood still, when that is asked about, how they are listed, sizes, and what counts as a plan."""

from datetime import UTC, date, datetime, timedelta

import pytest

from rutbreaker.domain.goals import (
    SIZES,
    awake,
    check_open,
    idle_days,
    is_if_then,
    is_to_be_asked_about,
    list_place,
    next_size,
    read_size,
    size_words,
)
from rutbreaker.domain.models import Goal
from rutbreaker.errors import BadInput

TODAY = date(2026, 11, 23)
BEGAN = date(2026, 11, 1)
GOAL = Goal("g", BEGAN, datetime(2026, 11, 1, 8, tzinfo=UTC), "Learn Rust")


@pytest.mark.parametrize(
    ("wake", "state"),
    [
        (None, "parked"),
        (date(2026, 11, 22), "open"),
        (date(2026, 11, 23), "open"),
        (date(2026, 11, 24), "parked"),
    ],
)
def test_a_parked_goal_wakes_on_its_day(wake: date | None, state: str) -> None:
    assert awake(GOAL._replace(state="parked", wake=wake), TODAY).state == state


def test_a_closed_goal_does_not_wake() -> None:
    closed = GOAL._replace(state="closed", closed_on=TODAY, wake=BEGAN)
    assert awake(closed, TODAY) == closed


@pytest.mark.parametrize(
    ("goal", "moved", "days"),
    [
        (GOAL, None, 22),
        (GOAL, date(2026, 11, 9), 14),
        (GOAL, TODAY, 0),
        (GOAL, date(2026, 10, 1), 22),
        (GOAL._replace(wake=date(2026, 11, 20)), date(2026, 11, 9), 3),
        (GOAL._replace(state="parked", wake=date(2026, 12, 24)), date(2026, 11, 9), 14),
        (GOAL._replace(state="closed", closed_on=TODAY), date(2026, 11, 9), 0),
    ],
)
def test_idle_days_count_from_the_last_move_or_from_waking(goal: Goal, moved: date | None, days: int) -> None:
    assert idle_days(goal, moved, TODAY) == days


def test_the_list_has_open_goals_by_avenue_and_date_then_parked_then_closed() -> None:
    listed = [
        GOAL._replace(id="aim, due", due=date(2026, 12, 1)),
        GOAL._replace(id="aim, no date"),
        GOAL._replace(id="learning", avenue="learning", due=date(2026, 11, 24)),
        GOAL._replace(id="parked", state="parked"),
        GOAL._replace(id="closed late", state="closed", closed_on=TODAY),
        GOAL._replace(id="closed early", state="closed", closed_on=BEGAN),
    ]
    mixed = listed[::-1]
    assert sorted(mixed, key=list_place) == listed


def test_a_closed_goal_is_refused_by_its_name() -> None:
    check_open(GOAL)
    with pytest.raises(BadInput, match="“Learn Rust” is closed"):
        check_open(GOAL._replace(state="closed"))


@pytest.mark.parametrize(
    ("plan", "is_one"),
    [
        ("If it is nine, then I open the book", True),
        ("if it's nine, I open the book", True),
        ("When I sit down with coffee then I begin", True),
        ("Read more", False),
        ("If only", False),
        ("then, if", False),
        ("", False),
    ],
)
def test_a_plan_says_when_and_what(plan: str, is_one: bool) -> None:
    assert is_if_then(plan) is is_one


@pytest.mark.parametrize(
    ("days", "asked", "is_asked"),
    [(13, None, False), (14, None, True), (20, 6, False), (20, 20, True), (20, 19, False), (40, 39, False)],
)
def test_a_still_goal_is_asked_about_once(days: int, asked: int | None, is_asked: bool) -> None:
    """It last moved so many ``days`` ago, and was asked about so many days ago."""
    asked_on = None if asked is None else TODAY - timedelta(days=asked)
    goal = GOAL._replace(day=date(2026, 1, 1), asked_on=asked_on)
    assert is_to_be_asked_about(goal, TODAY - timedelta(days=days), TODAY) is is_asked


@pytest.mark.parametrize("state", ["parked", "closed"])
def test_only_open_goals_are_asked_about(state: str) -> None:
    closed_on = TODAY if state == "closed" else None
    assert not is_to_be_asked_about(GOAL._replace(state=state, closed_on=closed_on), None, TODAY)


def test_sizes_are_read_as_they_are_said() -> None:
    for size, name in SIZES.items():
        assert read_size(str(size)) == read_size(name.upper()) == read_size(f" {size}  {name}") == size
    assert read_size("") is read_size("none") is None
    assert (size_words(1), size_words(5)) == ("1 of 5, comfort", "5 of 5, scary")
    for wrong in ("0", "6", "huge", "1 scary"):
        with pytest.raises(BadInput, match=r"there are 1 \(comfort\), .*5 \(scary\)"):
            read_size(wrong)


def test_the_next_size_up_is_for_finished_challenges() -> None:
    challenge = GOAL._replace(avenue="challenge", size=2)
    assert next_size(challenge) == 3
    assert next_size(challenge._replace(size=5)) is None
    assert next_size(challenge._replace(size=None)) is None
    assert next_size(challenge._replace(let_go=True)) is None
    assert next_size(challenge._replace(avenue="aim")) is None
