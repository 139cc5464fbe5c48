"""Trials: propose one, begin it, see how it stands, stop it, and what came of it."""

from datetime import timedelta

from rutbreaker.context import Context
from rutbreaker.domain.checkins import is_done
from rutbreaker.domain.daily_index import daily_index
from rutbreaker.domain.models import Trial
from rutbreaker.domain.text import tag_named
from rutbreaker.domain.trials import FEWEST_DAYS, MOST_DAYS, TrialResult, TrialView
from rutbreaker.errors import BadInput, NotFound
from rutbreaker.store import trials as store
from rutbreaker.store.checkins import checkins_between
from rutbreaker.store.days import days_done, pauses
from rutbreaker.store.history import put


def propose_trial(context: Context, tag: str, days: int = FEWEST_DAYS) -> TrialView:
    """A trial as it would be, beginning tomorrow; nothing is written. ``start_trial`` begins just this one.

    Raises:
        BadInput: the tag is none, the days are not 28 to 42, or another trial is running.
    """
    if not FEWEST_DAYS <= days <= MOST_DAYS:
        raise BadInput(f"A trial has {FEWEST_DAYS} to {MOST_DAYS} days, not {days}.")
    _refuse_second(context)
    now, today = context.clock.now(), context.clock.today()
    seed = int(now.timestamp() * 1000) % 2**31
    first = today + timedelta(days=1)
    trial = Trial("", first, now, tag_named(tag), first + timedelta(days=days - 1), seed)
    return _view(context, trial)


def start_trial(context: Context, proposed: TrialView) -> TrialView:
    """Begin a trial that was proposed.

    Raises:
        BadInput: another trial is running.
    """
    with context.act(f"trial of #{proposed.trial.tag}") as doing:
        _refuse_second(context)
        trial = proposed.trial._replace(id=doing.new_id(), at=context.clock.now())
        put(doing, trial)
    return _view(context, trial)


def stop_trial(context: Context) -> Trial:
    """Stop the trial that is running; it then has no result.

    Raises:
        NotFound: none is running.
    """
    trial = store.running_trial(context.connection, context.clock.today())
    if trial is None:
        raise NotFound("No trial is running.")
    with context.act(f"stop the trial of #{trial.tag}") as doing:
        put(doing, trial._replace(stopped_on=context.clock.today()))
    return trial


def latest_trial(context: Context) -> TrialView | None:
    """The trial that is running, else the last one; None before the first."""
    found = store.running_trial(context.connection, context.clock.today())
    if found is None:
        found = next(iter(store.trials(context.connection)), None)
    return None if found is None else _view(context, found)


def _refuse_second(context: Context) -> None:
    running = store.running_trial(context.connection, context.clock.today())
    if running is not None:
        raise BadInput(f"A trial of #{running.tag} is running until {running.until.isoformat()}; one at a time.")


def _view(context: Context, trial: Trial) -> TrialView:
    """A trial as it stands today."""
    from rutbreaker.insight import trial as insight

    today, connection = context.clock.today(), context.connection
    length = (trial.until - trial.day).days + 1
    plan = insight.plan(length, trial.seed)
    last = min(today, trial.until, trial.stopped_on or trial.until)
    tagged: list[bool | None] = [None] * length
    for checkin in checkins_between(connection, trial.day, last):
        if is_done(checkin):
            tagged[(checkin.day - trial.day).days] = trial.tag in checkin.tags
    kept = insight.adherence(tagged, plan)
    view = TrialView(trial, plan, today, *kept, checkins=len(days_done(connection, "checkin")))
    return view._replace(result=_result(context, view)) if view.is_finished else view


def _result(context: Context, view: TrialView) -> TrialResult | None:
    from rutbreaker.insight import trial as insight

    trial = view.trial
    index: list[float | None] = [None] * len(view.plan)
    checkins = checkins_between(context.connection, trial.day, trial.until)
    first, values = daily_index(checkins, pauses(context.connection), trial.until)
    for place, value in enumerate(values):
        index[(first - trial.day).days + place] = value
    found = insight.analyse(index, view.plan)
    if found is None:
        return None
    return TrialResult(found.difference, found.low, found.high, found.p, found.n_on, found.n_off, found.is_enough)
