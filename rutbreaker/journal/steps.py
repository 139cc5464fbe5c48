"""What a goal is reached by: steps, and routines that repeat."""

from datetime import date, timedelta
from typing import NamedTuple

from rutbreaker.context import Context
from rutbreaker.domain.dates import full_day
from rutbreaker.domain.goals import check_open
from rutbreaker.domain.models import Goal, Routine, Schedule, Step, Tick, Win
from rutbreaker.domain.schedule import Expected, expected_days, following_day, in_force, is_paused
from rutbreaker.domain.schedule_words import Repeats, read_schedule
from rutbreaker.domain.streaks import Streak, streak
from rutbreaker.domain.text import flat, one_line, sentence, tags_in
from rutbreaker.errors import BadInput, NotFound
from rutbreaker.store import goals as store
from rutbreaker.store.days import days_done, schedules_of
from rutbreaker.store.expected import expected_every_day
from rutbreaker.store.history import Act, put, remove
from rutbreaker.store.ids import tick_id
from rutbreaker.store.reading import existing, many, one
from rutbreaker.store.routines import expected_of, expected_routine


class RoutineView(NamedTuple):
    """A routine with the schedule in force and its streak.

    ``is_done`` says whether it is ticked today, ``is_due`` whether it is expected today and not done.
    """

    routine: Routine
    schedule: Schedule
    streak: Streak
    is_done: bool
    is_due: bool


def add_step(context: Context, goal_id: str, text: str, due: date | None = None) -> Step:
    """Add a step behind all that a goal has.

    Raises:
        BadInput: there is no text, or the goal is closed.
        NotFound: the goal is gone.
    """
    text = sentence(text, "the step")
    with context.act(f"step: {text}") as doing:
        _open_goal(context, goal_id)
        place = store.next_place(context.connection, goal_id)
        step = Step(doing.new_id(), context.clock.today(), context.clock.now(), goal_id, text, place, due)
        put(doing, step)
    return step


def change_step(context: Context, step_id: str, text: str, due: date | None) -> Step:
    """Give a step another text and due date.

    Raises:
        BadInput: there is no text.
        NotFound: it is gone.
    """
    text = sentence(text, "the step")
    with context.act(f"edit step: {text}") as doing:
        step = existing(context.connection, Step, step_id)._replace(text=text, due=due)
        put(doing, step)
    return step


def tick_step(
    context: Context, step_id: str, day: date | None = None, next_step: str = "", *, as_win: bool = False
) -> Step:
    """Tick a step as done, on a past day or today; ``next_step`` becomes a step of its goal for the day after.

    ``as_win`` logs it as a win with it, in one act.

    Raises:
        BadInput: the goal is closed, or the day has not come yet.
        NotFound: it is gone.
    """
    day = context.past_day(day)
    with context.act("done") as doing:
        step = existing(context.connection, Step, step_id)
        _open_goal(context, step.goal)
        doing.title = f"done: {step.text}"
        step = step._replace(done_on=day)
        put(doing, step)
        _put_next(context, doing, step.goal, next_step, day + timedelta(days=1))
        if as_win:
            _put_win(context, doing, step.text, day, step.goal)
    return step


def untick_step(context: Context, step_id: str) -> Step:
    """Say that a step is not done after all.

    Raises:
        BadInput: the goal is closed.
        NotFound: it is gone.
    """
    with context.act("not done") as doing:
        step = existing(context.connection, Step, step_id)
        _open_goal(context, step.goal)
        doing.title = f"not done: {step.text}"
        step = step._replace(done_on=None)
        put(doing, step)
    return step


def move_step(context: Context, row: str, by: int) -> bool:
    """Move a step among the steps of its goal, or a routine among its routines, ``by`` places; whether it moved.

    Raises:
        NotFound: it is gone.
    """
    with context.act("move step") as doing:
        moved = one(context.connection, Step, row) or existing(context.connection, Routine, row)
        doing.title = f"move: {moved.text}"
        siblings: list[Step] | list[Routine] = (
            store.steps_of(context.connection, moved.goal)
            if isinstance(moved, Step)
            else store.routines_of(context.connection, moved.goal)
        )
        order = [sibling.id for sibling in siblings]
        before = order.index(row)
        after = min(max(before + by, 0), len(order) - 1)
        order.insert(after, order.pop(before))
        for sibling in siblings:
            put(doing, sibling._replace(place=order.index(sibling.id)))
    return before != after


def add_routine(context: Context, goal_id: str, text: str, every: str, *, asks_step: bool = False) -> Routine:
    """Add a step that repeats, on a schedule in words: "every weekday", "3 a week".

    ``asks_step`` says that ticking it asks for the first step of tomorrow.

    Raises:
        BadInput: there is no text, the schedule can't be understood, or the goal is closed.
        NotFound: the goal is gone.
    """
    text, today, now = sentence(text, "the routine"), context.clock.today(), context.clock.now()
    repeats = read_schedule(every, today)
    with context.act(f"routine: {text}") as doing:
        _open_goal(context, goal_id)
        place = store.next_place(context.connection, goal_id)
        routine = Routine(doing.new_id(), today, now, goal_id, text, place, asks_step=asks_step)
        put(doing, routine)
        put(doing, Schedule(doing.new_id(), today, now, routine.id, *repeats))
    return routine


def change_routine(
    context: Context,
    routine_id: str,
    text: str,
    every: str,
    ended_on: date | None = None,
    *,
    asks_step: bool | None = None,
) -> Routine:
    """Give a routine another text, schedule or last day; a schedule that differs holds from today on.

    ``asks_step`` stays as it is when None.

    Raises:
        BadInput: there is no text, the schedule can't be understood, or the routine would end before it began.
        NotFound: it is gone.
    """
    text = sentence(text, "the routine")
    repeats = read_schedule(every, context.clock.today())
    with context.act(f"edit routine: {text}") as doing:
        routine = existing(context.connection, Routine, routine_id)
        if ended_on is not None and ended_on < routine.day:
            raise BadInput(f"The routine began on {routine.day.isoformat()}; it can't end before that.")
        asks = routine.asks_step if asks_step is None else asks_step
        routine = routine._replace(text=text, ended_on=ended_on, asks_step=asks)
        put(doing, routine)
        _reschedule(context, doing, routine, repeats)
    return routine


def tick_routine(
    context: Context, routine_id: str, day: date | None = None, next_step: str = "", *, as_win: bool = False
) -> Tick:
    """Tick a routine as done on a day, today when None; ``next_step`` becomes a step of its goal for tomorrow.

    Where the routine leaves weekends free, tomorrow is Monday on a Friday. ``as_win`` logs it as a win with it, in one
    act.

    Raises:
        BadInput: the goal is closed, or the day has not come yet.
        NotFound: it is gone, or ticked for that day already.
    """
    day = context.past_day(day)
    with context.act("done") as doing:
        routine = existing(context.connection, Routine, routine_id)
        _open_goal(context, routine.goal)
        doing.title = f"done: {routine.text}"
        if one(context.connection, Tick, tick_id(routine_id, day)) is not None:
            when = "today" if day == context.clock.today() else f"for {full_day(day)}"
            raise NotFound(f"“{one_line(routine.text, 60)}” is done {when} already.")
        tick = Tick(tick_id(routine_id, day), day, context.clock.now(), routine_id)
        put(doing, tick)
        schedules = expected_of(context.connection, routine_id).schedules
        _put_next(context, doing, routine.goal, next_step, following_day(schedules, day))
        if as_win:
            _put_win(context, doing, routine.text, day, routine.goal)
    return tick


def untick_routine(context: Context, routine_id: str, day: date | None = None) -> bool:
    """Take the tick of a day away; whether there was one.

    Raises:
        BadInput: the goal is closed, or the day has not come yet.
        NotFound: it is gone.
    """
    day = context.past_day(day)
    with context.act("not done") as doing:
        routine = existing(context.connection, Routine, routine_id)
        _open_goal(context, routine.goal)
        doing.title = f"not done: {routine.text}"
        return remove(doing, "tick", tick_id(routine_id, day))


def toggle(context: Context, kind: str, row: str) -> bool:
    """Tick a step, or a routine for today, or take the tick away; whether it is ticked now.

    Raises:
        BadInput: the goal is closed.
        NotFound: it is gone.
    """
    if kind == "routine":
        if untick_routine(context, row):
            return False
        tick_routine(context, row)
    elif existing(context.connection, Step, row).done_on is not None:
        untick_step(context, row)
        return False
    else:
        tick_step(context, row)
    return True


def list_routines(context: Context, goal_id: str | None = None) -> list[RoutineView]:
    """The routines of a goal, or of all goals, in their order, each with its streak."""
    connection = context.connection
    routines = store.routines_of(connection, goal_id)
    if not routines:
        return []
    goals = {goal.id: goal for goal in many(connection, Goal)}
    every_day = expected_every_day(connection)
    return [_routine_view(context, routine, goals[routine.goal], every_day) for routine in routines]


def _routine_view(context: Context, routine: Routine, goal: Goal, every_day: Expected) -> RoutineView:
    clock, today = context.clock, context.clock.today()
    done = days_done(context.connection, routine.id)
    expected = expected_routine(routine, schedules_of(context.connection, routine.id), every_day, goal)
    found = streak(done, expected, today=today, late=clock.is_late())
    schedule = in_force(expected.schedules, today)
    is_due = (
        today not in done
        and goal.state != "closed"
        and not is_paused(today, expected)
        and (expected.end is None or today <= expected.end)
        and bool(expected_days(expected.schedules, today, today) if schedule.per == "day" else found.missing)
    )
    return RoutineView(routine, schedule, found, today in done, is_due)


def _reschedule(context: Context, doing: Act, routine: Routine, repeats: Repeats) -> None:
    """Write the schedule that holds from today on, unless it is the one in force."""
    today = context.clock.today()
    current = in_force(expected_of(context.connection, routine.id).schedules, today)
    if Repeats(current.per, current.rrule, current.times) == repeats:
        return
    row = current.id if current.id and current.day == today else doing.new_id()
    put(doing, Schedule(row, today, context.clock.now(), routine.id, *repeats))


def _put_next(context: Context, doing: Act, goal_id: str, text: str, due: date) -> None:
    """Write the step that comes next, if there is one."""
    if not flat(text):
        return
    place, today = store.next_place(context.connection, goal_id), context.clock.today()
    put(doing, Step(doing.new_id(), today, context.clock.now(), goal_id, flat(text), place, due))


def _put_win(context: Context, doing: Act, text: str, day: date, goal_id: str) -> None:
    """Write what was done as a win."""
    put(doing, Win(doing.new_id(), day, context.clock.now(), text, tags_in(text), goal_id))


def _open_goal(context: Context, goal_id: str) -> Goal:
    goal = store.goal_of(context.connection, goal_id)
    check_open(goal)
    return goal
