"""Steps and routines through the use-cases: added, ticked, ordered, scheduled."""

from datetime import date, timedelta

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.schedule import describe
from rutbreaker.errors import BadInput, NotFound
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.goals import add_goal, close_goal, goal_view
from rutbreaker.journal.history import undo
from rutbreaker.journal.log import delete
from rutbreaker.journal.steps import (
    RoutineView,
    add_routine,
    add_step,
    change_routine,
    change_step,
    list_routines,
    move_step,
    tick_routine,
    tick_step,
    toggle,
    untick_routine,
    untick_step,
)
from rutbreaker.store.days import schedules_of

TODAY = date(2026, 11, 23)


@pytest.fixture
def goal(context: Context) -> str:
    return add_goal(context, "Learn Rust").id


def _texts(context: Context, goal: str) -> list[str]:
    return [step.text for step in goal_view(context, goal).steps]


def _routine(context: Context) -> RoutineView:
    (view,) = list_routines(context)
    return view


def test_steps_stand_in_the_order_they_came_and_are_changed(context: Context, goal: str) -> None:
    step = add_step(context, goal, "Read", date(2026, 12, 1))
    add_step(context, goal, "Write")
    change_step(context, step.id, "Read it all", None)
    first, second = goal_view(context, goal).steps
    assert (first.text, first.due, second.text) == ("Read it all", None, "Write")
    assert undo(context) == "edit step: Read it all"
    assert goal_view(context, goal).steps[0] == step


def test_a_step_without_text_or_goal_is_refused(context: Context, goal: str) -> None:
    with pytest.raises(BadInput, match="no text for the step"):
        add_step(context, goal, " ")
    with pytest.raises(NotFound):
        add_step(context, "nowhere", "Read")
    assert _texts(context, goal) == []


def test_a_step_is_ticked_on_a_day_and_unticked(context: Context, goal: str) -> None:
    step = add_step(context, goal, "Read")
    tick_step(context, step.id, TODAY - timedelta(days=2))
    assert goal_view(context, goal).steps[0].done_on == date(2026, 11, 21)
    untick_step(context, step.id)
    assert goal_view(context, goal).steps == (step,)
    undo(context)
    assert goal_view(context, goal).steps[0].done_on == date(2026, 11, 21)
    with pytest.raises(BadInput, match="has not come yet"):
        tick_step(context, step.id, TODAY + timedelta(days=1))


def test_steps_are_moved_up_and_down_and_stop_at_the_ends(context: Context, goal: str) -> None:
    steps = [add_step(context, goal, text) for text in ("one", "two", "three")]
    assert move_step(context, steps[2].id, -1)
    assert _texts(context, goal) == ["one", "three", "two"]
    assert move_step(context, steps[0].id, 5)
    assert _texts(context, goal) == ["three", "two", "one"]
    assert not move_step(context, steps[2].id, -1)
    undo(context)
    assert _texts(context, goal) == ["one", "three", "two"]


def test_routines_are_moved_among_routines(context: Context, goal: str) -> None:
    routines = [add_routine(context, goal, text, "daily") for text in ("one", "two")]
    add_step(context, goal, "a step")
    move_step(context, routines[1].id, -1)
    assert [view.routine.text for view in list_routines(context, goal)] == ["two", "one"]


def test_a_routine_has_the_schedule_that_was_said(context: Context, goal: str) -> None:
    add_routine(context, goal, "A chapter", "3 a week")
    view = _routine(context)
    assert (describe(view.schedule), view.is_due, view.is_done) == ("3 a week", True, False)
    assert undo(context) == "routine: A chapter"
    assert list_routines(context) == []


def test_an_unreadable_schedule_is_refused_and_nothing_is_written(context: Context, goal: str) -> None:
    with pytest.raises(BadInput, match="3 a week"):
        add_routine(context, goal, "A chapter", "now and then")
    assert list_routines(context) == []


def test_ticks_make_a_streak_and_are_taken_away_again(context: Context, goal: str, clock: FixedClock) -> None:
    routine = add_routine(context, goal, "A chapter", "every day")
    for _ in range(3):
        tick_routine(context, routine.id)
        clock.advance(timedelta(days=1))
    assert (_routine(context).streak.current, _routine(context).is_due) == (3, True)
    assert toggle(context, "routine", routine.id)
    assert (_routine(context).streak.current, _routine(context).is_due, _routine(context).is_done) == (4, False, True)
    assert not toggle(context, "routine", routine.id)
    assert _routine(context).streak.current == 3
    assert untick_routine(context, routine.id, TODAY)
    assert not untick_routine(context, routine.id, TODAY)
    assert _routine(context).streak.current == 2
    undo(context)
    assert _routine(context).streak.current == 3


def test_a_routine_of_so_many_a_week_is_due_until_the_week_has_enough(context: Context, goal: str) -> None:
    routine = add_routine(context, goal, "A chapter", "1 a week")
    assert _routine(context).is_due
    tick_routine(context, routine.id)
    assert (_routine(context).is_due, _routine(context).streak.current, _routine(context).streak.unit) == (
        False,
        1,
        "week",
    )


def test_a_routine_is_not_due_on_other_days_when_ended_or_when_its_goal_is_closed(
    context: Context, goal: str, clock: FixedClock
) -> None:
    routine = add_routine(context, goal, "A chapter", "tue")
    assert not _routine(context).is_due
    clock.advance(timedelta(days=1))
    assert _routine(context).is_due
    change_routine(context, routine.id, "A chapter", "tue", TODAY)
    assert not _routine(context).is_due
    undo(context)
    close_goal(context, goal, "helped")
    assert not _routine(context).is_due


def test_a_day_off_frees_from_routines_but_not_those_of_balance(context: Context, goal: str) -> None:
    balance = add_goal(context, "Leave by six", avenue="balance").id
    add_routine(context, goal, "A chapter", "daily")
    add_routine(context, balance, "Shutdown note", "daily")
    check_in(context, {}, mark="off")
    assert [(view.routine.text, view.is_due) for view in list_routines(context)] == [
        ("A chapter", False),
        ("Shutdown note", True),
    ]
    check_in(context, {}, mark="sick")
    assert not any(view.is_due for view in list_routines(context))


def test_another_schedule_holds_from_today_and_leaves_the_past_alone(
    context: Context, goal: str, clock: FixedClock
) -> None:
    routine = add_routine(context, goal, "A chapter", "daily")
    change_routine(context, routine.id, "A chapter", "every weekday")
    assert [describe(each) for each in schedules_of(context.connection, routine.id)] == ["every weekday"]
    clock.advance(timedelta(days=7))
    change_routine(context, routine.id, "A chapter", "mon wed")
    change_routine(context, routine.id, "Two chapters", "Mon and Wed")
    schedules = schedules_of(context.connection, routine.id)
    assert [(describe(each), each.day) for each in schedules] == [
        ("every weekday", TODAY),
        ("Mon and Wed", TODAY + timedelta(days=7)),
    ]
    assert _routine(context).routine.text == "Two chapters"


def test_a_routine_does_not_end_before_it_began(context: Context, goal: str) -> None:
    routine = add_routine(context, goal, "A chapter", "daily")
    with pytest.raises(BadInput, match="began on 2026-11-23"):
        change_routine(context, routine.id, "A chapter", "daily", TODAY - timedelta(days=1))
    assert _routine(context).routine == routine


def test_a_deleted_routine_takes_its_ticks_and_schedule_along(context: Context, goal: str) -> None:
    routine = add_routine(context, goal, "A chapter", "daily")
    tick_routine(context, routine.id)
    delete(context, ("routine", routine.id))
    assert (list_routines(context), schedules_of(context.connection, routine.id)) == ([], [])
    with pytest.raises(NotFound):
        toggle(context, "routine", routine.id)
    undo(context)
    assert (_routine(context).is_done, describe(_routine(context).schedule)) == (True, "every day")


def test_a_note_at_the_end_of_the_day_and_the_step_it_names_are_one_act(context: Context, goal: str) -> None:
    routine = add_routine(context, goal, "Shutdown note", "every weekday", asks_step=True)
    add_step(context, goal, "Read")
    tick_routine(context, routine.id, next_step="  Call\nAna ")
    view, steps = _routine(context), goal_view(context, goal).steps
    assert (view.is_done, view.routine.asks_step) == (True, True)
    assert [(step.text, step.due) for step in steps] == [("Read", None), ("Call Ana", TODAY + timedelta(days=1))]
    assert undo(context) == "done: Shutdown note"
    assert (_routine(context).is_done, _texts(context, goal)) == (False, ["Read"])


def test_without_a_step_for_tomorrow_there_is_just_the_tick(context: Context, goal: str) -> None:
    routine = add_routine(context, goal, "Shutdown note", "every weekday", asks_step=True)
    tick_routine(context, routine.id, next_step="  ")
    assert (_routine(context).is_done, _texts(context, goal)) == (True, [])


def test_a_ticked_step_can_name_the_next(context: Context, goal: str) -> None:
    step = add_step(context, goal, "Read")
    tick_step(context, step.id, TODAY - timedelta(days=3), "Write")
    assert [(each.text, each.done_on, each.due) for each in goal_view(context, goal).steps] == [
        ("Read", TODAY - timedelta(days=3), None),
        ("Write", None, TODAY - timedelta(days=2)),
    ]


def test_whether_a_routine_asks_is_changed_and_else_stays(context: Context, goal: str) -> None:
    routine = add_routine(context, goal, "Shutdown note", "daily", asks_step=True)
    assert change_routine(context, routine.id, "Note", "daily").asks_step
    assert not change_routine(context, routine.id, "Note", "daily", asks_step=False).asks_step
