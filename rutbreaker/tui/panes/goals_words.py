"""How the Goals pane says what it shows: the list of goals and the page of one, as lines for a width."""

from collections.abc import Iterator, Sequence
from datetime import date

from rich.cells import cell_len
from textual.content import Content

from rutbreaker.domain.days import ago_words, day_words
from rutbreaker.domain.durations import minutes_words
from rutbreaker.domain.goals import VERDICT_NAMES, size_words
from rutbreaker.domain.models import Goal, Session, Step
from rutbreaker.domain.progress import progress_words
from rutbreaker.domain.schedule import describe
from rutbreaker.domain.telling import periods
from rutbreaker.domain.text import one_line
from rutbreaker.domain.words import SOURCE_NAMES
from rutbreaker.journal.goals import GoalView, WholeGoal
from rutbreaker.journal.steps import RoutineView
from rutbreaker.tui.rows import short_day
from rutbreaker.tui.widgets.cells import fit
from rutbreaker.tui.widgets.row_list import Line
from rutbreaker.tui.widgets.sparkline import bar

BOXES = {True: "■", False: "□"}
"""A step that is done, and one that isn't."""

_BAR, _DUE, _STILL = 6, 8, 5
_WITH_DUE, _WITH_NEXT = 34, 60
"""The widths from which the list shows due dates, and the next steps."""
_LABEL = 11
_DAY = 7
_NO_STEPS = "No steps yet: a adds the first small one."
_ABOUT_NOTES = " A routine, such as a shutdown note by 17:55 every weekday, can ask for the first step of tomorrow."
_LONGEST = 2000
"""More characters than any screen shows of a text."""


def goal_lines(views: Sequence[GoalView], today: date, width: int, *, is_unfolded: bool) -> Iterator[Line]:
    """The open goals by avenue, then the parked ones, then the closed: a line for all of them, or each."""
    group = ""
    for view in views:
        if view.goal.state == "closed":
            continue
        named = _group(view.goal)
        if named != group:
            yield _heading(named, width, is_first=not group)
            group = named
        yield Line(view.goal.id, Content(_goal_row(view, today, width)))
    closed = [view for view in views if view.goal.state == "closed"]
    if closed:
        folded = f"{len(closed)} closed" if is_unfolded else f"{len(closed)} closed · f shows them"
        yield Line("", Content.styled(fit(folded, width), "$text-muted"))
    if is_unfolded:
        for view in closed:
            yield Line(view.goal.id, Content(_goal_row(view, today, width)))


def page_lines(whole: WholeGoal, routines: Sequence[RoutineView], today: date, width: int) -> Iterator[Line]:
    """All there is to say of a goal; its steps, routines and sessions can be selected."""
    goal = whole.view.goal
    yield Line("", Content.styled("\n".join(_wrapped(goal.title, width)), "bold"))
    state = _state(whole.view, today)
    if state:
        yield Line("", Content.styled("\n".join(_wrapped(state, width)), "$text-muted"))
    for label, text in _said(goal, today):
        yield Line("", _labelled(label, text, width))
    if goal.measure != "steps":
        yield Line("", _labelled("Progress", _measured(whole.view), width))
    if whole.steps:
        done = sum(step.done_on is not None for step in whole.steps)
        yield _title("Steps", f"{done} of {len(whole.steps)}", width)
    for step in whole.steps:
        yield Line(f"step:{step.id}", _boxed(step.done_on is not None, step.text, _step_trail(step, today), width))
    if routines:
        yield _title("Routines", "", width)
    for view in routines:
        trail = _routine_trail(view, today)
        yield Line(f"routine:{view.routine.id}", _boxed(view.is_done, view.routine.text, trail, width))
    if whole.sessions:
        spent = f"{minutes_words(whole.view.minutes_this_week)} this week · {minutes_words(whole.view.minutes)} in all"
        yield _title("Time", spent, width)
    year = today.year
    for session in whole.sessions:
        if session.day.year != year:
            year = session.day.year
            yield Line("", Content.styled(fit(str(year), width), "$text-muted"))
        yield Line(f"session:{session.id}", Content(_session_row(session, width)))
    if not (whole.steps or routines) and goal.state == "open":
        said = _NO_STEPS + (_ABOUT_NOTES if goal.avenue == "balance" else "")
        yield Line("", Content.styled("\n".join(["", *_wrapped(said, width)]), "$text-muted"))


def goals_title(views: Sequence[GoalView]) -> str:
    """What stands over the list: how many goals are open and parked, and the time spent on all of them this week."""
    count = {state: sum(view.goal.state == state for view in views) for state in ("open", "parked")}
    minutes = sum(view.minutes_this_week for view in views)
    spent = [f"{minutes_words(minutes)} this week"] if minutes else []
    return " · ".join(["Goals", *(f"{number} {state}" for state, number in count.items() if number), *spent])


def due_words(day: date | None, today: date) -> str:
    """When something is due, in at most eight cells: "today", "3d past", " 4 Dec"."""
    if day is None:
        return ""
    if day < today:
        days = (today - day).days
        return f"{days}d past" if days <= 99 else "overdue"
    return {0: "today", 1: "tomorrow"}.get((day - today).days) or short_day(day, today)


def _group(goal: Goal) -> str:
    return "Parked" if goal.state == "parked" else goal.avenue.capitalize()


def _heading(text: str, width: int, *, is_first: bool) -> Line:
    """The name of a group; over the first one the columns are named too."""
    named = ("Next step", "Due", "Still") if is_first else ("", "", "")
    return Line("", Content.styled(_in_columns(width, text, "", *named, indent=0), "$text-muted"))


def _goal_row(view: GoalView, today: date, width: int) -> str:
    goal = view.goal
    if goal.state == "closed":
        ended = "let go" if goal.let_go else VERDICT_NAMES[goal.verdict or "unknown"]
        return _in_columns(width, goal.title, _progress(view), ended, _short(goal.closed_on, today), "")
    if goal.state == "parked":
        return _in_columns(
            width, goal.title, _progress(view), "wakes" if goal.wake else "", _short(goal.wake, today), ""
        )
    following = view.next_step.text if view.next_step is not None else ""
    still = f"{view.idle_days}d" if view.idle_days else ""
    return _in_columns(width, goal.title, _progress(view), following, due_words(goal.due, today), still)


def _progress(view: GoalView) -> str:
    return bar(view.progress.fraction, _BAR, "░") if view.progress.of else ""


def _measured(view: GoalView) -> str:
    """How far a goal has come that doesn't count its steps, and the key that says more."""
    key = "t logs it" if view.goal.measure == "minutes" else "m sets it"
    return f"{_progress(view)}  {progress_words(view.goal, view.progress)} · {key}"


def _short(day: date | None, today: date) -> str:
    return short_day(day, today) if day is not None else ""


def _in_columns(width: int, title: str, progress: str, following: str, due: str, still: str, *, indent: int = 1) -> str:
    """The cells of a row: title and progress always, the others as there is room for them."""
    columns: list[tuple[str, int, bool]] = [(progress, _BAR, False)]
    if width >= _WITH_DUE:
        columns += [(due, _DUE, True), (still, _STILL, True)]
    room = width - indent - sum(cells + 2 for _, cells, _ in columns)
    if width >= _WITH_NEXT:
        share = (room - 2) * 2 // 5
        columns.insert(1, (following, share, False))
        room -= share + 2
    parts = [fit(title, room), *(fit(text, cells, right=right) for text, cells, right in columns)]
    return " " * indent + "  ".join(parts)


def _state(view: GoalView, today: date) -> str:
    goal = view.goal
    if goal.state == "closed" and goal.closed_on is not None:
        day = day_words(goal.closed_on, today)
        if goal.let_go:
            return f"Let go {_on(day)}: a decision, and it made room. x opens it again."
        return f"Closed {_on(day)}. x opens it again."
    if goal.state == "parked":
        until = f" until {day_words(goal.wake, today)}" if goal.wake is not None else ""
        return f"Parked{until}. p wakes it."
    if view.is_to_be_asked_about:
        return (
            f"Nothing has moved for {view.idle_days} days. A smaller step, put it aside for now, or let it go? "
            "s answers; all of it is fine."
        )
    return ""


def _on(day: str) -> str:
    return day if day in ("today", "yesterday", "tomorrow") else f"on {day}"


def _said(goal: Goal, today: date) -> Iterator[tuple[str, str]]:
    """What was said of the goal, each with its label."""
    if goal.verdict is not None:
        yield "Helped", {"helped": "yes", "little": "a little"}.get(goal.verdict, VERDICT_NAMES[goal.verdict])
    if goal.learnt:
        yield "Learnt", goal.learnt
    if goal.why:
        yield "Why", goal.why
    if goal.source is not None:
        yield "Answers", SOURCE_NAMES[goal.source]
    if goal.obstacle:
        yield "In the way", goal.obstacle
    if goal.plan:
        yield "Plan", goal.plan
    if goal.size is not None:
        yield "Challenge", size_words(goal.size)
    if goal.due is not None:
        day, far = day_words(goal.due, today), ago_words(goal.due, today)
        yield "By", day if day == far else f"{day}, {far}"


def _title(name: str, rest: str, width: int) -> Line:
    """The name of a part of the page, under an empty line."""
    text = f"{name}  {rest}" if rest else name
    return Line("", Content.styled(f"\n{fit(text, width)}", "$text-muted"))


def _labelled(label: str, text: str, width: int) -> Content:
    if width < 3 * _LABEL:
        lines = _wrapped(text, width)
        return Content.assemble((f"{label}\n", "$text-muted"), "\n".join(lines))
    lines = _wrapped(text, width - _LABEL)
    return Content.assemble((label.ljust(_LABEL), "$text-muted"), ("\n" + " " * _LABEL).join(lines))


def _boxed(is_done: bool, text: str, trail: str, width: int) -> Content:
    """A step or routine with its box; what else there is to say of it stands behind it, or below when it is long."""
    lines = _wrapped(text, width - 2)
    if trail:
        joined = f"{lines[-1]} · {trail}"
        lines[-1:] = [joined] if cell_len(joined) <= width - 2 else [lines[-1], *_wrapped(trail, width - 2)]
    return Content(f"{BOXES[is_done]} " + "\n  ".join(lines))


def _step_trail(step: Step, today: date) -> str:
    if step.done_on is not None:
        return short_day(step.done_on, today).strip()
    return f"due {_due(step.due, today)}" if step.due is not None else ""


def _due(day: date, today: date) -> str:
    return day_words(day, today) if day >= today else ago_words(day, today)


def _routine_trail(view: RoutineView, today: date) -> str:
    streak, words = view.streak, describe(view.schedule)
    if view.routine.ended_on is not None:
        words += f", until {day_words(view.routine.ended_on, today)}"
    said = [words]
    if view.routine.asks_step:
        said.append("asks for tomorrow's first step")
    if streak.unit != "day" and streak.missing and streak.days_left:
        said.append(f"{streak.missing} more this {streak.unit}")
    if streak.current:
        said.append(f"{periods(streak.current, streak.unit)} in a row")
    if streak.longest > streak.current:
        said.append(f"longest {streak.longest if streak.current else periods(streak.longest, streak.unit)}")
    return " · ".join(said)


def _session_row(session: Session, width: int) -> str:
    """A session with its day; the year stands above the first one of another year."""
    lead = f"{short_day(session.day, session.day):<{_DAY}} {minutes_words(session.minutes):>6}  "
    return lead + fit(session.text, max(width - len(lead), 0))


def _wrapped(text: str, width: int) -> list[str]:
    return [line.plain.rstrip() for line in Content(one_line(text, _LONGEST)).wrap(max(width, 8))]
