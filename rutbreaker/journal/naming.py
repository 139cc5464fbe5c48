"""Finding a goal, a step or a routine by what somebody calls it."""

from collections.abc import Sequence

from rutbreaker.context import Context
from rutbreaker.domain.models import Goal, Routine, Step
from rutbreaker.domain.naming import Named, listed, meant
from rutbreaker.domain.text import one_line
from rutbreaker.errors import BadInput, NotFound
from rutbreaker.store.goals import all_goals
from rutbreaker.store.reading import many

Key = tuple[str, str]
"""The kind and the id of a thing."""


def find_goal(context: Context, text: str, *, closed: bool = False) -> str:
    """The id of the goal meant by a text: its id, a beginning of that or of its name, or a part of the name.

    Where several fit, one that isn't closed is meant, or with ``closed`` one that is.

    Raises:
        BadInput: it could be several.
        NotFound: nothing fits; says what there is.
    """
    goals = all_goals(context.connection)
    among = [_named_goal(goal, closed) for goal in goals]
    return _one(text, among, "goal", "There are no goals yet; rut goal add TITLE sets one.").id


def find_step(context: Context, text: str) -> Key:
    """The kind and id of the step or routine meant by a text; of several, one that can still be done.

    Raises:
        BadInput: it could be several.
        NotFound: nothing fits; says what there is.
    """
    today = context.clock.today()
    goals = {goal.id: goal for goal in all_goals(context.connection)}
    steps = [step for step in many(context.connection, Step) if step.goal in goals]
    routines = [routine for routine in many(context.connection, Routine) if routine.goal in goals]
    among = [_named_step(step, goals[step.goal], is_over=step.done_on is not None) for step in steps]
    among += [
        _named_step(each, goals[each.goal], is_over=each.ended_on is not None and each.ended_on < today)
        for each in routines
    ]
    found = _one(text, among, "step", "There are no steps yet; rut goal step GOAL TEXT adds one.").id
    return ("step" if any(step.id == found for step in steps) else "routine"), found


def _named_goal(goal: Goal, closed: bool) -> Named:
    return Named(goal.id, goal.title, goal.state if goal.state != "open" else "", (goal.state == "closed") == closed)


def _named_step(step: Step | Routine, goal: Goal, *, is_over: bool) -> Named:
    return Named(step.id, step.text, goal.title, not is_over and goal.state != "closed")


def _one(text: str, among: Sequence[Named], what: str, none_yet: str) -> Named:
    """The one that is meant."""
    if not among:
        raise NotFound(none_yet)
    found, shown = meant(text, among), one_line(" ".join(text.split()), 60)
    if len(found) == 1:
        return found[0]
    if found:
        raise BadInput(f"“{shown}” could be more than one {what}:\n{listed(found, among)}")
    likely = [one for one in among if one.is_likely] or among
    there_are = "There is" if len(likely) == 1 else "There are"
    raise NotFound(f"No {what} is called “{shown}”. {there_are}:\n{listed(likely, among)}")
