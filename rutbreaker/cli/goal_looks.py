"""What ``rut goal`` shows: the list, one goal whole, and ideas; on lines to read, or as JSON."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import date

from rutbreaker.cli import output
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.goal_shapes import of_goal, of_idea, of_whole
from rutbreaker.cli.output import quiet, strong
from rutbreaker.cli.shell import Shell
from rutbreaker.cli.wording import dated
from rutbreaker.domain.cells import cells, fit
from rutbreaker.domain.durations import minutes_words
from rutbreaker.domain.goals import VERDICT_NAMES, size_words
from rutbreaker.domain.models import Step
from rutbreaker.domain.naming import short_ids
from rutbreaker.domain.progress import progress_words
from rutbreaker.domain.schedule import describe
from rutbreaker.domain.text import one_line
from rutbreaker.domain.words import SOURCE_NAMES, SOURCES
from rutbreaker.errors import BadInput
from rutbreaker.journal.goals import GoalView, WholeGoal, goal_view, list_goals
from rutbreaker.journal.naming import find_goal
from rutbreaker.journal.steps import RoutineView, list_routines

_WIDEST = 40
"""A longer title doesn't push the others' columns away."""

_BOXES = {True: "■", False: "□"}


def list_goal(shell: Shell, args: Namespace) -> ExitCode:
    """List the goals, a line each; the closed ones only when asked for."""
    with shell.open() as context:
        views = list_goals(context)
    shown = [view for view in views if args.all or view.goal.state != "closed"]
    if args.json:
        output.as_json([of_goal(view) for view in shown])
        return ExitCode.DONE
    ids = short_ids([view.goal.id for view in shown], [view.goal.id for view in views])
    widest = min(max((cells(view.goal.title) for view in shown), default=0), _WIDEST)
    for short, view in zip(ids, shown, strict=True):
        lead = f"{short}  " if args.ids else ""
        title = fit(view.goal.title, widest)
        said = " · ".join(_said(shell, view))
        output.line(quiet(f"{lead}{view.goal.avenue:<11}  "), title, f"  {said}", width=output.columns())
    closed = len(views) - len(shown)
    if closed:
        output.narrate(f"{closed} closed; rut goal list --all shows {'it' if closed == 1 else 'them'} too")
    elif not views:
        output.narrate("No goals yet: rut goal add TITLE sets one, rut goal ideas says what people try.")
    return ExitCode.DONE


def show_goal(shell: Shell, args: Namespace) -> ExitCode:
    """Show a goal with all that was said of it, its steps, routines and sessions."""
    with shell.open() as context:
        row = find_goal(context, " ".join(args.words))
        whole, routines = goal_view(context, row), list_routines(context, row)
    if args.json:
        output.as_json(of_whole(whole, routines))
        return ExitCode.DONE
    output.line(strong(whole.view.goal.title))
    for label, text in _labelled(shell, whole):
        output.line(quiet(f"  {label:<11}"), text)
    parts = [*_parts(shell, whole, routines)]
    ids = [row for row, _ in parts]
    for short, (_, text) in zip(short_ids(ids, ids), parts, strict=True):
        output.line(quiet(f"  {short}  " if args.ids else "  "), text)
    if whole.view.is_to_be_asked_about:
        output.narrate(_question(whole.view))
    return ExitCode.DONE


def ideas_goal(shell: Shell, args: Namespace) -> ExitCode:
    """Say what people try against each source, with what research says of it."""
    from rutbreaker.journal.source import list_ideas  # the list of goals needs none of it

    wanted = " ".join(args.words).lower()
    if wanted and wanted not in SOURCES:
        raise BadInput(f"“{one_line(wanted, 40)}” is no source; there are {', '.join(SOURCES)}.")
    with shell.open() as context:
        ideas = [(source, moves) for source, moves in list_ideas(context) if wanted in ("", source)]
    if args.json:
        output.as_json([of_idea(move) for _, moves in ideas for move in moves])
        return ExitCode.DONE
    for source, moves in ideas:
        output.line(strong(SOURCE_NAMES[source]))
        for move in moves:
            output.line(f"  {move.key:<15}", move.title)
            output.line(quiet(f"{'':<17}{move.support.capitalize()}. {move.evidence}"))
    output.narrate("rut goal add --idea KEY makes one a goal, with its first step.")
    return ExitCode.DONE


def _said(shell: Shell, view: GoalView) -> Iterator[str]:
    """What stands behind a title in the list."""
    goal = view.goal
    if view.progress.of:
        yield progress_words(goal, view.progress)
    if goal.state == "closed" and goal.closed_on is not None:
        ended = "let go" if goal.let_go else f"closed, {VERDICT_NAMES[goal.verdict or 'unknown']}"
        yield f"{ended}, {dated(shell, goal.closed_on)}"
        return
    if goal.state == "parked":
        yield f"parked until {dated(shell, goal.wake)}" if goal.wake else "parked"
        return
    if view.next_step is not None:
        yield f"next: {one_line(view.next_step.text)}"
    if goal.due is not None:
        yield f"by {dated(shell, goal.due)}"
    if view.idle_days:
        yield f"still for {view.idle_days} {'day' if view.idle_days == 1 else 'days'}"


def _labelled(shell: Shell, whole: WholeGoal) -> Iterator[tuple[str, str]]:
    view, goal = whole.view, whole.view.goal
    yield "avenue", goal.avenue
    yield "state", _state(shell, view)
    if goal.verdict is not None:
        yield "helped", VERDICT_NAMES[goal.verdict]
    for label, text in (("learnt", goal.learnt), ("why", goal.why)):
        if text:
            yield label, text
    if goal.source is not None:
        yield "answers", SOURCE_NAMES[goal.source]
    for label, text in (("in the way", goal.obstacle), ("plan", goal.plan)):
        if text:
            yield label, text
    if goal.size is not None:
        yield "size", size_words(goal.size)
    if goal.due is not None:
        yield "by", dated(shell, goal.due)
    yield "progress", progress_words(goal, view.progress) if view.progress.of else "no steps yet"
    if view.minutes:
        yield "time", f"{minutes_words(view.minutes_this_week)} this week, {minutes_words(view.minutes)} in all"


def _parts(shell: Shell, whole: WholeGoal, routines: Sequence[RoutineView]) -> Iterator[tuple[str, str]]:
    """The steps, routines and sessions: the id and the line of each."""
    for step in whole.steps:
        yield step.id, f"{_BOXES[step.done_on is not None]} {step.text}{_when(shell, step)}"
    for view in routines:
        yield view.routine.id, f"{_BOXES[view.is_done]} {view.routine.text} ({_routine(shell, view)})"
    for session in whole.sessions:
        yield session.id, f"{session.day.isoformat()}  {minutes_words(session.minutes):>6}  {session.text}"


def _state(shell: Shell, view: GoalView) -> str:
    goal = view.goal
    if goal.state == "closed" and goal.closed_on is not None:
        return f"{'let go' if goal.let_go else 'closed'}, {dated(shell, goal.closed_on)}"
    if goal.state == "parked":
        return f"parked until {dated(shell, goal.wake)}" if goal.wake else "parked"
    return f"open, still for {view.idle_days} days" if view.idle_days > 1 else "open"


def _when(shell: Shell, step: Step) -> str:
    day: date | None = step.done_on or step.due
    if day is None:
        return ""
    return f" ({'done' if step.done_on else 'due'} {dated(shell, day)})"


def _routine(shell: Shell, view: RoutineView) -> str:
    said: Sequence[str] = (
        describe(view.schedule),
        *([f"until {dated(shell, view.routine.ended_on)}"] if view.routine.ended_on else []),
        *(["asks for tomorrow's first step"] if view.routine.asks_step else []),
    )
    return ", ".join(said)


def _question(view: GoalView) -> str:
    return (
        f"Nothing has moved for {view.idle_days} days. A smaller step (rut goal step), put it aside (rut goal park),\n"
        "let it go (rut goal close --let-go), or leave it as it is (rut goal keep)? All of them are fine."
    )
