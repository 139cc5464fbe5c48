"""Looking back on a week, a month or any time: what it held, gathered by itself, and the weekly review."""

from collections.abc import Sequence
from datetime import date, timedelta

from rutbreaker.context import Context
from rutbreaker.domain.checkins import index, weekly_of
from rutbreaker.domain.course import lay_out, parts
from rutbreaker.domain.daily_index import counts
from rutbreaker.domain.day_set import DaySet
from rutbreaker.domain.hours import WorkedWeek, limit_of
from rutbreaker.domain.models import Checkin, Reflection
from rutbreaker.domain.review import Kept, LookBack, Mean, WeekOf, WeekView
from rutbreaker.domain.schedule import Expected
from rutbreaker.domain.streaks import streak
from rutbreaker.domain.text import storable
from rutbreaker.domain.usual import INDEX_PRIOR_SD, PRIOR_SD, Place, usual
from rutbreaker.domain.weekly import PROMPT, TRIED, Answers, answers_in, prompt_of, review_text, words_before
from rutbreaker.domain.words import RATINGS
from rutbreaker.errors import BadInput
from rutbreaker.store.checkins import checkins_between, rated_between
from rutbreaker.store.day_by_day import (
    goals_closed,
    minutes_between,
    people_between,
    reviews,
    routines_done,
    steps_done,
    tags_between,
)
from rutbreaker.store.days import counts_by_day, days_done, pauses
from rutbreaker.store.expected import expected_every_day, expected_reflections
from rutbreaker.store.history import put
from rutbreaker.store.hours import hours_of_week
from rutbreaker.store.log import log_keys, log_lines

_BASELINE = timedelta(days=100)
_FEWEST = 3
"""Values that a week must have to be compared with others, or with what is usual."""
_MOST = 8
_COUNTED = ("win", "gratitude", "reflection", "session", "contact", "goal")


def week(context: Context, monday: date) -> WeekView:
    """The week that begins on ``monday``, gathered."""
    connection, sunday = context.connection, monday + timedelta(days=6)
    kinds = ("win", "gratitude", "session", "contact")
    lines = log_lines(connection, log_keys(connection, kinds, first=monday, last=sunday))[::-1]
    of_kind = {kind: tuple(line for line in lines if line.kind == kind) for kind in kinds}
    ticked = [*steps_done(connection, monday, sunday), *routines_done(connection, monday, sunday)]
    found = reviews(connection, f"{PROMPT} ", prompt_of(sunday))
    earlier = [review for review in found if review.prompt < prompt_of(monday)]
    return WeekView(
        monday,
        _means(context, monday, sunday),
        _kept(context, monday, sunday),
        of_kind["win"],
        of_kind["gratitude"],
        tuple(ticked),
        tuple(goals_closed(connection, monday, sunday)),
        of_kind["session"],
        of_kind["contact"],
        answers_in(earlier[0].text).try_next if earlier else "",
        next((review for review in found if review.prompt == prompt_of(monday)), None),
        *_weekly(checkins_between(connection, monday, sunday)),
        WorkedWeek(monday, tuple(hours_of_week(connection, monday)), limit_of(context.settings.hours_limit)),
    )


def _weekly(checkins: Sequence[Checkin]) -> tuple[int | None, int | None]:
    """The two ratings of the week, from whichever of its days has them last."""
    rated = [weekly_of(checkin) for checkin in checkins if any(weekly_of(checkin))]
    switch_off, say = rated[-1] if rated else (None, None)
    return switch_off, say


def save_review(context: Context, monday: date, answers: Answers, tried: str = "") -> Reflection:
    """Save the review of a week as a reflection of today, or amend the one there is.

    ``tried`` says what became of the last review's "what to try": yes, partly, no, or nothing.

    Raises:
        BadInput: none of the questions has an answer.
    """
    if tried not in TRIED:
        raise BadInput(f"“{tried}” is no answer; there are yes, partly and no.")
    if not any(answer.strip() for answer in answers):
        raise BadInput("A review needs an answer to at least one of the three questions.")
    prompt = prompt_of(monday)
    with context.act(f"review of {prompt.removeprefix(f'{PROMPT} ')}") as doing:
        seen = week(context, monday)
        today = context.clock.today()
        base = seen.review or Reflection(doing.new_id(), today, context.clock.now(), "", prompt)
        text = storable(review_text(answers, seen.last_try, tried, words_before(base.text)))
        review = base._replace(text=text)
        put(doing, review)
    return review


def look_back(context: Context, first: date, last: date) -> LookBack:
    """The time from ``first`` to ``last``, summed up."""
    connection = context.connection
    counts = {kind: sum(counts_by_day(connection, kind, first, last).values()) for kind in _COUNTED}
    counts["step"] = len(steps_done(connection, first, last))
    counts["routine"] = len(routines_done(connection, first, last))
    weeks = _weeks(rated_between(connection, first, last))
    differ = len({each.mean for each in weeks}) > 1
    return LookBack(
        first,
        last,
        _means(context, first, last),
        _kept(context, first, last),
        counts,
        minutes_between(connection, first, last),
        tuple(goals_closed(connection, first, last)),
        max(weeks, key=lambda each: each.mean) if differ else None,
        min(weeks, key=lambda each: each.mean) if differ else None,
        tuple(tags_between(connection, first, last, _MOST)),
        tuple(people_between(connection, first, last, _MOST)),
    )


def _means(context: Context, first: date, last: date) -> tuple[Mean, ...]:
    """The means of the index and the ratings, against what was usual before."""
    found = rated_between(context.connection, first - _BASELINE, last)
    over = pauses(context.connection)
    means = []
    for measure in ("index", *RATINGS):
        values = {checkin.day: value for checkin in found if (value := _value(checkin, measure)) is not None}
        inside = [value for day, value in values.items() if day >= first]
        if not inside:
            continue
        mean = sum(inside) / len(inside)
        steady = {each.day: values[each.day] for each in found if each.day in values and counts(each, over)}
        # The last day of a week lies seven after the baseline's end: the week is compared with what was before it.
        range_then = usual(steady, first + timedelta(days=6), INDEX_PRIOR_SD if measure == "index" else PRIOR_SD)
        place: Place | None = None
        if range_then and len(inside) >= _FEWEST:
            low, high = range_then.mean - range_then.sd, range_then.mean + range_then.sd
            place = "below" if mean < low else "above" if mean > high else "as"
        means.append(Mean(measure, mean, len(inside), place))
    return tuple(means)


def _kept(context: Context, first: date, last: date) -> tuple[Kept, ...]:
    connection = context.connection
    every_day = expected_every_day(connection)
    reflections = expected_reflections(connection, every_day)
    today = context.clock.today()
    end = min(last, today)
    if end < first:
        return ()
    done = {kind: days_done(connection, kind) for kind in ("checkin", "win", "gratitude", "reflection")}
    return tuple(
        _kept_of(kind, days, reflections if kind == "reflection" else every_day, first, end, today)
        for kind, days in done.items()
    )


def _kept_of(kind: str, days: DaySet, expected: Expected, first: date, end: date, today: date) -> Kept:
    """Of the periods that end within the time those that were due; the one under way counts once it is kept."""
    kept = planned = 0
    has_begun = days.earliest is not None and days.earliest <= end
    for part in parts(lay_out(days, expected, end), first.toordinal()) if has_begun else ():
        is_kept = part.done >= part.need
        is_over = part.last < today.toordinal() and part.last <= end.toordinal()
        is_current = part.first <= today.toordinal() <= part.last and end == today
        if part.need and (is_over or (is_current and is_kept)):
            planned += 1
            kept += is_kept
    run = streak(days.between(first, end), expected, today=end)
    return Kept(kind, kept, planned, run.longest, run.unit)


def _weeks(found: Sequence[Checkin]) -> list[WeekOf]:
    """The weeks with at least three indexes."""
    by_week: dict[date, list[float]] = {}
    for checkin in found:
        value = index(checkin)
        if value is not None:
            by_week.setdefault(checkin.day - timedelta(days=checkin.day.weekday()), []).append(value)
    return [
        WeekOf(monday, sum(values) / len(values), len(values))
        for monday, values in by_week.items()
        if len(values) >= _FEWEST
    ]


def _value(checkin: Checkin, measure: str) -> float | None:
    return index(checkin) if measure == "index" else getattr(checkin, measure)
