"""Pane 7, by its keys."""

import re
from datetime import date, timedelta

import pytest
from textual.widgets import Input

from rutbreaker.clock import FixedClock
from rutbreaker.config import Settings
from rutbreaker.context import Context
from rutbreaker.domain.models import Checkin, Goal, Routine, Schedule
from rutbreaker.domain.weekly import Answers
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.daily import log_gratitude, log_win
from rutbreaker.journal.goals import add_goal
from rutbreaker.journal.log import list_log
from rutbreaker.journal.pauses import declare_pause, list_pauses
from rutbreaker.journal.review import save_review
from rutbreaker.journal.schedules import schedule_words
from rutbreaker.journal.steps import add_routine
from rutbreaker.store.history import put
from rutbreaker.store.ids import checkin_id
from rutbreaker.tui.messages import Open
from rutbreaker.tui.screens.dashboard import Dashboard
from rutbreaker.tui.widgets.heatmap import HeatMap
from tests.seed import seed_a_year
from tests.tui.conftest import Drive, Driver

TODAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 20)
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
Size = tuple[int, int]

FULL = dict.fromkeys(("energy", "interest", "progress", "people", "pressure"), 3)


def _seed(context: Context) -> None:
    """Check-ins on the weekdays of three weeks but for the second Tuesday, and something on Friday."""
    for days in range(1, 22):
        day = TODAY - timedelta(days=days)
        if day.weekday() < 5 and day != date(2026, 11, 10):
            check_in(context, FULL, day=day)
    log_win(context, "Fixed [b]it[/x]", day=FRIDAY)
    log_gratitude(context, "Ana covered for me", day=FRIDAY)


def _with_routine(context: Context) -> None:
    _seed(context)
    with context.act("routine") as doing:
        goal, row, now = doing.new_id(), doing.new_id(), context.clock.now()
        put(doing, Goal(goal, FRIDAY, now, "Move more"))
        put(doing, Routine(row, FRIDAY, now, goal, "Walk at noon"))
        put(doing, Schedule(doing.new_id(), FRIDAY, now, row, "week", "", 3))


async def _to_streaks(driver: Driver) -> None:
    await driver.press("tab")


async def _to_day(driver: Driver) -> None:
    await driver.press("tab", "tab")


async def _to_chart(driver: Driver) -> None:
    await driver.press("tab", "tab", "tab")


@SIZES
async def test_an_empty_pane_says_what_it_is_for_and_which_key_starts_it(drive: Drive, size: Size) -> None:
    async with drive(pane="review", size=size) as driver:
        assert "A year of days, and how steadily you kept what you planned." in driver.text
        assert " c  check in" in driver.text


@SIZES
async def test_the_year_and_the_streaks_are_seen_at_once(drive: Drive, size: Size) -> None:
    async with drive(seed=_seed, pane="review", size=size) as driver:
        assert "2026 · How the days were · 14 days" in driver.text
        (checkins,) = [line for line in driver.lines if "Check-ins " in line and "days" in line]
        figures = "Check-ins 8 days 8 11 - 20 Nov 14 of 15 57 % 1"
        assert " ".join(checkins.split("│")[1].split()) == figures


@SIZES
async def test_the_arrow_keys_walk_the_days_and_show_what_each_held(drive: Drive, size: Size) -> None:
    async with drive(seed=_seed, pane="review", size=size) as driver:
        assert "Mon 23 Nov · nothing logged" in driver.text
        await driver.press("up", "k", "up")
        assert "Fri 20 Nov · index 3.0 · 1 win, 1 gratitude" in driver.text
        await driver.press("left", "down", "l", "h", "j", "right", "pageup")
        assert driver.app.screen.query_one(HeatMap).cursor_day == date(2026, 10, 25)
        await driver.press("pagedown", "end")
        assert "Mon 23 Nov · nothing logged" in driver.text
        await driver.press("home")
        assert "Thu 1 Jan · nothing logged" in driver.text


async def test_the_card_beside_it_shows_the_whole_day(drive: Drive) -> None:
    async with drive(seed=_seed, pane="review") as driver:
        await driver.press("up", "up", "up")
        assert "Fri 20 Nov 2026" in driver.text
        assert "Energy   ●●●○○" in driver.text
        assert "Fixed [b]it[/x]" in driver.text
        # Rated on Monday, it is too late to say how Friday was.
        assert "left out of the usual" in driver.text


@SIZES
async def test_enter_goes_into_the_day_and_opens_what_is_there(drive: Drive, size: Size) -> None:
    async with drive(seed=_seed, pane="review", size=size) as driver:
        await driver.press("up", "up", "up", "enter", "down", "down", "enter")
        assert driver.app.screen.query_one("#field-text", Input).value == "Fixed [b]it[/x]"
        await driver.press("end")
        await driver.type(" now")
        await driver.press("enter")
        assert "Fixed [b]it[/x] now" in [line.text for line in await driver.ask(list_log)]
        assert "it[/x] now" in driver.text


@SIZES
async def test_enter_on_an_empty_day_checks_in_for_it(drive: Drive, size: Size) -> None:
    async with drive(seed=_seed, pane="review", size=size) as driver:
        await driver.press("up", "enter")
        await driver.press("3", "2", "4", "3", "5", "enter")
        (line,) = await driver.ask(list_log, ["checkin"], first=date(2026, 11, 22), last=date(2026, 11, 22))
        assert line.ratings == (3, 2, 4, 3, 5)
        assert "Sun 22 Nov · index 3.0" in driver.text


@SIZES
async def test_capital_c_amends_the_check_in_of_the_selected_day(drive: Drive, size: Size) -> None:
    async with drive(seed=_seed, pane="review", size=size) as driver:
        await driver.press("up", "up", "up", "C", "5", "enter")
        (line,) = await driver.ask(list_log, ["checkin"], first=FRIDAY, last=FRIDAY)
        assert line.ratings == (5, 3, 3, 3, 3)


@SIZES
async def test_e_and_d_change_and_delete_what_is_selected_on_the_day(drive: Drive, size: Size) -> None:
    async with drive(seed=_seed, pane="review", size=size) as driver:
        await driver.press("up", "up", "up", "d")
        assert "Choose what to delete" in driver.text
        await driver.press("down", "e")
        assert driver.app.screen.query_one("#field-text", Input).value == "Ana covered for me"
        await driver.press("escape", "d")
        assert [line.kind for line in await driver.ask(list_log, first=FRIDAY, last=FRIDAY)] == ["checkin", "win"]
        await driver.press("u")
        assert len(await driver.ask(list_log, first=FRIDAY, last=FRIDAY)) == 3


async def test_d_on_an_empty_day_says_so(drive: Drive) -> None:
    async with drive(seed=_seed, pane="review") as driver:
        await driver.press("d")
        assert "Nothing is logged on this day." in driver.text


@SIZES
async def test_f_maps_something_else(drive: Drive, size: Size) -> None:
    async with drive(seed=_with_routine, pane="review", size=size) as driver:
        for typed, title in (
            ("wins", "Wins · 1 day"),
            ("walk", "Walk at noon · 0 days"),
            ("check", "Check-ins · 14 days"),
        ):
            await driver.press("f")
            await driver.type(typed)
            await driver.press("enter")
            assert f"2026 · {title}" in driver.text


@SIZES
async def test_brackets_change_the_year_as_far_as_anything_was_logged(drive: Drive, size: Size) -> None:
    def seed(context: Context) -> None:
        _seed(context)
        log_win(context, "Long ago", day=date(2024, 11, 20))

    async with drive(seed=seed, pane="review", size=size) as driver:
        await driver.press("up", "up", "up", "left_square_bracket")
        assert "2025 · How the days were · 0 days" in driver.text
        await driver.press("left_square_bracket", "left_square_bracket")
        assert "2024 · How the days were" in driver.text
        assert "Wed 20 Nov · 1 win" in driver.text
        await driver.press("right_square_bracket", "right_square_bracket", "right_square_bracket")
        assert "2026 · How the days were" in driver.text
        assert "Fri 20 Nov · index 3.0" in driver.text


@SIZES
async def test_comma_and_full_stop_change_the_span_and_the_arrows_the_measure(drive: Drive, size: Size) -> None:
    async with drive(seed=_seed, pane="review", size=size) as driver:
        await driver.press("up", "up", "up")
        await _to_chart(driver)
        assert "Index · 90 days" in driver.text
        assert "20 more check-ins until your usual range" in driver.text
        await driver.press("full_stop", "full_stop", "right")
        assert "Energy · 365 days" in driver.text
        await driver.press("comma", "comma", "comma", "left", "left")
        assert "People · 30 days" in driver.text


async def test_the_usual_range_is_drawn_when_it_is_known(drive: Drive) -> None:
    async with drive(seed=seed_a_year, pane="review") as driver:
        assert re.search(r"usual [23]\.\d to [34]\.\d", driver.text)


def _with_weekends(context: Context) -> None:
    with context.act("weeks") as doing:
        for days in range(1, 50):
            day = TODAY - timedelta(days=days)
            rating = 5 if day.weekday() >= 5 else 3
            checkin = Checkin(checkin_id(day), day, context.clock.now(), rating, rating, 3, 3, 3)
            put(doing, checkin._replace(rated_on=day))


async def test_weekends_are_held_against_weekdays_below_the_index(drive: Drive) -> None:
    async with drive(seed=_with_weekends, pane="review") as driver:
        await driver.press("up")
        await _to_chart(driver)
        assert "Weekends are better (+0.8 points, likely +0.8 to +0.8, 7 weeks)." in driver.text
        await driver.press("right")
        assert "Weekends are" not in driver.text


async def test_an_alert_is_marked_on_the_chart_of_the_index_alone(drive: Drive) -> None:
    async with drive(seed=seed_a_year, pane="review") as driver:
        assert re.search("▲ (clear dip|worth a look)", driver.text)
        await driver.press("tab", "tab", "tab", "right")
        assert "Energy · 90 days" in driver.text
        assert "▲" not in driver.text


@pytest.mark.parametrize(("week_start", "first"), [("monday", "Mo"), ("sunday", "Su")])
async def test_a_week_is_drawn_from_the_day_it_starts_on(drive: Drive, week_start: str, first: str) -> None:
    async with drive(seed=_seed, pane="review", settings=Settings(week_start=week_start)) as driver:
        assert driver.lines[4].split()[1] == first


async def test_before_seven_check_ins_there_is_no_line(drive: Drive) -> None:
    async with drive(seed=lambda context: check_in(context, FULL), pane="review") as driver:
        assert "6 more check-ins until a line is drawn here." in driver.text


async def test_what_was_logged_after_midnight_has_its_time(drive: Drive, clock: FixedClock) -> None:
    clock.advance(timedelta(hours=17))
    async with drive(seed=lambda context: log_win(context, "Late but done"), pane="review") as driver:
        assert "01:55 w Late but done" in driver.text


@SIZES
async def test_y_says_why_the_selected_streak_is_what_it_is(drive: Drive, size: Size) -> None:
    async with drive(seed=_seed, pane="review", size=size) as driver:
        await driver.press("y")
        assert "Why: Check-ins" in driver.text
        assert "Expected every weekday." in driver.text
        assert "8 days in a row, 11 - 20 Nov." in driver.text
        assert "· 10 Nov" in driver.text
        await driver.press("escape")
        await _to_streaks(driver)
        await driver.press("down", "j", "j", "k", "enter")
        assert "Why: Gratitude" in driver.text
        await driver.press("y")
        assert "Why: Gratitude" not in driver.text


@SIZES
async def test_a_streak_is_told_in_words_and_its_schedule_changed(drive: Drive, size: Size) -> None:
    async with drive(seed=_seed, pane="review", size=size) as driver:
        assert "Check-ins: today is open; came back once." in driver.text
        await _to_streaks(driver)
        await driver.press("e")
        assert "Check-ins, wins and gratitude: from today on" in driver.text
        await driver.type("now and then")
        await driver.press("enter")
        assert "is not a schedule that is understood" in driver.text
        await driver.press("ctrl+a", *["delete"] * 12)
        await driver.type("every day")
        await driver.press("enter")
        assert await driver.ask(schedule_words, "win") == "every day"


@SIZES
async def test_p_declares_a_pause_from_the_selected_day(drive: Drive, size: Size) -> None:
    async with drive(seed=_seed, pane="review", size=size) as driver:
        await driver.press("left", "left", "down", "p")
        assert "2026-11-10" in driver.app.screen.query_one("#field-first", Input).value
        await driver.press("tab")
        await driver.type("10 Nov")
        await driver.press("tab", "right", "enter")
        (pause,) = await driver.ask(list_pauses)
        assert (pause.day, pause.until, pause.reason) == (date(2026, 11, 10), date(2026, 11, 10), "leave")
        assert "14 days" in next(line for line in driver.lines if "Check-ins " in line)


@SIZES
async def test_an_open_pause_is_told_and_p_ends_it(drive: Drive, size: Size) -> None:
    def seed(context: Context) -> None:
        _seed(context)
        declare_pause(context, TODAY - timedelta(days=2), None, "ill")

    async with drive(seed=seed, pane="review", size=size) as driver:
        assert "Paused since 21 Nov (ill), day 3. p resumes." in driver.text
        await driver.press("p", "enter")
        (pause,) = await driver.ask(list_pauses)
        assert pause.until == date(2026, 11, 22)
        assert "Paused since" not in driver.text


async def test_an_open_pause_is_asked_about_after_a_week_and_may_go_on_or_change(
    drive: Drive, clock: FixedClock
) -> None:
    def seed(context: Context) -> None:
        _seed(context)
        declare_pause(context, TODAY, None, "ill")
        clock.advance(timedelta(days=8))

    async with drive(seed=seed, pane="review") as driver:
        assert "day 9. Still so? p answers." in driver.text
        await driver.press("p")
        await driver.type("goes on")
        await driver.press("enter")
        assert "day 9. p resumes." in driver.text
        await driver.press("p")
        await driver.type("change")
        await driver.press("enter", "tab", "tab", "right", "enter")
        assert [pause.reason for pause in await driver.ask(list_pauses)] == ["holiday"]
        await driver.press("p")
        await driver.type("another")
        await driver.press("enter", "enter")
        assert len(await driver.ask(list_pauses)) == 1


@SIZES
async def test_capital_p_looks_through_all_pauses(drive: Drive, size: Size) -> None:
    def seed(context: Context) -> None:
        _seed(context)
        declare_pause(context, date(2026, 8, 3), date(2026, 8, 14), "holiday")

    async with drive(seed=seed, pane="review", size=size) as driver:
        await driver.press("P")
        assert "holiday  3 - 14 Aug" in driver.text
        await driver.press("down", "enter", "enter", "tab")
        await driver.type("16 Aug")
        await driver.press("enter")
        (pause,) = await driver.ask(list_pauses)
        assert pause.until == date(2026, 8, 16)
        await driver.press("P", "down", "enter", "down", "enter")
        assert await driver.ask(list_pauses) == []
        await driver.press("P", "enter", "enter")
        assert [pause.day for pause in await driver.ask(list_pauses)] == [TODAY]


@SIZES
async def test_the_week_is_reviewed_and_may_be_left_and_resumed(drive: Drive, size: Size) -> None:
    async with drive(seed=_seed, pane="review", size=size) as driver:
        await driver.press("W")
        assert "Week of 16 - 22 Nov" in driver.text
        assert "Index 3.0 over 5 days" in driver.text
        await driver.type("Mornings")
        await driver.press("escape", "W", "tab")
        await driver.type("Meetings")
        await driver.press("ctrl+s")
        (line,) = await driver.ask(list_log, ["reflection"])
        assert line.prompt == "Weekly review 2026-W47"
        assert line.text == "## What worked\n\nMornings\n\n## What did not\n\nMeetings"
        await driver.press("W")
        assert "Meetings" in driver.text
        await driver.press("end")
        await driver.type("!")
        await driver.press("ctrl+s")
        (line,) = await driver.ask(list_log, ["reflection"])
        assert line.text.startswith("## What worked\n\nMornings!")


async def test_last_weeks_try_is_asked_about(drive: Drive) -> None:
    def seed(context: Context) -> None:
        _seed(context)
        save_review(context, date(2026, 11, 9), Answers(try_next="Walk at noon"))

    async with drive(seed=seed, pane="review") as driver:
        await driver.press("W")
        assert "Last time you wanted to try" in driver.text
        assert "Walk at noon" in driver.text
        await driver.press("right", "right", "tab")
        await driver.type("The walks")
        await driver.press("ctrl+s")
        assert "_Partly tried: Walk at noon_" in (await driver.ask(list_log, ["reflection"]))[0].text


async def test_an_empty_review_is_refused_in_the_form(drive: Drive) -> None:
    async with drive(seed=_seed, pane="review") as driver:
        await driver.press("up", "up", "up", "left", "W")
        assert "Week of 9 - 15 Nov" in driver.text
        await driver.press("ctrl+s")
        assert "at least one of the three questions" in driver.text


@SIZES
async def test_a_check_in_is_revealed_on_its_day(drive: Drive, size: Size) -> None:
    def seed(context: Context) -> None:
        _seed(context)
        check_in(context, {"energy": 4}, day=date(2025, 2, 28))

    async with drive(seed=seed, size=size) as driver:
        row = (await driver.ask(list_log, ["checkin"], last=date(2025, 12, 31)))[0].id
        screen = driver.app.screen
        assert isinstance(screen, Dashboard)
        screen.post_message(Open("checkin", row))
        await driver.settle()
        assert "2025 · How the days were · 1 day" in driver.text
        assert screen.query_one(HeatMap).cursor_day == date(2025, 2, 28)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 60)])
async def test_it_fits_any_terminal(drive: Drive, size: Size) -> None:
    def seed(context: Context) -> None:
        seed_a_year(context)
        for number in range(40):
            log_win(context, f"{number} " + "a very long line of text " * 8)
        with context.act("routine") as doing:
            goal, now = doing.new_id(), context.clock.now()
            put(doing, Goal(goal, FRIDAY, now, "Move more"))
            for number in range(20):
                put(doing, Routine(doing.new_id(), FRIDAY, now, goal, f"Routine {number} " + "long " * 40))

    async with drive(seed=seed, pane="review", size=size) as driver:
        assert "Mo" in driver.text
        assert all(len(line) <= size[0] for line in driver.lines)
        await _to_day(driver)
        await driver.press("down", "down", "down")
        assert "very long" in driver.text


async def test_a_check_in_elsewhere_shows_at_once(drive: Drive) -> None:
    async with drive(seed=_seed, pane="review") as driver:
        await driver.press("c", "3", "3", "3", "3", "3", "enter")
        assert "Mon 23 Nov · index 3.0" in driver.text
        assert "9 days" in next(line for line in driver.lines if "Check-ins " in line)


async def test_many_routines_leave_the_chart_its_room(drive: Drive) -> None:
    def seed(context: Context) -> None:
        _seed(context)
        goal = add_goal(context, "Leave by six")
        for number in range(6):
            add_routine(context, goal.id, f"Routine {number}", "every weekday")

    async with drive(seed=seed, pane="review", size=(120, 36)) as driver:
        await driver.press("tab", "tab")
        lines = [line.strip("│ ") for line in driver.lines]
        assert all(any(line.startswith(f"{level} ┤") for line in lines) for level in "531")


async def test_a_day_without_a_check_in_is_not_called_a_low_one(drive: Drive) -> None:
    async with drive(seed=_seed, pane="review") as driver:
        assert "no check-in · ▫ □ ▣ ■ high" in driver.text
        assert "low ·" not in driver.text


async def test_the_ratings_of_a_day_stand_beside_their_names(drive: Drive) -> None:
    def seed(context: Context) -> None:
        _seed(context)
        check_in(context, {"energy": 3, "interest": 2, "pressure": 4, "progress": 3, "people": 5})

    for size in ((100, 30), (120, 36)):
        async with drive(seed=seed if size == (100, 30) else None, pane="review", size=size) as driver:
            for rated in ("Energy   ●●●○○", "Interest ●●○○○", "Pressure ●●●●○", "Progress ●●●○○", "People   ●●●●●"):
                assert rated in driver.text


async def test_on_the_29th_of_february_that_day_stays_selected(drive: Drive, clock: FixedClock) -> None:
    clock.at = clock.at.replace(year=2028, month=2, day=29)
    async with drive(seed=lambda context: log_win(context, "A leap"), pane="review") as driver:
        heatmap = driver.app.screen.query_one(HeatMap)
        assert heatmap.cursor_day == date(2028, 2, 29)
        await driver.ask(log_win, "Another")
        driver.app.dashboard.revision += 1
        await driver.settle()
        assert heatmap.cursor_day == date(2028, 2, 29)
