"""The safety card opens by what the data file holds, is hidden, and comes back."""

from datetime import timedelta

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.models import Answer, Checkin, Sitting
from rutbreaker.domain.safety import ASKED, DIP, LIFE, LOW, WORDS
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.history import undo
from rutbreaker.journal.safety import asked_card, hide_safety_card, is_held_back, safety_card
from rutbreaker.store.history import put
from rutbreaker.store.ids import answer_id, checkin_id


def low_days(context: Context, days: int = 14, mark: str | None = None) -> None:
    """So many days of low check-ins up to today."""
    today = context.clock.today()
    with context.act("low days") as doing:
        for back in range(days):
            day = today - timedelta(days=back)
            put(doing, Checkin(checkin_id(day), day, context.clock.now(), 2, 2, 4, 2, 2, mark=mark, rated_on=day))


def _sitting(context: Context, x2: int) -> None:
    today, now = context.clock.today(), context.clock.now()
    with context.act("source finder") as doing:
        sitting = Sitting(doing.new_id(), today, now, 1, today)
        put(doing, sitting)
        for item, value in {"A1": 5, "A2": 4, "A3": 2, "A4": 2, "X2": x2}.items():
            put(doing, Answer(answer_id(sitting.id, item), today, now, sitting.id, item, value))


def _reason(context: Context) -> str:
    card = safety_card(context)
    return "" if card is None else card.reason


def test_an_empty_file_opens_nothing(context: Context) -> None:
    assert safety_card(context) is None
    assert not is_held_back(context)


def test_low_check_ins_open_it_sick_days_too(context: Context) -> None:
    low_days(context, 9)
    assert _reason(context) == ""
    low_days(context, 10, mark="sick")
    assert _reason(context) == LOW
    assert is_held_back(context)


@pytest.mark.parametrize(("days", "reason"), [(12, ""), (30, DIP)])
def test_a_clear_dip_opens_it_when_it_has_lasted_though_no_day_is_low(context: Context, days: int, reason: str) -> None:
    today = context.clock.today()
    with context.act("a dip") as doing:
        for back in range(100):
            day = today - timedelta(days=back)
            values = (3, 3, 3, 2, 2) if back < days else (5, 4, 2, 4, 5)
            put(doing, Checkin(checkin_id(day), day, context.clock.now(), *values, rated_on=day))
    assert _reason(context) == reason


def test_answers_about_the_whole_life_open_it(context: Context) -> None:
    _sitting(context, 3)
    assert _reason(context) == ""
    _sitting(context, 4)
    assert _reason(context) == LIFE


def test_grave_words_in_a_note_open_it_only_where_that_was_asked_for(context: Context, clock: FixedClock) -> None:
    check_in(context, {"energy": 4}, note="Some days I wish I were dead")
    assert _reason(context) == ""
    reading = context._replace(settings=context.settings._replace(read_notes=True))
    assert _reason(reading) == WORDS
    assert is_held_back(reading)
    before = context.connection.changes()
    safety_card(reading)
    assert context.connection.changes() == before, "nothing of it is kept"
    hide_safety_card(reading)
    assert _reason(reading) == ""
    clock.advance(timedelta(days=14))
    assert _reason(reading) == "", "the note is two weeks old"


def test_hidden_it_stays_away_two_weeks_while_things_stay_held_back(context: Context, clock: FixedClock) -> None:
    low_days(context)
    hide_safety_card(context)
    assert safety_card(context) is None
    assert is_held_back(context)
    clock.advance(timedelta(days=14))
    assert _reason(context) == LOW


def test_undo_brings_it_back(context: Context) -> None:
    low_days(context)
    hide_safety_card(context)
    assert undo(context) == "hide the safety card"
    assert _reason(context) == LOW


def test_asking_for_it_holds_nothing_back(context: Context) -> None:
    assert asked_card(context).reason == ASKED
    assert not is_held_back(context)
    low_days(context)
    assert asked_card(context).reason == LOW
