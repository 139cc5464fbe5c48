"""What is calculated over ten years: by the processor's time, which other programs disturb least."""

from argparse import Namespace
from collections.abc import Callable
from datetime import timedelta
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
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
from tests.bench.rows import Row
from tests.seed import TEN_YEARS, seed_ten_years

ROUTINES = 20


def measure(asked: Namespace) -> list[Row]:
    """Streaks with reading, and the three analyses together."""
    random = Random(1)
    index = [None if random.random() < 0.2 else round(random.uniform(1, 5), 1) for _ in range(TEN_YEARS)]
    tags = {f"tag{number}": [random.random() < 0.35 for _ in range(TEN_YEARS)] for number in range(12)}
    answers = {f"{letter}{number}": random.randint(1, 5) for letter in "ABCDEF" for number in range(1, 5)}
    parts = {
        "source ranking": _time(lambda: rank_sources(answers), asked.runs),
        "slumps": _time(lambda: find_slumps(index, 0), asked.runs),
        "12 tags": _time(lambda: associations(index, tags, 0), asked.runs),
    }
    beside = ", ".join(f"{name} {spent:.0f}" for name, spent in parts.items())
    with TemporaryDirectory() as folder:
        path = f"{folder}/ten-years.db"
        context = _open(path)
        seed_ten_years(context)
        _add_routines(context)
        context.connection.close()
        # Each time in a connection of its own, because answers are remembered for an open file.
        opened = [_open(path) for _ in range(asked.runs)]
        waiting = iter(opened)
        streaks = _time(lambda: streak_table(next(waiting)), asked.runs)
        for context in opened:
            context.connection.close()
    return [
        Row("source ranking, slumps and 12 tags, ten years", sum(parts.values()), "ms", most=150, beside=beside),
        Row(f"streaks of 4 kinds and {ROUTINES} routines, ten years, with reading", streaks, "ms", most=20),
    ]


def _open(path: str) -> Context:
    return Context(open_store(path), SystemClock(), Settings())


def _time(work: Callable[[], object], runs: int) -> float:
    """The median of the processor's time in milliseconds."""
    spent = []
    for _ in range(runs):
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
