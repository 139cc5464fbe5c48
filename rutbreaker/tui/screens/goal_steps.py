"""What goals are reached by: steps, routines, time and numbers; conversations of a dialog or two."""

from rutbreaker.domain.durations import minutes_words
from rutbreaker.domain.models import Goal, Routine, Session, Step
from rutbreaker.domain.text import one_line
from rutbreaker.errors import BadInput
from rutbreaker.journal import sessions, steps
from rutbreaker.journal.days import read_day
from rutbreaker.journal.log import Key, read_whole
from rutbreaker.journal.safety import is_held_back
from rutbreaker.journal.schedules import schedule_words
from rutbreaker.journal.standing import set_reached
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.screens.form import Field, Form, Values
from rutbreaker.tui.screens.goal_forms import DUE_HINT, EVERY_HINT, SHORT, day_to_come, edit_goal, typed_day
from rutbreaker.tui.screens.quick import day_field

_TIME_HINT = "45m rust book ch. 3"


async def add_a_step(host: Asking, goal_id: str) -> Key | None:
    """Add a step, or with a schedule a routine; the key of what was added."""
    goal: Goal = await host.ask(read_whole, ("goal", goal_id))
    added: list[Key] = []

    async def save(values: Values) -> None:
        due = await day_to_come(host, values["due"])
        asks_step = values.get("asks") == "yes"
        if asks_step and not values["every"].strip():
            raise BadInput(f"Only a routine asks for the step of tomorrow: say how it repeats, such as {EVERY_HINT}.")
        if not values["every"].strip():
            added.append(("step", (await host.ask(steps.add_step, goal_id, values["text"], due)).id))
        elif due is None:
            routine = await host.ask(steps.add_routine, goal_id, values["text"], values["every"], asks_step=asks_step)
            added.append(("routine", routine.id))
        else:
            raise BadInput("A step has a day on which it is due, or a schedule on which it repeats: leave one empty.")

    fields = [
        Field("text", "Step", "", "the next small thing to do"),
        Field("due", "Due", "", f"{DUE_HINT}; may stay empty"),
        Field("every", "Or repeats", "", f"{EVERY_HINT}: makes it a routine"),
        *([_asks_field("no")] if goal.avenue == "balance" else []),
    ]
    title = f"A step towards “{one_line(goal.title, SHORT)}”"
    await host.hold(Form(title, fields, save, draft=f"step {goal_id}"))
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
    if isinstance(thing, Routine) and thing.asks_step and not await _is_ticked(host, thing):
        is_done = True
        if not await _tick_with_next(host, thing):
            return False
    else:
        is_done = await host.ask(steps.toggle, *key)
    text = one_line(thing.text, SHORT)
    is_win = is_done and not await host.ask(is_held_back)
    host.tell(f"Done: {text}.{' w logs it as a win.' if is_win else ''}" if is_done else f"Not done after all: {text}")
    return is_win


async def set_number(host: Asking, goal_id: str) -> None:
    """Say how much of a goal's own number is done."""
    goal: Goal = await host.ask(read_whole, ("goal", goal_id))
    if goal.measure != "number":
        counts = "the time of its sessions; t logs some" if goal.measure == "minutes" else "its steps"
        host.tell(f"This goal counts {counts}. e lets it count pages, or whatever you like.")
        return

    async def save(values: Values) -> None:
        await host.ask(set_reached, goal_id, values["number"])

    hint = f"such as {goal.reached + 1}, or +1 for one more"
    fields = [Field("number", f"Of {goal.target}", str(goal.reached), hint, replaced=True)]
    if await host.hold(Form(f"How far is “{one_line(goal.title, SHORT)}”, in {goal.unit or 'all'}?", fields, save)):
        host.tell("Noted. u takes it back.")


async def log_time(host: Asking, goal_id: str) -> None:
    """Log a session on a goal."""
    goal: Goal = await host.ask(read_whole, ("goal", goal_id))

    async def save(values: Values) -> None:
        day = await host.ask(read_day, values["day"])
        await host.ask(sessions.log_session, goal_id, values["text"], day)

    title = f"A session on “{one_line(goal.title, SHORT)}”"
    fields = [Field("text", "Time", "", _TIME_HINT), day_field()]
    if await host.hold(Form(title, fields, save, draft=f"session {goal_id}")):
        host.tell("Session logged.")


async def _is_ticked(host: Asking, routine: Routine) -> bool:
    views: list[steps.RoutineView] = await host.ask(steps.list_routines, routine.goal)
    return any(view.is_done for view in views if view.routine.id == routine.id)


async def _tick_with_next(host: Asking, routine: Routine) -> bool | None:
    """Ask for the first step of tomorrow, and tick the routine with it in one act; None when it was cancelled."""

    async def save(values: Values) -> None:
        await host.ask(steps.tick_routine, routine.id, None, values["text"])

    fields = [Field("text", "Next time", "", "where you go on; may stay empty")]
    title = "Done for today. What comes first tomorrow?"
    return await host.hold(Form(title, fields, save, draft=f"next {routine.id}"))


def _asks_field(value: str) -> Field:
    return Field("asks", "When ticked", value, choices=[("no", "no more"), ("yes", "asks for tomorrow's first step")])


async def _change_step(host: Asking, step: Step) -> None:
    async def save(values: Values) -> None:
        await host.ask(steps.change_step, step.id, values["text"], await day_to_come(host, values["due"]))

    fields = [
        Field("text", "Step", step.text),
        Field("due", "Due", typed_day(step.due), f"{DUE_HINT}; may stay empty", replaced=True),
    ]
    await host.hold(Form("Step", fields, save, draft=f"step {step.id}"))


async def _change_routine(host: Asking, routine: Routine) -> None:
    goal: Goal = await host.ask(read_whole, ("goal", routine.goal))

    async def save(values: Values) -> None:
        ends = await day_to_come(host, values["ends"])
        asks = values["asks"] == "yes" if "asks" in values else None
        await host.ask(steps.change_routine, routine.id, values["text"], values["every"], ends, asks_step=asks)

    fields = [
        Field("text", "Routine", routine.text),
        Field("every", "Repeats", await host.ask(schedule_words, routine.id), EVERY_HINT, replaced=True),
        Field("ends", "Ends on", typed_day(routine.ended_on), "may stay empty", replaced=True),
        *([_asks_field("yes" if routine.asks_step else "no")] if routine.asks_step or goal.avenue == "balance" else []),
    ]
    await host.hold(Form("Routine", fields, save, draft=f"routine {routine.id}"))


async def _change_session(host: Asking, session: Session) -> None:
    async def save(values: Values) -> None:
        day = await host.ask(read_day, values["day"])
        await host.ask(sessions.change_session, session.id, values["text"], day)

    text = f"{minutes_words(session.minutes)} {session.text}".rstrip()
    fields = [Field("text", "Time", text, _TIME_HINT), day_field(session.day.isoformat())]
    await host.hold(Form("Session", fields, save, draft=f"session {session.id}"))
