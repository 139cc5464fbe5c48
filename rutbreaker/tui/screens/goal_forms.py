"""Setting, changing, parking and closing goals, and what they are reached by: conversations of a dialog or two."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

from rutbreaker.domain.durations import minutes_words
from rutbreaker.domain.goals import VERDICT_NAMES, is_if_then
from rutbreaker.domain.models import Goal, Routine, Session, Step
from rutbreaker.domain.text import flat, one_line
from rutbreaker.domain.words import AVENUES, SOURCE_NAMES
from rutbreaker.errors import BadInput
from rutbreaker.journal import goals, sessions, steps
from rutbreaker.journal.days import read_day
from rutbreaker.journal.log import Key, read_whole
from rutbreaker.journal.safety import is_held_back
from rutbreaker.journal.schedules import schedule_words
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.screens.form import Field, Form, Values
from rutbreaker.tui.screens.notice import Notice
from rutbreaker.tui.screens.quick import day_field

_DUE_HINT = "24 Dec, fri, in 3 weeks"
_EVERY_HINT = "every weekday, mon wed, 3 a week"
_TIME_HINT = "45m rust book ch. 3"
_SHORT = 60
_AS_WIN = Field("win", "Log as a win", "no", choices=[("no", "no"), ("yes", "yes")])

_Save = Callable[[Values], Awaitable[Any]]


async def new_goal(host: Asking, title: str = "", avenue: str = "aim", source: str = "", plan: str = "") -> str | None:
    """Set a goal, perhaps one that answers a source; its id, or None when it was not set."""
    made: list[Goal] = []

    async def save(values: Values) -> None:
        made.append(await host.ask(goals.add_goal, values["title"], **await _parts(host, values)))

    fields = _goal_fields(title=title, avenue=avenue, source=source, plan=plan)
    form = Form("A new goal", fields, _asking_about_plan(save), draft="" if title else "goal", ask=host.ask)
    if not await host.hold(form):
        return None
    await _read_back(host, "", made[-1])
    return made[-1].id


async def edit_goal(host: Asking, goal_id: str) -> None:
    """Change what was said of a goal."""
    goal: Goal = await host.ask(read_whole, ("goal", goal_id))
    changed: list[Goal] = []

    async def save(values: Values) -> None:
        parts = await _parts(host, values)
        changed.append(await host.ask(goals.change_goal, goal_id, title=values["title"], **parts))

    fields = _goal_fields(
        goal.title, goal.avenue, goal.source or "", goal.why, goal.obstacle, goal.plan, _typed_day(goal.due)
    )
    if await host.hold(Form("Goal", fields, _asking_about_plan(save, goal.plan))):
        await _read_back(host, goal.plan, changed[-1])


async def add_a_step(host: Asking, goal_id: str) -> Key | None:
    """Add a step, or with a schedule a routine; the key of what was added."""
    goal: Goal = await host.ask(read_whole, ("goal", goal_id))
    added: list[Key] = []

    async def save(values: Values) -> None:
        due = await _due(host, values["due"])
        if not values["every"].strip():
            added.append(("step", (await host.ask(steps.add_step, goal_id, values["text"], due)).id))
        elif due is None:
            routine = await host.ask(steps.add_routine, goal_id, values["text"], values["every"])
            added.append(("routine", routine.id))
        else:
            raise BadInput("A step has a day on which it is due, or a schedule on which it repeats: leave one empty.")

    fields = [
        Field("text", "Step", "", "the next small thing to do"),
        Field("due", "Due", "", f"{_DUE_HINT}; may stay empty"),
        Field("every", "Or repeats", "", f"{_EVERY_HINT}: makes it a routine"),
    ]
    title = f"A step towards “{one_line(goal.title, _SHORT)}”"
    await host.hold(Form(title, fields, save, draft=f"step {goal_id}", ask=host.ask))
    return added[-1] if added else None


async def open_part(host: Asking, key: Key) -> None:
    """Change a step, a routine, a session or a goal."""
    kind, row = key
    if kind == "goal":
        await edit_goal(host, row)
    elif kind == "step":
        await _change_step(host, await host.ask(read_whole, key))
    elif kind == "routine":
        await _change_routine(host, await host.ask(read_whole, key))
    else:
        await _change_session(host, await host.ask(read_whole, key))


async def tick(host: Asking, key: Key) -> bool:
    """Tick a step, or a routine for today, or take the tick away; whether it may be logged as a win now."""
    thing: Step | Routine = await host.ask(read_whole, key)
    is_done: bool = await host.ask(steps.toggle, *key)
    text = one_line(thing.text, _SHORT)
    is_win = is_done and not await host.ask(is_held_back)
    host.tell(f"Done: {text}.{' w logs it as a win.' if is_win else ''}" if is_done else f"Not done after all: {text}")
    return is_win


async def log_time(host: Asking, goal_id: str) -> None:
    """Log a session on a goal."""
    goal: Goal = await host.ask(read_whole, ("goal", goal_id))

    async def save(values: Values) -> None:
        day = await host.ask(read_day, values["day"])
        await host.ask(sessions.log_session, goal_id, values["text"], day)

    title = f"A session on “{one_line(goal.title, _SHORT)}”"
    fields = [Field("text", "Time", "", _TIME_HINT), day_field()]
    if await host.hold(Form(title, fields, save, draft=f"session {goal_id}", ask=host.ask)):
        host.tell("Session logged.")


async def park_or_wake(host: Asking, goal_id: str) -> None:
    """Put a goal aside, perhaps until a day; take a parked one up again."""
    goal: Goal = (await host.ask(goals.goal_view, goal_id)).view.goal
    if goal.state == "parked":
        await host.ask(goals.wake, goal_id)
        host.tell(f"Awake again: {one_line(goal.title, _SHORT)}")
        return

    async def save(values: Values) -> None:
        await host.ask(goals.park, goal_id, await _due(host, values["until"]))

    fields = [Field("until", "Wakes on", "", f"{_DUE_HINT}; empty: when you wake it")]
    if await host.hold(Form(f"Park “{one_line(goal.title, _SHORT)}”", fields, save)):
        host.tell("Parked. Nothing is asked of you for it until it wakes.")


async def close_or_reopen(host: Asking, goal_id: str) -> None:
    """Close a goal with a verdict and what was learnt, perhaps as a win; open a closed one again."""
    goal: Goal = (await host.ask(goals.goal_view, goal_id)).view.goal
    if goal.state == "closed":
        await host.ask(goals.reopen, goal_id)
        host.tell(f"Open again: {one_line(goal.title, _SHORT)}")
        return

    async def save(values: Values) -> None:
        await host.ask(
            goals.close_goal,
            goal_id,
            values["verdict"],
            values["learnt"],
            let_go=values["ending"] == "let-go",
            as_win=values.get("win") == "yes",
        )
        ending.update(values)

    ending: Values = {}
    fields = [
        Field("ending", "It is", "done", choices=[("done", "finished"), ("let-go", "let go")]),
        Field("verdict", "Did it help?", "helped", choices=tuple(VERDICT_NAMES.items())),
        Field("learnt", "Learnt", goal.learnt, "what you know now; may stay empty"),
        *([] if await host.ask(is_held_back) else [_AS_WIN]),
    ]
    if await host.hold(Form(f"Close “{one_line(goal.title, _SHORT)}”", fields, save)):
        if ending["ending"] == "let-go":
            host.tell("Let go: a decision, and it makes room. u takes it back.")
        else:
            host.tell(f"Closed{', and logged as a win' if ending.get('win') == 'yes' else ''}. u takes it back.")


def _asking_about_plan(save: _Save, known: str = "") -> _Save:
    """Save, but say once of a plan that has no if and then what would make it stronger."""
    asked: list[str] = [known]

    async def saving(values: Values) -> None:
        plan = values["plan"].strip()
        if plan and plan not in asked and not is_if_then(plan):
            asked.append(plan)
            raise BadInput("A plan holds best as “If … happens, then I …”. Save again to keep it as it is.")
        await save(values)

    return saving


def _goal_fields(
    title: str = "",
    avenue: str = "",
    source: str = "",
    why: str = "",
    obstacle: str = "",
    plan: str = "",
    due: str = "",
) -> list[Field]:
    return [
        Field("title", "Goal", title, "clear, a stretch, and within reach"),
        Field("avenue", "Avenue", avenue, choices=[(each, each) for each in AVENUES]),
        Field("source", "Answers", source, choices=[("", "no source"), *SOURCE_NAMES.items()]),
        Field("why", "Why", flat(why), "why it matters to you"),
        Field("obstacle", "In the way", flat(obstacle), "what could stop you, most of all in yourself"),
        Field("plan", "Plan", flat(plan), "If … happens, then I …"),
        Field("due", "By", due, f"{_DUE_HINT}; may stay empty", replaced=True),
    ]


async def _parts(host: Asking, values: Values) -> goals.GoalParts:
    return {
        "avenue": values["avenue"],
        "source": values["source"] or None,
        "why": values["why"],
        "obstacle": values["obstacle"],
        "plan": values["plan"],
        "due": await _due(host, values["due"]),
    }


async def _due(host: Asking, text: str) -> date | None:
    """The day to come that was typed, or None for none."""
    if not text.strip():
        return None
    day: date = await host.ask(read_day, text, future=True)
    return day


async def _read_back(host: Asking, before: str, goal: Goal) -> None:
    """Show a new plan once, alone: one that was said aloud is kept more often (evidence.md, section 3)."""
    if goal.plan and goal.plan != before:
        await host.hold(Notice("Read it aloud once", goal.plan))


async def _change_step(host: Asking, step: Step) -> None:
    async def save(values: Values) -> None:
        await host.ask(steps.change_step, step.id, values["text"], await _due(host, values["due"]))

    fields = [
        Field("text", "Step", step.text),
        Field("due", "Due", _typed_day(step.due), f"{_DUE_HINT}; may stay empty", replaced=True),
    ]
    await host.hold(Form("Step", fields, save))


async def _change_routine(host: Asking, routine: Routine) -> None:
    async def save(values: Values) -> None:
        ends = await _due(host, values["ends"])
        await host.ask(steps.change_routine, routine.id, values["text"], values["every"], ends)

    fields = [
        Field("text", "Routine", routine.text),
        Field("every", "Repeats", await host.ask(schedule_words, routine.id), _EVERY_HINT, replaced=True),
        Field("ends", "Ends on", _typed_day(routine.ended_on), "may stay empty", replaced=True),
    ]
    await host.hold(Form("Routine", fields, save))


async def _change_session(host: Asking, session: Session) -> None:
    async def save(values: Values) -> None:
        day = await host.ask(read_day, values["day"])
        await host.ask(sessions.change_session, session.id, values["text"], day)

    text = f"{minutes_words(session.minutes)} {session.text}".rstrip()
    await host.hold(
        Form("Session", [Field("text", "Time", text, _TIME_HINT), day_field(session.day.isoformat())], save)
    )


def _typed_day(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
