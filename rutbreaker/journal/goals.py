"""Goals: set one, change it, park it, wake it, close it with a verdict, and look at them."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple, TypedDict, Unpack

from rutbreaker.context import Context
from rutbreaker.domain.goals import SIZES, VERDICT_NAMES, awake, check_open, idle_days, is_to_be_asked_about, list_place
from rutbreaker.domain.models import Goal, Routine, Schedule, Session, Step, Win
from rutbreaker.domain.progress import Measure, Progress, progress_of
from rutbreaker.domain.schedule_words import read_schedule
from rutbreaker.domain.text import flat, one_line, sentence, tags_in
from rutbreaker.domain.words import AVENUES, SOURCES, VERDICTS
from rutbreaker.errors import BadInput
from rutbreaker.store import goals as store
from rutbreaker.store.history import Act, put
from rutbreaker.store.reading import one
from rutbreaker.store.rows import model_named

LINES: tuple[Literal["why", "obstacle", "plan"], ...] = ("why", "obstacle", "plan")
"""The parts of a goal that are a line of text each."""


class GoalParts(TypedDict, total=False):
    """What a person can say of a goal; a part that isn't given stays as it is."""

    avenue: str
    why: str
    source: str | None
    obstacle: str
    plan: str
    due: date | None
    measure: Measure
    size: int | None


class FirstStep(NamedTuple):
    """The first step of a goal that is being set: with a schedule in words it is a routine."""

    text: str
    due: date | None = None
    every: str = ""
    asks_step: bool = False


class GoalView(NamedTuple):
    """A goal as a list shows it.

    ``goal`` stands as it does today: a parked one whose wake date has come is open. ``next_step`` is the first that is
    not done. ``idle_days`` counts from the last move, ``minutes_this_week`` from Monday on. ``is_to_be_asked_about``
    says that it has stood still for long and wasn't asked about yet.
    """

    goal: Goal
    progress: Progress
    next_step: Step | None
    idle_days: int
    minutes_this_week: int
    minutes: int
    is_to_be_asked_about: bool = False

    @property
    def due(self) -> date | None:
        """The day by which it is to be reached."""
        return self.goal.due


class WholeGoal(NamedTuple):
    """A goal with all its steps in their order, and its sessions, newest first."""

    view: GoalView
    steps: tuple[Step, ...]
    sessions: tuple[Session, ...]


def add_goal(context: Context, title: str, first: FirstStep | None = None, **parts: Unpack[GoalParts]) -> Goal:
    """Set a goal, perhaps with its first step, in one act; only its title is needed.

    Raises:
        BadInput: there is no title, no such avenue, source or size, or the schedule can't be understood.
    """
    title, checked, today = sentence(title, "the goal"), check_parts(parts), context.clock.today()
    with context.act(f"goal: {title}") as doing:
        goal = _with_parts(Goal(doing.new_id(), today, context.clock.now(), title), checked, today)
        put(doing, goal)
        if first is not None:
            _put_first(context, doing, goal, first)
    return goal


def change_goal(context: Context, goal_id: str, *, title: str | None = None, **parts: Unpack[GoalParts]) -> Goal:
    """Change parts of a goal.

    Raises:
        BadInput: the title is empty, or there is no such avenue, source or size.
        NotFound: it is gone.
    """
    checked = check_parts(parts)
    with context.act("edit goal") as doing:
        goal = _with_parts(store.goal_of(context.connection, goal_id), checked, context.clock.today())
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
        goal = goal._replace(state="parked", wake=until, parked_on=context.clock.today())
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
            state="closed",
            closed_on=today,
            verdict=verdict,
            learnt=flat(learnt),
            let_go=let_go,
            wake=None if goal.wake is None or goal.wake > today else goal.wake,
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
        if goal.state == "closed":
            # It counts as woken today, so that it isn't said to have stood still while it was closed.
            goal = goal._replace(parked_on=goal.closed_on, wake=context.clock.today())
        goal = goal._replace(state="open", closed_on=None, verdict=None, let_go=False)
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
    model = one(context.connection, model_named(kind), row)
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
            progress_of(goal, counts.get(goal.id, (0, 0)), ever.get(goal.id, 0)),
            following.get(goal.id),
            idle_days(awake(goal, today), moves.get(goal.id), today),
            week.get(goal.id, 0),
            ever.get(goal.id, 0),
            is_to_be_asked_about(awake(goal, today), moves.get(goal.id), today),
        )
        for goal in goals
    ]


def check_parts(parts: GoalParts) -> GoalParts:
    """The parts as they are kept: one line each, of the words there are.

    Raises:
        BadInput: there is no such avenue, source or size.
    """
    checked = GoalParts(**parts)
    if "avenue" in checked and checked["avenue"] not in AVENUES:
        raise BadInput(f"“{one_line(checked['avenue'], 40)}” is no avenue; there are {', '.join(AVENUES)}.")
    if (source := checked.get("source")) is not None and source not in SOURCES:
        raise BadInput(f"“{one_line(source, 40)}” is no source; there are {', '.join(SOURCES)}.")
    if (size := checked.get("size")) is not None and size not in SIZES:
        raise BadInput(f"A challenge has a size from {min(SIZES)} to {max(SIZES)}.")
    for part in LINES:
        if part in checked:
            checked[part] = flat(checked[part])
    return checked


def _with_parts(goal: Goal, parts: GoalParts, today: date) -> Goal:
    """The goal with these parts. What it is counted in changes as a whole; what was reached stays unless it is said."""
    fields: dict[str, Any] = dict(parts)
    measure: Measure | None = fields.pop("measure", None)
    if measure is not None:
        fields |= measure._asdict()
        if measure.measure != "number":
            fields |= {"reached": 0, "reached_on": None}
        elif measure.reached is None or measure.reached == goal.reached:
            fields["reached"] = goal.reached
        else:
            fields["reached_on"] = today
    return goal._replace(**fields)


def _put_first(context: Context, doing: Act, goal: Goal, first: FirstStep) -> None:
    text, today, now = sentence(first.text, "the first step"), context.clock.today(), context.clock.now()
    if not first.every.strip():
        put(doing, Step(doing.new_id(), today, now, goal.id, text, due=first.due))
        return
    repeats = read_schedule(first.every, today)
    routine = Routine(doing.new_id(), today, now, goal.id, text, asks_step=first.asks_step)
    put(doing, routine)
    put(doing, Schedule(doing.new_id(), today, now, routine.id, *repeats))
