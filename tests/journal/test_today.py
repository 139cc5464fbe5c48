"""The day at a glance, from the data file."""

from datetime import date, timedelta

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.usual import UntilUsual
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.daily import log_win
from rutbreaker.journal.history import undo
from rutbreaker.journal.log import delete, list_keys
from rutbreaker.journal.sheet import Sheet, keep_sheet
from rutbreaker.journal.today import is_new, ratings_card, streak_card

TODAY = date(2026, 11, 23)
ALL_THREE = {"energy": 3, "interest": 3, "pressure": 3, "progress": 3, "people": 3}


def _on_each_day(context: Context, clock: FixedClock, days: int, ratings: dict[str, int]) -> None:
    """Check in on each of the last ``days`` days before today, each on its day."""
    now = clock.at
    for back in range(days, 0, -1):
        clock.at = now - timedelta(days=back)
        check_in(context, ratings)
    clock.at = now


def test_it_is_new_until_something_is_written_or_begun(context: Context) -> None:
    assert is_new(context)
    keep_sheet(context, TODAY, Sheet({"energy": 3}))
    assert not is_new(context)
    keep_sheet(context, TODAY, Sheet())
    assert is_new(context)
    log_win(context, "Shipped")
    assert not is_new(context)
    delete(context, list_keys(context)[0])
    assert is_new(context)


def test_a_day_without_a_check_in_has_a_card_without_values(context: Context) -> None:
    card = ratings_card(context)
    assert card.checkin is None
    assert not card.is_done
    assert not card.is_begun
    assert [each.value for each in card.rated] == [None] * 5
    assert card.until_usual == UntilUsual(20)


def test_a_begun_check_in_of_today_is_known(context: Context) -> None:
    keep_sheet(context, TODAY - timedelta(days=1), Sheet({"energy": 3}))
    assert not ratings_card(context).is_begun
    keep_sheet(context, TODAY, Sheet({"energy": 3}))
    assert ratings_card(context).is_begun


def test_the_course_is_there_from_the_seventh_check_in_on(context: Context, clock: FixedClock) -> None:
    _on_each_day(context, clock, 5, ALL_THREE)
    check_in(context, {"energy": 5})
    assert ratings_card(context).rated[0].recent == ()
    check_in(context, {"energy": 1, "people": 4}, day=TODAY - timedelta(days=9))
    rated = {each.name: each for each in ratings_card(context).rated}
    assert rated["energy"].recent == (1, 3, 3, 3, 3, 3, 5)
    assert rated["interest"].recent == (None, 3, 3, 3, 3, 3, None)


def test_the_last_three_stand_below_the_usual_range(context: Context, clock: FixedClock) -> None:
    _on_each_day(context, clock, 40, {**ALL_THREE, "interest": 4})
    for back in (2, 1, 0):
        check_in(context, {"interest": 1, "people": 5}, day=TODAY - timedelta(days=back))
    card = ratings_card(context)
    assert card.until_usual is None
    assert {each.name: each.place for each in card.rated} == {
        "energy": "as",
        "interest": "below",
        "pressure": "as",
        "progress": "as",
        "people": "above",
    }


def test_sick_days_and_days_filled_in_late_are_no_part_of_what_is_usual(context: Context, clock: FixedClock) -> None:
    for back in range(1, 30):
        check_in(context, ALL_THREE, day=TODAY - timedelta(days=back), mark="sick" if back % 2 else None)
    # All but yesterday's were filled in later than the day after, and that one is marked.
    assert ratings_card(context).until_usual == UntilUsual(20)


def test_twelve_check_ins_leave_eight_to_go(context: Context, clock: FixedClock) -> None:
    _on_each_day(context, clock, 11, ALL_THREE)
    check_in(context, ALL_THREE)
    assert ratings_card(context).until_usual == UntilUsual(8)


def test_a_low_day_is_one_with_an_index_of_two_or_less(context: Context) -> None:
    check_in(context, {"energy": 2, "interest": 2, "pressure": 4, "progress": 2, "people": 2})
    assert ratings_card(context).is_low
    check_in(context, {"people": 3})
    assert not ratings_card(context).is_low
    check_in(context, {"energy": 1, "interest": 1, "pressure": None, "progress": None, "people": None})
    assert not ratings_card(context).is_low, "two ratings make no index"


def test_the_streak_card_has_twelve_whole_weeks_with_the_reasons_for_empty_days(context: Context) -> None:
    check_in(context, ALL_THREE, day=date(2026, 11, 18))
    check_in(context, {}, day=date(2026, 11, 19), mark="sick")
    check_in(context, {}, day=date(2026, 11, 20), mark="off")
    check_in(context, ALL_THREE)
    card = streak_card(context)
    assert (card.first, card.last) == (date(2026, 9, 7), TODAY)
    assert card.done == (date(2026, 11, 18), TODAY)
    assert card.streak.current == 2
    assert card.marks[date(2026, 11, 19)] == "sick"
    assert card.marks[date(2026, 11, 20)] == "off"
    assert card.marks[date(2026, 11, 21)] == "unplanned"
    assert card.marks[date(2026, 11, 17)] == "unplanned", "before the first check-in there are no gaps"
    undo(context)
    assert streak_card(context).done == (date(2026, 11, 18),)
