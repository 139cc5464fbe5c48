"""The check-in of a day while it is filled in."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.words import RATINGS, WEEKLY_RATINGS
from rutbreaker.errors import BadInput
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.day_view import day_view
from rutbreaker.journal.drafts import list_drafts
from rutbreaker.journal.review import week
from rutbreaker.journal.sheet import Sheet, asks_weekly, draft_name, keep_sheet, open_sheet

TODAY = date(2026, 11, 23)


def test_an_empty_day_opens_empty(context: Context) -> None:
    opened = open_sheet(context, TODAY)
    assert (opened.saved, opened.begun, opened.today, opened.small_hours) == (Sheet(), None, TODAY, False)


def test_what_was_begun_comes_back_as_it_was_left(context: Context) -> None:
    sheet = Sheet({"energy": 3, "interest": None}, "half a line #tag", "off")
    keep_sheet(context, TODAY, sheet)
    assert open_sheet(context, TODAY).begun == sheet
    assert open_sheet(context, date(2026, 11, 22)).begun is None
    assert day_view(context).checkin is None, "a draft is no check-in"


def test_what_is_saved_already_is_no_draft(context: Context) -> None:
    check_in(context, {"energy": 3, "people": 4}, note="fine", mark="off")
    saved = open_sheet(context, TODAY).saved
    assert saved == Sheet(
        {"energy": 3, "interest": None, "pressure": None, "progress": None, "people": 4}, "fine", "off"
    )
    keep_sheet(context, TODAY, saved._replace(note="other"))
    assert list_drafts(context) == [draft_name(TODAY)]
    keep_sheet(context, TODAY, saved)
    assert list_drafts(context) == []


def test_a_day_that_is_only_marked_has_no_answers_yet(context: Context) -> None:
    check_in(context, {}, mark="sick")
    assert open_sheet(context, TODAY).saved == Sheet({}, "", "sick")


@pytest.mark.parametrize("hour", [1, 3])
def test_after_midnight_it_is_still_the_day_before(context: Context, clock: FixedClock, hour: int) -> None:
    clock.at = clock.at.replace(day=24, hour=hour)
    opened = open_sheet(context, TODAY)
    assert (opened.today, opened.small_hours) == (TODAY, True)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(
    st.dictionaries(st.sampled_from((*RATINGS, *WEEKLY_RATINGS)), st.none() | st.integers(1, 5), min_size=1),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40),
    st.sampled_from(["", "off", "sick"]),
)
def test_every_sheet_comes_back_as_it_was(
    context: Context, ratings: dict[str, int | None], note: str, mark: str
) -> None:
    sheet = Sheet(ratings, note, mark)
    keep_sheet(context, TODAY, sheet)
    assert open_sheet(context, TODAY).begun == sheet


FRIDAY = date(2026, 11, 20)
_A_DAY = timedelta(days=1)


def _asked(context: Context) -> list[int]:
    """The days of the week before on which the ratings of the week are asked."""
    days = [FRIDAY + step * _A_DAY for step in range(-4, 3)]
    return [day.day for day in days if asks_weekly(context, day)]


def test_the_ratings_of_the_week_are_asked_from_its_last_working_day_on_until_they_are_given(context: Context) -> None:
    assert _asked(context) == [20, 21, 22]
    check_in(context, {"energy": 3}, day=FRIDAY)
    assert _asked(context) == [20, 21, 22]
    check_in(context, {"switch_off": 2}, day=FRIDAY + _A_DAY)
    assert _asked(context) == [21], "to be amended where they stand"
    check_in(context, {"switch_off": None, "say": None, "energy": 3}, day=FRIDAY + _A_DAY)
    assert _asked(context) == [20, 21, 22]


def test_a_friday_off_makes_thursday_the_last_working_day(context: Context) -> None:
    check_in(context, {}, day=FRIDAY, mark="off")
    assert _asked(context) == [19, 20, 21, 22]


def test_the_ratings_of_the_week_stand_on_the_sheet_once_given(context: Context) -> None:
    check_in(context, {"energy": 3, "switch_off": 4}, day=FRIDAY)
    saved = open_sheet(context, FRIDAY).saved
    assert saved.ratings == {**dict.fromkeys(RATINGS), "energy": 3, "switch_off": 4}
    keep_sheet(context, FRIDAY, saved)
    assert list_drafts(context) == []


def test_the_ratings_of_the_week_alone_are_a_check_in_but_no_done_one(context: Context) -> None:
    checkin = check_in(context, {"switch_off": 4, "say": 2}, day=FRIDAY)
    assert (checkin.switch_off, checkin.say, checkin.rated_on) == (4, 2, None)
    with pytest.raises(BadInput, match="Switch off is rated from 1 to 5, not 6"):
        check_in(context, {"switch_off": 6})
    found = week(context, FRIDAY - 4 * _A_DAY)
    assert (found.switch_off, found.say) == (4, 2)
    assert week(context, TODAY).switch_off is None
