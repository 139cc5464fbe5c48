"""Setting a goal and changing what was said of it: a form, and the plan read back."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any, NamedTuple

from rutbreaker.domain.goals import SIZES, is_if_then, read_size
from rutbreaker.domain.models import Goal
from rutbreaker.domain.progress import measure_words, read_measure
from rutbreaker.domain.source_moves import SourceMove
from rutbreaker.domain.text import flat
from rutbreaker.domain.words import AVENUES, SOURCE_NAMES
from rutbreaker.errors import BadInput
from rutbreaker.journal import goals
from rutbreaker.journal.days import read_day
from rutbreaker.journal.log import read_whole
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.screens.form import Field, Form, Values
from rutbreaker.tui.screens.notice import Notice

DUE_HINT = "24 Dec, fri, in 3 weeks"
"""What an empty field for a day to come shows."""

EVERY_HINT = "every weekday, mon wed, 3 a week"
"""What an empty field for a schedule shows."""

SHORT = 60
"""The most characters of a goal's title in that of a dialog."""

_MEASURE_HINT = "its steps; or 20h, 30 pages, 12 of 30 pages"
_SIZES = [
    ("", "none"),
    *((str(size), f"{size} {name}" if size in (min(SIZES), max(SIZES)) else str(size)) for size, name in SIZES.items()),
]

_Save = Callable[[Values], Awaitable[Any]]


class Start(NamedTuple):
    """What the fields of a goal hold at the beginning, as they can be typed; ``step`` is asked for only with one."""

    title: str = ""
    avenue: str = "aim"
    source: str = ""
    why: str = ""
    obstacle: str = ""
    plan: str = ""
    due: str = ""
    measure: str = ""
    size: str = ""
    step: str = ""
    every: str = ""
    asks_step: bool = False


def start_from(move: SourceMove) -> Start:
    """What a goal that is made of an idea begins with."""
    return Start(
        move.title,
        move.avenue,
        move.source,
        plan=move.plan,
        step=move.step,
        every=move.every,
        asks_step=move.asks_step,
    )


async def new_goal(host: Asking, start: Start | None = None, title: str = "A new goal") -> str | None:
    """Set a goal, perhaps beginning with what is known of it; its id, or None when it was not set."""
    made: list[Goal] = []
    given = start or Start()

    async def save(values: Values) -> None:
        text = values.get("step", "")
        first = goals.FirstStep(text, None, values.get("every", ""), given.asks_step) if text.strip() else None
        made.append(await host.ask(goals.add_goal, values["title"], first, **await _parts(host, values)))

    fields = [*_goal_fields(given), *_first_fields(given)]
    form = Form(title, fields, _asking_about_plan(save), draft=f"goal {start.title}" if start else "goal")
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

    known = Start(
        goal.title,
        goal.avenue,
        goal.source or "",
        flat(goal.why),
        flat(goal.obstacle),
        flat(goal.plan),
        typed_day(goal.due),
        "" if goal.measure == "steps" else measure_words(goal),
        str(goal.size or ""),
    )
    saving = _asking_about_plan(save, goal.plan)
    if await host.hold(Form("Goal", _goal_fields(known), saving, draft=f"goal {goal_id}")):
        await _read_back(host, goal.plan, changed[-1])


async def day_to_come(host: Asking, text: str) -> date | None:
    """The day to come that was typed, or None for none."""
    if not text.strip():
        return None
    day: date = await host.ask(read_day, text, future=True)
    return day


def typed_day(day: date | None) -> str:
    """A day as it can be typed; empty for none."""
    return day.isoformat() if day is not None else ""


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


def _goal_fields(start: Start) -> list[Field]:
    return [
        Field("title", "Goal", start.title, "clear, a stretch, and within reach"),
        Field("avenue", "Avenue", start.avenue, choices=[(each, each) for each in AVENUES]),
        Field("source", "Answers", start.source, choices=[("", "no source"), *SOURCE_NAMES.items()]),
        Field("why", "Why", start.why, "why it matters to you"),
        Field("obstacle", "In the way", start.obstacle, "what could stop you, most of all in yourself"),
        Field("plan", "Plan", start.plan, "If … happens, then I …"),
        Field("due", "By", start.due, f"{DUE_HINT}; may stay empty", replaced=True),
        Field("measure", "Counts", start.measure, _MEASURE_HINT, replaced=True),
        Field("size", "Challenge", start.size, choices=_SIZES),
    ]


def _first_fields(start: Start) -> list[Field]:
    """The first step, and the schedule of one that repeats."""
    fields = [Field("step", "First step", start.step, "the next small thing to do")] if start.step else []
    if start.every:
        fields.append(Field("every", "Repeats", start.every, f"{EVERY_HINT}; may stay empty", replaced=True))
    return fields


async def _parts(host: Asking, values: Values) -> goals.GoalParts:
    return {
        "avenue": values["avenue"],
        "source": values["source"] or None,
        "why": values["why"],
        "obstacle": values["obstacle"],
        "plan": values["plan"],
        "due": await day_to_come(host, values["due"]),
        "measure": read_measure(values["measure"]),
        "size": read_size(values["size"]),
    }


async def _read_back(host: Asking, before: str, goal: Goal) -> None:
    """Show a new plan once, alone: one that was said aloud is kept more often (evidence.md, section 3)."""
    if goal.plan and goal.plan != before:
        await host.hold(Notice("Read it aloud once", goal.plan))
