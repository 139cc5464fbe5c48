"""Pauses: declared before or after the fact, ended, changed, and asked about; they stop expecting, never logging."""

from datetime import date, timedelta

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.errors import BadInput, NotFound
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.daily import log_win
from rutbreaker.journal.history import redo, undo
from rutbreaker.journal.pauses import (
    change_pause,
    declare_pause,
    delete_pause,
    keep_pausing,
    list_pauses,
    open_pause,
    resume,
)
from rutbreaker.journal.streaks import streak_of

MONDAY = date(2026, 11, 23)


def _ago(days: int) -> date:
    return MONDAY - timedelta(days=days)


def _spans(context: Context) -> list[tuple[date, date | None, str]]:
    return [(pause.day, pause.until, pause.reason) for pause in list_pauses(context)]


def test_a_pause_declared_afterwards_mends_the_streak_and_undo_takes_it_back(context: Context) -> None:
    for days in (0, 7):
        check_in(context, {"energy": 3}, day=_ago(days))
    assert streak_of(context, "checkin").current == 1
    declare_pause(context, _ago(6), _ago(3), "ill")
    assert streak_of(context, "checkin").current == 2
    assert undo(context) == "pause: ill 17 Nov to 20 Nov"
    assert streak_of(context, "checkin").current == 1
    redo(context)
    assert _spans(context) == [(_ago(6), _ago(3), "ill")]


def test_what_is_logged_in_a_pause_counts(context: Context) -> None:
    declare_pause(context, _ago(2), None, "holiday")
    log_win(context, "Swam a mile")
    assert streak_of(context, "win").current == 1


def test_pauses_of_one_reason_become_one_in_one_act(context: Context) -> None:
    declare_pause(context, _ago(9), _ago(8), "ill")
    declare_pause(context, _ago(4), _ago(2), "ill")
    declare_pause(context, _ago(8), _ago(7), "holiday")
    declare_pause(context, _ago(7), _ago(5), "ill")
    assert _spans(context) == [(_ago(8), _ago(7), "holiday"), (_ago(9), _ago(2), "ill")]
    undo(context)
    assert len(_spans(context)) == 3


def test_resuming_ends_every_pause_that_covers_the_day(context: Context) -> None:
    declare_pause(context, _ago(5), None, "leave")
    declare_pause(context, MONDAY, MONDAY + timedelta(days=4), "ill")
    declare_pause(context, MONDAY + timedelta(days=20), None, "holiday")
    assert [pause.reason for pause in resume(context)] == ["leave", "ill"]
    assert _spans(context) == [(MONDAY + timedelta(days=20), None, "holiday"), (_ago(5), _ago(1), "leave")]
    with pytest.raises(NotFound, match="no pause on 2026-11-23"):
        resume(context)


def test_one_can_resume_on_another_day(context: Context) -> None:
    declare_pause(context, _ago(10), None, "ill")
    resume(context, _ago(3))
    assert _spans(context) == [(_ago(10), _ago(4), "ill")]


@pytest.mark.parametrize(
    ("first", "last", "reason", "said"),
    [(0, 1, "ill", "before it begins"), (0, 0, "lazy", "ill, holiday, leave, rest"), (0, 0, "", "no reason")],
)
def test_what_makes_no_sense_is_refused_and_nothing_written(
    context: Context, first: int, last: int, reason: str, said: str
) -> None:
    with pytest.raises(BadInput, match=said):
        declare_pause(context, _ago(first), _ago(last), reason)
    assert _spans(context) == []


def test_a_pause_is_changed_and_deleted(context: Context) -> None:
    row = declare_pause(context, _ago(5), None, "rest").id
    change_pause(context, row, _ago(6), _ago(2), "leave")
    assert _spans(context) == [(_ago(6), _ago(2), "leave")]
    delete_pause(context, row)
    assert _spans(context) == []
    undo(context)
    assert _spans(context) == [(_ago(6), _ago(2), "leave")]
    delete_pause(context, row)
    for gone in (lambda: delete_pause(context, row), lambda: change_pause(context, row, MONDAY, None, "ill")):
        with pytest.raises(NotFound, match="gone"):
            gone()


def test_an_open_pause_is_asked_about_every_week(context: Context, clock: FixedClock) -> None:
    assert open_pause(context) is None
    row = declare_pause(context, MONDAY, None, "ill").id
    assert _asked(context) == (row, 1, False)
    clock.advance(timedelta(days=6))
    assert _asked(context) == (row, 7, False)
    clock.advance(timedelta(days=1))
    assert _asked(context) == (row, 8, True)
    keep_pausing(context, row)
    assert _asked(context) == (row, 8, False)
    clock.advance(timedelta(days=7))
    assert _asked(context) == (row, 15, True)
    assert _spans(context) == [(MONDAY, None, "ill")]


def _asked(context: Context) -> tuple[str, int, bool] | None:
    found = open_pause(context)
    return (found.pause.id, found.days, found.is_asked_about) if found else None


def test_a_pause_still_to_come_is_not_under_way(context: Context) -> None:
    declare_pause(context, MONDAY + timedelta(days=1), None, "holiday")
    assert open_pause(context) is None
