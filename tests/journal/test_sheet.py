"""The check-in of a day while it is filled in."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.words import RATINGS
from rutbreaker.journal.daily import check_in, day_view
from rutbreaker.journal.drafts import list_drafts
from rutbreaker.journal.sheet import Sheet, draft_name, keep_sheet, open_sheet

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
    st.dictionaries(st.sampled_from(RATINGS), st.none() | st.integers(1, 5), min_size=1),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40),
    st.sampled_from(["", "off", "sick"]),
)
def test_every_sheet_comes_back_as_it_was(
    context: Context, ratings: dict[str, int | None], note: str, mark: str
) -> None:
    sheet = Sheet(ratings, note, mark)
    keep_sheet(context, TODAY, sheet)
    assert open_sheet(context, TODAY).begun == sheet
