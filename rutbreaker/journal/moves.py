"""What comes next, gathered from everywhere: what was begun, what is due, whom to write to, what stands still."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta

from rutbreaker.context import Context
from rutbreaker.domain import moves
from rutbreaker.domain.checkins import is_done
from rutbreaker.domain.goals import awake, idle_days, is_to_be_asked_about
from rutbreaker.domain.log import LOGGED
from rutbreaker.domain.models import Goal, Routine, Step
from rutbreaker.domain.moves import NextMove, NextMoves, Standing
from rutbreaker.domain.pauses import is_asked_about
from rutbreaker.domain.people import days_passed, is_due, overdue
from rutbreaker.domain.schedule import Expected, describe, expected_days, in_force, is_paused
from rutbreaker.domain.streaks import streak
from rutbreaker.domain.trials import TrialView, assignment, place_words
from rutbreaker.domain.weekly import prompt_of, week_to_review
from rutbreaker.store import goals, people
from rutbreaker.store.checkins import checkin_of, checkins_between
from rutbreaker.store.connection import Connection
from rutbreaker.store.day_by_day import reviews_of
from rutbreaker.store.days import days_of_routines, pauses
from rutbreaker.store.drafts import draft_names
from rutbreaker.store.expected import expected_every_day, expected_routine, routines, schedules_by_owner
from rutbreaker.store.log import log_keys
from rutbreaker.store.sittings import under_way
from rutbreaker.store.trials import running_trial

_TO_SUNDAY = timedelta(days=6)
_ENOUGH_OF_A_WEEK = 3
"""Check-ins that a week must have for its review to be proposed."""

_CHECKIN_DRAFT, _REFLECTION_DRAFT = "checkin:", "reflection"


def next_moves(context: Context) -> NextMoves:
    """What comes next, from everywhere; with nothing due, the one thing that would help most."""
    today = context.clock.today()
    standing = [awake(goal, today) for goal in goals.all_goals(context.connection)]
    open_goals = {goal.id: goal for goal in standing if goal.state == "open"}
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
        *people_due,
        *_goals_to_look_at(context.connection, open_goals, busy, today),
        *_housekeeping(context, today),
    ]
    return moves.first_of(gathered, _standing(context, open_goals, steps, today))


def _begun(context: Context, today: date) -> Iterator[NextMove]:
    for name in draft_names(context.connection):
        if name.startswith(_CHECKIN_DRAFT):
            yield moves.begun_checkin(date.fromisoformat(name.removeprefix(_CHECKIN_DRAFT)), today)
        elif name.startswith(_REFLECTION_DRAFT):
            yield moves.begun_text(name, "Finish the reflection you began")
    sitting = under_way(context.connection)
    if sitting is not None:
        yield moves.begun_sitting(len(sitting.answers))


def _due_routines(context: Context, open_goals: Mapping[str, Goal]) -> Iterator[tuple[Routine, NextMove]]:
    connection = context.connection
    known = [each for each in routines(connection) if each.goal in open_goals]
    if not known:
        return
    every_day, schedules = expected_every_day(connection), schedules_by_owner(connection)
    done = days_of_routines(connection)
    for routine in known:
        keeps_days_off = open_goals[routine.goal].avenue == "balance"
        own = schedules.get(routine.id, ())
        expected = expected_routine(routine, own, every_day, keeps_days_off=keeps_days_off)
        move = _due_routine(context, routine, expected, done.get(routine.id, []))
        if move is not None:
            yield routine, move


def _due_routine(context: Context, routine: Routine, expected: Expected, done: Sequence[date]) -> NextMove | None:
    """The routine as a move, when it is expected today and not ticked."""
    today = context.clock.today()
    ended = routine.ended_on is not None and routine.ended_on < today
    if today in done or ended or is_paused(today, expected):
        return None
    schedule = in_force(expected.schedules, today)
    if schedule.per == "day":
        return moves.due_routine(routine, describe(schedule)) if expected_days([schedule], today, today) else None
    found = streak(done, expected, today=today)
    if not found.missing:
        return None
    return moves.due_routine(routine, describe(schedule), max((found.days_left or 0) - found.missing, 0))


def _trial(context: Context, today: date) -> Iterator[NextMove]:
    trial = running_trial(context.connection, today)
    if trial is None or today < trial.day:
        return
    from rutbreaker.insight.trial import plan

    view = TrialView(trial, plan((trial.until - trial.day).days + 1, trial.seed), today)
    yield moves.trial_today(assignment(view), place_words(view))


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
    connection: Connection, open_goals: Mapping[str, Goal], busy: Collection[str], today: date
) -> Iterator[NextMove]:
    shifted = goals.last_moves(connection)
    for goal in open_goals.values():
        moved = shifted.get(goal.id)
        if goal.due is not None and goal.due <= today:
            yield moves.due_goal(goal, today)
        elif goal.wake == today:
            yield moves.woken_goal(goal)
        elif is_to_be_asked_about(goal, moved, today) and goal.id not in busy:
            yield moves.still_goal(goal, idle_days(goal, moved, today))


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


def _standing(context: Context, open_goals: Mapping[str, Goal], steps: Sequence[Step], today: date) -> Standing:
    connection = context.connection
    following: dict[str, Step] = {}
    for step in steps:
        if step.goal in open_goals:
            following.setdefault(step.goal, step)
    shifted = goals.last_moves(connection)
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
