"""Readiness for a change: what the record says of it, the user's own word, the two rulers and the runway."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

from rutbreaker.context import Context
from rutbreaker.domain import options as comparing
from rutbreaker.domain import readiness, rulers
from rutbreaker.domain.before_after import WINDOW_DAYS, BeforeAfter
from rutbreaker.domain.daily_index import daily_index
from rutbreaker.domain.models import Goal, Readiness, Ruler, Runway, Step, Trial
from rutbreaker.domain.readiness import STANDS, ItemView, ReadinessView
from rutbreaker.domain.readiness_items import item_of
from rutbreaker.domain.readiness_record import (
    Record,
    Scores,
    as_of,
    aside_of,
    breaks_of,
    first_known,
    moves_of,
)
from rutbreaker.domain.rulers import RulerView
from rutbreaker.domain.runways import months_of, months_words, read_amount, read_months
from rutbreaker.domain.statements import score_of
from rutbreaker.domain.text import flat
from rutbreaker.domain.words import SOURCES
from rutbreaker.errors import BadInput
from rutbreaker.store import change
from rutbreaker.store.answers import answers_by_sitting
from rutbreaker.store.checkins import checkins_between, marked_days
from rutbreaker.store.days import days_done, pauses
from rutbreaker.store.history import put
from rutbreaker.store.reading import many
from rutbreaker.store.sittings import finished_sittings

_COURSE = 40
"""The most days on which the blocks are worked out, to be drawn over time."""

_COURSE_DAYS = timedelta(days=364)
"""How far back they are."""

_PARTS = ("premortem", "safeguard", "ten_weeks", "ten_years")
"""The parts of an option's sheet that an item looks for."""


class ItemWhy(NamedTuple):
    """An item of readiness as it stands, with everything that the user ever said of it, oldest first."""

    view: ItemView
    answers: tuple[Readiness, ...]


def readiness_view(context: Context) -> ReadinessView:
    """Where the four blocks stand, and how they came there over the last year.

    The course is worked out anew from what was logged by each day; answers of the user's own count from their day on.
    """
    with context.connection.reading():
        record, answers = _record(context), change.readiness_answers(context.connection)
        known = [day for day in (first_known(record), answers[0].day if answers else None) if day is not None]
        first = max(min(known, default=record.day), record.day - _COURSE_DAYS)
        index = _Index(context, record, first)
    days = readiness.sample_days(first, record.day, _COURSE)
    records = [as_of(record, day)._replace(better=index.better(day)) for day in days]
    return readiness.view_of(records, answers)


def answer_item(context: Context, item: str, met: bool | None, because: str = "") -> bool:
    """Say of an item of readiness that it is met or not met; None takes that back. Whether it is new.

    What was said before stays in its history. Where it says otherwise than what is logged it overrules that.

    Raises:
        BadInput: there is no such item, or the record is overruled without a reason.
    """
    found, because = item_of(item), flat(because)
    with context.act(f"{found.text}: {STANDS[met] if met is not None else 'own word taken back'}") as doing:
        before = change.readiness_answers(context.connection, found.key)
        if (met, because) == ((before[-1].met, before[-1].because) if before else (None, "")):
            return False
        answer = Readiness(doing.new_id(), context.clock.today(), context.clock.now(), found.key, met, because)
        if met is not None:
            readiness.check_overruling(_today(context, found.key)._replace(answer=answer))
        put(doing, answer)
    return True


def why_item(context: Context, item: str) -> ItemWhy:
    """Where an item stands, and everything that was ever said of it.

    Raises:
        BadInput: there is no such item.
    """
    found = item_of(item)
    answers = change.readiness_answers(context.connection, found.key)
    return ItemWhy(_today(context, found.key), tuple(answers))


def rulers_view(context: Context) -> tuple[RulerView, ...]:
    """The two rulers with their readings, and whether it is time to ask them."""
    return rulers.view_of(change.rulers(context.connection), context.clock.today())


def read_rulers(context: Context, values: Mapping[str, int]) -> None:
    """Note how important a change is and how confident the user is, 0 to 10, by the ruler's name; one may be left out.

    A second reading on the same day takes the place of the first.

    Raises:
        BadInput: there is no such ruler, or a value is out of range.
    """
    for kind, value in values.items():
        rulers.check_reading(kind, value)
    with context.act(", ".join(f"{kind} {value}" for kind, value in values.items())) as doing:
        today, now = context.clock.today(), context.clock.now()
        standing = {ruler.kind: ruler for ruler in change.rulers(context.connection) if ruler.day == today}
        for kind, value in values.items():
            before = standing.get(kind)
            put(doing, before._replace(value=value) if before else Ruler(doing.new_id(), today, now, kind, value))


def last_runway(context: Context) -> Runway | None:
    """The runway as it was worked out last; None before the first time."""
    return next(reversed(change.runways(context.connection)), None)


def set_runway(
    context: Context,
    *,
    months: str = "",
    savings: str = "",
    monthly: str = "",
    keeps_amounts: bool | None = None,
    is_thin: bool | None = None,
    has_offer: bool | None = None,
) -> Runway:
    """Note for how many months savings last: given as such, or worked out from savings and monthly cost.

    Without either they are those noted last, or none where an offer is in hand. Amounts are kept only if
    ``keeps_amounts`` says so; when None, those kept before stay as long as no number is given. ``is_thin`` and
    ``has_offer`` stay as they were when None. Again on the same day it takes the place of what was noted before.

    Raises:
        BadInput: a number can't be understood, or there are too many of them or too few.
    """
    last = last_runway(context)
    is_thin = (last is not None and last.is_thin) if is_thin is None else is_thin
    has_offer = (last is not None and last.has_offer) if has_offer is None else has_offer
    found = _months(months, savings, monthly, last, has_offer=has_offer)
    amounts = _amounts(months, savings, monthly, last, keeps=keeps_amounts)
    with context.act(f"runway: {months_words(found)}") as doing:
        today, now = context.clock.today(), context.clock.now()
        row = last.id if last is not None and last.day == today else doing.new_id()
        runway = Runway(
            row,
            today,
            last.at if last is not None and row == last.id else now,
            found,
            *amounts,
            is_thin,
            has_offer,
        )
        put(doing, runway)
    return runway


def _amounts(
    months: str, savings: str, monthly: str, last: Runway | None, *, keeps: bool | None
) -> tuple[int | None, int | None]:
    """What is kept of savings and monthly cost."""
    if savings.strip():
        return (read_amount(savings, "Savings"), read_amount(monthly, "A monthly cost")) if keeps else (None, None)
    if last is None or keeps is False or months.strip():
        return None, None
    return last.savings, last.monthly


def _months(months: str, savings: str, monthly: str, last: Runway | None, *, has_offer: bool) -> float:
    if months.strip() and (savings.strip() or monthly.strip()):
        raise BadInput("Give the months, or savings with a monthly cost: not both.")
    if months.strip():
        return read_months(months)
    if savings.strip() and monthly.strip():
        return months_of(read_amount(savings, "Savings"), read_amount(monthly, "A monthly cost"))
    if savings.strip() or monthly.strip():
        raise BadInput("Savings and a monthly cost go together; or give the months themselves.")
    if last is not None or has_offer:
        return last.months if last is not None else 0.0
    raise BadInput("Give the months that your savings last, such as 4.5, or savings with a monthly cost.")


def _today(context: Context, item: str) -> ItemView:
    """An item as it stands today."""
    record, answers = _record(context), change.readiness_answers(context.connection, item)
    record = record._replace(better=_Index(context, record, record.day).better(record.day))
    views = (view for block in readiness.blocks_of(record, answers) for view in block.items)
    return next(view for view in views if view.item.key == item)


def _record(context: Context) -> Record:
    """What is logged by today; the index is compared by ``_Index``."""
    connection, today, now = context.connection, context.clock.today(), context.clock.now()

    def day_of(moment: datetime) -> date:
        return context.clock.day_of(moment.astimezone(now.tzinfo))

    answers = answers_by_sitting(connection)
    options = change.options(connection)
    compared = comparing.compare(options, change.criteria(connection), change.scores(connection))
    written = change.first_written(connection, _PARTS)
    return Record(
        today,
        goals=many(connection, Goal),
        steps=many(connection, Step, "due IS NOT NULL"),
        trials=many(connection, Trial),
        aside={
            goal: aside_of([(day_of(at), field, value) for at, field, value in changes], today)
            for goal, changes in change.states_of_goals(connection).items()
        },
        asked=change.asked_out(connection),
        breaks=breaks_of(marked_days(connection, "off"), pauses(connection), today),
        rated=tuple(days_done(connection, "checkin")),
        sittings=[
            Scores(sitting.finished_on or sitting.day, _scores(answers.get(sitting.id, {})))
            for sitting in finished_sittings(connection)
        ],
        rulers=change.rulers(connection),
        runways=change.runways(connection),
        options=options,
        favourites=frozenset(view.option.id for view in comparing.leaders(compared)),
        filled={
            (option.id, part): day_of(written[option.id, part]) if (option.id, part) in written else option.day
            for option in options
            for part in _PARTS
            if getattr(option, part)
        },
        changed=[day_of(moment) for moment in change.options_changed(connection)] if options else [],
    )


def _scores(answers: Mapping[str, int]) -> dict[str, float]:
    scores = {source: score_of(source, answers) for source in SOURCES}
    return {source: score for source, score in scores.items() if score is not None}


class _Index:
    """The index of the four weeks before the first move, and of those up to any day from ``since`` on."""

    def __init__(self, context: Context, record: Record, since: date) -> None:
        moves = moves_of(record)
        self._begun = moves[0].first if moves else date.max
        self._values: dict[date, float | None] = {}
        if not moves:
            return
        paused, window = pauses(context.connection), timedelta(days=WINDOW_DAYS)
        for first, last in ((self._begun - window, self._begun), (since - window, record.day)):
            begin, values = daily_index(checkins_between(context.connection, first, last), paused, last)
            self._values |= {begin + timedelta(days=place): value for place, value in enumerate(values)}

    def better(self, day: date) -> BeforeAfter | None:
        """The four weeks before the first move held against those up to a day; None before the first move."""
        if day < self._begun:
            return None
        from rutbreaker.insight.before_after import compare

        return compare(self._until(self._begun - timedelta(days=1)), self._until(day))

    def _until(self, last: date) -> list[float | None]:
        """The last four weeks up to a day."""
        return [self._values.get(last - timedelta(days=back)) for back in reversed(range(WINDOW_DAYS))]
