"""What ``rut goal`` does: sets, changes, steps, ticks, time, parking and closing; each says in a line what was done."""

from argparse import Namespace
from datetime import date

from rutbreaker.cli import output
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.shell import Shell
from rutbreaker.cli.wording import dated
from rutbreaker.domain.durations import minutes_words, read_session
from rutbreaker.domain.goals import VERDICT_NAMES, is_if_then, next_size, read_size, size_words
from rutbreaker.domain.models import Goal
from rutbreaker.domain.progress import progress_words, read_measure
from rutbreaker.domain.source_moves import SourceMove, move_named
from rutbreaker.domain.text import one_line, sentence
from rutbreaker.domain.words import VERDICTS
from rutbreaker.errors import BadInput, NotFound
from rutbreaker.journal import goals, steps
from rutbreaker.journal.log import read_whole
from rutbreaker.journal.naming import find_goal, find_step
from rutbreaker.journal.safety import is_held_back
from rutbreaker.journal.schedules import schedule_words
from rutbreaker.journal.sessions import log_session
from rutbreaker.journal.standing import leave_still, set_reached

_SHORT = 60


def add_goal(shell: Shell, args: Namespace) -> ExitCode:
    """Set a goal, perhaps from an idea, perhaps with its first step."""
    idea = move_named(args.idea) if args.idea else None
    title = sentence(" ".join(args.words) or (idea.title if idea else ""), "the goal")
    parts = goals.check_parts(_from_idea(idea) | _parts(shell, args))
    first = goals.FirstStep(sentence(args.first, "the first step")) if args.first is not None else None
    if first is None and idea is not None:
        first = goals.FirstStep(idea.step, every=idea.every, asks_step=idea.asks_step)
    with shell.open(make=True) as context:
        goal = goals.add_goal(context, title, first, **parts)
    said = [goal.avenue, *([f"by {dated(shell, goal.due)}"] if goal.due else [])]
    output.narrate(f"Set: {_short(goal.title)} ({', '.join(said)})")
    if first is not None:
        output.narrate(f"The first step: {_short(first.text)}{f', {first.every}' if first.every else ''}")
    _read_back(goal)
    return ExitCode.DONE


def edit_goal(shell: Shell, args: Namespace) -> ExitCode:
    """Change what was said of a goal."""
    parts = goals.check_parts(_parts(shell, args))
    if not parts and args.title is None:
        raise BadInput(f"There is nothing to change it to.\n{args.usage}")
    with shell.open() as context:
        row = find_goal(context, " ".join(args.words))
        goal = goals.change_goal(context, row, title=args.title, **parts)
    output.narrate(f"Changed: {_short(goal.title)}")
    if "plan" in parts:
        _read_back(goal)
    return ExitCode.DONE


def step_goal(shell: Shell, args: Namespace) -> ExitCode:
    """Add a step to a goal, or with a schedule a routine."""
    named, *words = args.words
    due = _day_to_come(shell, args.due)
    if due is not None and args.every is not None:
        raise BadInput("A step has a day on which it is due, or a schedule on which it repeats: leave one out.")
    if args.asks and args.every is None:
        raise BadInput("--asks is for a routine: say --every too, such as --every weekday.")
    with shell.open() as context:
        row = find_goal(context, named)
        title = _short(read_whole(context, ("goal", row)).title)
        if args.every is None:
            step = steps.add_step(context, row, " ".join(words), due)
            output.narrate(f"Step: {_short(step.text)} ({title}{f', due {dated(shell, due)}' if due else ''})")
        else:
            routine = steps.add_routine(context, row, " ".join(words), args.every, asks_step=args.asks)
            output.narrate(f"Routine: {_short(routine.text)} ({title}, {schedule_words(context, routine.id)})")
    return ExitCode.DONE


def done_goal(shell: Shell, args: Namespace) -> ExitCode:
    """Tick a step, or a routine for a day, perhaps with the step that comes next."""
    day = shell.day(args.date)
    following = sentence(args.next, "the next step") if args.next is not None else ""
    with shell.open() as context:
        kind, row = find_step(context, " ".join(args.words))
        thing = read_whole(context, (kind, row))
        if kind == "step" and thing.done_on is not None:
            raise NotFound(f"“{_short(thing.text)}” is done already: {dated(shell, thing.done_on)}.")
        tick = steps.tick_step if kind == "step" else steps.tick_routine
        tick(context, row, day, following, as_win=args.win)
        whole = goals.goal_view(context, thing.goal)
    goal = whole.view.goal
    progress = f", {progress_words(goal, whole.view.progress)}" if whole.view.progress.of else ""
    output.narrate(f"Done: {_short(thing.text)} ({_short(goal.title)}{progress})")
    if following:
        due = whole.steps[-1].due
        output.narrate(f"Next: {_short(following)} ({f'due {dated(shell, due)}' if due else 'not due'})")
    elif kind == "routine" and thing.asks_step:
        output.narrate("It asks for the first step of tomorrow: rut goal step GOAL TEXT --due tomorrow")
    return ExitCode.DONE


def session_goal(shell: Shell, args: Namespace) -> ExitCode:
    """Log time spent on a goal."""
    named, text, day = args.words[0], " ".join(args.words[1:]), shell.day(args.date)
    read_session(text)
    with shell.open() as context:
        row = find_goal(context, named)
        session = log_session(context, row, text, day)
        view = goals.goal_view(context, row).view
    totals = f"{minutes_words(view.minutes_this_week)} this week, {minutes_words(view.minutes)} in all"
    output.narrate(f"Logged: {minutes_words(session.minutes)} on {_short(view.goal.title)} ({totals})")
    return ExitCode.DONE


def reached_goal(shell: Shell, args: Namespace) -> ExitCode:
    """Say how much of a goal's own number is done."""
    with shell.open() as context:
        row = find_goal(context, args.words[0])
        set_reached(context, row, " ".join(args.words[1:]))
        view = goals.goal_view(context, row).view
    output.narrate(f"Reached: {progress_words(view.goal, view.progress)} ({_short(view.goal.title)})")
    return ExitCode.DONE


def park_goal(shell: Shell, args: Namespace) -> ExitCode:
    """Put a goal aside, perhaps until a day."""
    until = _day_to_come(shell, args.until)
    with shell.open() as context:
        goal = goals.park(context, find_goal(context, " ".join(args.words)), until)
    output.narrate(f"Parked: {_short(goal.title)}, until {dated(shell, until) if until else 'rut goal wake'}")
    return ExitCode.DONE


def wake_goal(shell: Shell, args: Namespace) -> ExitCode:
    """Take a parked goal up again."""
    with shell.open() as context:
        row = find_goal(context, " ".join(args.words))
        before: Goal = goals.goal_view(context, row).view.goal
        if before.state == "open":
            raise NotFound(f"“{_short(before.title)}” is not parked.")
        goal = goals.wake(context, row)
    output.narrate(f"Awake: {_short(goal.title)}")
    return ExitCode.DONE


def keep_goal(shell: Shell, args: Namespace) -> ExitCode:
    """Leave a goal that stands still as it is."""
    with shell.open() as context:
        goal = leave_still(context, find_goal(context, " ".join(args.words)))
    output.narrate(f"Left as it is: {_short(goal.title)}. It isn't asked about again until it has moved.")
    return ExitCode.DONE


def close_goal(shell: Shell, args: Namespace) -> ExitCode:
    """Close a goal with a verdict, or let it go; name the next size of a challenge."""
    if args.verdict is None:
        raise BadInput(f"Say whether it helped, with --verdict {'|'.join(VERDICTS)}.\n{args.usage}")
    with shell.open() as context:
        row, learnt = find_goal(context, " ".join(args.words)), args.learnt
        before: Goal = goals.goal_view(context, row).view.goal
        learnt = before.learnt if learnt is None else learnt
        goal = goals.close_goal(context, row, args.verdict.lower(), learnt, let_go=args.let_go, as_win=args.win)
        size = None if is_held_back(context) else next_size(goal)
    verdict = VERDICT_NAMES[goal.verdict or "unknown"]
    if goal.let_go:
        output.narrate(f"Let go: {_short(goal.title)} ({verdict}). A decision, and it makes room.")
    else:
        output.narrate(f"Closed: {_short(goal.title)} ({verdict})")
    if size is not None:
        output.narrate(f"The next size up is {size_words(size)}: rut goal add TITLE --avenue challenge --size {size}")
    return ExitCode.DONE


def reopen_goal(shell: Shell, args: Namespace) -> ExitCode:
    """Open a closed goal again."""
    with shell.open() as context:
        row = find_goal(context, " ".join(args.words), closed=True)
        before: Goal = read_whole(context, ("goal", row))
        if before.state != "closed":
            raise NotFound(f"“{_short(before.title)}” is not closed.")
        goal = goals.reopen(context, row)
    output.narrate(f"Open again: {_short(goal.title)}")
    return ExitCode.DONE


def _parts(shell: Shell, args: Namespace) -> goals.GoalParts:
    """What was said of the goal in options."""
    parts = goals.GoalParts()
    if args.avenue is not None:
        parts["avenue"] = args.avenue.lower()
    if args.source is not None:
        parts["source"] = None if args.source.lower() in ("", "none") else args.source.lower()
    if args.by is not None:
        parts["due"] = _day_to_come(shell, args.by) if args.by.strip() else None
    if args.measure is not None:
        parts["measure"] = read_measure(args.measure)
    if args.size is not None:
        parts["size"] = read_size(args.size)
    for name in goals.LINES:
        if getattr(args, name) is not None:
            parts[name] = getattr(args, name)
    return parts


def _from_idea(idea: SourceMove | None) -> goals.GoalParts:
    if idea is None:
        return goals.GoalParts()
    return goals.GoalParts(avenue=idea.avenue, source=idea.source, plan=idea.plan)


def _day_to_come(shell: Shell, words: str | None) -> date | None:
    if words is None:
        return None
    from rutbreaker.domain.days import parse_day

    return parse_day(words, shell.today(), future=True)


def _read_back(goal: Goal) -> None:
    """Say the plan once more, and what would make it stronger."""
    if not goal.plan:
        return
    output.narrate(f"Read it aloud once: {one_line(goal.plan)}")
    if not is_if_then(goal.plan):
        output.narrate("A plan holds best as “If … happens, then I …”; it was kept as it is.")


def _short(text: str) -> str:
    return one_line(text, _SHORT)
