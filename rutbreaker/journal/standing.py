"""Where a goal stands: the number that it has reached, and that it may stand still for a while."""

from rutbreaker.context import Context
from rutbreaker.domain.goals import NOT_ASKED, awake, check_open, is_to_be_asked_about
from rutbreaker.domain.models import Goal
from rutbreaker.domain.progress import progress_of, progress_words, read_reached
from rutbreaker.errors import NotFound
from rutbreaker.store.goals import goal_of, last_moves
from rutbreaker.store.history import put


def set_reached(context: Context, goal_id: str, text: str) -> Goal:
    """Say how much of a goal's own number is done: "12", or "+3" for so many more.

    Raises:
        BadInput: it isn't a number, the goal counts in something else, or it is closed.
        NotFound: it is gone.
    """
    with context.act("reached") as doing:
        goal = goal_of(context.connection, goal_id)
        check_open(goal)
        goal = goal._replace(reached=read_reached(text, goal), reached_on=context.clock.today())
        doing.title = f"reached: {progress_words(goal, progress_of(goal, (0, 0), 0))}, {goal.title}"
        put(doing, goal)
    return goal


def leave_still(context: Context, goal_id: str) -> Goal:
    """Leave a goal that stands still as it is; it isn't asked about again until it has moved and stood still anew.

    Raises:
        BadInput: it is closed.
        NotFound: it is gone, or nothing is asked about it.
    """
    with context.act("leave as it is") as doing:
        goal, today = goal_of(context.connection, goal_id), context.clock.today()
        check_open(goal)
        moved = last_moves(context.connection, goal_id).get(goal_id)
        if not is_to_be_asked_about(awake(goal, today), moved, today):
            raise NotFound(NOT_ASKED)
        doing.title = f"leave as it is: {goal.title}"
        goal = goal._replace(asked_on=today)
        put(doing, goal)
    return goal
