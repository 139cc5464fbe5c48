"""The rules of what lies behind: what was tried, and whether somebody is still stuck.

Every rule is a pure function of a ``Record``. Where nothing is logged that bears on an item, ``met`` is None: not known
yet. The numbers are conventions of ours, and are called that wherever they are shown.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from rutbreaker.domain.before_after import FEWEST_VALUES, WINDOW_DAYS
from rutbreaker.domain.models import Goal
from rutbreaker.domain.readiness_evidence import Evidence, counted, listed, named, on_day, read_words, readings
from rutbreaker.domain.readiness_record import Move, Record, Scores, moves_of, open_days
from rutbreaker.domain.telling import periods, span
from rutbreaker.domain.words import SOURCE_NAMES

MOVES, MOVE_DAYS = 2, 14
"""So many moves must have been open for so many days."""

LEARNING_DAYS = 28
"""A learning goal must have been open for so many days."""

PEOPLE = 3
"""So many people must have been asked how they got out."""

BREAK_DAYS, BACK_WITHIN = 5, 7
"""A real break has so many days, and a check-in within so many days after it."""

STRONG, SITTING_DAYS = 60, 42
"""A source is strong from this score on; two sittings must lie so many days apart."""

IMPORTANT, RULER_DAYS = 7, 14
"""A change is important from this reading on; two readings must lie so many days apart."""


def two_moves(record: Record) -> Evidence:
    """T1: two moves were open for 14 days and closed with a verdict."""
    moves = moves_of(record)
    closed = [move for move in moves if move.last is not None and move.has_verdict]
    enough = [move for move in closed if move.days >= MOVE_DAYS]
    said = [f"{named(move.title)} {periods(move.days, 'day')}" for move in enough]
    if len(enough) >= MOVES:
        return Evidence(True, f"{len(enough)} moves: {listed(said)}", enough[0].first)
    if not moves:
        return Evidence(None, "no move was begun yet")
    others = [_unfinished(move) for move in moves if move not in enough]
    counted = f"{periods(len(enough), 'move')} so far" if enough else "none so far"
    return Evidence(False, f"{counted}: {listed([*said, *others])}")


def learning(record: Record) -> Evidence:
    """T3: a learning goal was open for 28 days and closed, not let go."""
    goals = [goal for goal in record.goals if goal.avenue == "learning"]
    if not goals:
        return Evidence(None, "no learning goal was set yet")
    for goal in goals:
        days = open_days(goal, record)
        if goal.closed_on is not None and not goal.let_go and days >= LEARNING_DAYS:
            words = f"{named(goal.title)}, {periods(days, 'day')}, closed {on_day(goal.closed_on, record)}"
            return Evidence(True, words, goal.day)
    return Evidence(False, listed([_learning_so_far(goal, open_days(goal, record)) for goal in goals]))


def three_people(record: Record) -> Evidence:
    """T4: three different people were asked how they got out."""
    first: dict[str, tuple[str, date]] = {}
    for asked in record.asked:
        first.setdefault(asked.person, (asked.name, asked.day))
    if not first:
        return Evidence(None, "nobody was asked yet")
    words = f"{counted(len(first), 'person', 'people')}: {listed([named(name) for name, _ in first.values()])}"
    since = min(day for _, day in first.values())
    return Evidence(True, words, since) if len(first) >= PEOPLE else Evidence(False, words)


def real_break(record: Record) -> Evidence:
    """T5: five free days in a row, with a check-in within seven days after them."""
    if not record.breaks:
        return Evidence(None, "no free days were logged yet")
    long = [each for each in record.breaks if each.days >= BREAK_DAYS]
    for each in reversed(long):
        until = each.last + timedelta(days=BACK_WITHIN)
        back = next((day for day in record.rated if each.last < day <= until), None)
        if back is not None:
            words = f"{each.days} days, {span(each.first, each.last, record.day)}; checked in {on_day(back, record)}"
            return Evidence(True, words)
    if not long:
        longest = max(each.days for each in record.breaks)
        return Evidence(False, f"at most {counted(longest, 'free day', 'free days')} in a row")
    last = long[-1]
    until = last.last + timedelta(days=BACK_WITHIN)
    wanted = "has yet to follow" if until >= record.day else "did not follow"
    words = f"{last.days} days, {span(last.first, last.last, record.day)}"
    return Evidence(False, f"{words}; a check-in within {BACK_WITHIN} days {wanted}")


def same_source(record: Record) -> Evidence:
    """S1: a source is at 60 in the last sitting, and was in one that was 42 days or more before it."""
    if not record.sittings:
        return Evidence(None, "the source finder was not finished yet")
    last = record.sittings[-1]
    earlier = [each for each in record.sittings if (last.day - each.day).days >= SITTING_DAYS]
    strong = sorted(_strong(last.scores), key=lambda source: -last.scores[source])
    for source in strong:
        for before in reversed(earlier):
            if source in _strong(before.scores):
                words = f"{SOURCE_NAMES[source]} {_score(before, source)} {on_day(before.day, record)}"
                return Evidence(True, f"{words}, {_score(last, source)} {on_day(last.day, record)}")
    if not earlier:
        return _look_again(record, last)
    if not strong:
        return Evidence(False, f"no source at {STRONG} or more {on_day(last.day, record)}")
    words = f"{SOURCE_NAMES[strong[0]]} {_score(last, strong[0])} {on_day(last.day, record)}"
    return Evidence(False, f"{words}, and not {SITTING_DAYS} days before")


def no_better(record: Record) -> Evidence:
    """S2: the index is not clearly above what it was before the first move."""
    moves, better = moves_of(record), record.better
    if not moves or better is None:
        return Evidence(None, "no move was begun yet, so there is no before and after")
    begun = (record.day - moves[0].first).days
    if begun < WINDOW_DAYS - 1:
        return Evidence(None, f"the first move is {periods(begun, 'day')} old; this takes {WINDOW_DAYS} days of it")
    if better.low is None or better.high is None:
        counts = f"{better.days_before} days with an index before, {better.days_after} of late"
        return Evidence(None, f"{counts}; it takes {FEWEST_VALUES} each time")
    words = f"{better.before:.1f} before, {better.after:.1f} now; difference {better.low:+.1f} to {better.high:+.1f}"
    return Evidence(better.low <= 0, f"{words} (90 %)")


def important(record: Record) -> Evidence:
    """S3: importance is 7 at the last reading, and was at one that was 14 days or more before it."""
    found = readings(record, "importance")
    if not found:
        return Evidence(None, "the ruler of importance was not asked yet")
    last = found[-1]
    earlier = [each for each in found if (last.day - each.day).days >= RULER_DAYS]
    if last.value < IMPORTANT:
        return Evidence(False, f"{read_words(last, record)}; {IMPORTANT} is wanted")
    high = [each for each in earlier if each.value >= IMPORTANT]
    if high:
        return Evidence(True, f"{read_words(high[-1], record)}, {read_words(last, record)}")
    if not earlier:
        return Evidence(None, f"{read_words(last, record)}; a reading {RULER_DAYS} days apart is wanted")
    return Evidence(False, f"{read_words(earlier[-1], record)}, {read_words(last, record)}")


def _unfinished(move: Move) -> str:
    """A move that doesn't count, and why."""
    days = periods(move.days, "day")
    if move.last is None:
        return f"{named(move.title)} open for {days}"
    if not move.has_verdict:
        return f"{named(move.title)} closed without a verdict"
    return f"{named(move.title)} closed after {days}"


def _learning_so_far(goal: Goal, days: int) -> str:
    how = "open for" if goal.closed_on is None else "let go after" if goal.let_go else "closed after"
    return f"{named(goal.title)} {how} {periods(days, 'day')}"


def _score(sitting: Scores, source: str) -> int:
    return int(sitting.scores[source] + 0.5)


def _strong(scores: Mapping[str, float]) -> list[str]:
    return [source for source, score in scores.items() if score >= STRONG]


def _look_again(record: Record, last: Scores) -> Evidence:
    """One sitting says nothing of what stays; from when on another one would."""
    source = max(last.scores, key=lambda key: last.scores[key], default=None)
    again = f"look again {on_day(last.day + timedelta(days=SITTING_DAYS), record)} or later"
    if source is None:
        return Evidence(None, f"too few answers {on_day(last.day, record)}; {again}")
    return Evidence(None, f"{SOURCE_NAMES[source]} {_score(last, source)} {on_day(last.day, record)}; {again}")
