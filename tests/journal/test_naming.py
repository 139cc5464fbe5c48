"""Goals and steps by what somebody calls them."""

import pytest

from rutbreaker.context import Context
from rutbreaker.errors import BadInput, NotFound
from rutbreaker.journal.goals import add_goal, close_goal
from rutbreaker.journal.log import delete
from rutbreaker.journal.naming import find_goal, find_step
from rutbreaker.journal.steps import add_routine, add_step, change_routine, tick_step


def test_a_goal_is_found_by_id_beginning_and_part(context: Context) -> None:
    goal = add_goal(context, "Learn Rust")
    other = add_goal(context, "Half marathon")
    assert find_goal(context, goal.id) == find_goal(context, "LEARN") == find_goal(context, "rust") == goal.id
    assert find_goal(context, "half  marathon") == other.id
    delete(context, ("goal", other.id))
    with pytest.raises(NotFound, match=r"No goal is called “half”. There is:\n  [0-9a-f-]{8}  Learn Rust$"):
        find_goal(context, "half")


def test_of_several_an_open_goal_is_meant_or_a_closed_one_to_open_again(context: Context) -> None:
    old, new = add_goal(context, "Learn Rust in 2025"), add_goal(context, "Learn Rust again")
    with pytest.raises(BadInput, match=r"“learn” could be more than one goal:\n  .*2025\n  .*again$"):
        find_goal(context, "learn")
    close_goal(context, old.id, "no")
    assert find_goal(context, "learn") == new.id
    assert find_goal(context, "learn", closed=True) == old.id
    assert find_goal(context, "2025") == old.id


def test_steps_and_routines_are_found_those_to_be_done_first(context: Context) -> None:
    goal = add_goal(context, "Learn Rust").id
    done, later = add_step(context, goal, "Read chapter 1"), add_step(context, goal, "Read chapter 2")
    routine = add_routine(context, goal, "Write a test", "daily")
    assert find_step(context, "test") == ("routine", routine.id)
    with pytest.raises(BadInput, match="could be more than one step"):
        find_step(context, "read")
    tick_step(context, done.id)
    assert find_step(context, "read") == ("step", later.id)
    assert find_step(context, "chapter 1") == ("step", done.id)
    change_routine(context, routine.id, "Write a test", "daily", routine.day)
    assert find_step(context, "test") == ("routine", routine.id)
    with pytest.raises(NotFound, match="No step is called “swim”"):
        find_step(context, "swim")
