"""How far goals have come, how long they have stood still, how they are listed, and what counts as a plan."""

from datetime import UTC, date, datetime

import pytest

from rutbreaker.domain.goals import Progress, awake, check_open, idle_days, is_if_then, list_place
from rutbreaker.domain.models import Goal
from rutbreaker.errors import BadInput

TODAY = date(2026, 11, 23)
BEGAN = date(2026, 11, 1)
GOAL = Goal("g", BEGAN, datetime(2026, 11, 1, 8, tzinfo=UTC), "Learn Rust")


@pytest.mark.parametrize(("done", "of", "fraction"), [(0, 0, 0.0), (0, 4, 0.0), (1, 4, 0.25), (4, 4, 1.0)])
def test_progress_is_a_fraction_also_without_steps(done: int, of: int, fraction: float) -> None:
    assert Progress(done, of).fraction == fraction


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
