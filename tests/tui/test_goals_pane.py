"""Pane 3, by its keys."""

from datetime import date

import pytest

from rutbreaker.context import Context
from rutbreaker.journal.drafts import list_drafts
from rutbreaker.journal.goals import GoalView, WholeGoal, add_goal, close_goal, goal_view, list_goals, park
from rutbreaker.journal.history import undo
from rutbreaker.journal.log import list_log
from rutbreaker.journal.sessions import log_session
from rutbreaker.journal.steps import add_routine, add_step, list_routines, tick_step
from rutbreaker.tui.messages import Open
from tests.tui.conftest import Drive, Driver


def _seed(context: Context) -> None:
    goal = add_goal(
        context,
        "Learn Rust",
        avenue="learning",
        source="challenge",
        why="to be stretched again",
        obstacle="the mail after lunch",
        plan="If it is nine, then I open the book",
        due=date(2026, 12, 24),
    )
    add_step(context, goal.id, "Buy the book")
    add_step(context, goal.id, "Book the workshop", date(2026, 11, 20))
    add_routine(context, goal.id, "Read a chapter", "3 a week")
    log_session(context, goal.id, "45m rust book ch. 3")


def _seed_states(context: Context) -> None:
    add_goal(context, "Leave by six", avenue="balance")
    park(context, add_goal(context, "Half marathon").id, date(2026, 12, 7))
    close_goal(context, add_goal(context, "Learn Rust").id, "little", "A project carries me")


async def _goals(driver: Driver) -> list[GoalView]:
    views: list[GoalView] = await driver.ask(list_goals)
    return views


async def _whole(driver: Driver) -> WholeGoal:
    (view,) = await _goals(driver)
    whole: WholeGoal = await driver.ask(goal_view, view.goal.id)
    return whole


async def test_an_empty_pane_says_what_it_is_for_and_which_key_starts_it(drive: Drive) -> None:
    async with drive(pane="goals", size=(80, 24)) as driver:
        assert "What you want to reach" in driver.text
        assert " n  set the first goal" in driver.text


async def test_keys_without_a_goal_say_what_is_missing(drive: Drive) -> None:
    async with drive(pane="goals") as driver:
        for key in ("a", "t", "p", "x", "d", "e", "m", "s"):
            await driver.press(key)
            assert "n sets one" in driver.text
        await driver.press("space", "J", "K", "f")
        assert await _goals(driver) == []


async def test_a_title_is_enough_for_a_goal(drive: Drive) -> None:
    async with drive(pane="goals") as driver:
        await driver.press("n")
        await driver.type("Learn Rust")
        await driver.press("enter")
        assert (await _whole(driver)).view.goal.title == "Learn Rust"
        assert "Goals · 1 open" in driver.text
        assert "a adds the first" in driver.text
        await driver.press("u")
        assert await _goals(driver) == []


async def test_a_goal_with_everything_has_its_plan_read_back_once(drive: Drive) -> None:
    async with drive(pane="goals") as driver:
        await driver.press("n")
        await driver.type("Learn Rust")
        await driver.press("tab", "right", "right", "tab", "right", "right", "tab")
        await driver.type("to be stretched")
        await driver.press("tab")
        await driver.type("the mail")
        await driver.press("tab")
        await driver.type("If it is nine then I begin")
        await driver.press("tab")
        await driver.type("24 Dec")
        await driver.press("enter")
        assert "Read it aloud once" in driver.text
        assert "If it is nine then I begin" in driver.text
        await driver.press("enter")
        goal = (await _whole(driver)).view.goal
        assert (goal.avenue, goal.source, goal.due) == ("learning", "challenge", date(2026, 12, 24))
        assert (goal.why, goal.obstacle, goal.plan) == ("to be stretched", "the mail", "If it is nine then I begin")
        await driver.press("e")
        await driver.press("enter")
        assert "Read it aloud once" not in driver.text


async def test_a_plan_without_if_and_then_is_asked_about_once_and_kept_anyway(drive: Drive) -> None:
    async with drive(pane="goals") as driver:
        await driver.press("n")
        await driver.type("Learn Rust")
        await driver.press("tab", "tab", "tab", "tab", "tab")
        await driver.type("Read more")
        await driver.press("enter")
        assert "If … happens, then I …" in driver.text
        assert await _goals(driver) == []
        await driver.press("enter", "enter")
        assert (await _whole(driver)).view.goal.plan == "Read more"


async def test_a_date_that_is_not_understood_is_said_in_the_form_and_nothing_is_lost(drive: Drive) -> None:
    async with drive(pane="goals", size=(80, 24)) as driver:
        await driver.press("n")
        await driver.type("Learn Rust")
        await driver.press("shift+tab", "shift+tab", "shift+tab")
        await driver.type("31 Feb")
        await driver.press("enter")
        assert "There is no day “31 Feb”" in driver.text
        assert await _goals(driver) == []
        await driver.press("home", "delete", "1", "delete", "enter")
        assert (await _whole(driver)).view.goal.due == date(2027, 2, 1)


async def test_a_goal_half_written_waits_as_a_draft(drive: Drive) -> None:
    async with drive(pane="goals") as driver:
        await driver.press("n")
        assert "Esc Later" in driver.text
        assert "as you left it" not in driver.text
        await driver.type("Learn")
        await driver.press("escape")
        assert await _goals(driver) == []
        assert await driver.ask(list_drafts) == ["goal"]
        await driver.press("n", "end")
        assert "as you left it" in driver.text
        await driver.type(" Rust")
        await driver.press("enter")
        assert (await _whole(driver)).view.goal.title == "Learn Rust"
        assert await driver.ask(list_drafts) == []


async def test_the_page_tells_everything_about_the_selected_goal(drive: Drive) -> None:
    async with drive(seed=_seed, pane="goals") as driver:
        for words in (
            "to be stretched again",
            "Too little challenge",
            "the mail after lunch",
            "If it is nine, then I open",
            "Thu 24 Dec, in 4 weeks",
            "Steps  0 of 2",
            "□ Buy the book",
            "□ Book the workshop · due 3 days ago",
            "□ Read a chapter",
            "3 a week · 3 more this week",
            "45m this week · 45m in all",
            "23 Nov     45m  rust book ch. 3",
        ):
            assert words in driver.text


async def test_the_list_says_progress_next_step_and_due(drive: Drive) -> None:
    async with drive(seed=_seed, pane="goals") as driver:
        (row,) = [line for line in driver.lines if "░░░░░░" in line]
        assert "Learn Rust" in row
        assert "Buy the book" in row
        assert "24 Dec" in row
        await driver.press("space")
        (row,) = [line for line in driver.lines if "███░░░" in line]
        assert "Book the work" in row


@pytest.mark.parametrize("key", ["e", "enter"])
async def test_a_goal_is_edited(drive: Drive, key: str) -> None:
    async with drive(seed=_seed, pane="goals") as driver:
        await driver.press(key, "end")
        await driver.type(" well")
        await driver.press("enter")
        goal = (await _whole(driver)).view.goal
        assert (goal.title, goal.avenue, goal.source) == ("Learn Rust well", "learning", "challenge")
        assert (goal.why, goal.due) == ("to be stretched again", date(2026, 12, 24))
        await driver.press("u")
        assert (await _whole(driver)).view.goal.title == "Learn Rust"


async def test_a_step_is_added_with_a_day(drive: Drive) -> None:
    async with drive(seed=_seed, pane="goals") as driver:
        await driver.press("a")
        await driver.type("Show it to Dana")
        await driver.press("tab")
        await driver.type("fri")
        await driver.press("enter")
        step = (await _whole(driver)).steps[-1]
        assert (step.text, step.due) == ("Show it to Dana", date(2026, 11, 27))
        assert "□ Show it to Dana" in driver.text
        await driver.press("u")
        assert len((await _whole(driver)).steps) == 2


async def test_a_step_with_a_schedule_is_a_routine(drive: Drive) -> None:
    async with drive(seed=_seed, pane="goals") as driver:
        await driver.press("a")
        await driver.type("Write a test")
        await driver.press("tab", "tab")
        await driver.type("now and then")
        await driver.press("enter")
        assert "is not a schedule that is understood" in driver.text
        assert "Write a test" in driver.text
        await driver.press("end", *["backspace"] * 12)
        await driver.type("every weekday")
        await driver.press("shift+tab")
        await driver.type("fri")
        await driver.press("enter")
        assert "leave one empty" in driver.text
        await driver.press(*["backspace"] * 3, "enter")
        assert [view.routine.text for view in await driver.ask(list_routines)] == ["Read a chapter", "Write a test"]
        assert "every weekday" in driver.text
        assert len((await _whole(driver)).steps) == 2


async def test_a_ticked_step_is_offered_as_a_win_in_one_key(drive: Drive) -> None:
    async with drive(seed=_seed, pane="goals") as driver:
        await driver.press("space")
        assert "■ Buy the book" in driver.text
        assert "w logs it as a win" in driver.text
        assert (await _whole(driver)).view.progress[:2] == (1, 2)
        await driver.press("w")
        assert [line.text for line in await driver.ask(list_log, ("win",))] == ["Buy the book"]
        await driver.press("u", "u")
        assert (await _whole(driver)).view.progress[:2] == (0, 2)
        assert await driver.ask(list_log, ("win",)) == []


async def test_without_an_offer_w_writes_a_win(drive: Drive) -> None:
    async with drive(seed=_seed, pane="goals") as driver:
        await driver.press("space", "tab", "j", "w")
        assert "Log a win" in driver.text
        await driver.type("Asked for help")
        await driver.press("enter")
        assert [line.text for line in await driver.ask(list_log, ("win",))] == ["Asked for help"]


async def test_space_takes_a_tick_away_again(drive: Drive) -> None:
    async with drive(seed=_seed, pane="goals") as driver:
        await driver.press("space", "space")
        assert (await _whole(driver)).view.progress[:2] == (0, 2)
        assert "□ Buy the book" in driver.text


async def test_a_routine_is_ticked_for_today(drive: Drive) -> None:
    async with drive(seed=_seed, pane="goals") as driver:
        await driver.press("tab", "j", "j", "space")
        (view,) = await driver.ask(list_routines)
        assert (view.is_done, view.streak.missing) == (True, 2)
        assert "■ Read a chapter" in driver.text
        assert "2 more this week" in driver.text
        await driver.press("space")
        (view,) = await driver.ask(list_routines)
        assert not view.is_done


async def test_time_is_logged_on_a_day_and_bad_input_is_refused_in_the_form(drive: Drive) -> None:
    async with drive(seed=_seed, pane="goals") as driver:
        await driver.press("t")
        await driver.type("a while")
        await driver.press("enter")
        assert "write 45m, 1h30" in driver.text
        await driver.press("home", "1", "h", "3", "0", "space", "enter")
        newest, _ = (await _whole(driver)).sessions
        assert (newest.minutes, newest.text) == (90, "a while")
        await driver.press("t")
        await driver.type("20m")
        await driver.press("tab")
        await driver.type("yesterday")
        await driver.press("enter")
        assert [(each.day.day, each.minutes) for each in (await _whole(driver)).sessions] == [
            (23, 90),
            (23, 45),
            (22, 20),
        ]
        assert "1h35 this week" not in driver.text
        assert "2h15 this week · 2h35 in all" in driver.text


async def test_a_goal_is_parked_until_a_day_and_woken(drive: Drive) -> None:
    async with drive(seed=_seed, pane="goals") as driver:
        await driver.press("p")
        await driver.type("yesterday")
        await driver.press("enter")
        assert "a day to come" in driver.text
        await driver.press(*["backspace"] * 9)
        await driver.type("7 Dec")
        await driver.press("enter")
        goal = (await _whole(driver)).view.goal
        assert (goal.state, goal.wake) == ("parked", date(2026, 12, 7))
        assert "Parked until Mon 7 Dec" in driver.text
        await driver.press("p")
        assert (await _whole(driver)).view.goal.state == "open"
        await driver.press("u", "u")
        assert (await _whole(driver)).view.goal.wake is None


async def test_a_goal_is_closed_with_verdict_learnt_and_win_and_undone_in_one_step(drive: Drive) -> None:
    async with drive(seed=_seed, pane="goals") as driver:
        await driver.press("x")
        assert "can't tell" in driver.text
        await driver.press("tab", "left", "left", "tab")
        await driver.type("A project carries me")
        await driver.press("tab", "right", "ctrl+s")
        goal = (await _whole(driver)).view.goal
        assert (goal.state, goal.verdict, goal.learnt, goal.let_go) == (
            "closed",
            "little",
            "A project carries me",
            False,
        )
        assert [line.text for line in await driver.ask(list_log, ("win",))] == ["Learn Rust"]
        assert "1 closed · f shows them" in driver.text
        await driver.press("u")
        assert (await _whole(driver)).view.goal.state == "open"
        assert await driver.ask(list_log, ("win",)) == []


async def test_letting_go_is_said_kindly_and_opened_again(drive: Drive) -> None:
    async with drive(seed=_seed, pane="goals") as driver:
        await driver.press("x", "right", "ctrl+s")
        assert (await _whole(driver)).view.goal.let_go
        assert "it makes room" in driver.text
        await driver.press("f")
        assert "Let go today: a decision" in driver.text
        await driver.press("x")
        goal = (await _whole(driver)).view.goal
        assert (goal.state, goal.let_go) == ("open", False)


async def test_parked_goals_come_after_the_open_and_closed_ones_unfold(drive: Drive) -> None:
    async with drive(seed=_seed_states, pane="goals") as driver:
        text = driver.text
        assert text.index("Balance") < text.index("Leave by six") < text.index("Parked") < text.index("Half marathon")
        assert "1 closed · f shows them" in text
        assert "Learn Rust" not in text
        await driver.press("f", "end")
        assert "Closed today. x opens it again." in driver.text
        assert "Helped     a little" in driver.text
        assert "A project carries me" in driver.text
        await driver.press("f")
        assert "Learn Rust" not in driver.text


async def test_a_step_on_a_closed_goal_is_refused(drive: Drive) -> None:
    async with drive(seed=_seed_states, pane="goals") as driver:
        await driver.press("f", "end", "a")
        await driver.type("More")
        await driver.press("enter")
        assert "“Learn Rust” is closed" in driver.text
        await driver.press("escape")
        assert all(view.progress.of == 0 for view in await _goals(driver))


async def test_the_selected_goal_is_deleted_and_brought_back(drive: Drive) -> None:
    async with drive(seed=_seed, pane="goals") as driver:
        before = await _whole(driver)
        await driver.press("d")
        assert await _goals(driver) == []
        assert "set the first goal" in driver.text
        await driver.press("u")
        assert await _whole(driver) == before


async def test_on_the_page_steps_routines_and_sessions_are_edited_and_deleted(drive: Drive) -> None:
    async with drive(seed=_seed, pane="goals") as driver:
        await driver.press("tab", "e", "end")
        await driver.type(" on paper")
        await driver.press("tab")
        await driver.type("tomorrow")
        await driver.press("enter")
        step = (await _whole(driver)).steps[0]
        assert (step.text, step.due) == ("Buy the book on paper", date(2026, 11, 24))
        await driver.press("d")
        assert [step.text for step in (await _whole(driver)).steps] == ["Book the workshop"]
        await driver.press("j", "enter", "tab")
        await driver.type("mon wed")
        await driver.press("enter")
        assert "Mon and Wed" in driver.text
        await driver.press("j", "e")
        assert "45m rust book ch. 3" in driver.text
        await driver.press("home", "delete", "delete", "9", "0", "enter")
        assert (await _whole(driver)).sessions[0].minutes == 90
        await driver.press("d")
        assert (await _whole(driver)).sessions == ()
        await driver.press("u", "u", "u", "u", "u")
        whole = await _whole(driver)
        assert [step.text for step in whole.steps] == ["Buy the book", "Book the workshop"]
        assert whole.sessions[0].minutes == 45


async def test_steps_are_moved(drive: Drive) -> None:
    async with drive(seed=_seed, pane="goals") as driver:
        await driver.press("J")
        assert [step.text for step in (await _whole(driver)).steps] == ["Book the workshop", "Buy the book"]
        assert driver.text.index("□ Book the workshop") < driver.text.index("□ Buy the book")
        await driver.press("K")
        assert [step.text for step in (await _whole(driver)).steps] == ["Buy the book", "Book the workshop"]


async def test_a_goal_that_stands_still_is_asked_about(drive: Drive) -> None:
    async with drive(seed=_seed_still, pane="goals") as driver:
        assert "Nothing has moved for 14 days." in driver.text
        await driver.press("j")
        assert "Nothing has moved" not in driver.text
        await driver.press("s")
        assert "Nothing is asked about this goal" in driver.text


def _seed_still(context: Context) -> None:
    add_goal(context, "A: still")
    context.connection.run("UPDATE goal SET day = '2026-11-09'")
    add_goal(context, "B: moving")
    context.connection.run("UPDATE goal SET day = '2026-11-10' WHERE title LIKE 'B%'")


async def test_a_step_found_elsewhere_is_selected_even_in_a_closed_goal(drive: Drive) -> None:
    def seed(context: Context) -> None:
        _seed(context)
        goal = add_goal(context, "Half marathon")
        tick_step(context, add_step(context, goal.id, "Buy shoes").id)
        add_step(context, goal.id, "Run to the lake")
        close_goal(context, goal.id, "no")

    async with drive(seed=seed) as driver:
        (goal,) = [view.goal for view in await _goals(driver) if view.goal.title == "Half marathon"]
        steps = (await driver.ask(goal_view, goal.id)).steps
        driver.app.screen.post_message(Open("step", steps[0].id))
        await driver.settle()
        assert "■ Buy shoes" in driver.text
        await driver.press("tab", "e")
        assert "Buy shoes" in driver.text
        assert "Step" in driver.text


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 12)])
async def test_two_hundred_long_goals_stay_usable(drive: Drive, size: tuple[int, int]) -> None:
    def seed(context: Context) -> None:
        for number in range(200):
            add_goal(context, f"{number} " + "[bold]long[/x] 長い題名 " * 10, why="because " * 30)

    async with drive(seed=seed, pane="goals", size=size) as driver:
        assert "200 open" in driver.text
        assert "0 [bold]long" in driver.text
        await driver.press("end")
        assert " 199 [bold]" in driver.text
        await driver.press("a")
        await driver.type("one")
        await driver.press("enter")
        assert [view.goal.title[:4] for view in await _goals(driver) if view.progress.of] == ["199 "]


async def test_hostile_text_is_shown_as_typed(drive: Drive) -> None:
    def seed(context: Context) -> None:
        goal = add_goal(context, "[@click=app.quit]x[/y] \x1b[31mred\u202e", why="[b]\x9b1m", plan="If [/z] then \x07")
        add_step(context, goal.id, "[@click=app.bell]step[/] \x1b]0;t\x07")

    async with drive(seed=seed, pane="goals") as driver:
        assert "[@click=app.quit]x[/y] ␛[31mred" in driver.text
        assert "[@click=app.bell]step[/] ␛]0;t␇" in driver.text
        for key in ("e", "escape", "space", "tab", "e", "escape", "t", "escape", "x", "escape"):
            await driver.press(key)
        assert "\x1b" not in driver.text
        await driver.ask(undo)
