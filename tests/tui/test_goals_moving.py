"""Pane 3: progress by number and time, sizes, what stands still, tomorrow's first step, and ideas; by their keys."""

from datetime import date

import pytest

from rutbreaker.context import Context
from rutbreaker.domain.progress import read_measure
from rutbreaker.domain.source_moves import moves_for
from rutbreaker.domain.words import SOURCES
from rutbreaker.journal.drafts import list_drafts
from rutbreaker.journal.goals import GoalView, WholeGoal, add_goal, close_goal, goal_view, list_goals
from rutbreaker.journal.sessions import log_session
from rutbreaker.journal.steps import add_routine, add_step, list_routines
from tests.journal.test_safety import low_days
from tests.tui.conftest import Drive, Driver

TOMORROW = date(2026, 11, 24)


def _pages(context: Context) -> None:
    add_goal(context, "Read the book", measure=read_measure("12 of 30 pages"))


def _challenge(context: Context) -> None:
    add_goal(
        context,
        "Talk to the team",
        avenue="challenge",
        source="challenge",
        why="to grow",
        plan="If Lena asks, then I say yes",
        size=2,
        measure=read_measure("1 of 3 talks"),
    )


def _balance(context: Context) -> None:
    goal = add_goal(context, "Leave by six", avenue="balance")
    add_routine(context, goal.id, "Shutdown note by 17:55", "every weekday", asks_step=True)


def _still(context: Context) -> None:
    add_goal(context, "Half marathon")
    context.connection.run("UPDATE goal SET day = '2026-11-09'")


async def _only(driver: Driver) -> GoalView:
    (view,) = await driver.ask(list_goals)
    found: GoalView = view
    return found


def _words(driver: Driver) -> str:
    """The words of the screen, without its frames and line breaks."""
    return " ".join(driver.text.replace("│", " ").split())


async def _whole(driver: Driver) -> WholeGoal:
    whole: WholeGoal = await driver.ask(goal_view, (await _only(driver)).goal.id)
    return whole


async def test_what_a_goal_counts_and_its_size_are_chosen_in_the_form(drive: Drive) -> None:
    async with drive(pane="goals", size=(80, 24)) as driver:
        await driver.press("n")
        await driver.type("Read the book")
        await driver.press("shift+tab", "right", "right", "shift+tab")
        await driver.type("lots")
        await driver.press("enter")
        assert "Progress can't be counted in “lots”" in driver.text
        await driver.press(*["backspace"] * 4)
        await driver.type("12 of 30 pages")
        await driver.press("enter")
        view = await _only(driver)
        assert (view.progress, view.goal.size) == ((12, 30, "pages"), 2)
        assert "██▍░░░" in next(line for line in driver.lines if "│  Read the book" in line)
        assert "Progress   ██▍░░░  12 of 30 pages · m sets it" in driver.text
        assert "Challenge  2 of 5, easy reach" in driver.text
        await driver.press("e", "shift+tab", "shift+tab")
        assert "12 of 30 pages" in driver.text
        await driver.type("20h")
        await driver.press("enter")
        assert (await _only(driver)).progress == (0, 1200, "minutes")
        assert "0m of 20h · t logs it" in driver.text


async def test_the_number_reached_is_set_and_added_to(drive: Drive) -> None:
    async with drive(seed=_pages, pane="goals") as driver:
        await driver.press("m")
        assert "How far is “Read the book”, in pages?" in driver.text
        await driver.type("many")
        await driver.press("enter")
        assert "“many” is not a number of pages." in driver.text
        await driver.press(*["backspace"] * 4)
        await driver.type("+3")
        await driver.press("enter")
        assert (await _only(driver)).progress.done == 15
        assert "15 of 30 pages" in driver.text
        await driver.press("m")
        await driver.type("20")
        await driver.press("enter")
        assert (await _only(driver)).progress.done == 20
        await driver.press("u")
        assert (await _only(driver)).progress.done == 15


@pytest.mark.parametrize(("measure", "says"), [("steps", "counts its steps."), ("20h", "the time of its sessions; t")])
async def test_what_has_no_number_of_its_own_says_what_it_counts(drive: Drive, measure: str, says: str) -> None:
    async with drive(seed=lambda context: add_goal(context, "Swim", measure=read_measure(measure)), pane="goals") as (
        driver
    ):
        await driver.press("m")
        assert says in driver.text


async def test_time_of_this_week_stands_over_the_list_and_in_the_bar(drive: Drive) -> None:
    def seed(context: Context) -> None:
        for title in ("Swim", "Run"):
            goal = add_goal(context, title, measure=read_measure("3h"))
            log_session(context, goal.id, "1h30")

    async with drive(seed=seed, pane="goals") as driver:
        assert "Goals · 2 open · 3h this week" in driver.text
        assert "███░░░  1h30 of 3h · t logs it" in driver.text
        assert "1h30 this week · 1h30 in all" in driver.text


async def test_after_a_challenge_the_next_size_up_is_proposed_with_its_fields_filled_in(drive: Drive) -> None:
    async with drive(seed=_challenge, pane="goals") as driver:
        await driver.press("x", "ctrl+s")
        assert "The next size up: 3 of 5, stretch" in driver.text
        await driver.press("end")
        await driver.type(" and the board")
        await driver.press("ctrl+s", "enter")
        views = await driver.ask(list_goals)
        assert [view.goal.state for view in views] == ["open", "closed"]
        goal = views[0].goal
        assert (goal.title, goal.avenue, goal.size) == ("Talk to the team and the board", "challenge", 3)
        assert (goal.source, goal.why, goal.plan) == ("challenge", "to grow", "If Lena asks, then I say yes")
        assert views[0].progress == (0, 3, "talks")
        assert "3 of 5, stretch" in driver.text
        await driver.press("u")
        assert [view.goal.state for view in await driver.ask(list_goals)] == ["closed"]


async def test_the_next_size_up_can_be_left(drive: Drive) -> None:
    async with drive(seed=_challenge, pane="goals") as driver:
        await driver.press("x", "ctrl+s", "escape")
        assert (await _only(driver)).goal.state == "closed"
        assert await driver.ask(list_drafts) == []


async def test_an_idea_half_changed_waits_as_a_draft(drive: Drive) -> None:
    async with drive(pane="goals") as driver:
        await driver.press("i", "enter", "end")
        await driver.type(", on Friday")
        await driver.press("escape")
        assert await driver.ask(list_goals) == []
        await driver.press("i", "enter", "ctrl+s", "enter")
        assert (await _only(driver)).goal.title.endswith(", on Friday")
        assert await driver.ask(list_drafts) == []


async def test_in_low_weeks_nothing_larger_is_proposed(drive: Drive) -> None:
    def seed(context: Context) -> None:
        low_days(context)
        _challenge(context)

    async with drive(seed=seed, pane="goals") as driver:
        await driver.press("x", "ctrl+s")
        assert (await _only(driver)).goal.state == "closed"
        assert "The next size up" not in driver.text


async def test_a_challenge_let_go_proposes_nothing(drive: Drive) -> None:
    async with drive(seed=_challenge, pane="goals") as driver:
        await driver.press("x", "right", "ctrl+s")
        assert "The next size up" not in driver.text
        assert (await _only(driver)).goal.let_go


async def test_a_routine_that_asks_makes_a_step_for_tomorrow_in_one_act(drive: Drive) -> None:
    async with drive(seed=_balance, pane="goals") as driver:
        assert "asks for tomorrow's first step" in _words(driver)
        await driver.press("tab", "space")
        assert "What comes first tomorrow?" in driver.text
        await driver.type("Call Ana about the plan")
        await driver.press("enter")
        (step,) = (await _whole(driver)).steps
        assert (step.text, step.due) == ("Call Ana about the plan", TOMORROW)
        assert (await driver.ask(list_routines))[0].is_done
        assert "w logs it as a win" in driver.text
        await driver.press("u")
        assert ((await _whole(driver)).steps, (await driver.ask(list_routines))[0].is_done) == ((), False)


async def test_without_a_word_it_is_just_ticked_and_escape_leaves_it_unticked(drive: Drive) -> None:
    async with drive(seed=_balance, pane="goals") as driver:
        await driver.press("tab", "space", "escape")
        assert not (await driver.ask(list_routines))[0].is_done
        await driver.press("space", "enter")
        assert ((await _whole(driver)).steps, (await driver.ask(list_routines))[0].is_done) == ((), True)
        await driver.press("space")
        assert "What comes first tomorrow?" not in driver.text
        assert not (await driver.ask(list_routines))[0].is_done


async def test_from_today_it_asks_too(drive: Drive) -> None:
    async with drive(seed=_balance) as driver:
        assert "Shutdown note by 17:55" in driver.text
        await driver.press("space")
        await driver.type("Call Ana")
        await driver.press("enter")
        assert [step.text for step in (await _whole(driver)).steps] == ["Call Ana"]


async def test_a_routine_of_a_balance_goal_is_asked_whether_it_asks(drive: Drive) -> None:
    def seed(context: Context) -> None:
        add_goal(context, "Leave by six", avenue="balance")

    async with drive(seed=seed, pane="goals", size=(80, 24)) as driver:
        assert "can ask for the first step of tomorrow" in _words(driver)
        await driver.press("a")
        await driver.type("Shutdown note")
        await driver.press("shift+tab", "right", "enter")
        assert "Only a routine asks for the step of tomorrow" in driver.text
        await driver.press("shift+tab")
        await driver.type("every weekday")
        await driver.press("enter")
        (view,) = await driver.ask(list_routines)
        assert (view.routine.text, view.routine.asks_step) == ("Shutdown note", True)
        await driver.press("tab", "e", "shift+tab", "left", "enter")
        (view,) = await driver.ask(list_routines)
        assert not view.routine.asks_step


async def test_other_goals_are_not_asked_whether_it_asks(drive: Drive) -> None:
    async with drive(seed=_pages, pane="goals") as driver:
        await driver.press("a")
        assert "When ticked" not in driver.text


async def test_what_stands_still_is_left_as_it_is_and_not_asked_about_again(drive: Drive) -> None:
    async with drive(seed=_still, pane="goals", size=(80, 24)) as driver:
        assert "Nothing has moved for 14 days." in driver.text
        await driver.press("s")
        assert "“Half marathon” has not moved for 14 days. What suits it now?" in driver.text
        await driver.press("down", "down", "down", "enter")
        assert (await _only(driver)).goal.asked_on == date(2026, 11, 23)
        assert "Nothing has moved" not in driver.text
        await driver.press("s")
        assert "What suits it now?" not in driver.text
        await driver.press("u")
        assert "Nothing has moved for 14 days." in driver.text


async def test_escape_leaves_it_as_it_is_too(drive: Drive) -> None:
    async with drive(seed=_still, pane="goals") as driver:
        await driver.press("s", "escape")
        assert not (await _only(driver)).is_to_be_asked_about


async def test_a_smaller_step_answers_the_question(drive: Drive) -> None:
    async with drive(seed=_still, pane="goals") as driver:
        await driver.press("s", "enter")
        await driver.type("Find my shoes")
        await driver.press("enter")
        view = await _only(driver)
        assert (view.next_step and view.next_step.text, view.is_to_be_asked_about) == ("Find my shoes", False)


async def test_putting_it_aside_answers_the_question(drive: Drive) -> None:
    async with drive(seed=_still, pane="goals") as driver:
        await driver.press("s", "down", "enter")
        await driver.type("7 Dec")
        await driver.press("enter")
        goal = (await _only(driver)).goal
        assert (goal.state, goal.wake) == ("parked", date(2026, 12, 7))


async def test_letting_go_answers_the_question(drive: Drive) -> None:
    async with drive(seed=_still, pane="goals") as driver:
        await driver.press("s", "down", "down", "enter", "ctrl+s")
        goal = (await _only(driver)).goal
        assert (goal.state, goal.let_go) == ("closed", True)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 12)])
async def test_with_no_goals_ideas_are_offered_and_become_goals_with_a_first_step(
    drive: Drive, size: tuple[int, int]
) -> None:
    async with drive(pane="goals", size=size) as driver:
        assert "i what people try, and what research says of it" in _words(driver)
        await driver.press("i")
        assert "What people try" in driver.text
        first = moves_for("overload", None)[0]
        assert first.evidence.split(":")[0][:12] in driver.text
        await driver.press("enter")
        assert "A new goal" in driver.text
        await driver.press("ctrl+s", "enter")
        view = await _only(driver)
        assert (view.goal.title, view.goal.source, view.goal.plan) == (first.title, "overload", first.plan)
        assert (view.next_step and view.next_step.text) == first.step
        await driver.press("u")
        assert await driver.ask(list_goals) == []


async def test_the_idea_of_a_shutdown_note_is_a_routine_that_asks(drive: Drive) -> None:
    keys = [move.key for source in SOURCES for move in moves_for(source, None)]
    async with drive(pane="goals") as driver:
        await driver.press("i", *["down"] * keys.index("shutdown-note"), "n")
        assert "Write a shutdown note" in driver.text
        await driver.press("ctrl+s", "enter")
        (view,) = await driver.ask(list_routines)
        assert (view.routine.text, view.routine.asks_step) == ("Shutdown note by 17:55", True)
        assert "every weekday" in driver.text


async def test_ideas_are_in_the_palette(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("ctrl+p")
        await driver.type("goals ideas")
        await driver.press("enter")
        await driver.settle()
        assert "What people try" in driver.text
        await driver.press("q")
        assert "What people try" not in driver.text


async def test_names_in_other_scripts_and_of_200_characters_keep_everything_in_its_place(drive: Drive) -> None:
    names = ("تعلم لغة جديدة كل يوم " * 9, "x" * 200, "לכתוב עמוד " * 18)

    def seed(context: Context) -> None:
        for name in names:
            goal = add_goal(context, name, measure=read_measure("12 of 30 صفحة"), why=name, plan=name)
            add_step(context, goal.id, name)

    async with drive(seed=seed, pane="goals", size=(80, 70)) as driver:
        for _ in names:
            assert "12 of 30 صفحة" in driver.text
            assert all(line.endswith(("│", "╮", "╯")) for line in driver.lines[2:-1])
            for key in ("e", "escape", "a", "escape", "t", "escape", "m", "escape", "x", "escape", "space", "down"):
                await driver.press(key)
        assert all(view.progress.of == 30 for view in await driver.ask(list_goals))


async def test_hundreds_of_goals_with_the_closed_ones_folded(drive: Drive) -> None:
    def seed(context: Context) -> None:
        for number in range(240):
            goal = add_goal(context, f"Goal {number:03}")
            if number % 2:
                close_goal(context, goal.id, "helped")

    async with drive(seed=seed, pane="goals", size=(80, 24)) as driver:
        assert "Goals · 120 open" in driver.text
        await driver.press("end")
        assert "120 closed · f shows them" in driver.text
        await driver.press("f", "end")
        assert "Closed today. x opens it again." in driver.text
        await driver.press("x")
        assert "121 open" in driver.text


async def test_sessions_say_their_day_and_the_year_where_it_changes(drive: Drive) -> None:
    def seed(context: Context) -> None:
        goal = add_goal(context, "Learn Rust").id
        for day in (date(2026, 11, 2), date(2026, 1, 3), date(2025, 12, 29), date(2025, 11, 7), date(2024, 5, 1)):
            log_session(context, goal, "45m book", day)

    async with drive(seed=seed, pane="goals") as driver:
        lines = [line.split("│")[-2].strip() for line in driver.lines if "│" in line]
        first = lines.index("2 Nov     45m  book")
        assert [line.split("  ")[0] for line in lines[first : first + 7]] == [
            "2 Nov",
            "3 Jan",
            "2025",
            "29 Dec",
            "7 Nov",
            "2024",
            "1 May",
        ]
