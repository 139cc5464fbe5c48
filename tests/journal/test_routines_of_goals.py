"""A routine ends with its goal, and rests while its goal is put aside: its streak says so everywhere."""

from datetime import timedelta

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.journal.goals import add_goal, close_goal, park, reopen, wake
from rutbreaker.journal.steps import add_routine, list_routines, tick_routine
from rutbreaker.journal.streaks import explain_streak, streak_table


def _ten_days(context: Context, clock: FixedClock) -> tuple[str, str]:
    """A daily routine, ticked on ten days up to yesterday; the goal's id and its own."""
    goal = add_goal(context, "Move more")
    routine = add_routine(context, goal.id, "Walk", "every day")
    for _ in range(10):
        tick_routine(context, routine.id)
        clock.advance(timedelta(days=1))
    return goal.id, routine.id


def _row(context: Context, routine: str) -> int | None:
    """The current run in the table of streaks; None when the routine isn't in it."""
    return next((row.streak.current for row in streak_table(context) if row.owner == routine), None)


def test_with_its_goal_closed_it_leaves_the_table_and_what_was_kept_stays(context: Context, clock: FixedClock) -> None:
    goal, routine = _ten_days(context, clock)
    close_goal(context, goal, "helped")
    assert _row(context, routine) is None
    clock.advance(timedelta(days=10))
    (view,) = list_routines(context, goal)
    assert (view.streak.current, view.is_due) == (10, False)
    assert explain_streak(context, routine).now.current == 10


def test_while_its_goal_is_parked_it_rests(context: Context, clock: FixedClock) -> None:
    goal, routine = _ten_days(context, clock)
    park(context, goal)
    clock.advance(timedelta(days=30))
    assert _row(context, routine) == 10
    assert not list_routines(context, goal)[0].is_due
    wake(context, goal)
    assert list_routines(context, goal)[0].is_due
    tick_routine(context, routine)
    assert _row(context, routine) == 11
    clock.advance(timedelta(days=2))
    assert _row(context, routine) == 0, "awake it is expected again"


def test_a_goal_that_woke_by_itself_has_its_routine_expected_from_then_on(context: Context, clock: FixedClock) -> None:
    goal, routine = _ten_days(context, clock)
    park(context, goal, clock.today() + timedelta(days=5))
    clock.advance(timedelta(days=5))
    assert _row(context, routine) == 10
    clock.advance(timedelta(days=1))
    assert _row(context, routine) == 0


def test_the_days_on_which_its_goal_was_closed_break_nothing_when_it_is_opened_again(
    context: Context, clock: FixedClock
) -> None:
    goal, routine = _ten_days(context, clock)
    tick_routine(context, routine)
    close_goal(context, goal, "helped")
    clock.advance(timedelta(days=20))
    reopen(context, goal)
    tick_routine(context, routine)
    assert _row(context, routine) == 12
