"""A year of days, and all that one of them holds."""

from datetime import date, timedelta

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.models import Goal, Reflection, Routine, Schedule, Step, Tick
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.daily import log_gratitude, log_win
from rutbreaker.journal.pauses import declare_pause
from rutbreaker.journal.year import first_year, maps, whole_day, year_map
from rutbreaker.store.history import put
from rutbreaker.store.ids import tick_id

MONDAY = date(2026, 11, 23)
FRIDAY, THURSDAY = date(2026, 11, 20), date(2026, 11, 19)


def _rate(context: Context, day: date, rating: int, count: int = 5) -> None:
    names = ("energy", "interest", "progress", "people", "pressure")[:count]
    check_in(context, {name: 6 - rating if name == "pressure" else rating for name in names}, day=day)


def _routine(context: Context) -> str:
    with context.act("routine") as doing:
        goal, row, now = doing.new_id(), doing.new_id(), context.clock.now()
        put(doing, Goal(goal, THURSDAY, now, "Move more"))
        put(doing, Step(doing.new_id(), THURSDAY, now, goal, "Buy shoes", done_on=FRIDAY))
        put(doing, Routine(row, THURSDAY, now, goal, "Walk"))
        put(doing, Schedule(doing.new_id(), THURSDAY, now, row, "day", "FREQ=DAILY"))
        put(doing, Tick(tick_id(row, FRIDAY), FRIDAY, now, row))
    return row


def test_what_was_logged_on_the_day_itself_has_a_time_until_the_day_ends(context: Context, clock: FixedClock) -> None:
    log_win(context, "told later", day=FRIDAY)
    clock.advance(timedelta(hours=17))
    late = log_win(context, "after midnight")
    assert whole_day(context, MONDAY).timed == {late.id}
    assert whole_day(context, FRIDAY).timed == frozenset()


@pytest.mark.parametrize(("rating", "level"), [(1, 1), (2, 2), (3, 3), (4, 4), (5, 4)])
def test_a_day_is_mapped_by_its_index(context: Context, rating: int, level: int) -> None:
    _rate(context, FRIDAY, rating)
    found = year_map(context, "index", 2026)
    assert (found.title, found.first, found.last) == ("How the days were", date(2026, 1, 1), date(2026, 12, 31))
    assert found.levels == {FRIDAY: level}


def test_a_day_with_few_ratings_is_no_low_day(context: Context) -> None:
    _rate(context, FRIDAY, 1, count=2)
    found = year_map(context, "index", 2026)
    assert (found.levels, found.marks[FRIDAY], found.filled) == ({}, "few ratings", 1)
    assert year_map(context, "checkin", 2026).levels == {FRIDAY: 2}


def test_what_was_logged_is_mapped_by_how_often(context: Context) -> None:
    for _ in range(6):
        log_win(context, "One more", day=FRIDAY)
    log_gratitude(context, "Ana", day=FRIDAY)
    with context.act("reflection") as doing:
        put(doing, Reflection(doing.new_id(), FRIDAY, context.clock.now(), "three"))
    assert [year_map(context, kind, 2026).levels for kind in ("win", "gratitude", "reflection")] == [
        {FRIDAY: 4},
        {FRIDAY: 1},
        {FRIDAY: 2},
    ]
    assert year_map(context, "win", 2025).levels == {}


def test_a_routine_is_mapped_too_and_an_unknown_map_is_the_first(context: Context) -> None:
    row = _routine(context)
    assert maps(context)[-1] == (row, "Walk")
    found = year_map(context, row, 2026)
    assert (found.title, found.levels) == ("Walk", {FRIDAY: 4})
    assert found.marks[THURSDAY - timedelta(days=1)] == "unplanned"
    assert year_map(context, "deleted since", 2026).title == "How the days were"


def test_empty_days_say_why(context: Context) -> None:
    log_win(context, "The first", day=date(2026, 11, 2))
    declare_pause(context, date(2026, 11, 9), date(2026, 11, 10), "ill")
    check_in(context, {}, day=date(2026, 11, 11), mark="off")
    check_in(context, {}, day=date(2026, 11, 12), mark="sick")
    marks = year_map(context, "win", 2026).marks
    assert [marks.get(date(2026, 11, day)) for day in (1, 2, 7, 9, 10, 11, 12, 13, 24)] == [
        "unplanned",
        None,
        "unplanned",
        "paused",
        "paused",
        "off",
        "sick",
        None,
        None,
    ]


def test_a_whole_day_holds_everything(context: Context) -> None:
    _routine(context)
    log_win(context, "Shipped", day=FRIDAY)
    _rate(context, FRIDAY, 3)
    declare_pause(context, THURSDAY, FRIDAY, "rest")
    found = whole_day(context, FRIDAY)
    assert [(line.kind, line.text) for line in found.lines] == [
        ("checkin", ""),
        ("win", "Shipped"),
        ("step", "Buy shoes"),
        ("routine", "Walk"),
    ]
    assert (found.mean, [pause.reason for pause in found.pauses]) == (3.0, ["rest"])
    assert [line.kind for line in whole_day(context, THURSDAY).lines] == ["goal"]
    assert whole_day(context, MONDAY).lines == ()


def test_a_day_filled_in_late_or_while_ill_does_not_count(context: Context) -> None:
    _rate(context, FRIDAY, 3)
    _rate(context, date(2026, 11, 22), 3)
    _rate(context, MONDAY, 3)
    assert [whole_day(context, day).counts for day in (FRIDAY, date(2026, 11, 22), MONDAY)] == [False, True, True]
    declare_pause(context, MONDAY, None, "ill")
    assert not whole_day(context, MONDAY).counts


def test_the_first_year_is_that_of_the_first_thing_logged(context: Context) -> None:
    assert first_year(context) == 2026
    log_win(context, "Long ago", day=date(2019, 3, 1))
    assert first_year(context) == 2019


def test_walking_from_day_to_day_costs_the_same_after_ten_years(ten_years: Context) -> None:
    steps = 0

    def count() -> None:
        nonlocal steps
        steps += 1

    # Called once for every hundred instructions of SQLite's machine: a scan of all entries takes a hundred thousand.
    ten_years.connection.raw.set_progress_handler(count, 100)
    for days in range(5):
        assert whole_day(ten_years, MONDAY - timedelta(days=days)).lines
    ten_years.connection.raw.set_progress_handler(None, 0)
    assert steps / 5 < 50
