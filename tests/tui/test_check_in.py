"""The check-in, by its keys and the mouse."""

from datetime import date, datetime, timedelta, timezone

import pytest
from textual.widgets import Input

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.checkins import ratings_of
from rutbreaker.domain.models import Checkin
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.day_view import day_view
from rutbreaker.journal.drafts import list_drafts
from rutbreaker.journal.sheet import Sheet, keep_sheet, open_sheet
from rutbreaker.tui.screens.check_in import CheckIn
from rutbreaker.tui.widgets.rating import RatingRow
from tests.tui.conftest import Drive, Driver

TODAY = date(2026, 11, 23)


async def _checkin(driver: Driver, day: date = TODAY) -> Checkin | None:
    view = await driver.ask(day_view, day)
    found: Checkin | None = view.checkin
    return found


async def _ratings(driver: Driver, day: date = TODAY) -> tuple[int | None, ...] | None:
    checkin = await _checkin(driver, day)
    return None if checkin is None else ratings_of(checkin)


def _states(driver: Driver) -> list[str]:
    return [row.state for row in driver.app.screen.query(RatingRow)]


async def test_c_five_digits_and_enter_are_a_whole_check_in_of_seven_keys(drive: Drive) -> None:
    async with drive() as driver:
        keys = ["c", "3", "2", "4", "3", "5", "enter"]
        assert len(keys) == 7
        for key in keys:
            await driver.press(key)
        assert await _ratings(driver) == (3, 2, 4, 3, 5)
        assert not isinstance(driver.app.screen, CheckIn)
        assert "Check-in saved" in driver.text
        await driver.press("u")
        assert await _checkin(driver) is None, "it was one act"


async def test_typed_in_one_go_no_key_is_lost(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("c", "3", "2", "4", "3", "5", "enter")
        assert await _ratings(driver) == (3, 2, 4, 3, 5)


async def test_the_box_says_which_day_and_question_it_is(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("c")
        assert "Check-in · today, Mon 23 Nov" in driver.text
        assert "How much fuel did you have today?" in driver.text
        assert "running on empty … plenty left" in driver.text
        await driver.press("3")
        assert "How much did today's work pull you in?" in driver.text


async def test_after_midnight_it_is_still_the_evening_before(drive: Drive, clock: FixedClock) -> None:
    clock.at = clock.at.replace(day=23, hour=1)
    async with drive() as driver:
        await driver.press("c")
        assert "Check-in · still Sunday, 22 Nov" in driver.text
        await driver.press("3", "enter")
        assert await _ratings(driver, date(2026, 11, 22)) == (3, None, None, None, None)


async def test_backspace_goes_back_a_row_and_minus_skips(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("c", "3", "2")
        assert _states(driver) == ["answered", "answered", "current", "unanswered", "unanswered"]
        await driver.press("backspace", "5", "minus")
        assert _states(driver) == ["answered", "answered", "skipped", "current", "unanswered"]
        await driver.press("enter")
        assert await _ratings(driver) == (3, 5, None, None, None)


async def test_the_arrows_walk_through_the_rows_and_the_line(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("c", "down", "down", "4", "up", "up", "1")
        assert _states(driver)[:3] == ["unanswered", "answered", "current"]
        await driver.press("down", "down", "down")
        assert driver.app.focused is driver.app.screen.query_one(Input)
        await driver.press("up", "2", "enter")
        assert await _ratings(driver) == (None, 1, 4, None, 2)


async def test_in_the_line_digits_and_letters_are_text_and_tags_count(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("c", "3", "2", "4", "3", "5")
        await driver.type("3 ox-meetings #team")
        await driver.press("enter")
        checkin = await _checkin(driver)
        assert checkin is not None
        assert (checkin.note, checkin.tags, checkin.mark) == ("3 ox-meetings #team", ("team",), None)
        assert ratings_of(checkin) == (3, 2, 4, 3, 5)


async def test_backspace_in_the_empty_line_goes_back_to_the_last_row(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("c", "3", "2", "4", "3", "5", "a", "backspace", "backspace", "1", "enter")
        assert await _ratings(driver) == (3, 2, 4, 3, 1)


@pytest.mark.parametrize(("key", "mark", "said"), [("o", "off", "day off: nothing"), ("x", "sick", "sick: nothing")])
async def test_a_day_is_marked_and_the_mark_taken_away(drive: Drive, key: str, mark: str, said: str) -> None:
    async with drive() as driver:
        await driver.press("c", key)
        assert said in driver.text
        await driver.press("enter")
        checkin = await _checkin(driver)
        assert checkin is not None
        assert (checkin.mark, ratings_of(checkin)) == (mark, (None,) * 5)
        await driver.press("c", key)
        assert said not in driver.text
        await driver.press("2", "enter")
        checkin = await _checkin(driver)
        assert checkin is not None
        assert (checkin.mark, checkin.energy) == (None, 2)


async def test_the_other_mark_replaces_the_first(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("c", "o", "x", "enter")
        checkin = await _checkin(driver)
        assert checkin is not None
        assert checkin.mark == "sick"


async def test_each_answer_is_in_the_draft_at_once_and_comes_back_after_escape(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("c", "3")
        assert (await driver.ask(open_sheet, TODAY)).begun == Sheet({"energy": 3})
        await driver.press("2", "o")
        assert (await driver.ask(open_sheet, TODAY)).begun == Sheet({"energy": 3, "interest": 2}, "", "off")
        await driver.press("escape")
        assert await _checkin(driver) is None
        assert "Continue the check-in" in driver.text
        await driver.press("c")
        assert _states(driver) == ["answered", "answered", "current", "unanswered", "unanswered"]
        await driver.press("4", "3", "5", "enter")
        assert await _ratings(driver) == (3, 2, 4, 3, 5)
        assert await driver.ask(list_drafts) == []


async def test_a_line_left_by_escape_is_kept_too(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("c", "3", "2", "4", "3", "5")
        await driver.type("half a line")
        await driver.press("escape", "c")
        assert "half a line" in driver.text


async def test_five_digits_and_enter_are_the_ratings_also_after_all_of_it_was_left_by_escape(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("c", "3", "2", "4", "3", "5", "escape")
        await driver.press("c", "1", "1", "1", "1", "1", "enter")
        checkin = await _checkin(driver)
        assert checkin is not None
        assert (ratings_of(checkin), checkin.note) == ((1, 1, 1, 1, 1), "")


async def test_the_keys_below_are_those_that_do_something_here(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("c")
        assert "o Day off  x Sick  Tab A line" in driver.text
        await driver.press("tab")
        assert "Day off" not in driver.text
        await driver.type("ok")
        await driver.press("up")
        assert "x Sick" in driver.text


async def test_the_draft_is_there_after_a_restart(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("c", "3", "2")
    async with drive() as driver:
        assert "Today's check-in is begun" in driver.text
        await driver.press("space")
        assert _states(driver)[2] == "current"
        await driver.press("1", "1", "1", "enter")
        assert await _ratings(driver) == (3, 2, 1, 1, 1)


async def test_a_day_that_has_a_check_in_opens_with_it_and_is_amended(drive: Drive) -> None:
    def seed(context: Context) -> None:
        check_in(context, {"energy": 3, "interest": 2, "pressure": 4}, note="long review")

    async with drive(seed=seed) as driver:
        await driver.press("c")
        assert "long review" in driver.text
        assert _states(driver) == ["current", "answered", "answered", "skipped", "skipped"]
        await driver.press("escape")
        assert await driver.ask(list_drafts) == [], "nothing was changed, so nothing is left to finish"
        await driver.press("c", "5", "enter")
        assert await _ratings(driver) == (5, 2, 4, None, None)


async def test_another_day_is_filled_in_by_its_date(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("C")
        await driver.type("-3")
        await driver.press("enter")
        assert "Check-in · Fri 20 Nov" in driver.text
        await driver.press("4", "enter")
        assert await _ratings(driver, date(2026, 11, 20)) == (4, None, None, None, None)
        assert await _checkin(driver) is None


async def test_nothing_at_all_is_refused_in_the_box_and_nothing_is_lost(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("c", "minus", "minus", "enter")
        assert "needs at least one rating" in driver.text
        await driver.press("4", "enter")
        assert await _ratings(driver) == (None, None, 4, None, None)


async def test_dots_keys_and_the_line_take_clicks(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("c")
        row = driver.app.screen.query_one("#rating-progress", RatingRow)
        await driver.pilot.click(row, offset=(1 + 14 + 2 * 3, 0))
        await driver.settle()
        assert _states(driver)[3:] == ["answered", "current"]
        await driver.pilot.click("#check-in-note")
        await driver.type("4 clicks")
        await driver.press("ctrl+s")
        assert await _ratings(driver) == (None, None, None, 4, None)


async def test_it_fits_a_terminal_of_forty_by_twelve(drive: Drive) -> None:
    def seed(context: Context) -> None:
        keep_sheet(context, TODAY, Sheet({"energy": 3}, "", "sick"))

    async with drive(seed=seed, size=(40, 12)) as driver:
        await driver.press("c")
        for shown in ("Energy", "Interest", "People", "How much did", "a line, if you like", "sick", "Enter Save"):
            assert shown in driver.text


async def test_a_draft_of_a_future_version_of_a_mark_is_read_without_it(drive: Drive, clock: FixedClock) -> None:
    def seed(context: Context) -> None:
        keep_sheet(context, TODAY, Sheet({"energy": 3}, "", "unheard-of"))

    async with drive(seed=seed) as driver:
        clock.advance(timedelta(minutes=1))
        await driver.press("c", "2", "enter")
        assert await _ratings(driver) == (3, 2, None, None, None)


FRIDAY = datetime(2026, 11, 27, 17, 5, tzinfo=timezone(timedelta(hours=1)))


async def _weekly(driver: Driver) -> tuple[int | None, int | None] | None:
    checkin = await _checkin(driver, FRIDAY.date())
    return None if checkin is None else (checkin.switch_off, checkin.say)


@pytest.mark.parametrize("at_once", [False, True])
async def test_on_the_last_working_day_five_digits_and_enter_are_still_seven_keys(
    drive: Drive, clock: FixedClock, at_once: bool
) -> None:
    clock.at = FRIDAY
    async with drive() as driver:
        keys = ["c", "3", "2", "4", "3", "5", "enter"]
        for pressed in [keys] if at_once else [[key] for key in keys]:
            await driver.press(*pressed)
        assert not isinstance(driver.app.screen, CheckIn)
        assert await _ratings(driver, FRIDAY.date()) == (3, 2, 4, 3, 5)
        assert await _weekly(driver) == (None, None)


@pytest.mark.parametrize("at_once", [False, True])
async def test_two_more_digits_rate_the_week(drive: Drive, clock: FixedClock, at_once: bool) -> None:
    clock.at = FRIDAY
    async with drive() as driver:
        keys = ["c", "3", "2", "4", "3", "5", "4", "2", "enter"]
        for pressed in [keys] if at_once else [[key] for key in keys]:
            await driver.press(*pressed)
        assert await _ratings(driver, FRIDAY.date()) == (3, 2, 4, 3, 5)
        assert await _weekly(driver) == (4, 2)
        assert "This week: switch off 4, say 2" in driver.text
        await driver.press("u")
        assert await _checkin(driver, FRIDAY.date()) is None, "it was one act"


async def test_the_questions_of_the_week_come_after_the_five_and_can_be_skipped(
    drive: Drive, clock: FixedClock
) -> None:
    clock.at = FRIDAY
    async with drive() as driver:
        await driver.press("c", "3", "2", "4", "3", "5")
        assert "and this week" in driver.text
        assert "Could you switch off after work?  1-5" in driver.text
        await driver.press("minus")
        assert "How much say did you have?  1-5" in driver.text
        await driver.press("2", "a", "b", "backspace", "backspace", "backspace", "backspace", "3", "enter")
        assert await _weekly(driver) == (3, 2)


async def test_what_was_said_of_the_week_comes_back_from_the_draft_and_is_asked_once(
    drive: Drive, clock: FixedClock
) -> None:
    clock.at = FRIDAY
    async with drive() as driver:
        await driver.press("c", "3", "2", "4", "3", "5", "4", "escape")
        await driver.press("c", "1", "enter")
        assert await _weekly(driver) == (4, 1)
        clock.advance(timedelta(days=1))
        await driver.press("c")
        assert len(driver.app.screen.query(RatingRow)) == 5, "the week has them"


@pytest.mark.parametrize(("back", "rows"), [(3, 7), (4, 5), (6, 5), (2, 7)])
async def test_another_day_asks_of_its_own_week(drive: Drive, back: int, rows: int) -> None:
    def seed(context: Context) -> None:
        check_in(context, {"energy": 3}, day=TODAY - timedelta(days=back))

    async with drive(seed=seed) as driver:
        await driver.press("C")
        await driver.type(f"-{back}")
        await driver.press("enter")
        assert len(driver.app.screen.query(RatingRow)) == rows


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36)])
async def test_all_seven_rows_are_in_sight(drive: Drive, clock: FixedClock, size: tuple[int, int]) -> None:
    clock.at = FRIDAY
    async with drive(size=size) as driver:
        await driver.press("c", "3", "2", "4", "3", "5", "4", "2")
        for name in (
            "Energy",
            "Interest",
            "Pressure",
            "Progress",
            "People",
            "Switch off",
            "Say",
            "a line, if you like",
        ):
            assert name in driver.text


async def test_a_draft_does_not_say_of_the_week_what_another_day_has_said_since(
    drive: Drive, clock: FixedClock
) -> None:
    clock.at = FRIDAY

    def seed(context: Context) -> None:
        keep_sheet(context, FRIDAY.date(), Sheet({"energy": 2, "switch_off": 1}))
        clock.advance(timedelta(days=1))
        check_in(context, {"switch_off": 5})
        clock.at = FRIDAY

    async with drive(seed=seed) as driver:
        await driver.press("c", "enter")
        assert await _ratings(driver, FRIDAY.date()) == (2, None, None, None, None)
        assert await _weekly(driver) == (None, None)
