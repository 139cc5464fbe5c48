"""Where goals end or rest: parked, woken, closed, opened again, and asked about when they stand still."""

from rutbreaker.domain.goals import NOT_ASKED, VERDICT_NAMES, next_size, size_words
from rutbreaker.domain.models import Goal
from rutbreaker.domain.progress import measure_words
from rutbreaker.domain.text import one_line
from rutbreaker.journal import goals
from rutbreaker.journal.safety import is_held_back
from rutbreaker.journal.standing import leave_still
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.screens.form import Field, Form, Values
from rutbreaker.tui.screens.goal_forms import DUE_HINT, SHORT, Start, day_to_come, new_goal
from rutbreaker.tui.screens.goal_steps import add_a_step
from rutbreaker.tui.screens.still_goal import StillGoal

_AS_WIN = Field("win", "Log as a win", "no", choices=[("no", "no"), ("yes", "yes")])


async def park_or_wake(host: Asking, goal_id: str) -> None:
    """Put a goal aside, perhaps until a day; take a parked one up again."""
    goal: Goal = (await host.ask(goals.goal_view, goal_id)).view.goal
    if goal.state == "parked":
        await host.ask(goals.wake, goal_id)
        host.tell(f"Awake again: {one_line(goal.title, SHORT)}")
        return

    async def save(values: Values) -> None:
        await host.ask(goals.park, goal_id, await day_to_come(host, values["until"]))

    fields = [Field("until", "Wakes on", "", f"{DUE_HINT}; empty: when you wake it")]
    if await host.hold(Form(f"Park “{one_line(goal.title, SHORT)}”", fields, save)):
        host.tell("Parked. Nothing is asked of you for it until it wakes.")


async def close_or_reopen(host: Asking, goal_id: str, ending: str = "done") -> str | None:
    """Close a goal with a verdict and what was learnt, perhaps as a win; open a closed one again.

    ``ending`` is "done" or "let-go", whichever stands there at first. After a challenge the next size up is proposed:
    the id of the goal that was made of it.
    """
    goal: Goal = (await host.ask(goals.goal_view, goal_id)).view.goal
    if goal.state == "closed":
        await host.ask(goals.reopen, goal_id)
        host.tell(f"Open again: {one_line(goal.title, SHORT)}")
        return None

    closed: list[Goal] = []
    said: Values = {}

    async def save(values: Values) -> None:
        let_go, as_win = values["ending"] == "let-go", values.get("win") == "yes"
        verdict, learnt = values["verdict"], values["learnt"]
        closed.append(await host.ask(goals.close_goal, goal_id, verdict, learnt, let_go=let_go, as_win=as_win))
        said.update(values)

    is_quiet: bool = await host.ask(is_held_back)
    fields = [
        Field("ending", "It is", ending, choices=[("done", "finished"), ("let-go", "let go")]),
        Field("verdict", "Did it help?", "unknown", choices=tuple(VERDICT_NAMES.items())),
        Field("learnt", "Learnt", goal.learnt, "what you know now; may stay empty"),
        *([] if is_quiet else [_AS_WIN]),
    ]
    title = f"Close “{one_line(goal.title, SHORT)}”"
    if not await host.hold(Form(title, fields, save, draft=f"close {goal_id}")):
        return None
    if closed[-1].let_go:
        host.tell("Let go: a decision, and it makes room. u takes it back.")
    else:
        host.tell(f"Closed{', and logged as a win' if said.get('win') == 'yes' else ''}. u takes it back.")
    return None if is_quiet else await _propose_next_size(host, closed[-1])


async def ask_about_still(host: Asking, goal_id: str) -> str | None:
    """Ask once what to do with a goal that stands still; the id of a goal that came of the answer."""
    view: goals.GoalView = (await host.ask(goals.goal_view, goal_id)).view
    if not view.is_to_be_asked_about:
        host.tell(NOT_ASKED)
        return None
    answer = await host.hold(StillGoal(view.goal, view.idle_days))
    if answer == "step":
        await add_a_step(host, goal_id)
    elif answer == "park":
        await park_or_wake(host, goal_id)
    elif answer == "let-go":
        return await close_or_reopen(host, goal_id, "let-go")
    else:
        await host.ask(leave_still, goal_id)
        host.tell("Left as it is. It isn't asked about again until it has moved.")
    return None


async def _propose_next_size(host: Asking, goal: Goal) -> str | None:
    """Offer a new challenge, a size larger than the one that was finished and otherwise like it."""
    size = next_size(goal)
    if size is None:
        return None
    measure = "" if goal.measure == "steps" else measure_words(goal._replace(reached=0))
    start = Start(
        goal.title,
        goal.avenue,
        goal.source or "",
        goal.why,
        goal.obstacle,
        goal.plan,
        measure=measure,
        size=str(size),
    )
    return await new_goal(host, start, f"The next size up: {size_words(size)}. Esc: not now")
