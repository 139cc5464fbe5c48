"""The hours worked: log a day's, start and stop the clock, and see the week beside the person's own limit."""

from datetime import date, datetime, timedelta

from rutbreaker.context import Context
from rutbreaker.domain.dates import full_day
from rutbreaker.domain.durations import minutes_words
from rutbreaker.domain.hours import MOST, WorkedWeek, limit_of
from rutbreaker.domain.models import Hours
from rutbreaker.errors import BadInput
from rutbreaker.store.drafts import draft, finish_draft, keep_draft
from rutbreaker.store.history import Act, put
from rutbreaker.store.hours import hours_of, hours_of_week
from rutbreaker.store.ids import hours_id

_RUNNING = "hours"
"""The draft in which the moment stands at which the clock was started."""

_LONGEST = timedelta(minutes=MOST)


def log_hours(context: Context, minutes: int, *, day: date | None = None) -> Hours:
    """Log how long one worked on a day; what was logged for it before is replaced.

    Raises:
        BadInput: it is more than a day, or the day has not come yet.
    """
    day = context.past_day(day)
    if not 0 <= minutes <= MOST:
        raise BadInput("A day has from 0 to 24 hours.")
    with context.act(f"hours: {minutes_words(minutes)} on {full_day(day)}") as doing:
        return _kept(context, doing, day, minutes)


def start_hours(context: Context) -> datetime:
    """Start the clock; the moment at which it began to run.

    Raises:
        BadInput: it runs already.
    """
    now, since = context.clock.now(), running_since(context)
    if since is not None and now - since <= _LONGEST:
        raise BadInput(f"The clock has run since {since:%H:%M}; rut hours stop ends it.")
    keep_draft(context.connection, _RUNNING, now.isoformat(), now)
    return now


def stop_hours(context: Context) -> tuple[Hours, int]:
    """Stop the clock: the hours of the day on which it was started, and the minutes that were added to them.

    Raises:
        BadInput: it doesn't run, or has run for more than a day.
    """
    since, now = running_since(context), context.clock.now()
    if since is None:
        raise BadInput("The clock doesn't run; rut hours start starts it, rut hours 9 logs the day's hours.")
    if not timedelta() <= now - since <= _LONGEST:
        raise BadInput(
            f"The clock was started on {since:%Y-%m-%d} at {since:%H:%M}, more than a day ago. Say how long it was, "
            f"with rut hours 9 --date {since:%Y-%m-%d}; rut hours start begins anew."
        )
    day, added = context.clock.day_of(since), round((now - since) / timedelta(minutes=1))
    with context.act(f"hours: {minutes_words(added)} more on {full_day(day)}") as doing:
        before = hours_of(context.connection, day)
        kept = _kept(context, doing, day, min((before.minutes if before else 0) + added, MOST))
        finish_draft(context.connection, _RUNNING)
    return kept, added


def running_since(context: Context) -> datetime | None:
    """The moment at which the clock was started; None while it doesn't run."""
    body = draft(context.connection, _RUNNING)
    return None if body is None else datetime.fromisoformat(body)


def hours_week(context: Context, day: date | None = None) -> WorkedWeek:
    """The hours of the week that a day lies in, today when None, beside the limit of the configuration."""
    day = context.clock.today() if day is None else day
    monday = day - timedelta(days=day.weekday())
    days = hours_of_week(context.connection, monday)
    return WorkedWeek(monday, tuple(days), limit_of(context.settings.hours_limit))


def _kept(context: Context, doing: Act, day: date, minutes: int) -> Hours:
    before = hours_of(context.connection, day)
    hours = (before or Hours(hours_id(day), day, context.clock.now(), 0))._replace(minutes=minutes)
    put(doing, hours)
    return hours
