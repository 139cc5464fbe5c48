"""Where goals stand: what they count, the number reached, and the question about what stands still."""

from datetime import date, timedelta

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.models import Goal
from rutbreaker.domain.progress import read_measure
from rutbreaker.errors import BadInput, NotFound
from rutbreaker.journal.goals import (
    FirstStep,
    GoalView,
    add_goal,
    change_goal,
    close_goal,
    goal_view,
    list_goals,
    park,
    wake,
)
from rutbreaker.journal.history import redo, undo
from rutbreaker.journal.moves import next_moves
from rutbreaker.journal.sessions import log_session
from rutbreaker.journal.standing import leave_still, set_reached
from rutbreaker.journal.steps import add_step, list_routines, tick_step

TODAY = date(2026, 11, 23)


def _only(context: Context) -> GoalView:
    (view,) = list_goals(context)
    return view


def _pages(context: Context) -> Goal:
    return add_goal(context, "Read the book", measure=read_measure("30 pages"))


def test_progress_counts_what_was_chosen(context: Context) -> None:
    goal = add_goal(context, "Learn Rust")
    tick_step(context, add_step(context, goal.id, "Buy the book").id)
    log_session(context, goal.id, "1h30")
    assert _only(context).progress == (1, 1, "steps")
    change_goal(context, goal.id, measure=read_measure("20h"))
    assert _only(context).progress == (90, 1200, "minutes")
    change_goal(context, goal.id, measure=read_measure("12 of 30 pages"))
    assert _only(context).progress == (12, 30, "pages")
    change_goal(context, goal.id, measure=read_measure("40 pages"))
    assert _only(context).progress == (12, 40, "pages")
    change_goal(context, goal.id, measure=read_measure("steps"))
    assert _only(context).progress == (1, 1, "steps")
    assert _only(context).goal.reached == 0
    undo(context)
    assert _only(context).progress == (12, 40, "pages")


def test_a_number_is_set_and_counts_as_a_move(context: Context, clock: FixedClock) -> None:
    goal = _pages(context)
    clock.advance(timedelta(days=10))
    assert _only(context).idle_days == 10
    set_reached(context, goal.id, "12")
    set_reached(context, goal.id, "+3")
    assert (_only(context).progress.done, _only(context).idle_days) == (15, 0)
    assert undo(context) == "reached: 15 of 30 pages, Read the book"
    assert (_only(context).progress.done, _only(context).idle_days) == (12, 0)
    undo(context)
    assert (_only(context).progress.done, _only(context).idle_days) == (0, 10)
    redo(context)
    clock.advance(timedelta(days=1))
    assert (_only(context).progress.done, _only(context).idle_days) == (12, 1)


def test_changing_something_else_is_no_move(context: Context, clock: FixedClock) -> None:
    goal = add_goal(context, "Read", measure=read_measure("12 of 30 pages"))
    clock.advance(timedelta(days=5))
    change_goal(context, goal.id, title="Read it", measure=read_measure("12 of 30 pages"))
    assert _only(context).idle_days == 5
    change_goal(context, goal.id, measure=read_measure("14 of 30 pages"))
    assert _only(context).idle_days == 0


def test_a_number_that_cannot_be_changes_nothing(context: Context) -> None:
    goal = _pages(context)
    for text in ("many", "-1", ""):
        with pytest.raises(BadInput):
            set_reached(context, goal.id, text)
    assert _only(context).goal == goal
    close_goal(context, goal.id, "no")
    with pytest.raises(BadInput, match="“Read the book” is closed"):
        set_reached(context, goal.id, "3")
    with pytest.raises(BadInput, match="“Read the book” is closed"):
        leave_still(context, goal.id)


def test_a_size_that_is_none_is_refused(context: Context) -> None:
    with pytest.raises(BadInput, match="from 1 to 5"):
        add_goal(context, "Talk", avenue="challenge", size=6)
    assert list_goals(context) == []


def test_a_first_step_comes_with_the_goal_in_one_act(context: Context) -> None:
    add_goal(context, "Learn Rust", FirstStep("Open the book", TODAY))
    step = _only(context).next_step
    assert step is not None
    assert (step.text, step.due) == ("Open the book", TODAY)
    undo(context)
    assert list_goals(context) == []
    add_goal(context, "Leave by six", FirstStep("Shutdown note", every="every weekday", asks_step=True))
    (routine,) = list_routines(context)
    assert (routine.routine.text, routine.routine.asks_step, routine.is_due) == ("Shutdown note", True, True)
    undo(context)
    assert (list_goals(context), list_routines(context)) == ([], [])


@pytest.mark.parametrize("first", [FirstStep(" "), FirstStep("Read", every="now and then")])
def test_a_first_step_that_cannot_be_leaves_no_goal_behind(context: Context, first: FirstStep) -> None:
    with pytest.raises(BadInput):
        add_goal(context, "Learn Rust", first)
    assert list_goals(context) == []


def _is_asked(context: Context) -> bool:
    asked = _only(context).is_to_be_asked_about
    assert asked is any(move.note.startswith("no move for") for move in next_moves(context).moves)
    return asked


def test_what_stands_still_is_asked_about_once_and_again_only_after_it_moved(
    context: Context, clock: FixedClock
) -> None:
    goal = add_goal(context, "Learn Rust")
    clock.advance(timedelta(days=13))
    assert not _is_asked(context)
    clock.advance(timedelta(days=1))
    assert _is_asked(context)
    clock.advance(timedelta(days=3))
    assert _is_asked(context)
    assert leave_still(context, goal.id).asked_on == TODAY + timedelta(days=17)
    assert not _is_asked(context)
    assert undo(context) == "leave as it is: Learn Rust"
    assert _is_asked(context)
    redo(context)
    clock.advance(timedelta(days=60))
    assert not _is_asked(context)
    log_session(context, goal.id, "20m")
    clock.advance(timedelta(days=13))
    assert not _is_asked(context)
    clock.advance(timedelta(days=1))
    assert _is_asked(context)


def test_what_is_not_asked_is_not_answered(context: Context, clock: FixedClock) -> None:
    goal = add_goal(context, "Learn Rust")
    clock.advance(timedelta(days=13))
    with pytest.raises(NotFound, match="Nothing is asked about this goal"):
        leave_still(context, goal.id)
    clock.advance(timedelta(days=1))
    assert _is_asked(context), "the one question is still to come"


def test_a_move_on_the_day_of_the_question_opens_it_anew(context: Context, clock: FixedClock) -> None:
    goal = add_goal(context, "Learn Rust")
    clock.advance(timedelta(days=14))
    leave_still(context, goal.id)
    log_session(context, goal.id, "20m")
    clock.advance(timedelta(days=14))
    assert _is_asked(context)


def test_a_parked_goal_is_not_asked_about_and_waking_is_a_move(context: Context, clock: FixedClock) -> None:
    goal = add_goal(context, "Learn Rust")
    clock.advance(timedelta(days=20))
    park(context, goal.id)
    assert not goal_view(context, goal.id).view.is_to_be_asked_about
    wake(context, goal.id)
    assert not _is_asked(context)
    clock.advance(timedelta(days=14))
    assert _is_asked(context)
