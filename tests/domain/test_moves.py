"""What comes next, in its order."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutbreaker.domain import moves
from rutbreaker.domain.models import Goal, Person, Routine, Step
from rutbreaker.domain.moves import MOST, NextMove, Standing, first_of, suggestion

TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
NOTHING = Standing(is_checked_in=False, has_goal=False, step=None, stepless=None, knows_people=False, has_logged=False)


def _step(name: str, days_past: int) -> NextMove:
    return moves.due_step(Step(name, TODAY, AT, "g", name, due=TODAY - timedelta(days=days_past)), TODAY)


def test_the_order_is_begun_past_today_people_and_goals_that_stand_still() -> None:
    goal = Goal("g", TODAY, AT, "Learn")
    gathered = [
        moves.still_goal(goal, 20),
        moves.woken_goal(goal._replace(id="woken")),
        moves.answering_goal(goal._replace(id="answers", source="interest"), None),
        moves.due_rulers(14),
        moves.due_person(Person("p1", TODAY, AT, "Ana", rhythm=7), 9, 0.3, ""),
        moves.due_person(Person("p2", TODAY, AT, "Bo", rhythm=30), 60, 1.0, ""),
        moves.due_routine(Routine("r1", TODAY, AT, "g", "Run"), "3 a week", 2),
        moves.due_routine(Routine("r2", TODAY, AT, "g", "Walk"), "every day"),
        _step("today", 0),
    ]
    assert [move.row for move in first_of(gathered, NOTHING).moves] == [
        "today",
        "r2",
        "r1",
        "answers",
        "p2",
        "p1",
        "woken",
    ]
    begun = [_step("two", 2), _step("nine", 9), moves.begun_checkin(TODAY, TODAY)]
    found = first_of([*gathered, *begun], NOTHING)
    assert [move.row for move in found.moves[:4]] == [TODAY.isoformat(), "nine", "two", "today"]
    assert len(found.moves) == MOST
    assert found.more == 5


@pytest.mark.parametrize(("past", "note"), [(0, "due today"), (1, "1 day past"), (5, "5 days past")])
def test_a_step_says_how_long_it_is_past(past: int, note: str) -> None:
    assert _step("a", past).note == note


def test_somebody_past_their_rhythm_is_said_with_what_to_ask() -> None:
    dana = Person("p", TODAY, AT, "Dana", "mentor", rhythm=21)
    assert moves.due_person(dana, 24, 0.1, "").text == "Reconnect with Dana, mentor"
    assert moves.due_person(dana, 24, 0.1, "").note == "3 days past"
    assert moves.due_person(dana, 21, 0, "the talk").text == "Reconnect with Dana: the talk"
    assert moves.due_person(dana, 21, 0, "").note == "due today"


def test_a_check_in_of_another_day_says_which() -> None:
    assert moves.begun_checkin(date(2026, 11, 20), TODAY).note == "20 Nov"


@pytest.mark.parametrize(
    ("standing", "row"),
    [
        (NOTHING, "check-in"),
        (NOTHING._replace(is_checked_in=True), "new-goal"),
        (NOTHING._replace(is_checked_in=True, has_goal=True, step=Step("s", TODAY, AT, "g", "Read")), "s"),
        (NOTHING._replace(is_checked_in=True, has_goal=True, stepless=Goal("g", TODAY, AT, "Learn")), "g"),
        (NOTHING._replace(is_checked_in=True, has_goal=True), "new-person"),
        (NOTHING._replace(is_checked_in=True, has_goal=True, knows_people=True), "log-win"),
        (
            NOTHING._replace(is_checked_in=True, has_goal=True, knows_people=True, has_logged=True),
            "write-reflection",
        ),
    ],
)
def test_with_nothing_due_it_says_the_one_thing_that_would_help_most(standing: Standing, row: str) -> None:
    assert suggestion(standing).row == row
    assert first_of([], standing).moves == (suggestion(standing),)


def test_the_next_step_of_the_goal_that_stood_still_longest_is_chosen() -> None:
    steps = [Step("a", TODAY, AT, "moving", "A"), Step("b", TODAY, AT, "still", "B")]
    chosen = moves.untouched(steps, {"moving": 1, "still": 9})
    assert chosen is not None
    assert chosen.id == "b"
    assert moves.untouched([], {}) is None


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(-5, 400)), max_size=30))
def test_nothing_is_lost_or_shown_twice(places: list[tuple[int, int]]) -> None:
    gathered = [NextMove("step", str(row), "x", "", place, past) for row, (place, past) in enumerate(places)]
    found = first_of(gathered, NOTHING)
    if gathered:
        assert len(found.moves) + found.more == len(gathered)
        assert len({move.row for move in found.moves}) == len(found.moves) <= MOST
        ranks = [(move.place, -move.past) for move in found.moves]
        assert ranks == sorted(ranks)
