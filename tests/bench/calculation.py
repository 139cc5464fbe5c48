"""What is calculated over ten years: by the processor's time, which other programs disturb least."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from random import Random
from statistics import median
from time import process_time

from rutbreaker.clock import SystemClock
from rutbreaker.config import Settings
from rutbreaker.context import Context
from rutbreaker.domain.models import Goal, Routine, Schedule, Tick
from rutbreaker.insight.helps import associations
from rutbreaker.insight.slump import find_slumps
from rutbreaker.insight.sources import rank_sources
from rutbreaker.journal.streaks import streak_table
from rutbreaker.store.connection import open_store
from rutbreaker.store.history import put
from rutbreaker.store.ids import tick_id
from tests.bench.parts import Part, Run
from tests.bench.promises import measured
from tests.bench.rows import Row
from tests.seed import TEN_YEARS

ROUTINES = 20


def _analyses(run: Run) -> Iterator[Row]:
    random = Random(1)
    index = [None if random.random() < 0.2 else round(random.uniform(1, 5), 1) for _ in range(TEN_YEARS)]
    tags = {f"tag{number}": [random.random() < 0.35 for _ in range(TEN_YEARS)] for number in range(12)}
    answers = {f"{letter}{number}": random.randint(1, 5) for letter in "ABCDEF" for number in range(1, 5)}
    parts = {
        "source ranking": _time(lambda: rank_sources(answers), run),
        "slumps": _time(lambda: find_slumps(index, 0), run),
        "12 tags": _time(lambda: associations(index, tags, 0), run),
    }
    beside = ", ".join(f"{name} {spent:.0f}" for name, spent in parts.items())
    yield measured("source ranking, slumps and 12 tags, ten years", sum(parts.values()), beside)


def _streaks(run: Run) -> Iterator[Row]:
    """With reading, and each time in a connection of its own, because answers are remembered for an open file."""
    path = f"{run.files.ten_years_to_write()}/rutbreaker.db"
    context = _open(path)
    _add_routines(context)
    context.connection.close()
    opened = [_open(path) for _ in range(run.runs)]
    waiting = iter(opened)
    streaks = _time(lambda: streak_table(next(waiting)), run)
    for context in opened:
        context.connection.close()
    yield measured("streaks of 4 kinds and 20 routines, ten years", streaks, "with reading")


def _open(path: str) -> Context:
    return Context(open_store(path), SystemClock(), Settings())


def _time(work: Callable[[], object], run: Run) -> float:
    """The median of the processor's time in milliseconds."""
    spent = []
    for _ in range(run.runs):
        run.quiet.wait()
        begun = process_time()
        work()
        spent.append((process_time() - begun) * 1000)
    return median(spent)


def _add_routines(context: Context) -> None:
    """Routines of every kind of schedule, ticked on four days of five for ten years."""
    random, today, now = Random(2), context.clock.today(), context.clock.now()
    first = today - timedelta(days=TEN_YEARS - 1)
    with context.act("routines") as doing:
        goal = Goal(doing.new_id(), first, now, "Move more")
        put(doing, goal)
        for number in range(ROUTINES):
            routine = Routine(doing.new_id(), first, now, goal.id, f"Routine {number}")
            put(doing, routine)
            per, rrule, times = (("day", "FREQ=DAILY", None), ("week", "", 3), ("month", "", 8))[number % 3]
            put(doing, Schedule(doing.new_id(), first, now, routine.id, per, rrule, times))
            for place in range(TEN_YEARS):
                if random.random() < 0.8:
                    day = first + timedelta(days=place)
                    put(doing, Tick(tick_id(routine.id, day), day, now, routine.id))


PARTS = (
    Part(("source ranking, slumps and 12 tags, ten years",), _analyses),
    Part(("streaks of 4 kinds and 20 routines, ten years",), _streaks),
)
"""What is measured here."""
