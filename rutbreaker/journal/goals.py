"""Goals: set one, change it, park it, wake it, close it with a verdict, and look at them."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple, TypedDict, Unpack

from rutbreaker.context import Context
from rutbreaker.domain.goals import VERDICT_NAMES, Progress, awake, check_open, idle_days, list_place
from rutbreaker.domain.models import Goal, Session, Step, Win
from rutbreaker.domain.text import flat, one_line, sentence, tags_in
from rutbreaker.domain.words import AVENUES, SOURCES, VERDICTS
from rutbreaker.errors import BadInput
from rutbreaker.store import goals as store
from rutbreaker.store.history import put
from rutbreaker.store.reading import one
from rutbreaker.store.rows import MODELS

_LINES: tuple[Literal["why", "obstacle", "plan"], ...] = ("why", "obstacle", "plan")


class GoalParts(TypedDict, total=False):
    """What a person can say of a goal; a part that isn't given stays as it is."""

    avenue: str
    why: str
    source: str | None
    obstacle: str
    plan: str
    due: date | None


class GoalView(NamedTuple):
    """A goal as a list shows it.

    ``goal`` stands as it does today: a parked one whose wake date has come is open. ``next_step`` is the first that is
    not done. ``idle_days`` counts from the last move, ``minutes_this_week`` from Monday on.
    """

    goal: Goal
    progress: Progress
    next_step: Step | None
    idle_days: int
    minutes_this_week: int
    minutes: int

    @property
    def due(self) -> date | None:
        """The day by which it is to be reached."""
        return self.goal.due


class WholeGoal(NamedTuple):
    """A goal with all its steps in their order, and its sessions, newest first."""

    view: GoalView
    steps: tuple[Step, ...]
    sessions: tuple[Session, ...]


def add_goal(context: Context, title: str, **parts: Unpack[GoalParts]) -> Goal:
    """Set a goal; only its title is needed.

    Raises:
        BadInput: there is no title, or no such avenue or source.
    """
    title, checked = sentence(title, "the goal"), _checked(parts)
    with context.act(f"goal: {title}") as doing:
        goal = Goal(doing.new_id(), context.clock.today(), context.clock.now(), title)._replace(**checked)
        put(doing, goal)
    return goal


def change_goal(context: Context, goal_id: str, *, title: str | None = None, **parts: Unpack[GoalParts]) -> Goal:
    """Change parts of a goal.

    Raises:
        BadInput: the title is empty, or there is no such avenue or source.
        NotFound: it is gone.
    """
    checked = _checked(parts)
    with context.act("edit goal") as doing:
        goal = store.goal_of(context.connection, goal_id)._replace(**checked)
        if title is not None:
            goal = goal._replace(title=sentence(title, "the goal"))
        doing.title = f"edit goal: {goal.title}"
        put(doing, goal)
    return goal


def park(context: Context, goal_id: str, until: date | None = None) -> Goal:
    """Put a goal aside, until a day on which it wakes by itself or until somebody wakes it.

    Raises:
        BadInput: it is closed, or the day is not in the future.
        NotFound: it is gone.
    """
    if until is not None and until <= context.clock.today():
        raise BadInput(f"A parked goal wakes on a day to come, not on {until.isoformat()}.")
    with context.act("park") as doing:
        goal = store.goal_of(context.connection, goal_id)
        check_open(goal)
        doing.title = f"park: {goal.title}"
        goal = goal._replace(state="parked", wake=until)
        put(doing, goal)
    return goal


def wake(context: Context, goal_id: str) -> Goal:
    """Take a parked goal up again, today.

    Raises:
        BadInput: it is closed.
        NotFound: it is gone.
    """
    with context.act("wake") as doing:
        goal = store.goal_of(context.connection, goal_id)
        check_open(goal)
        doing.title = f"wake: {goal.title}"
        goal = goal._replace(state="open", wake=context.clock.today())
        put(doing, goal)
    return goal


def close_goal(
    context: Context,
    goal_id: str,
    verdict: str,
    learnt: str = "",
    *,
    let_go: bool = False,
    as_win: bool = False,
) -> Goal:
    """Close a goal today with a verdict and what was learnt from it; perhaps log it as a win with it, in one act.

    ``let_go`` says that it was decided not to go on with it.

    Raises:
        BadInput: there is no such verdict, or it is closed already.
        NotFound: it is gone.
    """
    if verdict not in VERDICTS:
        names = ", ".join(f"{key} ({name})" for key, name in VERDICT_NAMES.items())
        raise BadInput(f"“{one_line(verdict, 40)}” is no verdict; there are {names}.")
    today = context.clock.today()
    with context.act("close") as doing:
        goal = store.goal_of(context.connection, goal_id)
        check_open(goal)
        doing.title = f"{'let go' if let_go else 'close'}: {goal.title}"
        goal = goal._replace(
            state="closed", closed_on=today, verdict=verdict, learnt=flat(learnt), let_go=let_go, wake=None
        )
        put(doing, goal)
        if as_win:
            put(doing, Win(doing.new_id(), today, context.clock.now(), goal.title, tags_in(goal.title), goal.id))
    return goal


def reopen(context: Context, goal_id: str) -> Goal:
    """Open a closed goal again; what was learnt stays, the verdict is asked anew the next time.

    Raises:
        NotFound: it is gone.
    """
    with context.act("reopen") as doing:
        goal = store.goal_of(context.connection, goal_id)
        doing.title = f"reopen: {goal.title}"
        # It counts as woken today, so that it isn't said to have stood still while it was closed.
        woke = context.clock.today() if goal.state == "closed" else goal.wake
        goal = goal._replace(state="open", closed_on=None, verdict=None, let_go=False, wake=woke)
        put(doing, goal)
    return goal


def list_goals(context: Context) -> list[GoalView]:
    """Every goal: the open ones by avenue, then the parked, then the closed, the latest closed first."""
    return sorted(_views(context, store.all_goals(context.connection)), key=lambda view: list_place(view.goal))


def goal_view(context: Context, goal_id: str) -> WholeGoal:
    """A goal with its steps and sessions.

    Raises:
        NotFound: it is gone.
    """
    connection = context.connection
    goal = store.goal_of(connection, goal_id)
    return WholeGoal(
        _views(context, [goal], goal_id)[0],
        tuple(store.steps_of(connection, goal_id)),
        tuple(store.sessions_of(connection, goal_id)),
    )


def goal_id_of(context: Context, kind: str, row: str) -> str | None:
    """The id of the goal that a goal, step, routine or session is of; None when it is gone."""
    if kind == "goal":
        return row
    model = one(context.connection, MODELS[kind], row)
    return None if model is None else str(model.goal)


def _views(context: Context, goals: Sequence[Goal], goal_id: str | None = None) -> list[GoalView]:
    connection, today = context.connection, context.clock.today()
    monday = today - timedelta(days=today.weekday())
    counts = store.step_counts(connection, goal_id)
    moves = store.last_moves(connection, goal_id)
    week = store.minutes_spent(connection, monday, goal_id)
    ever = store.minutes_spent(connection, None, goal_id)
    following: dict[str, Step] = {}
    for step in store.open_steps(connection, goal_id):
        following.setdefault(step.goal, step)
    return [
        GoalView(
            awake(goal, today),
            Progress(*counts.get(goal.id, (0, 0))),
            following.get(goal.id),
            idle_days(awake(goal, today), moves.get(goal.id), today),
            week.get(goal.id, 0),
            ever.get(goal.id, 0),
        )
        for goal in goals
    ]


def _checked(parts: GoalParts) -> GoalParts:
    """The parts as they are kept: one line each, of the words there are."""
    checked = GoalParts(**parts)
    if "avenue" in checked and checked["avenue"] not in AVENUES:
        raise BadInput(f"“{one_line(checked['avenue'], 40)}” is no avenue; there are {', '.join(AVENUES)}.")
    if (source := checked.get("source")) is not None and source not in SOURCES:
        raise BadInput(f"“{one_line(source, 40)}” is no source; there are {', '.join(SOURCES)}.")
    for part in _LINES:
        if part in checked:
            checked[part] = flat(checked[part])
    return checked
