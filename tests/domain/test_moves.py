"""What comes next, in its order."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutbreaker.domain import moves
from rutbreaker.domain.models import Goal, Person, Routine, Step
from rutbreaker.domain.moves import MOST, NextMove, Standing, first_of, suggestion
from rutbreaker.domain.moves_words import why_here

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


GOAL = Goal("g", TODAY, AT, "Learn Rust", source="interest")
STEP = Step("s", TODAY, AT, "g", "Read chapter 3", due=TODAY - timedelta(days=3))


def test_one_thing_to_do_stands_there_once_at_its_first_place() -> None:
    gathered = [moves.still_goal(GOAL, 20), moves.answering_goal(GOAL, STEP), moves.due_step(STEP, TODAY)]
    found = first_of(gathered, NOTHING)
    assert [(move.key, move.note) for move in found.moves] == [
        ("step s", "3 days past"),
        ("goal g", "no move for 20 days"),
    ]


def test_what_is_put_off_is_only_counted() -> None:
    gathered = [_step("a", 3), _step("b", 2), _step("c", 0)]
    found = first_of(gathered, NOTHING, {"step a", "step c", "step gone"})
    assert ([move.row for move in found.moves], found.more, found.put_off) == (["b"], 0, 2)
    nothing = first_of(gathered, NOTHING, {"step a", "step b", "step c"})
    assert nothing == moves.NextMoves((suggestion(NOTHING),), 0, 3)


DANA = Person("p", TODAY, AT, "Dana", "mentor", rhythm=21, ask="her team", offer="a review")
ROUTINE = Routine("r", TODAY, AT, "g", "Review the budget")


@pytest.mark.parametrize(
    ("move", "place", "why"),
    [
        (moves.begun_checkin(TODAY, TODAY), 1, "You began this check-in; your answers are kept until you save it."),
        (moves.begun_text("reflection:new", "Finish it"), 1, "You began to write; what is there is kept"),
        (moves.due_step(STEP, TODAY), 2, "The step was due on Fri 20 Nov."),
        (moves.due_step(STEP._replace(due=TODAY - timedelta(days=1)), TODAY), 2, "The step was due yesterday."),
        (moves.due_step(STEP._replace(due=TODAY), TODAY), 3, "The step is due today."),
        (
            moves.missed_routine(ROUTINE, "on the first of the month", date(2026, 11, 1), TODAY),
            2,
            "The routine is planned on the first of the month; it was expected on Sun 1 Nov and isn't done since.",
        ),
        (moves.due_routine(ROUTINE, "every day"), 3, "The routine is planned every day, and today's is open."),
        (moves.due_routine(ROUTINE, "2 a week", 1), 3, "It could wait 1 more day."),
        (moves.due_goal(GOAL._replace(due=TODAY), TODAY), 3, "The goal is to be reached today."),
        (moves.due_goal(GOAL._replace(due=date(2026, 11, 1)), TODAY), 2, "The goal was to be reached on Sun 1 Nov."),
        (moves.trial_today("Today: with #walk", "day 3 of 28"), 3, "what the plan of the trial says of today"),
        (moves.answering_goal(GOAL, None), 4, "answers what the source finder puts first: lost interest."),
        (moves.answering_goal(GOAL, STEP), 4, "the next step of “Learn Rust”, which answers what the source finder"),
        (
            moves.due_person(DANA, 24, 0.1, "the flat"),
            5,
            "24 days without a contact, paused ones left out; you wished for one every 3 weeks. You can offer: a",
        ),
        (moves.woken_goal(GOAL), 6, "You put the goal aside until now."),
        (moves.begun_sitting(12), 7, "it goes on where you left it"),
        (moves.due_sitting(None), 7, "You have checked in a few times"),
        (moves.due_sitting(42), 7, "The last time was 42 days ago"),
        (moves.due_rulers(None), 7, "every two weeks it asks how important it is and how sure you are of it."),
        (moves.due_rulers(15), 7, "the last time was 15 days ago."),
        (moves.due_review(TODAY, TODAY), 7, "The review of this week isn't written yet."),
        (moves.asked_pause(8), 7, "A pause without an end is asked about once a week."),
        (moves.still_goal(GOAL, 15), 8, "Nothing of the goal has moved for 15 days"),
    ],
)
def test_every_next_move_says_why_it_is_here_and_where_in_the_order(move: NextMove, place: int, why: str) -> None:
    reason, order, later = why_here(move)
    assert reason.heading == move.text
    assert why in reason.lines[0]
    assert [line[0] for line in order.lines].index("›") == place - 1
    assert len(order.lines) == 8
    assert later.lines == ("z puts it off, until tomorrow or any day.",)


def test_a_suggestion_has_no_place_in_the_order() -> None:
    (reason,) = why_here(suggestion(NOTHING))
    assert reason.lines == ("Nothing is due; this is the one thing that would help most next.",)


def test_what_was_prepared_to_ask_somebody_goes_before_what_was_left_to_ask() -> None:
    assert moves.due_person(DANA, 24, 0.1, "the flat").text == "Reconnect with Dana: her team"
    assert moves.due_person(DANA._replace(ask=""), 24, 0.1, "the flat").text == "Reconnect with Dana: the flat"
