"""What ``rut goal`` gives as JSON: the shapes that the manual promises."""

from collections.abc import Sequence
from typing import Any

from rutbreaker.domain.models import Session, Step
from rutbreaker.domain.schedule import describe
from rutbreaker.domain.source_moves import SourceMove
from rutbreaker.journal.goals import GoalView, WholeGoal
from rutbreaker.journal.steps import RoutineView

Shape = dict[str, Any]


def of_goal(view: GoalView) -> Shape:
    """A goal as in the list."""
    goal = view.goal
    return {
        "id": goal.id,
        "title": goal.title,
        "avenue": goal.avenue,
        "state": goal.state,
        "progress": view.progress._asdict(),
        "next_step": None if view.next_step is None else view.next_step.text,
        "due": goal.due and goal.due.isoformat(),
        "idle_days": view.idle_days,
        "minutes": view.minutes,
    }


def of_whole(whole: WholeGoal, routines: Sequence[RoutineView]) -> Shape:
    """A goal with everything."""
    goal = whole.view.goal
    return of_goal(whole.view) | {
        "source": goal.source,
        "why": goal.why,
        "obstacle": goal.obstacle,
        "plan": goal.plan,
        "size": goal.size,
        "wake": goal.wake.isoformat() if goal.state == "parked" and goal.wake else None,
        "verdict": goal.verdict,
        "learnt": goal.learnt,
        "closed_on": goal.closed_on and goal.closed_on.isoformat(),
        "let_go": goal.let_go,
        "minutes_this_week": whole.view.minutes_this_week,
        "is_asked_about": whole.view.is_to_be_asked_about,
        "steps": [_of_step(step) for step in whole.steps],
        "routines": [_of_routine(view) for view in routines],
        "sessions": [_of_session(session) for session in whole.sessions],
    }


def of_idea(move: SourceMove) -> Shape:
    """Something that people try."""
    return {
        "key": move.key,
        "source": move.source,
        "title": move.title,
        "avenue": move.avenue,
        "support": move.support,
        "evidence": move.evidence,
        "plan": move.plan,
        "step": move.step,
        "every": move.every or None,
    }


def _of_step(step: Step) -> Shape:
    return {
        "id": step.id,
        "text": step.text,
        "due": step.due and step.due.isoformat(),
        "done_on": step.done_on and step.done_on.isoformat(),
    }


def _of_routine(view: RoutineView) -> Shape:
    return {
        "id": view.routine.id,
        "text": view.routine.text,
        "schedule": describe(view.schedule),
        "is_due": view.is_due,
        "is_done": view.is_done,
        "current": view.streak.current,
        "unit": view.streak.unit,
        "asks_step": view.routine.asks_step,
    }


def _of_session(session: Session) -> Shape:
    return {
        "id": session.id,
        "day": session.day.isoformat(),
        "minutes": session.minutes,
        "text": session.text,
    }
