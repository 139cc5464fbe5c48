"""The days on which something was done follow the entries, through every change, deletion and undo."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest

from rutbreaker.context import Context
from rutbreaker.domain.models import Checkin, Goal, Gratitude, Reflection, Routine, Tick, Win
from rutbreaker.domain.words import RATINGS
from rutbreaker.store import derived
from rutbreaker.store.days import all_days_done, days_done
from rutbreaker.store.history import put, remove
from rutbreaker.store.ids import checkin_id, tick_id

DAYS = (date(2020, 2, 29), date(2020, 12, 31), date(2023, 1, 1), date(2023, 12, 31), date(2026, 11, 23))
"""The days where years of different lengths begin and end, with years between them that have nothing."""


def _keep(context: Context, model: NamedTuple) -> None:
    with context.act("keep") as doing:
        put(doing, model)


def _win(context: Context, row: str, day: date) -> Win:
    return Win(row, day, context.clock.now(), "Shipped")


@pytest.fixture
def routine(context: Context) -> str:
    """A routine of a goal."""
    _keep(context, Goal("goal", DAYS[0], context.clock.now(), "Read more"))
    _keep(context, Routine("routine", DAYS[0], context.clock.now(), "goal", "Read"))
    return "routine"


def _checkin(context: Context, day: date) -> Checkin:
    return Checkin(checkin_id(day), day, context.clock.now(), 3)


_MADE: dict[str, Callable[[Context, date], Any]] = {
    "checkin": _checkin,
    "win": lambda context, day: _win(context, f"win {day}", day),
    "gratitude": lambda context, day: Gratitude(f"thanks {day}", day, context.clock.now(), "Ana"),
    "reflection": lambda context, day: Reflection(f"text {day}", day, context.clock.now(), "Long"),
    "routine": lambda context, day: Tick(tick_id("routine", day), day, context.clock.now(), "routine"),
}


@pytest.mark.parametrize("owner", _MADE)
def test_the_days_are_those_of_the_entries_over_years(context: Context, routine: str, owner: str) -> None:
    for day in DAYS[::-1]:
        _keep(context, _MADE[owner](context, day))
    assert list(days_done(context.connection, owner)) == list(DAYS)
    assert {each: list(days) for each, days in all_days_done(context.connection).items()} == {owner: list(DAYS)}


@pytest.mark.parametrize("owner", _MADE)
def test_a_day_is_done_no_more_once_its_entry_is_deleted(context: Context, routine: str, owner: str) -> None:
    for day in DAYS[-2:]:
        _keep(context, _MADE[owner](context, day))
    made = _MADE[owner](context, DAYS[-1])
    with context.act("delete") as doing:
        assert remove(doing, type(made).__name__.lower(), made.id)
    assert list(days_done(context.connection, owner)) == [DAYS[-2]]


def test_a_day_is_done_until_its_last_entry_has_gone(context: Context) -> None:
    day = DAYS[-1]
    for row in ("one", "two"):
        _keep(context, _win(context, row, day))
    with context.act("delete") as doing:
        remove(doing, "win", "one")
    assert day in days_done(context.connection, "win")
    _keep(context, _win(context, "two", day - timedelta(days=1)))
    assert list(days_done(context.connection, "win")) == [day - timedelta(days=1)]


def test_a_checkin_is_done_with_one_rating_and_not_with_a_mark_or_a_note(context: Context) -> None:
    day = DAYS[-1]
    bare = Checkin(checkin_id(day), day, context.clock.now(), mark="sick", note="In bed")
    _keep(context, bare)
    assert not days_done(context.connection, "checkin")
    ratings: list[dict[str, Any]] = [{name: 1} for name in RATINGS]
    for rating in ratings:
        _keep(context, bare._replace(**rating))
        assert list(days_done(context.connection, "checkin")) == [day]
        _keep(context, bare)
        assert not days_done(context.connection, "checkin")


def test_what_never_had_a_day_has_none(context: Context) -> None:
    assert list(days_done(context.connection, "win")) == []
    assert list(all_days_done(context.connection)["nobody"]) == []


def test_a_row_that_is_really_deleted_takes_its_day_along(context: Context) -> None:
    _keep(context, _win(context, "one", DAYS[-1]))
    context.connection.run("DELETE FROM win")
    assert not days_done(context.connection, "win")


def test_a_day_that_cannot_be_read_hides_no_other() -> None:
    lines = list(derived.year_lines([("win", "2026-02-30"), ("win", "2026-01-01")]))
    assert lines == [("win", 2026, "1".ljust(366, "0"))]
