"""What comes next, gathered from everywhere: what was begun, what is due, whom to write to, what stands still."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from functools import lru_cache

from rutbreaker.context import Context
from rutbreaker.domain import moves
from rutbreaker.domain.checkins import is_done
from rutbreaker.domain.dates import full_day
from rutbreaker.domain.day_set import DaySet
from rutbreaker.domain.goals import awake, idle_days, is_to_be_asked_about
from rutbreaker.domain.log import LOGGED
from rutbreaker.domain.models import Goal, Routine, Schedule, Snooze, Step
from rutbreaker.domain.moves import NextMove, NextMoves, Standing
from rutbreaker.domain.pauses import is_asked_about
from rutbreaker.domain.people import days_passed, is_due, overdue
from rutbreaker.domain.schedule import Expected, describe, expected_days, in_force, is_paused, times_per_day
from rutbreaker.domain.streaks import streak
from rutbreaker.domain.trials import assignment, place_words
from rutbreaker.domain.weekly import prompt_of, week_to_review
from rutbreaker.errors import BadInput
from rutbreaker.store import goals, people
from rutbreaker.store import moves as store
from rutbreaker.store.answers import answers_of
from rutbreaker.store.checkins import checkin_of, checkins_between, latest_checkins
from rutbreaker.store.connection import Connection
from rutbreaker.store.day_by_day import reviews_of
from rutbreaker.store.days import all_days_done, pauses
from rutbreaker.store.drafts import draft_names
from rutbreaker.store.expected import expected_every_day
from rutbreaker.store.history import put
from rutbreaker.store.ids import snooze_id
from rutbreaker.store.log import log_keys
from rutbreaker.store.routines import expected_routine, routines, schedules_by_owner
from rutbreaker.store.sittings import latest_sittings
from rutbreaker.store.trials import running_trial
from rutbreaker.store.under_way import under_way

_A_DAY, _TO_SUNDAY, _LOOKED_BACK = timedelta(days=1), timedelta(days=6), timedelta(days=31)
_WEEKLY = 1 / 7 + 1e-9
_ENOUGH_TO_ASK = 5
"""Check-ins after which the source finder is proposed for the first time."""
_ASK_AGAIN = 42
"""Days after which another sitting of it is worth having."""
_RULERS, _RULER_DAYS = ("importance", "confidence"), 14
"""The rulers of a change, read every so many days."""
_ENOUGH_OF_A_WEEK = 3
"""Check-ins that a week must have for its review to be proposed."""

_CHECKIN_DRAFT, _REFLECTION_DRAFT = "checkin:", "reflection"


def next_moves(context: Context, *, holds_back: bool = False) -> NextMoves:
    """What comes next, from everywhere; with nothing due, the one thing that would help most.

    ``holds_back`` leaves out what prompts to think about a change.
    """
    today = context.clock.today()
    standing = [awake(goal, today) for goal in goals.all_goals(context.connection)]
    open_goals = {goal.id: goal for goal in standing if goal.state == "open"}
    shifted = goals.last_moves(context.connection)
    begun, people_due = _begun(context, today), _due_people(context.connection, today)
    steps = goals.open_steps(context.connection)
    due_steps = [step for step in steps if step.goal in open_goals and step.due is not None and step.due <= today]
    due_routines = list(_due_routines(context, open_goals))
    # A goal that stands still is not asked about while something of it is due anyway.
    busy = {step.goal for step in due_steps} | {routine.goal for routine, _ in due_routines}
    gathered = [
        *begun,
        *(moves.due_step(step, today) for step in due_steps),
        *(move for _, move in due_routines),
        *_trial(context, today),
        *_answering(context.connection, open_goals, steps, busy, shifted, today),
        *people_due,
        *_goals_to_look_at(open_goals, busy, shifted, today),
        *_source_finder(context.connection, today),
        *_housekeeping(context, today),
        *(() if holds_back else _rulers(context.connection, today)),
    ]
    put_off = {snooze.move for snooze in store.put_off_on(context.connection, today)}
    return moves.first_of(gathered, _standing(context, open_goals, steps, shifted, today), put_off)


def put_off(context: Context, move: NextMove, until: date) -> Snooze:
    """Put a next move off: it comes back on the day ``until``.

    Raises:
        BadInput: that day isn't after today, or the move is only suggested.
    """
    today = context.clock.today()
    if move.place == moves.SUGGESTED:
        raise BadInput("Nothing is due: what stands there is only a suggestion, and needs no putting off.")
    if until <= today:
        raise BadInput("A next move is put off until a day after today: tomorrow, mon, +3, 2 Dec.")
    with context.act(f"put off until {full_day(until)}: {move.text}") as doing:
        snooze = Snooze(snooze_id(move.key), today, context.clock.now(), move.key, until)
        put(doing, snooze)
    return snooze


def _begun(context: Context, today: date) -> Iterator[NextMove]:
    for name in draft_names(context.connection):
        if name.startswith(_CHECKIN_DRAFT):
            yield from _begun_checkin(name.removeprefix(_CHECKIN_DRAFT), today)
        elif name.startswith(_REFLECTION_DRAFT):
            yield moves.begun_text(name, "Finish the reflection you began")


def _begun_checkin(day: str, today: date) -> Iterator[NextMove]:
    # Another program may have written a name with no day in it.
    with suppress(ValueError):
        yield moves.begun_checkin(date.fromisoformat(day), today)


def _due_routines(context: Context, open_goals: Mapping[str, Goal]) -> Iterator[tuple[Routine, NextMove]]:
    connection = context.connection
    known = [each for each in routines(connection) if each.goal in open_goals]
    if not known:
        return
    every_day, schedules = expected_every_day(connection), schedules_by_owner(connection)
    done = all_days_done(connection)
    for routine in known:
        expected = expected_routine(routine, schedules.get(routine.id, ()), every_day, open_goals[routine.goal])
        move = _due_routine(context, routine, expected, done[routine.id])
        if move is not None:
            yield routine, move


def _due_routine(context: Context, routine: Routine, expected: Expected, done: DaySet) -> NextMove | None:
    """The routine as a move, when it is expected today and not ticked."""
    today = context.clock.today()
    ended = routine.ended_on is not None and routine.ended_on < today
    if today in done or ended or is_paused(today, expected):
        return None
    schedule = in_force(expected.schedules, today)
    if schedule.per == "day":
        if expected_days([schedule], today, today):
            return moves.due_routine(routine, describe(schedule))
        return _missed_routine(routine, schedule, expected, done, today)
    found = streak(done, expected, today=today)
    if not found.missing:
        return None
    return moves.due_routine(routine, describe(schedule), max((found.days_left or 0) - found.missing, 0))


def _missed_routine(
    routine: Routine, schedule: Schedule, expected: Expected, done: DaySet, today: date
) -> NextMove | None:
    """The routine as a move, when its last day went by without it; what comes more than weekly comes again anyway."""
    if times_per_day(schedule) > _WEEKLY:
        return None
    first = max(schedule.day, routine.day, today - _LOOKED_BACK)
    expected_on = [day for day in expected_days([schedule], first, today - _A_DAY) if not is_paused(day, expected)]
    if not expected_on or (done.latest and done.latest >= expected_on[-1]):
        return None
    return moves.missed_routine(routine, describe(schedule), expected_on[-1], today)


def _trial(context: Context, today: date) -> Iterator[NextMove]:
    trial = running_trial(context.connection, today)
    if trial is None:
        return
    from rutbreaker.insight.trial import view_on

    view = view_on(trial, today)
    if view is not None:
        yield moves.trial_today(assignment(view), place_words(view))


def _answering(
    connection: Connection,
    open_goals: Mapping[str, Goal],
    steps: Sequence[Step],
    busy: Collection[str],
    shifted: Mapping[str, date],
    today: date,
) -> Iterator[NextMove]:
    """The goal that answers the leading source, if nothing of it is due and it isn't to be asked about anyway.

    ``shifted`` is the last day on which each goal moved.
    """
    sittings = latest_sittings(connection, 1)
    if not sittings or not any(goal.source for goal in open_goals.values()):
        return
    source = _leading(tuple(answers_of(connection, sittings[0].id).items()), sittings[0].seed)
    answering = [goal for goal in open_goals.values() if goal.source == source is not None]
    if any(goal.id in busy for goal in answering):
        return
    idle = {goal.id: idle_days(goal, shifted.get(goal.id), today) for goal in answering}
    waiting = [goal for goal in answering if not is_to_be_asked_about(goal, shifted.get(goal.id), today)]
    if waiting:
        goal = max(waiting, key=lambda each: idle[each.id])
        yield moves.answering_goal(goal, next((step for step in steps if step.goal == goal.id), None))


@lru_cache(maxsize=2)
def _leading(answers: tuple[tuple[str, int], ...], seed: int) -> str | None:
    """The source that a sitting puts first; None when it ranks none. Kept, because it takes 30 ms to find."""
    from rutbreaker.insight.sources import rank_sources

    ranking = rank_sources(dict(answers), seed=seed)
    return ranking[0].key if ranking.verdict == "ranked" else None


def _due_people(connection: Connection, today: date) -> Iterator[NextMove]:
    persons = [person for person in people.all_persons(connection) if person.rhythm is not None]
    last = people.last_contacts(connection)
    since = [last[person.id].day if person.id in last else person.day for person in persons]
    expected = expected_every_day(connection)
    for person, days in zip(persons, days_passed(since, today, expected), strict=True):
        if is_due(days, person.rhythm):
            ask = last[person.id].next if person.id in last else ""
            yield moves.due_person(person, days, overdue(days, person.rhythm) or 0, ask)


def _goals_to_look_at(
    open_goals: Mapping[str, Goal], busy: Collection[str], shifted: Mapping[str, date], today: date
) -> Iterator[NextMove]:
    for goal in open_goals.values():
        moved = shifted.get(goal.id)
        if goal.due is not None and goal.due <= today:
            yield moves.due_goal(goal, today)
        elif goal.wake == today:
            yield moves.woken_goal(goal)
        elif is_to_be_asked_about(goal, moved, today) and goal.id not in busy:
            yield moves.still_goal(goal, idle_days(goal, moved, today))


def _source_finder(connection: Connection, today: date) -> Iterator[NextMove]:
    """The source finder: one under way, the first one after some check-ins, or another when the last is long ago."""
    begun, last = under_way(connection), latest_sittings(connection, 1)
    if begun is not None:
        yield moves.begun_sitting(len(begun.answers))
    elif not last:
        if len(latest_checkins(connection, today, _ENOUGH_TO_ASK)) == _ENOUGH_TO_ASK:
            yield moves.due_sitting(None)
    elif (days := (today - (last[0].finished_on or last[0].day)).days) >= _ASK_AGAIN:
        yield moves.due_sitting(days)


def _rulers(connection: Connection, today: date) -> Iterator[NextMove]:
    """The rulers of a change that is thought about: there is an option, or a ruler was read before."""
    read = store.last_readings(connection)
    if not read and not store.has_options(connection):
        return
    oldest = min(read.values()) if len(read) == len(_RULERS) else None
    days = None if oldest is None else (today - oldest).days
    if days is None or days >= _RULER_DAYS:
        yield moves.due_rulers(days)


def _housekeeping(context: Context, today: date) -> Iterator[NextMove]:
    """The review of the week, once it had a few check-ins, and whether an open pause goes on."""
    connection, monday = context.connection, week_to_review(today)
    prompt = prompt_of(monday)
    rated = [each for each in checkins_between(connection, monday, monday + _TO_SUNDAY) if is_done(each)]
    if len(rated) >= _ENOUGH_OF_A_WEEK and not reviews_of(connection, prompt):
        yield moves.due_review(monday, today)
    for pause in pauses(connection):
        if pause.day <= today and is_asked_about(pause, context.clock.day_of(pause.at), today):
            yield moves.asked_pause((today - pause.day).days + 1)


def _standing(
    context: Context, open_goals: Mapping[str, Goal], steps: Sequence[Step], shifted: Mapping[str, date], today: date
) -> Standing:
    connection = context.connection
    following: dict[str, Step] = {}
    for step in steps:
        if step.goal in open_goals:
            following.setdefault(step.goal, step)
    idle = {row: idle_days(goal, shifted.get(row), today) for row, goal in open_goals.items()}
    checkin = checkin_of(connection, today)
    return Standing(
        is_checked_in=checkin is not None and (is_done(checkin) or checkin.mark is not None),
        has_goal=bool(open_goals),
        step=moves.untouched(list(following.values()), idle),
        stepless=next((goal for row, goal in open_goals.items() if row not in following), None),
        knows_people=bool(people.all_persons(connection)),
        has_logged=bool(log_keys(connection, [kind for kind in LOGGED if kind != "checkin"], first=today, limit=1)),
    )
