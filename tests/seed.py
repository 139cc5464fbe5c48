"""Believable data, the same at every run: for tests of long use, the benchmark and the pictures in the README.

Everything goes through the real history, one act for each thing, so that undo and search see what they would see after
years of use; only the commits are taken together.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from random import Random
from typing import NamedTuple

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.dates import full_day
from rutbreaker.domain.models import (
    Checkin,
    Contact,
    Goal,
    Gratitude,
    Person,
    Reflection,
    Routine,
    Schedule,
    Session,
    Step,
    Tick,
    Win,
)
from rutbreaker.domain.text import tags_in
from rutbreaker.store.history import Act, put
from rutbreaker.store.ids import checkin_id, tick_id

TEN_YEARS = 3650
ENTRIES = 20_000

_DONE = ("Shipped", "Fixed", "Finished", "Reviewed", "Untangled", "Sketched", "Presented", "Sped up", "Documented")
_THINGS = (
    "the importer", "the release notes", "the login page", "the onboarding guide", "a flaky test", "the budget sheet",
    "the search index", "the quarterly plan", "the on-call handbook", "the naming of things", "the slow query",
)  # fmt: skip
_ENDINGS = ("", " before lunch", " with Ana", " #ship", " after three tries", " #deepwork", " and told nobody")
_NAMES = (
    "Ana Ruiz", "Dana Weiss", "Femi Ade", "Grete Holm", "Hugo Lind", "Iris Okafor", "Jonas Vik", "Kira Sato",
    "Lena Brandt", "Milo Costa", "Nadia Haddad", "Otis Reed",
)  # fmt: skip
_ROLES = ("mentor", "peer", "manager", "sponsor", "coach", "community")
_MEETINGS = (
    ("Coffee", "How did it go?"), ("Walked round the block", "Who else should I meet?"), ("A long call", ""),
    ("Lunch", "Did the talk work out?"), ("Asked about her team", "What would you do differently?"),
)  # fmt: skip
_KIND = ("covered for me", "asked how I was", "explained it twice", "brought cake", "stood up for the idea")
_WHYS = ("", "", "I had not slept", "it was not their job", "nobody else saw it")
_NOTES = ("", "", "", "Long review, but it shipped. #meetings", "Quiet morning #deepwork", "Three calls #meetings")
_PROMPTS = ("", "The last time work absorbed you", "Weekly review", "What would you miss?")
_THOUGHTS = (
    "I keep coming back to the week we rewrote the importer.", "The meetings eat the mornings.",
    "Teaching it made me like it again.", "Nobody asked, and I did it anyway.", "It is not the work, it is the pace.",
)  # fmt: skip


class _SeededGoal(NamedTuple):
    title: str
    avenue: str
    source: str | None
    why: str
    plan: str
    steps: tuple[str, str, str]
    spent_on: str


_GOALS = (
    _SeededGoal(
        "Learn Rust by building a parser", "learning", "challenge", "I miss not knowing how something works",
        "If it is Tuesday at five, then I open the book", ("Finish chapter 4", "Parse a number", "Show it to Jonas"),
        "the next chapter",
    ),
    _SeededGoal(
        "Leave by six", "balance", "life", "Dinner with the children",
        "If it is half past five, then I write tomorrow's first line",
        ("Move the late call", "Tell the team", "Two weeks"),
        "tidied the board",
    ),
    _SeededGoal(
        "Talk at the local meet-up", "network", "alone", "To know people outside these four walls",
        "If Lena asks again, then I say yes", ("Write the outline", "Ask Lena for a slot", "Rehearse once"),
        "slides",
    ),
    _SeededGoal(
        "Lead the migration", "challenge", "challenge", "It scares me a little, and it is mine",
        "If the plan stalls, then I ask Dana first", ("Count the tables", "Draft the plan", "Dry run"),
        "the plan",
    ),
    _SeededGoal(
        "Ask for feedback every month", "recognition", "recognition", "I only ever hear what is missing",
        "If the sprint ends, then I ask one person", ("Write three questions", "Ask Femi", "Ask Grete"),
        "wrote down what they said",
    ),
    _SeededGoal(
        "Find what comes next", "aim", None, "Ten years on, I want to have chosen",
        "If it is Sunday evening, then I write one page", ("List ten people", "Talk to three", "Write the page"),
        "thought on paper",
    ),
)  # fmt: skip


class _Amounts(NamedTuple):
    """How much there is of each kind, and how likely a check-in is on a weekday and at a weekend."""

    days: int
    wins: int
    gratitude: int
    reflections: int
    sessions: int
    contacts: int
    weekday: float = 1.0
    weekend: float = 1.0


def seed_ten_years(context: Context, seed: int = 7) -> None:
    """Fill an empty data file with 3,650 check-ins and 20,000 entries that end on the clock's today; takes seconds."""
    _Seeding(context, seed, _Amounts(TEN_YEARS, 11_000, 6_000, 1_000, 1_200, 800)).run()


def seed_a_year(context: Context, seed: int = 7) -> None:
    """Fill an empty data file with a year as it is lived: weekends mostly free, some days missed, 900 entries."""
    _Seeding(context, seed, _Amounts(400, 450, 250, 60, 90, 50, weekday=0.93, weekend=0.15)).run()


def seed_a_season(context: Context, seed: int = 7) -> None:
    """Fill an empty data file with three months of use, 200 entries: some of everything, and quick to look through."""
    _Seeding(context, seed, _Amounts(90, 100, 50, 15, 20, 15, weekday=0.93, weekend=0.15)).run()


class _Seeding:
    def __init__(self, context: Context, seed: int, amounts: _Amounts) -> None:
        self.connection = context.connection
        self.amounts = amounts
        self.chance = Random(seed)
        self.last = context.clock.today()
        self.offset = context.clock.now().tzinfo
        self.clock = FixedClock(context.clock.now())
        self.goals: list[str] = []
        self.persons: list[str] = []

    def run(self) -> None:
        """Write everything in the order of its days."""
        days = [self.last - timedelta(days=back) for back in reversed(range(self.amounts.days))]
        with self.connection.immediate():
            self.people_and_goals(days[0])
            plan = self.plan(days)
            for place, day in enumerate(days):
                for hour, write in sorted(plan[day], key=lambda planned: planned[0]):
                    self.at(day, hour)
                    write(day)
                self.check_in(place, day)

    def plan(self, days: list[date]) -> dict[date, list[tuple[int, Callable[[date], None]]]]:
        """Which entries fall on which day and hour."""
        plan: dict[date, list[tuple[int, Callable[[date], None]]]] = {day: [] for day in days}
        kinds = (
            (self.win, self.amounts.wins),
            (self.thank, self.amounts.gratitude),
            (self.reflect, self.amounts.reflections),
            (self.work, self.amounts.sessions),
            (self.meet, self.amounts.contacts),
        )
        for write, count in kinds:
            for _ in range(count):
                # Never later than eight on a day, so that nothing of today lies ahead of a clock at nine.
                plan[self.chance.choice(days)].append((self.chance.randrange(6, 9), write))
        return plan

    def at(self, day: date, hour: int) -> None:
        """Move the clock to a moment of a day."""
        moment = time(hour, self.chance.randrange(50), self.chance.randrange(60))
        self.clock.at = datetime.combine(day, moment, self.offset)

    @contextmanager
    def act(self, title: str) -> Iterator[Act]:
        """One act at the clock's moment, inside the one transaction."""
        doing = Act(self.connection, self.clock.now(), title)
        yield doing
        doing.finish()

    def people_and_goals(self, day: date) -> None:
        """People, and goals with steps and a routine, that everything else refers to."""
        self.at(day, 6)
        now = self.clock.now()
        for place, name in enumerate(_NAMES):
            with self.act(f"person: {name}") as doing:
                self.persons.append(doing.new_id())
                put(
                    doing, Person(self.persons[-1], day, now, name, _ROLES[place % 6], rhythm=(None, 42, 70)[place % 3])
                )
        for goal in _GOALS:
            with self.act(f"goal: {goal.title}") as doing:
                self.goals.append(doing.new_id())
                made = Goal(self.goals[-1], day, now, goal.title, goal.avenue, goal.why, goal.source, plan=goal.plan)
                put(doing, made)
                for place, text in enumerate(goal.steps):
                    done_on = day if place == 0 else None
                    put(doing, Step(doing.new_id(), day, now, self.goals[-1], text, place, done_on=done_on))
        with self.act("routine: Read a chapter") as doing:
            routine = doing.new_id()
            put(doing, Routine(routine, day, now, self.goals[0], "Read a chapter"))
            put(doing, Schedule(doing.new_id(), day, now, routine, "week", "", 3))
            for back in range(0, 120, 2):
                ticked = self.last - timedelta(days=back)
                put(doing, Tick(tick_id(routine, ticked), ticked, now, routine))

    def win(self, day: date) -> None:
        """A win."""
        text = f"{self.chance.choice(_DONE)} {self.chance.choice(_THINGS)}{self.chance.choice(_ENDINGS)}"
        with self.act(f"win: {text}") as doing:
            put(doing, Win(doing.new_id(), day, self.clock.now(), text, tags_in(text)))

    def thank(self, day: date) -> None:
        """A gratitude."""
        name, why = self.chance.choice(_NAMES), self.chance.choice(_WHYS)
        text = f"{name.split()[0]} {self.chance.choice(_KIND)}"
        with self.act(f"gratitude: {text}") as doing:
            put(doing, Gratitude(doing.new_id(), day, self.clock.now(), text, why, name))

    def reflect(self, day: date) -> None:
        """A reflection of a few sentences."""
        text = "\n\n".join(self.chance.sample(_THOUGHTS, self.chance.randrange(1, 5)))
        with self.act("reflection") as doing:
            put(doing, Reflection(doing.new_id(), day, self.clock.now(), text, self.chance.choice(_PROMPTS)))

    def work(self, day: date) -> None:
        """A session on a goal."""
        place, minutes = self.chance.randrange(len(_GOALS)), self.chance.randrange(15, 120, 5)
        with self.act("session") as doing:
            put(
                doing,
                Session(doing.new_id(), day, self.clock.now(), self.goals[place], minutes, _GOALS[place].spent_on),
            )

    def meet(self, day: date) -> None:
        """A contact with a person."""
        with self.act("contact") as doing:
            person = self.chance.choice(self.persons)
            put(doing, Contact(doing.new_id(), day, self.clock.now(), person, *self.chance.choice(_MEETINGS)))

    def check_in(self, place: int, day: date) -> None:
        """A check-in, or none on a day that was missed; the last two weeks are lower than the usual."""
        likely = self.amounts.weekday if day.weekday() < 5 else self.amounts.weekend
        if self.chance.random() >= likely:
            return
        self.at(day, 8)
        energy, interest, calm, progress, people = self.ratings(3.4 if place < self.amounts.days - 14 else 2.5)
        note = self.chance.choice(_NOTES)
        checkin = Checkin(checkin_id(day), day, self.clock.now(), energy, interest, 6 - calm, progress, people)
        with self.act(f"check-in for {full_day(day)}") as doing:
            put(doing, checkin._replace(note=note, tags=tags_in(note), rated_on=day))

    def ratings(self, level: float) -> list[int]:
        """Five ratings around a level."""
        return [min(5, max(1, round(self.chance.gauss(level, 0.8)))) for _ in range(5)]
