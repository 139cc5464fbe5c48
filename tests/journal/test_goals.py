"""Goals through the use-cases: set, changed, parked, woken, closed, and how they are listed."""

from datetime import date, timedelta

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.errors import BadInput, NotFound
from rutbreaker.journal.daily import log_win
from rutbreaker.journal.goals import (
    GoalParts,
    GoalView,
    add_goal,
    change_goal,
    close_goal,
    goal_id_of,
    goal_view,
    list_goals,
    park,
    reopen,
    wake,
)
from rutbreaker.journal.history import redo, undo
from rutbreaker.journal.log import delete, find_words, list_log
from rutbreaker.journal.sessions import change_session, log_session
from rutbreaker.journal.steps import add_routine, add_step, list_routines, tick_routine, tick_step

TODAY = date(2026, 11, 23)


def _only(context: Context) -> GoalView:
    (view,) = list_goals(context)
    return view


def test_a_title_is_enough_and_undo_takes_the_goal_back_in_one_step(context: Context) -> None:
    add_goal(context, "  Learn\nRust ")
    goal = _only(context).goal
    assert (goal.title, goal.avenue, goal.state, goal.day) == ("Learn Rust", "aim", "open", TODAY)
    assert undo(context) == "goal: Learn Rust"
    assert list_goals(context) == []
    redo(context)
    assert _only(context).goal == goal


def test_everything_that_was_said_of_a_goal_is_kept_and_found(context: Context) -> None:
    made = add_goal(
        context,
        "Learn Rust",
        avenue="learning",
        source="challenge",
        why="to be stretched",
        obstacle="the mail",
        plan="If it is nine, then I open the book",
        due=date(2026, 12, 24),
    )
    assert _only(context).goal == made
    assert _only(context).due == date(2026, 12, 24)
    assert find_words(context, "stretched")[0].line.id == made.id


@pytest.mark.parametrize("parts", [GoalParts(avenue="fame"), GoalParts(source="boss")])
def test_avenues_and_sources_that_are_none_are_refused(context: Context, parts: GoalParts) -> None:
    with pytest.raises(BadInput, match="there are"):
        add_goal(context, "Learn Rust", **parts)
    assert list_goals(context) == []


def test_a_goal_without_a_title_is_refused(context: Context) -> None:
    with pytest.raises(BadInput, match="no text for the goal"):
        add_goal(context, " \n ")
    goal = add_goal(context, "Learn Rust")
    with pytest.raises(BadInput, match="no text for the goal"):
        change_goal(context, goal.id, title="")
    assert _only(context).goal == goal


def test_what_is_not_changed_stays(context: Context) -> None:
    goal = add_goal(context, "Learn Rust", why="to be stretched", due=TODAY)
    change_goal(context, goal.id, title="Learn Zig", due=None)
    changed = _only(context).goal
    assert (changed.title, changed.why, changed.due) == ("Learn Zig", "to be stretched", None)
    undo(context)
    assert _only(context).goal == goal


def test_progress_and_the_next_step_follow_the_ticks(context: Context) -> None:
    goal = add_goal(context, "Learn Rust")
    assert _only(context).progress[:2] == (0, 0)
    first, second = add_step(context, goal.id, "Buy the book"), add_step(context, goal.id, "Read it")
    assert (_only(context).progress[:2], _only(context).next_step) == ((0, 2), first)
    tick_step(context, first.id)
    assert (_only(context).progress[:2], _only(context).next_step) == ((1, 2), second)
    tick_step(context, second.id)
    assert (_only(context).progress[:2], _only(context).next_step) == ((2, 2), None)


def test_a_parked_goal_wakes_by_itself_on_its_day(context: Context, clock: FixedClock) -> None:
    goal = add_goal(context, "Half marathon")
    park(context, goal.id, date(2026, 12, 1))
    assert _only(context).goal.state == "parked"
    clock.advance(timedelta(days=7))
    assert _only(context).goal.state == "parked"
    clock.advance(timedelta(days=1))
    assert _only(context).goal.state == "open"
    assert _only(context).idle_days == 0
    assert goal_view(context, goal.id).view.goal.state == "open"
    clock.advance(timedelta(days=3))
    assert _only(context).idle_days == 3


def test_parking_and_waking_are_undone_in_one_step_each(context: Context) -> None:
    goal = add_goal(context, "Half marathon")
    park(context, goal.id)
    wake(context, goal.id)
    assert _only(context).goal.state == "open"
    undo(context)
    assert _only(context).goal.state == "parked"
    undo(context)
    assert _only(context).goal == goal


@pytest.mark.parametrize("day", [TODAY, date(2026, 11, 1)])
def test_a_goal_is_not_parked_until_a_day_that_has_come(context: Context, day: date) -> None:
    goal = add_goal(context, "Half marathon")
    with pytest.raises(BadInput, match="a day to come"):
        park(context, goal.id, day)
    assert _only(context).goal == goal


def test_a_goal_is_closed_with_a_verdict_and_perhaps_as_a_win_in_one_act(context: Context) -> None:
    goal = add_goal(context, "Learn Rust #craft")
    close_goal(context, goal.id, "helped", "A project\ncarries me", as_win=True)
    closed = _only(context).goal
    assert (closed.state, closed.verdict, closed.learnt, closed.closed_on) == (
        "closed",
        "helped",
        "A project carries me",
        TODAY,
    )
    (win,) = list_log(context)
    assert (win.text, win.tags) == ("Learn Rust #craft", ("craft",))
    assert undo(context) == "close: Learn Rust #craft"
    assert _only(context).goal == goal
    assert list_log(context) == []


def test_letting_go_is_kept_as_the_decision_it_is(context: Context) -> None:
    goal = add_goal(context, "Half marathon")
    close_goal(context, goal.id, "unknown", let_go=True)
    assert (_only(context).goal.let_go, list_log(context)) == (True, [])
    assert undo(context) == "let go: Half marathon"


def test_a_verdict_that_is_none_is_refused_and_nothing_changes(context: Context) -> None:
    goal = add_goal(context, "Learn Rust")
    with pytest.raises(BadInput, match=r"no verdict; there are helped .*little \(helped a little\)"):
        close_goal(context, goal.id, "great")
    assert _only(context).goal == goal


def test_a_closed_goal_takes_no_more_work_until_it_is_open_again(context: Context, clock: FixedClock) -> None:
    goal = add_goal(context, "Learn Rust")
    step, routine = add_step(context, goal.id, "Read"), add_routine(context, goal.id, "A chapter", "daily")
    close_goal(context, goal.id, "no", "It was not for me")
    clock.advance(timedelta(days=30))
    for refused in (
        lambda: add_step(context, goal.id, "More"),
        lambda: add_routine(context, goal.id, "More", "daily"),
        lambda: tick_step(context, step.id),
        lambda: tick_routine(context, routine.id),
        lambda: log_session(context, goal.id, "45m"),
        lambda: park(context, goal.id),
        lambda: wake(context, goal.id),
        lambda: close_goal(context, goal.id, "helped"),
    ):
        with pytest.raises(BadInput, match="“Learn Rust” is closed"):
            refused()
    reopen(context, goal.id)
    view = _only(context)
    assert (view.goal.state, view.goal.verdict, view.goal.closed_on) == ("open", None, None)
    assert (view.goal.learnt, view.idle_days) == ("It was not for me", 0)
    tick_step(context, step.id)
    assert _only(context).progress[:2] == (1, 1)


def test_days_still_count_from_whatever_moved_last(context: Context, clock: FixedClock) -> None:
    goal = add_goal(context, "Learn Rust")

    def still_after_a_day(move: object) -> int:
        clock.advance(timedelta(days=1))
        return _only(context).idle_days

    assert still_after_a_day(None) == 1
    step = add_step(context, goal.id, "Read")
    assert still_after_a_day(step) == 1
    assert still_after_a_day(None) == 2
    assert still_after_a_day(tick_step(context, step.id)) == 1
    routine = add_routine(context, goal.id, "A chapter", "daily")
    clock.advance(timedelta(days=5))
    assert still_after_a_day(tick_routine(context, routine.id)) == 1
    clock.advance(timedelta(days=5))
    assert still_after_a_day(log_session(context, goal.id, "45m")) == 1
    clock.advance(timedelta(days=5))
    assert still_after_a_day(log_win(context, "First chapter", goal=goal.id)) == 1


def test_minutes_are_summed_for_the_week_from_monday_and_in_all(context: Context) -> None:
    goal, other = add_goal(context, "Learn Rust"), add_goal(context, "Half marathon")
    log_session(context, goal.id, "45m rust book ch. 3")
    log_session(context, goal.id, "1h30", TODAY - timedelta(days=1))
    log_session(context, other.id, "20m")
    view = goal_view(context, goal.id).view
    assert (view.minutes_this_week, view.minutes) == (45, 135)
    assert [view.minutes for view in list_goals(context)] == [135, 20]


def test_a_session_is_changed_with_its_day_and_refused_where_it_cannot_be(context: Context) -> None:
    goal = add_goal(context, "Learn Rust")
    session = log_session(context, goal.id, "45m rust book ch. 3")
    change_session(context, session.id, "1h30 two chapters", TODAY - timedelta(days=1))
    (changed,) = goal_view(context, goal.id).sessions
    assert (changed.minutes, changed.text, changed.day) == (90, "two chapters", date(2026, 11, 22))
    with pytest.raises(BadInput, match="length of time"):
        change_session(context, session.id, "a while", TODAY)
    with pytest.raises(BadInput, match="has not come yet"):
        log_session(context, goal.id, "45m", TODAY + timedelta(days=1))
    assert goal_view(context, goal.id).sessions == (changed,)
    undo(context)
    assert goal_view(context, goal.id).sessions == (session,)


def test_deleting_a_goal_takes_along_what_belongs_to_it_and_undo_brings_all_back(context: Context) -> None:
    goal = add_goal(context, "Learn Rust")
    add_step(context, goal.id, "Read")
    tick_routine(context, add_routine(context, goal.id, "A chapter", "3 a week").id)
    log_session(context, goal.id, "45m")
    before, routines = goal_view(context, goal.id), list_routines(context)
    delete(context, ("goal", goal.id))
    assert (list_goals(context), list_routines(context), list_log(context)) == ([], [], [])
    with pytest.raises(NotFound, match="gone"):
        add_step(context, goal.id, "More")
    undo(context)
    assert (goal_view(context, goal.id), list_routines(context)) == (before, routines)


def test_what_belongs_to_a_goal_leads_to_it(context: Context) -> None:
    goal = add_goal(context, "Learn Rust")
    step, session = add_step(context, goal.id, "Read"), log_session(context, goal.id, "45m")
    assert goal_id_of(context, "step", step.id) == goal_id_of(context, "session", session.id) == goal.id
    assert goal_id_of(context, "goal", goal.id) == goal.id
    delete(context, ("step", step.id))
    assert goal_id_of(context, "step", step.id) is None
