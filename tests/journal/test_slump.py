"""A slump is noticed, stands until it is over, and can be answered."""

from datetime import date, timedelta
from random import Random

import pytest

from rutbreaker.context import Context
from rutbreaker.domain.models import Checkin
from rutbreaker.domain.slumps import since_when, size_of
from rutbreaker.errors import NotFound
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.history import undo
from rutbreaker.journal.slump import dismiss_slump, noticed_slumps, standing_slump
from rutbreaker.store.history import put
from rutbreaker.store.ids import checkin_id

_USUAL = (4, 3, 3, 4, 4, 3, 4)


def _live(context: Context, usual: int = 70, low: int = 15, back: int = 0) -> None:
    """Daily check-ins until today: usual days, then low ones, then usual ones again."""
    days = [_USUAL[number % 7] for number in range(usual)] + [2] * low + [4] * back
    today = context.clock.today()
    with context.act("live") as doing:
        for number, value in enumerate(days):
            day = today - timedelta(days=len(days) - 1 - number)
            checkin = Checkin(checkin_id(day), day, context.clock.now(), value, value, 6 - value, value, value)
            put(doing, checkin._replace(rated_on=day))


def test_a_fall_is_noticed_with_its_days(context: Context) -> None:
    _live(context)
    slump = standing_slump(context)
    assert slump is not None
    assert slump.level == "clear dip"
    assert slump.onset == context.clock.today() - timedelta(days=14)
    assert slump.onset < slump.day <= context.clock.today()
    assert since_when(slump) == "Since around 9 Nov your days are below your usual level."
    assert size_of(slump).startswith("By about 1.6 points")


def test_usual_days_bring_no_notice(context: Context) -> None:
    _live(context, low=0)
    assert noticed_slumps(context) == []
    assert standing_slump(context) is None


def test_it_no_longer_stands_when_the_days_are_back(context: Context) -> None:
    _live(context, back=10)
    (slump,) = noticed_slumps(context)
    assert slump.end is not None
    assert standing_slump(context) is None


def test_dismissed_with_a_reason_it_no_longer_stands_and_undo_brings_it_back(context: Context) -> None:
    _live(context)
    slump = standing_slump(context)
    assert slump is not None
    dismiss_slump(context, slump.day, "the move", known=True)
    assert standing_slump(context) is None
    (answered,) = noticed_slumps(context)
    assert answered.dismissal is not None
    assert (answered.dismissal.because, answered.dismissal.known) == ("the move", True)
    assert undo(context) == f"dismiss the notice of {slump.day.isoformat()}"
    assert standing_slump(context) == slump


def test_only_what_was_noticed_can_be_dismissed(context: Context) -> None:
    with pytest.raises(NotFound):
        dismiss_slump(context, date(2026, 11, 1), "")


def test_long_after_the_last_check_in_nothing_is_said_of_it(context: Context) -> None:
    _live(context)
    context.clock.advance(timedelta(days=30))  # type: ignore[attr-defined]
    assert standing_slump(context) is None


@pytest.mark.parametrize("seed", range(12))
def test_an_answered_notice_stays_answered_though_its_days_leave_the_baseline(context: Context, seed: int) -> None:
    """Without its days the baseline is another, so that the alarm may fall on another day, or come a second time."""
    random, today = Random(seed), context.clock.today()
    with context.act("live") as doing:
        for number in range(150):
            day = today - timedelta(days=149 - number)
            level = 3.4 + random.gauss(0, 0.6) - (0.9 if number >= 118 else 0)
            value = min(max(round(level), 1), 5)
            checkin = Checkin(checkin_id(day), day, context.clock.now(), value, value, 6 - value, value, value)
            put(doing, checkin._replace(rated_on=day))
    slump = standing_slump(context)
    if slump is not None:
        dismiss_slump(context, slump.day, "the move", known=True)
        assert standing_slump(context) is None


def test_amending_a_check_in_does_not_bring_an_answered_notice_back(context: Context) -> None:
    _live(context)
    slump = standing_slump(context)
    assert slump is not None
    dismiss_slump(context, slump.day, "the move")
    check_in(context, dict.fromkeys(("energy", "interest", "progress", "people"), 4), day=slump.day)
    moved = noticed_slumps(context)[-1]
    assert moved.day != slump.day
    assert standing_slump(context) is None
