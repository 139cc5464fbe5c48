"""Pane 1, by its keys."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from textual.widgets import ContentSwitcher, Input

from rutbreaker.clock import FixedClock
from rutbreaker.config import Settings
from rutbreaker.context import Context
from rutbreaker.journal.change import add_option
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.daily import log_gratitude, log_win
from rutbreaker.journal.day_view import day_view
from rutbreaker.journal.goals import add_goal, goal_view, list_goals
from rutbreaker.journal.log import list_log, read_whole
from rutbreaker.journal.moves import next_moves
from rutbreaker.journal.people import add_person, list_people, log_contact
from rutbreaker.journal.safety import is_held_back
from rutbreaker.journal.sheet import Sheet, keep_sheet
from rutbreaker.journal.steps import add_routine, add_step, list_routines
from rutbreaker.journal.today import STRIP_WEEKS
from rutbreaker.opening import open_context
from rutbreaker.paths import find_places
from rutbreaker.tui.widgets.streak_strip import StreakStrip
from tests.tui.conftest import Drive, Driver
from tests.tui.screen_text import region_text

TODAY = date(2026, 11, 23)
MIDDLING = {"energy": 3, "interest": 3, "pressure": 3, "progress": 3, "people": 3}
LOW = {"energy": 1, "interest": 2, "pressure": 5, "progress": 1, "people": 2}
_ROUNDS = 20_000


def _on_each_day(context: Context, days: int, ratings: dict[str, int]) -> None:
    clock = context.clock
    assert isinstance(clock, FixedClock)
    now = clock.at
    for back in range(days, 0, -1):
        clock.at = now - timedelta(days=back)
        check_in(context, ratings)
    clock.at = now


async def _until(driver: Driver, holds: Callable[[], bool]) -> None:
    """Wait for the dashboard's own pulse to bring something about, as long as two seconds of it may take."""
    for _ in range(_ROUNDS):
        if holds():
            return
        await driver.pilot.pause()
    raise AssertionError(f"it did not come about:\n{driver.text}")


# First start and empty cards


async def test_the_first_start_welcomes_with_three_doors_and_no_empty_boxes(drive: Drive) -> None:
    async with drive() as driver:
        assert "Welcome." in driver.text
        for door in (
            " c   check in         half",
            " s   find the source  four",
            " f9  look around      in sample data",
        ):
            assert door in driver.text
        assert 'rut win "..."' in driver.text
        assert "Next moves" not in driver.text
        await driver.press("c", "3", "enter")
        assert "Welcome." not in driver.text
        assert "Next moves" in driver.text


async def test_a_day_not_checked_in_has_one_inviting_line(drive: Drive) -> None:
    async with drive(seed=lambda context: log_win(context, "Shipped")) as driver:
        assert "How is today?" in driver.text
        assert " c  check in" in driver.text
        assert "●" not in driver.text
        await driver.pilot.click("#today-invitation")
        await driver.settle()
        assert "How much fuel did you have today?" in driver.text


async def test_a_click_on_the_line_of_keys_presses_the_key(drive: Drive) -> None:
    async with drive(seed=lambda context: log_win(context, "Shipped")) as driver:
        place = driver.lines[-1].index("c Check in")
        await driver.pilot.click(offset=(place, len(driver.lines) - 1))
        await driver.settle()
        assert "How much fuel did you have today?" in driver.text
        place = next(line.index("Esc Later") for line in driver.lines if "Esc Later" in line)
        await driver.pilot.click(offset=(place, next(y for y, line in enumerate(driver.lines) if "Esc Later" in line)))
        await driver.settle()
        assert "How much fuel did you have today?" not in driver.text


async def test_a_day_off_that_was_rated_is_no_share_of_nothing(drive: Drive) -> None:
    async with drive(seed=lambda context: check_in(context, {"energy": 4}, mark="off")) as driver:
        assert "A new run has begun" in driver.text
        assert "nothing was planned yet" in driver.text
        assert "0 of" not in driver.text
        assert "0 %" not in driver.text
        assert driver.lines[0].split("2026")[1].strip() == "1 day"


async def test_a_day_marked_off_is_not_asked_about(drive: Drive) -> None:
    async with drive(seed=lambda context: check_in(context, {}, mark="off")) as driver:
        assert "A day off" in driver.text
        assert "How is today?" not in driver.text


# The check-in card


async def test_the_card_shows_the_ratings_the_note_and_the_time(drive: Drive) -> None:
    def seed(context: Context) -> None:
        check_in(context, {"energy": 3, "interest": 2, "people": None}, note="Long review [/x]")

    async with drive(seed=seed) as driver:
        assert "Energy     ●●●○○" in driver.text
        assert "Interest   ●●○○○" in driver.text
        assert "People     –" in driver.text
        assert "“Long review [/x]”" in driver.text
        assert "08:55" in driver.text
        assert "Hardest today: interest. Best: energy." in driver.text
        assert "Lines come in 6 check-ins, your usual range in 19" in driver.text
        assert "▁" not in driver.text, "no course before the seventh check-in"


async def test_the_course_and_the_usual_range_appear_when_there_are_enough(drive: Drive) -> None:
    def seed(context: Context) -> None:
        _on_each_day(context, 40, {**MIDDLING, "interest": 4})
        for back in (2, 1, 0):
            check_in(context, {**MIDDLING, "interest": 1, "pressure": 5}, day=TODAY - timedelta(days=back))

    async with drive(seed=seed) as driver:
        assert "Energy     ●●●○○   ▅▅▅▅▅▅▅   as usual" in driver.text
        assert "Interest   ●○○○○   ▆▆▆▆▁▁▁   below usual" in driver.text
        assert "Pressure   ●●●●●   ▅▅▅▅███   above usual" in driver.text
        assert "until your usual range" not in driver.text


async def test_pressure_is_never_coloured_good_or_bad(drive: Drive) -> None:
    def seed(context: Context) -> None:
        _on_each_day(context, 40, MIDDLING)
        for back in (2, 1, 0):
            check_in(context, {**MIDDLING, "pressure": 5, "people": 5}, day=TODAY - timedelta(days=back))

    async with drive(seed=seed) as driver:
        colours = {
            line.text.split()[1]: {segment.style.color for segment in line if segment.style and "usual" in segment.text}
            for line in driver.app.screen._compositor.render_strips()
            if " usual" in line.text
        }
        assert colours["Pressure"] == colours["Energy"] != colours["People"]


# The streak card


async def test_the_streak_says_the_run_the_longest_and_what_was_kept(drive: Drive) -> None:
    def seed(context: Context) -> None:
        _on_each_day(context, 20, MIDDLING)
        check_in(context, MIDDLING)

    async with drive(seed=seed) as driver:
        assert "check-ins in a row" in driver.text
        assert "longest 21" in driver.text
        assert "15 of the last 15 planned" in driver.text
        assert "% strength" in driver.text
        assert "Mo" in driver.text


async def test_a_broken_streak_is_told_by_what_was_kept(drive: Drive) -> None:
    def seed(context: Context) -> None:
        for back in range(10, 20):
            check_in(context, MIDDLING, day=TODAY - timedelta(days=back))

    async with drive(seed=seed) as driver:
        assert "8 of the last 13 planned kept" in driver.text
        assert "a new run begins with the next one" in driver.text
        assert "0 check-ins" not in driver.text


async def test_the_strip_tells_done_missed_paused_and_free_days_apart(drive: Drive) -> None:
    def seed(context: Context) -> None:
        check_in(context, MIDDLING, day=date(2026, 11, 16))
        check_in(context, {}, day=date(2026, 11, 18), mark="sick")
        check_in(context, {}, day=date(2026, 11, 19), mark="off")
        check_in(context, MIDDLING)

    async with drive(seed=seed) as driver:
        days = {
            line.split("│")[-2].strip()[:2]: line.split("│")[-2].strip()[2:] for line in driver.lines if "│" in line
        }
        ends = {day: days[day].rstrip()[-1:] for day in ("Mo", "Tu", "We", "Th")}
        assert ends == {"Mo": "■", "Tu": "·", "We": "+", "Th": "○"}
        assert days["Sa"].strip() == ""


@pytest.mark.parametrize(("week_start", "order"), [("monday", "MoTuWeThFrSaSu"), ("sunday", "SuMoTuWeThFrSa")])
async def test_the_strip_begins_its_weeks_on_the_day_that_was_chosen(drive: Drive, week_start: str, order: str) -> None:
    async with drive(
        seed=lambda context: check_in(context, MIDDLING), settings=Settings(week_start=week_start)
    ) as driver:
        strip = driver.app.screen.query_one(StreakStrip)
        assert strip.grid is not None
        assert "".join(strip.grid.weekday_name(row) for row in range(7)) == order
        assert strip.grid.weeks == STRIP_WEEKS
        rows = [line.split("│")[-2].strip()[:2] for line in driver.lines if "│" in line]
        assert [row for row in rows if row in ("Mo", "Su")] == [order[:2], *({"Mo", "Su"} - {order[:2]})]


# Next moves


def _busy(context: Context) -> None:
    clock = context.clock
    assert isinstance(clock, FixedClock)
    clock.advance(timedelta(days=-20))
    goal = add_goal(context, "Learn Rust")
    add_step(context, goal.id, "Read chapter 4", TODAY - timedelta(days=5))
    add_step(context, goal.id, "Book the workshop", TODAY)
    add_routine(context, goal.id, "Practise", "every day")
    add_person(context, "Dana", role="mentor", rhythm="10 days")
    add_goal(context, "Give a talk")
    clock.advance(timedelta(days=20))


async def test_next_moves_stand_in_their_order_with_the_reason_at_the_right(drive: Drive) -> None:
    async with drive(seed=_busy) as driver:
        found = [
            next(place for place, line in enumerate(driver.lines) if text in line and note in line)
            for text, note in (
                ("□ Read chapter 4", "5 days past"),
                ("□ Book the workshop", "due today"),
                ("□ Practise", "every day"),
                ("› Reconnect with Dana, mentor", "10 days past"),
                ("› Give a talk", "no move for 20 days"),
            )
        ]
        assert found == sorted(found)


async def test_space_ticks_a_step_and_w_makes_it_a_win(drive: Drive) -> None:
    async with drive(seed=_busy) as driver:
        await driver.press("space")
        (goal,) = [view for view in await driver.ask(list_goals) if view.goal.title == "Learn Rust"]
        steps = (await driver.ask(goal_view, goal.goal.id)).steps
        assert [(step.text, step.done_on) for step in steps] == [("Read chapter 4", TODAY), ("Book the workshop", None)]
        assert "done: Read chapter 4 · w logs it as a win" in driver.text
        await driver.press("w")
        (win,) = await driver.ask(list_log, ("win",))
        assert win.text == "Read chapter 4"
        assert (await driver.ask(read_whole, ("win", win.id))).goal == goal.goal.id
        assert "done: Read chapter 4" not in driver.text
        await driver.press("w")
        await driver.type("Another")
        await driver.press("enter")
        assert [line.text for line in await driver.ask(list_log, ("win",))] == ["Another", "Read chapter 4"]


async def test_undo_takes_a_tick_back_and_the_offer_with_it(drive: Drive) -> None:
    async with drive(seed=_busy) as driver:
        await driver.press("space")
        assert "□ Read chapter 4" not in driver.text
        await driver.press("u")
        assert "□ Read chapter 4" in driver.text
        assert "· w logs it" not in driver.text


@pytest.mark.parametrize("key", ["space", "y"])
async def test_keys_about_a_move_bring_the_cursor_from_what_was_logged_to_the_moves(drive: Drive, key: str) -> None:
    def seed(context: Context) -> None:
        _busy(context)
        log_win(context, "Shipped")

    async with drive(seed=seed) as driver:
        driver.app.screen.query_one("#logged-list").focus()
        await driver.press(key)
        assert "Select a next move first; the cursor is among them now." in driver.text
        await driver.press("y")
        assert "Why this is here" in driver.text


async def test_space_ticks_a_routine(drive: Drive) -> None:
    async with drive(seed=_busy) as driver:
        await driver.press("down", "down", "space")
        (routine,) = await driver.ask(list_routines)
        assert routine.is_done
        assert "□ Practise" not in driver.text


async def test_space_on_a_person_logs_a_contact(drive: Drive) -> None:
    async with drive(seed=_busy) as driver:
        await driver.press("j", "j", "j", "space")
        assert "In touch with Dana" in driver.text
        await driver.type("Coffee")
        await driver.press("enter")
        (person,) = await driver.ask(list_people)
        assert person.last == TODAY
        assert "Reconnect with Dana" not in driver.text


async def test_space_continues_an_unfinished_check_in(drive: Drive) -> None:
    def seed(context: Context) -> None:
        _busy(context)
        keep_sheet(context, TODAY - timedelta(days=3), Sheet({"energy": 2}))

    async with drive(seed=seed) as driver:
        assert "Continue the check-in" in driver.text
        await driver.press("space", "4", "enter")
        checkin = (await driver.ask(day_view, TODAY - timedelta(days=3))).checkin
        assert (checkin.energy, checkin.interest) == (2, 4)


@pytest.mark.parametrize("key", ["enter", "e"])
async def test_a_move_is_opened_where_it_lives(drive: Drive, key: str) -> None:
    async with drive(seed=_busy) as driver:
        await driver.press("down", key)
        assert driver.app.screen.query_one("#goals").display
        assert "Learn Rust" in driver.text


async def test_a_person_is_opened_among_the_people(drive: Drive) -> None:
    async with drive(seed=_busy) as driver:
        await driver.press("down", "down", "down", "enter")
        assert driver.app.screen.query_one("#people").display


async def test_a_still_goal_is_asked_about_by_space_and_opened_by_enter(drive: Drive) -> None:
    async with drive(seed=_busy) as driver:
        await driver.press("end", "space")
        assert "What suits it now?" in driver.text
        await driver.press("escape")
        assert "Left as it is." in driver.text
        assert "no move for" not in driver.text
        # Seen before the next key: which line is the last hangs on it.
        await driver.press("u")
        await driver.press("end", "enter")
        assert driver.app.screen.query_one("#goals").display


async def test_with_nothing_due_the_one_thing_is_done_by_space(drive: Drive) -> None:
    async with drive(seed=lambda context: check_in(context, MIDDLING)) as driver:
        assert "Set a first goal" in driver.text
        await driver.press("space")
        assert "A new goal" in driver.text
        await driver.type("Speak up")
        await driver.press("ctrl+s")
        assert [view.goal.title for view in await driver.ask(list_goals)] == ["Speak up"]
        await driver.press("1")
        assert "Find a first small step for: Speak up" in driver.text


async def test_more_than_seven_are_counted(drive: Drive) -> None:
    def seed(context: Context) -> None:
        goal = add_goal(context, "Much")
        for number in range(10):
            add_step(context, goal.id, f"Step {number}", TODAY)

    async with drive(seed=seed) as driver:
        assert "Step 6" in driver.text
        assert "Step 7" not in driver.text
        assert "3 more" in driver.text
        await driver.press("space")
        assert "Step 7" in driver.text


def _two_steps(context: Context) -> None:
    goal = add_goal(context, "Learn Rust")
    add_step(context, goal.id, "Read chapter 4", TODAY - timedelta(days=5))
    add_step(context, goal.id, "Book the workshop", TODAY)


async def test_y_says_why_a_move_is_here(drive: Drive) -> None:
    async with drive(seed=_two_steps) as driver:
        await driver.press("y")
        assert "Why this is here" in driver.text
        assert "The step was due on Wed 18 Nov." in driver.text
        assert "› 2. what is past its day, most days first" in driver.text
        await driver.press("y", "down", "y")
        assert "The step is due today." in driver.text
        assert "› 3. what is due today" in driver.text
        await driver.press("escape")
        assert "Why this is here" not in driver.text


async def test_z_and_enter_put_a_move_off_until_tomorrow_and_u_takes_it_back(drive: Drive, clock: FixedClock) -> None:
    async with drive(seed=_two_steps) as driver:
        await driver.press("z")
        assert "Read chapter 4" in driver.text
        await driver.press("enter")
        assert "Put off until Tue 24 Nov: Read chapter 4" in driver.text
        moves = region_text(driver.app, driver.app.query_one("MovesCard").region)
        assert "Read chapter 4" not in moves
        assert "Book the workshop" in moves
        assert "1 put off" in moves
        await driver.press("u")
        assert "Read chapter 4" in region_text(driver.app, driver.app.query_one("MovesCard").region)


@pytest.mark.parametrize(
    ("typed", "until"), [("mon", date(2026, 11, 30)), ("+3", date(2026, 11, 26)), ("2 Dec", date(2026, 12, 2))]
)
async def test_a_move_is_put_off_until_a_day_as_people_write_it(drive: Drive, typed: str, until: date) -> None:
    async with drive(seed=_two_steps) as driver:
        await driver.press("z")
        await driver.type(typed)
        await driver.press("enter")
        assert f"Put off until {until:%a} {until.day} {until:%b}" in driver.text
        assert (await driver.ask(next_moves)).put_off == 1


@pytest.mark.parametrize("typed", ["yesterday", "today", "some day"])
async def test_a_day_that_has_come_is_refused_in_the_dialog(drive: Drive, typed: str) -> None:
    async with drive(seed=_two_steps) as driver:
        await driver.press("z")
        await driver.type(typed)
        await driver.press("enter")
        said = " ".join(driver.text.replace("│", " ").split())
        assert "until a day after today" in said or "is not a day that is clear" in said
        await driver.press("escape")
        assert (await driver.ask(next_moves)).put_off == 0


async def test_a_suggestion_says_why_but_is_not_put_off(drive: Drive) -> None:
    async with drive(seed=lambda context: log_win(context, "Shipped")) as driver:
        await driver.press("z")
        assert "a suggestion waits by itself" in driver.text
        await driver.press("y")
        assert "Nothing is due; this is the one thing that would help most next." in driver.text


async def test_the_rulers_lead_to_change_and_wait_while_days_stay_low(drive: Drive) -> None:
    def seed(context: Context) -> None:
        log_win(context, "Shipped")
        add_option(context, "Own studio")

    async with drive(seed=seed) as driver:
        assert "Importance and confidence, 0 to 10" in driver.text
        await driver.press("space")
        assert driver.app.query_one("#panes", ContentSwitcher).current == "change"

    async with drive(seed=lambda context: _on_each_day(context, 20, LOW)) as driver:
        assert await driver.ask(is_held_back)
        assert "Importance and confidence" not in driver.text


async def test_what_was_prepared_to_ask_somebody_stands_on_today_when_they_are_due(
    drive: Drive, clock: FixedClock
) -> None:
    def seed(context: Context) -> None:
        now = clock.at
        clock.at = now - timedelta(days=10)
        add_person(context, "Dana", rhythm="weekly", ask="how she chose her team")
        clock.at = now

    async with drive(seed=seed) as driver:
        assert "Reconnect with Dana: how she chose her" in driver.text
        await driver.press("space")
        assert "I want to know: how she chose her team" in driver.text


async def test_a_move_is_not_deleted_by_accident(drive: Drive) -> None:
    async with drive(seed=_busy) as driver:
        await driver.press("d")
        assert "□ Read chapter 4" in driver.text
        assert "deleted where it lives" in driver.text


# Worth remembering


async def test_something_from_this_day_a_year_ago_is_brought_back(drive: Drive) -> None:
    async with drive(seed=lambda context: log_win(context, "Led a retro", day=date(2025, 11, 23))) as driver:
        assert "a year ago   Led a retro" in driver.text


async def test_on_a_low_day_it_is_one_win_and_one_person(drive: Drive) -> None:
    def seed(context: Context) -> None:
        log_win(context, "Led a retro", day=date(2024, 11, 23))
        log_gratitude(context, "She covered for me", person="Ana", day=TODAY - timedelta(days=2))
        check_in(context, LOW)

    async with drive(seed=seed) as driver:
        assert "You did this   Led a retro" in driver.text
        assert "Ana   You were glad: She covered for me" in driver.text


# Logged today


def _logged(context: Context) -> None:
    log_win(context, "Shipped the importer #ship")
    log_gratitude(context, "Ana covered for me", why="of her own accord", person="Ana")


async def test_what_was_logged_today_is_listed_opened_and_deleted(drive: Drive) -> None:
    async with drive(seed=_logged) as driver:
        assert "08:55 win        Shipped the importer #ship" in driver.text
        assert "Ana covered for me – of her own" in driver.text
        await driver.press("tab", "down", "e")
        assert driver.app.screen.query(Input).first().value == "Shipped the importer #ship"
        await driver.press("end")
        await driver.type(" now")
        await driver.press("enter")
        assert "Shipped the importer #ship now" in driver.text
        await driver.press("d")
        assert [line.text for line in await driver.ask(list_log)] == ["Ana covered for me"]
        await driver.press("enter")
        assert driver.app.screen.query(Input).first().value == "Ana covered for me"


async def test_space_in_what_was_logged_goes_back_to_the_next_moves(drive: Drive) -> None:
    async with drive(seed=_logged) as driver:
        await driver.press("tab", "space")
        assert driver.app.screen.query_one("#moves-list").has_focus


async def test_hostile_text_is_shown_as_typed(drive: Drive) -> None:
    def seed(context: Context) -> None:
        log_win(context, "[/x] [@click=app.quit]now[/] \x1b]0;t\x07")
        check_in(context, MIDDLING, note="[bold]\x9b31m‮abc")

    async with drive(seed=seed) as driver:
        assert "[/x] [@click=app.quit]now[/] ␛]0;t␇" in driver.text
        assert "[bold]" in driver.text
        assert not {"\x1b", "\x9b", "‮"} & set(driver.text)


# Time and other programs


async def test_a_win_logged_by_another_program_appears_by_itself(drive: Drive, clock: FixedClock) -> None:
    async with drive(seed=_logged) as driver:
        other = open_context(find_places(), clock=clock, settings=Settings())
        log_win(other, "Logged from the shell")
        other.connection.close()
        assert "Logged from the shell" not in driver.text
        await _until(driver, lambda: "Logged from the shell" in driver.text)


async def test_the_day_rolls_over_in_place(drive: Drive, clock: FixedClock) -> None:
    def seed(context: Context) -> None:
        check_in(context, MIDDLING)
        log_win(context, "Shipped")

    async with drive(seed=seed) as driver:
        assert "●●●○○" in driver.text
        clock.advance(timedelta(hours=17))
        await _until(driver, lambda: "still Mon 23 Nov" in driver.text)
        assert "●●●○○" in driver.text, "it is still Monday"
        clock.advance(timedelta(hours=3))
        await _until(driver, lambda: "Tue 24 Nov" in driver.text and "How is today?" in driver.text)
        assert "Nothing yet today." in driver.text
        await driver.press("c", "4", "enter")
        assert (await driver.ask(day_view, date(2026, 11, 24))).checkin.energy == 4


# Sizes


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_the_first_screen_has_the_check_in_the_moves_and_the_streak(drive: Drive, size: tuple[int, int]) -> None:
    def seed(context: Context) -> None:
        _busy(context)
        _on_each_day(context, 30, MIDDLING)
        check_in(context, MIDDLING, note="Long review")

    async with drive(seed=seed, size=size) as driver:
        for shown in ("People     ●●●○○", "Long review", "□ Read chapter 4", "Give a talk", "check-ins in a row"):
            assert shown in driver.text


async def test_at_forty_by_twelve_everything_is_reached_by_tab_and_arrows(drive: Drive) -> None:
    def seed(context: Context) -> None:
        _busy(context)
        check_in(context, MIDDLING)
        _logged(context)

    async with drive(seed=seed, size=(40, 12)) as driver:
        assert "□ Read chapter 4" in driver.text
        await driver.press("tab")
        assert "Ana covered" in driver.text
        await driver.press("shift+tab")
        assert "□ Read chapter 4" in driver.text


async def test_long_lists_and_long_texts_stay_in_their_places(drive: Drive) -> None:
    def seed(context: Context) -> None:
        for number in range(60):
            log_win(context, f"win {number} " + "word " * 60)
        for number in range(40):
            goal = add_goal(context, f"Goal {number} " + "x" * 200)
            add_step(context, goal.id, "step " * 50, TODAY)

    async with drive(seed=seed) as driver:
        assert "33 more" in driver.text
        assert "win 59" in driver.text
        await driver.press("tab", "end")
        assert "win 0 " in driver.text
        assert all(len(line) <= 120 for line in driver.lines)


async def test_a_contact_names_its_person_once(drive: Drive) -> None:
    def seed(context: Context) -> None:
        log_contact(context, add_person(context, "Ana Ruiz").id)

    async with drive(seed=seed) as driver:
        (line,) = [line for line in driver.lines if "contact    Ana Ruiz" in line]
        assert line.count("Ana Ruiz") == 1
