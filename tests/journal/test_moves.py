"""What comes next, gathered from the data file."""

from datetime import date, timedelta

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.moves import NextMove
from rutbreaker.domain.weekly import Answers
from rutbreaker.journal.daily import check_in
from rutbreaker.journal.drafts import keep_draft
from rutbreaker.journal.goals import add_goal, close_goal, park
from rutbreaker.journal.moves import next_moves
from rutbreaker.journal.pauses import declare_pause, keep_pausing
from rutbreaker.journal.people import add_person, log_contact
from rutbreaker.journal.review import save_review
from rutbreaker.journal.sheet import Sheet, keep_sheet
from rutbreaker.journal.steps import add_routine, add_step, tick_routine, tick_step

TODAY = date(2026, 11, 23)


def _moves(context: Context) -> list[tuple[str, str]]:
    return [(move.text, move.note) for move in next_moves(context).moves]


def _one(context: Context) -> NextMove:
    (move,) = next_moves(context).moves
    return move


def test_with_nothing_at_all_it_says_to_check_in(context: Context) -> None:
    assert _one(context).row == "check-in"
    check_in(context, {}, mark="off")
    assert _one(context).row == "new-goal"


def test_steps_are_due_on_their_day_and_past_it_and_no_more_once_ticked(context: Context) -> None:
    goal = add_goal(context, "Learn Rust")
    today = add_step(context, goal.id, "Book the workshop", TODAY)
    late = add_step(context, goal.id, "Read chapter 4", TODAY - timedelta(days=5))
    add_step(context, goal.id, "Later", TODAY + timedelta(days=1))
    assert _moves(context) == [("Read chapter 4", "5 days past"), ("Book the workshop", "due today")]
    tick_step(context, late.id)
    tick_step(context, today.id)
    assert _one(context).row == "check-in"


def test_nothing_of_a_parked_or_closed_goal_is_due(context: Context) -> None:
    for end in (park, lambda context, goal: close_goal(context, goal, "no")):
        goal = add_goal(context, "Learn Rust", due=TODAY)
        add_step(context, goal.id, "Book the workshop", TODAY)
        add_routine(context, goal.id, "Practise", "every day")
        assert len(_moves(context)) == 3
        end(context, goal.id)
        assert _one(context).row == "check-in"


def test_a_parked_goal_wakes_on_its_day(context: Context, clock: FixedClock) -> None:
    goal = add_goal(context, "Learn Rust")
    park(context, goal.id, TODAY + timedelta(days=2))
    clock.advance(timedelta(days=1))
    assert _one(context).row == "check-in"
    clock.advance(timedelta(days=1))
    assert _moves(context) == [("Learn Rust", "parked until now")]


def test_routines_are_due_on_their_days_until_they_are_ticked(context: Context, clock: FixedClock) -> None:
    goal = add_goal(context, "Evenings")
    daily = add_routine(context, goal.id, "Shutdown note", "every weekday")
    add_routine(context, goal.id, "Swim", "tue")
    assert _moves(context) == [("Shutdown note", "every weekday")]
    tick_routine(context, daily.id)
    assert _one(context).row == "check-in"
    clock.advance(timedelta(days=1))
    assert {text for text, _ in _moves(context)} == {"Shutdown note", "Swim"}


def test_a_routine_of_n_a_week_is_due_until_the_week_has_them(context: Context, clock: FixedClock) -> None:
    goal = add_goal(context, "Health")
    run = add_routine(context, goal.id, "Run", "2 a week")
    for expected in (True, True, False, False):
        assert (("Run", "2 a week") in _moves(context)) is expected
        if expected:
            tick_routine(context, run.id)
            assert ("Run", "2 a week") not in _moves(context), "once a day is enough"
        clock.advance(timedelta(days=1))
    clock.advance(timedelta(days=3))
    assert ("Run", "2 a week") in _moves(context), "it is Monday again"


def test_a_day_off_pauses_all_routines_but_those_of_balance(context: Context) -> None:
    add_routine(context, add_goal(context, "Work").id, "Inbox", "every day")
    add_routine(context, add_goal(context, "Life", avenue="balance").id, "Walk", "every day")
    check_in(context, {}, mark="off")
    assert [text for text, _ in _moves(context)] == ["Walk"]
    check_in(context, {}, mark="sick")
    assert "Walk" not in [text for text, _ in _moves(context)]


def test_people_past_their_rhythm_come_the_most_overdue_first(context: Context, clock: FixedClock) -> None:
    dana = add_person(context, "Dana", role="mentor", rhythm="10 days")
    add_person(context, "Bo", rhythm="every day")
    add_person(context, "Ana")
    log_contact(context, dana.id, next="How did the talk go?")
    clock.advance(timedelta(days=12))
    assert _moves(context) == [
        ("Reconnect with Bo, peer", "11 days past"),
        ("Reconnect with Dana: How did the talk go?", "2 days past"),
    ]
    log_contact(context, dana.id)
    assert "Dana" not in str(_moves(context))


def test_a_goal_is_asked_about_after_fourteen_days_without_a_move(context: Context, clock: FixedClock) -> None:
    goal = add_goal(context, "Give a talk")
    clock.advance(timedelta(days=13))
    assert _one(context).row == "check-in"
    clock.advance(timedelta(days=1))
    assert _moves(context) == [("Give a talk", "no move for 14 days")]
    add_step(context, goal.id, "Find a date")
    assert _one(context).row == "check-in"


def test_a_goal_with_something_due_is_not_asked_about_too(context: Context, clock: FixedClock) -> None:
    goal = add_goal(context, "Give a talk")
    add_step(context, goal.id, "Find a date", TODAY)
    clock.advance(timedelta(days=20))
    assert _moves(context) == [("Find a date", "20 days past")]


def test_a_goal_by_today_is_due_itself(context: Context) -> None:
    add_goal(context, "Give a talk", due=TODAY)
    assert _moves(context) == [("Give a talk", "goal, due today")]


def test_what_was_begun_comes_first(context: Context) -> None:
    goal = add_goal(context, "Learn Rust")
    add_step(context, goal.id, "Read", TODAY - timedelta(days=30))
    keep_draft(context, "reflection:new", "It all began")
    keep_draft(context, "win", "half a win")
    keep_sheet(context, TODAY - timedelta(days=3), Sheet({"energy": 2}))
    keep_sheet(context, TODAY, Sheet({"energy": 2}))
    assert _moves(context) == [
        ("Continue the check-in", "today"),
        ("Continue the check-in", "20 Nov"),
        ("Finish the reflection you began", "unfinished"),
        ("Read", "30 days past"),
    ]


def test_more_than_seven_are_counted(context: Context) -> None:
    goal = add_goal(context, "Learn Rust")
    for number in range(9):
        add_step(context, goal.id, f"Step {number}", TODAY)
    found = next_moves(context)
    assert [move.text for move in found.moves] == [f"Step {number}" for number in range(7)]
    assert found.more == 2


def test_the_next_step_is_suggested_when_nothing_is_due(context: Context) -> None:
    goal = add_goal(context, "Learn Rust")
    check_in(context, {"energy": 3})
    assert (_one(context).kind, _one(context).row) == ("goal", goal.id)
    step = add_step(context, goal.id, "Read chapter 1")
    assert (_one(context).kind, _one(context).row) == ("step", step.id)


def test_the_review_of_a_week_is_proposed_once_it_had_three_check_ins_and_until_it_is_written(
    context: Context, clock: FixedClock
) -> None:
    for back in (3, 4, 5):
        check_in(context, {"energy": 3}, day=TODAY - timedelta(days=back))
    assert ("Look back on last week: three questions", "weekly review") in _moves(context)
    save_review(context, TODAY - timedelta(days=7), Answers("the mornings", "", ""))
    assert "weekly review" not in [note for _, note in _moves(context)]
    clock.advance(timedelta(days=4))
    for back in (0, 1, 2):
        check_in(context, {"energy": 3}, day=clock.today() - timedelta(days=back))
    assert ("Look back on this week: three questions", "weekly review") in _moves(context)


def test_a_week_with_two_check_ins_is_let_be(context: Context) -> None:
    for back in (3, 4):
        check_in(context, {"energy": 3}, day=TODAY - timedelta(days=back))
    assert "weekly review" not in [note for _, note in _moves(context)]


def test_an_open_pause_is_asked_about_after_a_week_and_again_after_another(context: Context, clock: FixedClock) -> None:
    pause = declare_pause(context, TODAY, None, "ill")
    clock.advance(timedelta(days=6))
    assert "Does the pause go on?" not in [text for text, _ in _moves(context)]
    clock.advance(timedelta(days=1))
    assert ("Does the pause go on?", "8 days by now") in _moves(context)
    keep_pausing(context, pause.id)
    assert "Does the pause go on?" not in [text for text, _ in _moves(context)]
    clock.advance(timedelta(days=7))
    assert "Does the pause go on?" in [text for text, _ in _moves(context)]
