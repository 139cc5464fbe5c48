"""What comes next, gathered from the data file."""

from datetime import date, timedelta

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.models import Ruler
from rutbreaker.domain.moves import PEOPLE, NextMove
from rutbreaker.domain.statements import STATEMENTS
from rutbreaker.domain.weekly import Answers
from rutbreaker.errors import BadInput
from rutbreaker.journal.change import add_option
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.drafts import keep_draft
from rutbreaker.journal.goals import add_goal, close_goal, park
from rutbreaker.journal.history import undo
from rutbreaker.journal.moves import next_moves, put_off
from rutbreaker.journal.pauses import declare_pause, keep_pausing
from rutbreaker.journal.people import add_person, log_contact
from rutbreaker.journal.review import save_review
from rutbreaker.journal.sheet import Sheet, keep_sheet
from rutbreaker.journal.source import answer_statement, finish_sitting
from rutbreaker.journal.steps import add_routine, add_step, tick_routine, tick_step
from rutbreaker.store.history import put
from rutbreaker.store.ids import snooze_id

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


def _sitting(context: Context, source: str) -> None:
    """A sitting in which everything speaks for one source."""
    for key, statement in STATEMENTS.items():
        strain = 5 if statement.source == source else 1
        answer_statement(context, key, strain if statement.strain(5) == 5 else 6 - strain)
    finish_sitting(context)


def test_the_goal_that_answers_the_leading_source_comes_before_people(context: Context, clock: FixedClock) -> None:
    add_person(context, "Dana", rhythm="every day")
    clock.advance(timedelta(days=2))
    add_goal(context, "Rest more", source="overload")
    goal = add_goal(context, "Learn Rust", source="interest")
    assert [move.place for move in next_moves(context).moves] == [PEOPLE], "no source is known yet"
    _sitting(context, "interest")
    assert _moves(context)[0] == ("Learn Rust", "answers lost interest")
    add_step(context, goal.id, "Read chapter 1")
    assert _moves(context) == [("Read chapter 1", "answers lost interest"), ("Reconnect with Dana, peer", "1 day past")]
    add_step(context, goal.id, "Write the parser", clock.today())
    assert _moves(context) == [("Write the parser", "due today"), ("Reconnect with Dana, peer", "1 day past")]
    park(context, goal.id)
    assert [note for _, note in _moves(context)] == ["1 day past"]


def test_where_no_source_stands_out_no_goal_is_put_first(context: Context) -> None:
    add_goal(context, "Learn Rust", source="interest")
    for key in STATEMENTS:
        answer_statement(context, key, 3)
    finish_sitting(context)
    assert "answers" not in str(_moves(context))


def test_a_goal_that_stands_still_is_asked_about_instead(context: Context, clock: FixedClock) -> None:
    add_goal(context, "Learn Rust", source="interest")
    _sitting(context, "interest")
    clock.advance(timedelta(days=14))
    assert _moves(context) == [("Learn Rust", "no move for 14 days")]


def test_a_weekly_or_monthly_routine_is_past_its_day_until_it_is_done(context: Context, clock: FixedClock) -> None:
    goal = add_goal(context, "Order")
    weekly = add_routine(context, goal.id, "Clear the desk", "every monday")
    add_routine(context, goal.id, "Stretch", "mon thu")
    add_routine(context, goal.id, "Pay the bills", "first of the month")
    clock.advance(timedelta(days=1))
    assert _moves(context) == [("Clear the desk", "1 day past")], "what comes more than weekly comes again anyway"
    clock.advance(timedelta(days=9))
    assert _moves(context) == [
        ("Clear the desk", "3 days past"),
        ("Pay the bills", "2 days past"),
        ("Stretch", "Mon and Thu"),
    ]
    tick_routine(context, weekly.id, clock.today())
    assert "Clear the desk" not in str(_moves(context))


def test_a_routine_is_not_past_a_day_that_was_paused(context: Context, clock: FixedClock) -> None:
    add_routine(context, add_goal(context, "Order").id, "Clear the desk", "every monday")
    declare_pause(context, TODAY, TODAY, "ill")
    clock.advance(timedelta(days=1))
    assert "Clear the desk" not in str(_moves(context))


def test_the_source_finder_is_proposed_after_five_check_ins_and_again_after_six_weeks(
    context: Context, clock: FixedClock
) -> None:
    def asked() -> list[str]:
        return [note for text, note in _moves(context) if "source" in text.lower()]

    for back in (8, 9, 10, 11):
        check_in(context, {"energy": 3}, day=TODAY - timedelta(days=back))
    assert asked() == []
    check_in(context, {"energy": 3}, day=TODAY - timedelta(days=12))
    assert asked() == ["four minutes"]
    answer_statement(context, "A1", 3)
    assert asked() == ["1 of 28"]
    _sitting(context, "interest")
    clock.advance(timedelta(days=41))
    assert asked() == []
    clock.advance(timedelta(days=1))
    assert asked() == ["42 days ago"]


def test_the_rulers_are_asked_every_two_weeks_while_a_change_is_thought_about(
    context: Context, clock: FixedClock
) -> None:
    def asked(**options: bool) -> list[str]:
        return [move.note for move in next_moves(context, **options).moves if move.row == "show-change"]

    def read(kind: str) -> None:
        with context.act("ruler") as doing:
            put(doing, Ruler(doing.new_id(), clock.today(), clock.now(), kind, 7))

    assert asked() == []
    add_option(context, "Own studio")
    assert asked() == ["never yet"]
    assert asked(holds_back=True) == []
    read("importance")
    assert asked() == ["never yet"], "of the other"
    read("confidence")
    clock.advance(timedelta(days=13))
    assert asked() == []
    read("importance")
    clock.advance(timedelta(days=1))
    assert asked() == ["14 days ago"]


def test_a_move_that_is_put_off_comes_back_on_its_day(context: Context, clock: FixedClock) -> None:
    goal = add_goal(context, "Learn Rust")
    add_step(context, goal.id, "Read", TODAY)
    add_step(context, goal.id, "Write", TODAY)
    move = next_moves(context).moves[0]
    until = TODAY + timedelta(days=2)
    snooze = put_off(context, move, until)
    assert (snooze.id, snooze.move, snooze.until) == (snooze_id(move.key), move.key, until)
    assert _moves(context) == [("Write", "due today")]
    assert next_moves(context).put_off == 1
    clock.advance(timedelta(days=1))
    assert _moves(context) == [("Write", "1 day past")]
    clock.advance(timedelta(days=1))
    assert _moves(context) == [("Read", "2 days past"), ("Write", "2 days past")]
    put_off(context, move, until + timedelta(days=5))
    assert undo(context) == "put off until Mon 30 Nov 2026: Read"
    assert len(_moves(context)) == 2


@pytest.mark.parametrize("days", [0, -1])
def test_a_move_is_put_off_until_a_day_after_today(context: Context, days: int) -> None:
    add_step(context, add_goal(context, "Learn Rust").id, "Read", TODAY)
    with pytest.raises(BadInput, match="until a day after today"):
        put_off(context, _one(context), TODAY + timedelta(days=days))
    assert next_moves(context).put_off == 0


def test_a_suggestion_is_not_put_off(context: Context) -> None:
    with pytest.raises(BadInput, match="only a suggestion"):
        put_off(context, _one(context), TODAY + timedelta(days=1))
