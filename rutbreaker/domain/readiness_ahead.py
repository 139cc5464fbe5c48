"""The rules of what lies ahead: whether somebody is able to change, and decides well.

Every rule is a pure function of a ``Record``. Where nothing is logged that bears on an item, ``met`` is None: not known
yet. The numbers are conventions of ours, and are called that wherever they are shown.
"""

from collections.abc import Mapping
from datetime import timedelta

from rutbreaker.domain.goals import is_if_then
from rutbreaker.domain.options import REST_DAYS, STAYING
from rutbreaker.domain.readiness_evidence import Evidence, counted, day_of, named, on_day, read_words, readings
from rutbreaker.domain.readiness_record import Record
from rutbreaker.domain.runways import months_words

CONFIDENT = 6
"""Somebody is confident from this reading on."""

MONTHS, THIN_MONTHS = 3, 6
"""So many months of costs are wanted; the second where others depend on them or jobs are few."""

OPTIONS = 3
"""So many options must be written."""


def runway(record: Record) -> Evidence:
    """A1: savings cover three months, or six where others depend on them or jobs are few; or an offer is in hand."""
    if not record.runways:
        return Evidence(None, "the runway was not looked at yet")
    last = record.runways[-1]
    if last.has_offer:
        return Evidence(True, f"an offer is in hand, said {on_day(last.day, record)}")
    wanted = THIN_MONTHS if last.is_thin else MONTHS
    why = ", as others depend on them or jobs are few" if last.is_thin else ""
    words = f"{months_words(last.months)} {on_day(last.day, record)}; {wanted} are wanted{why}"
    return Evidence(last.months >= wanted, words)


def confident(record: Record) -> Evidence:
    """A3: confidence is 6 at the last reading."""
    found = readings(record, "confidence")
    if not found:
        return Evidence(None, "the ruler of confidence was not asked yet")
    last = found[-1]
    return Evidence(last.value >= CONFIDENT, f"{read_words(last, record)}; {CONFIDENT} is wanted")


def first_step(record: Record) -> Evidence:
    """A5: a goal that isn't closed has an if-then plan with a date, or a step with a date is one."""
    goals = {goal.id: goal for goal in record.goals if goal.state != "closed"}
    steps = [step for step in record.steps if step.goal in goals]
    plans = [goal for goal in goals.values() if is_if_then(goal.plan)]
    for goal in plans:
        due = goal.due or min((step.due for step in steps if step.goal == goal.id and step.due), default=None)
        if due is not None:
            return Evidence(True, f"{named(goal.title)}: “{named(goal.plan)}”, by {day_of(due, record)}")
    for step in steps:
        if step.due is not None and is_if_then(step.text):
            return Evidence(True, f"“{named(step.text)}”, by {day_of(step.due, record)}")
    if not goals:
        return Evidence(None, "there is no open goal")
    words = f"{named(plans[0].title)} has a plan, and no date" if plans else "no goal has an if-then plan"
    return Evidence(False, words)


def three_options(record: Record) -> Evidence:
    """D1: three options are written, one of which is to stay, and says what to change."""
    if not record.options:
        return Evidence(None, "no option was written yet")
    count = counted(len(record.options), "option", "options")
    stays = [option for option in record.options if option.stays]
    if any(option.title != STAYING for option in stays):
        return Evidence(len(record.options) >= OPTIONS, f"{count}, one of them to stay")
    lacking = f"“{STAYING}” is still to be said" if stays else "none of them to stay"
    return Evidence(False, f"{count}; {lacking}")


def tested(record: Record) -> Evidence:
    """D2: a test of an option with the highest total was done."""
    best = [option for option in record.options if option.id in record.favourites]
    if not best:
        return Evidence(None, "no option has a total, so there is no favourite yet")
    for option in best:
        if option.tested_on is not None and option.tested_on <= record.day:
            return Evidence(True, f"{named(option.title)}, {on_day(option.tested_on, record)}")
    if len(best) > 1:
        return Evidence(False, f"{len(best)} options are level, and none has a test done")
    return Evidence(False, f"{named(best[0].title)} leads, and has no test done")


def premortem(record: Record) -> Evidence:
    """D3: the sheet of an option says why it failed, and has a safeguard."""
    return _on_a_sheet(record, {"premortem": "why it would fail", "safeguard": "a safeguard"})


def two_views(record: Record) -> Evidence:
    """D4: the sheet of an option has the view from ten weeks and from ten years."""
    return _on_a_sheet(record, {"ten_weeks": "the view from ten weeks", "ten_years": "the view from ten years"})


def rested(record: Record) -> Evidence:
    """D5: nothing about the options was changed for 14 days."""
    if len(record.options) < 2 or not record.changed:
        return Evidence(None, "there are no options to compare yet")
    days = (record.day - record.changed[-1]).days
    if days >= REST_DAYS:
        return Evidence(True, f"unchanged for {days} days")
    rests = day_of(record.changed[-1] + timedelta(days=REST_DAYS), record)
    return Evidence(False, f"changed {on_day(record.changed[-1], record)}; they rest until {rests}")


def _on_a_sheet(record: Record, parts: Mapping[str, str]) -> Evidence:
    """Whether all parts are written on the sheet of one option; ``parts`` are named as they are said."""
    begun = None
    for option in record.options:
        missing = [said for part, said in parts.items() if (option.id, part) not in record.filled]
        if not missing:
            return Evidence(True, f"on the sheet of {named(option.title)}")
        if len(missing) < len(parts) and begun is None:
            begun = Evidence(False, f"the sheet of {named(option.title)} lacks {missing[0]}")
    return begun or Evidence(None, "no sheet says so yet")
