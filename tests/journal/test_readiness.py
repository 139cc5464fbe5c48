"""Readiness by real rows: answers, overruling, rulers, runway, and how it all came there."""

from datetime import date, timedelta

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.models import Checkin, Goal
from rutbreaker.domain.readiness import ItemView
from rutbreaker.errors import BadInput
from rutbreaker.journal import readiness
from rutbreaker.journal.change import Sheet, add_option, change_option, delete_option
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.goals import add_goal, close_goal, park
from rutbreaker.journal.history import redo, undo
from rutbreaker.journal.people import add_person, log_contact
from rutbreaker.journal.safety import decision_locks, hide_safety_card
from rutbreaker.journal.trials import stop_trial
from rutbreaker.store.history import put
from rutbreaker.store.ids import checkin_id
from tests.journal.test_safety import low_days
from tests.journal.test_trials import begin, live_through


def _rows(context: Context, table: str) -> int:
    return int(context.connection.rows(f"SELECT count(*) FROM {table} WHERE NOT deleted")[0][0])


def _acts(context: Context) -> list[str]:
    return [title for (title,) in context.connection.rows("SELECT title FROM act ORDER BY id")]


def _item(context: Context, key: str) -> ItemView:
    found = next(item for item in readiness.readiness_view(context).items if item.item.key == key)
    assert found == readiness.why_item(context, key).view
    return found


def _words(context: Context, key: str) -> str:
    evidence = _item(context, key).evidence
    return evidence.words if evidence is not None else ""


def test_every_answer_is_a_row_of_its_day_and_the_latest_counts(context: Context, clock: FixedClock) -> None:
    readiness.answer_item(context, "t2", True, "said it to\nMara")
    clock.advance(timedelta(days=3))
    readiness.answer_item(context, "T2", False)
    item = _item(context, "T2")
    assert item.answer is not None
    assert (item.met, item.answer.day, item.answer.because) == (False, date(2026, 11, 26), "")
    assert readiness.readiness_view(context).course["tried"] == (2, 2, 2, 0)
    said = readiness.why_item(context, "T2").answers
    assert [(answer.met, answer.because) for answer in said] == [(True, "said it to Mara"), (False, "")]


def test_an_answer_can_be_taken_back_without_losing_what_was_said(context: Context) -> None:
    readiness.answer_item(context, "A4", True)
    assert readiness.answer_item(context, "A4", None)
    assert _item(context, "A4").met is None
    assert len(readiness.why_item(context, "A4").answers) == 2
    assert _acts(context)[-1] == "One person knows, and is on my side: own word taken back"


def test_the_same_answer_again_leaves_no_trace(context: Context) -> None:
    assert readiness.answer_item(context, "A4", True, "Ana knows")
    assert not readiness.answer_item(context, "A4", True, "Ana knows")
    assert not readiness.answer_item(context, "A2", None)
    assert _rows(context, "readiness") == 1
    assert _acts(context) == ["One person knows, and is on my side: met"]


def test_an_answer_is_undone_and_redone_in_one_step(context: Context) -> None:
    readiness.answer_item(context, "T2", True)
    readiness.answer_item(context, "T2", None)
    undo(context)
    assert _item(context, "T2").met is True
    undo(context)
    assert _item(context, "T2").met is None
    redo(context)
    assert _item(context, "T2").met is True


def test_an_item_that_does_not_exist_is_refused(context: Context) -> None:
    with pytest.raises(BadInput, match="no item"):
        readiness.answer_item(context, "Z1", True)


def test_the_record_is_overruled_with_a_reason_and_the_overruling_taken_back(context: Context) -> None:
    with pytest.raises(BadInput, match=r"not known yet, no move was begun yet\. Give a reason"):
        readiness.answer_item(context, "T1", True)
    assert _rows(context, "readiness") == 0
    readiness.answer_item(context, "T1", True, "two at my last job")
    item = _item(context, "T1")
    assert (item.met, item.is_overruled) == (True, True)
    readiness.answer_item(context, "T1", None)
    assert (_item(context, "T1").met, _item(context, "T1").is_overruled) == (None, False)


def test_moves_count_as_they_are_closed_and_a_deleted_or_undone_one_does_not(
    context: Context, clock: FixedClock
) -> None:
    goals = [add_goal(context, title, source="life") for title in ("one", "two")]
    clock.advance(timedelta(days=14))
    for goal in goals:
        close_goal(context, goal.id, "unknown")
    assert _words(context, "T1") == "2 moves: one 14 days, two 14 days"
    undo(context)
    assert _words(context, "T1") == "1 move so far: one 14 days, two open for 14 days"


def test_days_on_which_a_move_was_parked_are_not_days_on_which_it_was_open(context: Context, clock: FixedClock) -> None:
    goal = add_goal(context, "one", source="life")
    clock.advance(timedelta(days=5))
    park(context, goal.id, clock.today() + timedelta(days=30))
    clock.advance(timedelta(days=38))
    assert _words(context, "T1") == "none so far: one open for 13 days"
    clock.advance(timedelta(days=1))
    close_goal(context, goal.id, "no")
    assert _words(context, "T1") == "1 move so far: one 14 days"
    other = add_goal(context, "two", source="life")
    park(context, other.id)
    clock.advance(timedelta(days=20))
    close_goal(context, other.id, "no")
    assert _words(context, "T1") == "1 move so far: one 14 days, two closed after 0 days"


def test_a_trial_counts_once_it_is_finished(context: Context, clock: FixedClock) -> None:
    begin(context)
    live_through(context, clock, better=0)
    assert _words(context, "T1") == "1 move so far: trial of #walk 28 days"
    begin(context)
    clock.advance(timedelta(days=3))
    stop_trial(context)
    assert _words(context, "T1") == "1 move so far: trial of #walk 28 days"


def test_people_who_were_asked_count_once_each(context: Context) -> None:
    ids = [add_person(context, name).id for name in ("Dana", "Ana", "Femi")]
    for person in (*ids, ids[0]):
        log_contact(context, person, asked_out=True)
    assert _words(context, "T4") == "3 people: Dana, Ana, Femi"
    undo(context)
    undo(context)
    log_contact(context, ids[2], "about the weather")
    assert _words(context, "T4") == "2 people: Dana, Ana"


def test_days_marked_off_make_a_break(context: Context, clock: FixedClock) -> None:
    for back in range(6, 1, -1):
        check_in(context, {}, day=clock.today() - timedelta(days=back), mark="off")
    assert _item(context, "T5").met is False
    check_in(context, {"energy": 3})
    assert _words(context, "T5") == "5 days, 17 - 21 Nov; checked in on 23 Nov"


def test_clearly_better_days_say_that_things_moved(context: Context, clock: FixedClock) -> None:
    today, now = clock.today(), clock.now()
    with context.act("days") as doing:
        for back in range(70):
            day, good = today - timedelta(days=back), back < 35
            rating = 2 + back % 2 + (2 if good else 0)
            ratings = (rating, rating, 6 - rating, rating, rating)
            put(doing, Checkin(checkin_id(day), day, now, *ratings, rated_on=day))
        begun = today - timedelta(days=35)
        put(doing, Goal(doing.new_id(), begun, now, "move", source="life"))
    assert _item(context, "S2").met is False
    assert _words(context, "S2").startswith("2.5 before, 4.5 now; difference +1.")


def test_rulers_are_read_in_one_act_and_again_on_the_same_day_replace(context: Context, clock: FixedClock) -> None:
    readiness.read_rulers(context, {"importance": 6, "confidence": 5})
    readiness.read_rulers(context, {"importance": 7})
    assert _acts(context) == ["importance 6, confidence 5", "importance 7"]
    assert _rows(context, "ruler") == 2
    clock.advance(timedelta(days=14))
    importance, confidence = readiness.rulers_view(context)
    assert (importance.is_due, confidence.is_due) == (True, True)
    with pytest.raises(BadInput, match="from 0 to 10, not 11"):
        readiness.read_rulers(context, {"confidence": 9, "importance": 11})
    assert _rows(context, "ruler") == 2
    readiness.read_rulers(context, {"importance": 9})
    assert _words(context, "S3") == "7 on 23 Nov, 9 on 7 Dec"


def test_amounts_are_kept_only_when_wished(context: Context) -> None:
    made = readiness.set_runway(context, savings="12,000", monthly="4000")
    assert (made.months, made.savings, made.monthly) == (3, None, None)
    assert not context.connection.rows("SELECT 1 FROM edit WHERE kind = 'runway' AND field IN ('savings', 'monthly')")
    assert "12" not in "".join(_acts(context))
    made = readiness.set_runway(context, savings="12,000", monthly="4000", keeps_amounts=True)
    assert (made.savings, made.monthly) == (12000, 4000)
    assert _rows(context, "runway") == 1
    made = readiness.set_runway(context, months="5", keeps_amounts=True)
    assert (made.months, made.savings) == (5, None)


def test_a_runway_needs_months_or_both_amounts_unless_an_offer_or_the_last_ones_stand(context: Context) -> None:
    for months, savings, monthly, says in (
        ("", "", "", "Give the months"),
        ("", "100", "", "go together"),
        ("", "", "100", "go together"),
        ("4", "100", "", "not both"),
        ("", "100", "0", "more than 0"),
        ("many", "", "", "number of months"),
    ):
        with pytest.raises(BadInput, match=says):
            readiness.set_runway(context, months=months, savings=savings, monthly=monthly)
    assert readiness.last_runway(context) is None
    assert readiness.set_runway(context, has_offer=True).months == 0
    assert _words(context, "A1") == "an offer is in hand, said on 23 Nov"
    readiness.set_runway(context, months="4.5")
    assert readiness.set_runway(context, is_thin=True).months == 4.5
    assert _item(context, "A1").met is True, "the offer stands"
    made = readiness.set_runway(context, has_offer=False)
    assert (made.months, made.is_thin) == (4.5, True)
    assert _item(context, "A1").met is False


def test_kept_amounts_stand_until_a_number_is_given_or_they_are_to_be_forgotten(context: Context) -> None:
    readiness.set_runway(context, savings="12,000", monthly="4000", keeps_amounts=True)
    assert readiness.set_runway(context, is_thin=True).savings == 12000
    assert readiness.set_runway(context, keeps_amounts=False).savings is None
    readiness.set_runway(context, savings="12,000", monthly="4000", keeps_amounts=True)
    assert readiness.set_runway(context, months="5").savings is None


def test_what_a_sheet_says_counts_from_the_day_on_which_it_was_written(context: Context, clock: FixedClock) -> None:
    option = add_option(context, "Own studio")
    clock.advance(timedelta(days=2))
    change_option(context, option.id, Sheet(premortem="no clients", safeguard="two before I go"))
    assert _words(context, "D3") == "on the sheet of Own studio"
    clock.advance(timedelta(days=1))
    assert readiness.readiness_view(context).course["deciding"] == (0, 0, 1, 1)
    delete_option(context, option.id)
    assert _item(context, "D3").met is None


def test_a_long_past_is_drawn_at_forty_days_of_the_last_year(context: Context, clock: FixedClock) -> None:
    readiness.answer_item(context, "T2", True)
    clock.advance(timedelta(days=1000))
    view = readiness.readiness_view(context)
    assert (len(view.days), (view.days[-1] - view.days[0]).days) == (40, 364)
    assert view.course["tried"] == (2,) * 40


def test_an_empty_file_knows_nothing(context: Context) -> None:
    view = readiness.readiness_view(context)
    assert (len(view.days), {item.met for item in view.items}) == (1, {None})
    assert decision_locks(context) == []


def test_an_open_card_locks_for_two_weeks_after_it_closed(context: Context, clock: FixedClock) -> None:
    low_days(context)
    assert [lock.key for lock in decision_locks(context)] == ["safety"]
    for _ in range(20):
        clock.advance(timedelta(days=1))
        check_in(context, {"energy": 4, "interest": 4, "pressure": 2, "progress": 4, "people": 4})
    # It closed with the fifth good day, which is 15 days ago; the fourth is 16 days ago.
    assert decision_locks(context) == []
    clock.advance(timedelta(days=-3))
    assert [(lock.key, lock.day) for lock in decision_locks(context)] == [("safety", date(2026, 11, 27))]


def test_a_hidden_card_locks_as_well(context: Context) -> None:
    low_days(context)
    hide_safety_card(context)
    assert [lock.key for lock in decision_locks(context)] == ["safety"]


def test_a_slump_locks_for_three_weeks_from_its_alarm(context: Context, clock: FixedClock) -> None:
    today, now = clock.today(), clock.now()
    with context.act("a dip") as doing:
        for back in range(112):
            day = today - timedelta(days=back)
            values = (3, 3, 3, 2, 2) if back < 12 else (5, 4, 2, 4, 5)
            put(doing, Checkin(checkin_id(day), day, now, *values, rated_on=day))
    (lock,) = decision_locks(context)
    assert lock.key == "slump"
    assert lock.words == "Since around 12 Nov your days fell below your usual level."
    clock.advance(timedelta(days=20 - (today - lock.day).days))
    assert "slump" in {lock.key for lock in decision_locks(context)}
    clock.advance(timedelta(days=1))
    assert "slump" not in {lock.key for lock in decision_locks(context)}
