"""What is logged, by a day, as far as it bears on a change: the plain data that the rules of readiness look at.

``as_of`` gives what was known by an earlier day, so that the blocks can be drawn over time from the rows themselves.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from rutbreaker.domain.before_after import BeforeAfter
from rutbreaker.domain.models import Goal, Option, Pause, Ruler, Runway, Step, Trial

FREE_REASONS = ("holiday", "leave", "rest")
"""The reasons of a pause that make its days free ones; ill days are none."""

_DAY = timedelta(days=1)


class Scores(NamedTuple):
    """A finished sitting of the source finder: its day, and the score of each source, 0 to 100."""

    day: date
    scores: Mapping[str, float]


class Asked(NamedTuple):
    """Somebody was asked on a day how they came out of a similar place; ``person`` is their id."""

    day: date
    person: str
    name: str


class Break(NamedTuple):
    """Free days in a row, from the first to the last."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many there are."""
        return (self.last - self.first).days + 1


class Aside(NamedTuple):
    """Days on which a goal was parked, or closed before it was opened again: from the first to before ``until``."""

    first: date
    until: date


class Move(NamedTuple):
    """A goal that answers a source, or a finished trial: what it is called, when it began, and how it ended.

    ``days`` is for how many days it was, or has been, open; ``last`` is None while it goes on.
    """

    title: str
    first: date
    last: date | None
    has_verdict: bool
    days: int


class Record(NamedTuple):
    """What is logged by ``day``; every sequence is in the order of its days.

    Attributes:
        day: the day.
        goals, steps, trials: as they stand on that day.
        aside: the days on which a goal was parked, by its id.
        asked: who was asked how they came out of a similar place.
        breaks: the free days in a row, up to that day.
        rated: the days with a check-in.
        sittings: the finished sittings of the source finder.
        better: the index before the first move and now; None before the first move.
        rulers, runways: what was said of importance, confidence and savings.
        options: the options.
        favourites: the ids of those with the highest total.
        filled: since when a part of an option's sheet is written, by the option's id and the part's name.
        changed: the days on which anything about the options was changed.
    """

    day: date
    goals: Sequence[Goal] = ()
    steps: Sequence[Step] = ()
    trials: Sequence[Trial] = ()
    aside: Mapping[str, Sequence[Aside]] = {}
    asked: Sequence[Asked] = ()
    breaks: Sequence[Break] = ()
    rated: Sequence[date] = ()
    sittings: Sequence[Scores] = ()
    better: BeforeAfter | None = None
    rulers: Sequence[Ruler] = ()
    runways: Sequence[Runway] = ()
    options: Sequence[Option] = ()
    favourites: frozenset[str] = frozenset()
    filled: Mapping[tuple[str, str], date] = {}
    changed: Sequence[date] = ()


def breaks_of(off: Iterable[date], pauses: Iterable[Pause], today: date) -> list[Break]:
    """The free days up to ``today``, those in a row as one: days marked off, and pauses that are free ones."""
    spans = [(day, day) for day in off if day <= today]
    spans += [
        (pause.day, min(pause.until or today, today))
        for pause in pauses
        if pause.reason in FREE_REASONS and pause.day <= today
    ]
    found: list[Break] = []
    for first, last in sorted(spans):
        if found and first <= found[-1].last + _DAY:
            found[-1] = Break(found[-1].first, max(found[-1].last, last))
        else:
            found.append(Break(first, last))
    return found


def aside_of(changes: Iterable[tuple[date, str, str | None]], today: date) -> list[Aside]:
    """The days on which a goal was not open, up to ``today``.

    Args:
        changes: how its ``state`` and its ``wake`` date changed: day, field and value, oldest first.
        today: the day.
    """
    found: list[Aside] = []
    since, wake = None, None
    for day, field, value in (*changes, (today, "state", "open")):
        if field == "wake":
            wake = date.fromisoformat(value) if value else None
        elif value == "open" and since is not None:
            found.append(Aside(since, min(day, wake or day)))
            since = None
        elif value != "open" and since is None:
            since = day
        elif value == "closed" and wake is not None and since is not None and wake <= day:
            # It had woken by itself before it was closed.
            found.append(Aside(since, wake))
            since = day
    return [aside for aside in found if aside.first < aside.until]


def moves_of(record: Record) -> list[Move]:
    """Every move that was begun, oldest first."""
    goals = [
        Move(goal.title, goal.day, goal.closed_on, goal.verdict is not None, open_days(goal, record))
        for goal in record.goals
        if goal.source
    ]
    trials = [
        Move(f"trial of #{trial.tag}", trial.day, trial.until, True, (trial.until - trial.day).days + 1)
        for trial in record.trials
        if trial.stopped_on is None and trial.until < record.day
    ]
    return sorted((*goals, *trials), key=lambda move: move.first)


def open_days(goal: Goal, record: Record) -> int:
    """For how many days a goal was, or has been, open, those on which it was parked left out."""
    end = goal.closed_on or record.day
    aside = ((min(each.until, end) - max(each.first, goal.day)).days for each in record.aside.get(goal.id, ()))
    return (end - goal.day).days - sum(days for days in aside if days > 0)


def first_known(record: Record) -> date | None:
    """The first day on which anything was logged that bears on a change, free days aside; None without any."""
    goals = [goal for goal in record.goals if goal.source or goal.avenue == "learning"]
    days = [model.day for model in goals]
    for entries in (record.trials, record.asked, record.sittings, record.rulers, record.runways, record.options):
        days += [entry.day for entry in entries]
    return min((day for day in days if day <= record.day), default=None)


def as_of(record: Record, day: date) -> Record:
    """What was known by an earlier day. What is written of a goal counts as it is worded now, from its first day on.

    ``better`` is left as it is: it has to be worked out for that day.
    """
    return record._replace(
        day=day,
        goals=[_goal_as_of(goal, day) for goal in record.goals if goal.day <= day],
        steps=[step for step in record.steps if step.day <= day],
        trials=[trial for trial in record.trials if trial.day <= day],
        asked=[asked for asked in record.asked if asked.day <= day],
        breaks=[found._replace(last=min(found.last, day)) for found in record.breaks if found.first <= day],
        rated=[rated for rated in record.rated if rated <= day],
        sittings=[sitting for sitting in record.sittings if sitting.day <= day],
        rulers=[ruler for ruler in record.rulers if ruler.day <= day],
        runways=[runway for runway in record.runways if runway.day <= day],
        options=[option for option in record.options if option.day <= day],
        filled={part: since for part, since in record.filled.items() if since <= day},
        changed=[changed for changed in record.changed if changed <= day],
    )


def _goal_as_of(goal: Goal, day: date) -> Goal:
    if goal.closed_on is None or goal.closed_on <= day:
        return goal
    return goal._replace(state="open", closed_on=None, verdict=None, let_go=False)
