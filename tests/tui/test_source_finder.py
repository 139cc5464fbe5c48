"""The source finder, its ranking on the pane Reflect, why, and a move that becomes a goal: by real keys."""

from datetime import timedelta
from functools import partial

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.models import Goal
from rutbreaker.domain.source_moves import moves_for
from rutbreaker.domain.statements import STATEMENTS
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.goals import list_goals
from rutbreaker.journal.source import answer_statement, finish_sitting, questionnaire, source_view
from rutbreaker.tui.widgets.rating import RatingRow
from tests.tui.conftest import Drive, Driver


def _strained(*letters: str, **others: int) -> dict[str, int]:
    """Answers that point to some sources and away from the rest."""
    answers = {}
    for key, statement in STATEMENTS.items():
        strain = 5 if key[0] in letters else 2
        answers[key] = 6 - strain if statement.is_reversed else strain
    return answers | {"X1": 1, "X2": 1, "L1": 3, "L2": 2} | others


def _finished(context: Context, answers: dict[str, int]) -> None:
    for key, value in answers.items():
        answer_statement(context, key, value)
    finish_sitting(context)


def _begun(context: Context, count: int = 12) -> None:
    for statement in questionnaire(context).statements[:count]:
        answer_statement(context, statement.key, 3)


async def _answer_rest(driver: Driver, answers: dict[str, int]) -> None:
    found = await driver.ask(questionnaire)
    await driver.press(*(str(answers[each.key]) for each in found.statements[found.place :]))


async def test_the_empty_card_says_what_it_is_for_and_which_key_starts_it(drive: Drive) -> None:
    async with drive(pane="reflect") as driver:
        assert "What it points to" in driver.text
        assert "28 statements in four minutes show what your rut may come from." in driver.text
        assert " s  find the source" in driver.text
        await driver.press("y")
        assert "There is no ranking yet" in driver.text


async def test_28_keys_are_a_whole_sitting_that_ends_with_the_ranking(drive: Drive) -> None:
    async with drive(pane="reflect") as driver:
        await driver.press("s")
        assert "Think of the last four weeks." in driver.text
        assert "not true of me … very true of me" in driver.text
        assert "0 of 28" in driver.text
        await _answer_rest(driver, _strained("B"))
        view = await driver.ask(source_view)
        assert view.sitting is not None
        assert (view.begun, view.ranking.answered, view.ranking[0].key) == (None, 24, "challenge")
        first = next(line for line in driver.lines if "Too little challenge" in line)
        assert "█" in first
        assert "100   most likely" in first
        assert "24 answers" in first
        assert "─ less likely ─ Overload 25 · Lost interest 25" in driver.text
        assert "The first is right a bit more than half the time.   Enter: why, and what people try" in driver.text
        await driver.press("u")
        assert (await driver.ask(source_view)).sitting is None
        assert " s  find the source" in driver.text


async def test_each_answer_is_kept_at_once_and_the_sitting_goes_on_where_it_was_left(drive: Drive) -> None:
    async with drive(pane="reflect") as driver:
        await driver.press("s", "5", "4", "minus")
        assert "3 of 28" in driver.text
        found = await driver.ask(questionnaire)
        assert list(found.answers.values()) == [5, 4, None]
        await driver.press("escape")
        assert "3 of 28 are kept; s goes on with the rest." in driver.text
        assert "3 of 28 statements are answered." in driver.text
        await driver.press("s")
        assert found.statements[3].text[:30] in driver.text


async def test_going_back_shows_the_answer_and_changes_it(drive: Drive) -> None:
    async with drive(pane="reflect") as driver:
        await driver.press("s", "5", "4", "backspace")
        assert "●●●●○".replace("", " ").strip() in driver.text
        await driver.press("backspace", "backspace", "2", "enter", "1")
        found = await driver.ask(questionnaire)
        assert list(found.answers.values()) == [2, 4, 1]
        await driver.press("right", "down", "j")
        assert found.statements[3].text[:30] in driver.text
        await driver.press("left", "up", "k")
        assert found.statements[0].text[:30] in driver.text


async def test_a_sitting_with_every_statement_skipped_is_not_finished(drive: Drive) -> None:
    async with drive(pane="reflect") as driver:
        await driver.press("s", *["minus"] * 28)
        assert "Every statement was skipped" in driver.text
        await driver.press("4")
        view = await driver.ask(source_view)
        assert view.sitting is not None
        assert view.ranking.verdict in ("few", "nothing")


async def test_soon_after_a_sitting_another_one_is_begun_only_when_asked_twice(drive: Drive) -> None:
    def seed(context: Context) -> None:
        _finished(context, _strained("B"))

    async with drive(seed=seed, pane="reflect") as driver:
        await driver.press("s")
        assert "Answered today: what is answered more often says little" in driver.text
        assert "What does the rut come from?" not in driver.text
        await driver.press("s")
        assert "What does the rut come from?" in driver.text
        await driver.press("3", "escape", "s")
        assert "1 of 28" in driver.text, "one under way goes on without a question"


async def test_a_dot_can_be_clicked(drive: Drive) -> None:
    async with drive(pane="reflect") as driver:
        await driver.press("s")
        row = driver.app.screen.query_one(RatingRow)
        await driver.pilot.click(row, offset=(2 + 2 + 2 * 3, 0))  # the fourth dot
        await driver.settle()
        assert list((await driver.ask(questionnaire)).answers.values()) == [4]


async def test_today_reminds_of_an_unfinished_sitting_and_goes_on_with_it(drive: Drive) -> None:
    async with drive(seed=_begun) as driver:
        row = next(line for line in driver.lines if "Finish the source finder" in line)
        assert "12 of 28" in row
        await driver.press("space")
        await driver.settle()
        assert "What does the rut come from?" in driver.text
        await _answer_rest(driver, _strained("D"))
        assert (await driver.ask(source_view)).ranking[0].key == "alone"
        await driver.press("1")
        assert "Finish the source finder" not in driver.text


async def test_enter_says_which_answers_and_days_speak_for_and_against(drive: Drive, clock: FixedClock) -> None:
    def seed(context: Context) -> None:
        for back in range(20):
            low = 1 if back % 2 else 5
            check_in(context, {"energy": 3, "interest": 3, "pressure": 3, "progress": 3, "people": low},
                     day=context.clock.today() - timedelta(days=back))  # fmt: skip
        _finished(context, _strained("D", D1=1, D4=3))

    async with drive(seed=seed, pane="reflect", size=(120, 60)) as driver:
        await driver.press("s", "escape", "tab", "enter")
        assert "Alone with it" in driver.text
        assert "Your answers point to it" in driver.text
        assert "5  Days pass without one real conversation" in driver.text
        assert "Your answers speak against it" in driver.text
        assert "1  When work gets hard I deal with it by myself." in driver.text
        assert "In between" in driver.text
        assert "3  When I ask for help with my work, I get it." in driver.text
        assert "The chance that it is the highest of the six:" in driver.text
        assert "You see room to change something at work" in driver.text
        assert "For it: 10 of 20 days" not in driver.text  # what was rated too late says nothing
        for move in moves_for("alone", True):
            assert move.title in driver.text
            assert f"{move.support.capitalize()}. {move.evidence[:20]}" in driver.text


async def test_all_of_why_can_be_read_on_a_small_screen(drive: Drive) -> None:
    async with drive(seed=partial(_finished, answers=_strained("E")), pane="reflect", size=(80, 24)) as driver:
        await driver.press("y")
        assert "Your answers point to it" in driver.text
        assert moves_for("life", True)[0].title in driver.text
        assert "this is no diagnosis" not in driver.text
        await driver.press("tab", "end")
        assert "this is no diagnosis" in driver.text
        await driver.press("tab", "end")
        assert moves_for("life", True)[-1].title in driver.text
        await driver.press("y")
        assert "What it points to" in driver.text


async def test_n_makes_a_goal_of_a_move_with_its_fields_filled_in(drive: Drive) -> None:
    async with drive(seed=partial(_finished, answers=_strained("E")), pane="reflect") as driver:
        await driver.press("y", "n")
        assert "A new goal" in driver.text
        move = moves_for("life", True)[0]
        assert move.title in driver.text
        await driver.press("ctrl+s", "enter")
        (view,) = await driver.ask(list_goals)
        goal: Goal = view.goal
        assert (goal.title, goal.source, goal.avenue, goal.plan) == (move.title, "life", move.avenue, move.plan)
        assert "It is a goal now" in driver.text
        assert view.next_step is not None
        assert view.next_step.text == move.step


async def test_the_less_likely_sources_can_be_asked_too(drive: Drive) -> None:
    async with drive(seed=partial(_finished, answers=_strained("A")), pane="reflect") as driver:
        await driver.press("tab", "down", "enter")
        assert "Less likely" in driver.text
        await driver.type("recog")
        await driver.press("enter")
        assert "No recognition" in driver.text
        assert "Your answers speak against it" in driver.text


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (dict.fromkeys(STATEMENTS, 3), "No single source stands out."),
        (_strained(), "Nothing here looks strained."),
        (_strained("C", X2=4), "This may not be mainly about work."),
    ],
)
async def test_what_is_uncertain_is_said(drive: Drive, answers: dict[str, int], said: str) -> None:
    async with drive(seed=partial(_finished, answers=answers), pane="reflect") as driver:
        assert said in driver.text


async def test_a_change_is_told_after_six_weeks(drive: Drive, clock: FixedClock) -> None:
    def seed(context: Context) -> None:
        _finished(context, _strained("A"))
        clock.advance(timedelta(days=43))
        _finished(context, _strained("A") | {"A1": 1, "A2": 2})

    async with drive(seed=seed, pane="reflect") as driver:
        assert "Overload down 1.8 points (90 % interval 0.8 to 2.7)" in driver.text


async def test_an_old_sitting_says_that_it_can_be_had_anew(drive: Drive, clock: FixedClock) -> None:
    def seed(context: Context) -> None:
        _finished(context, _strained("A"))
        clock.advance(timedelta(days=42))

    async with drive(seed=seed, pane="reflect") as driver:
        assert "answered Nov '26 · s asks again" in driver.text


async def test_the_sitting_is_deleted_and_brought_back(drive: Drive) -> None:
    async with drive(seed=partial(_finished, answers=_strained("A")), pane="reflect") as driver:
        await driver.press("tab", "d")
        assert (await driver.ask(source_view)).sitting is None
        assert " s  find the source" in driver.text
        await driver.press("u")
        assert (await driver.ask(source_view)).ranking[0].key == "overload"
        assert "most likely" in driver.text


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 60)])
async def test_it_fits_every_size(drive: Drive, size: tuple[int, int]) -> None:
    async with drive(seed=partial(_finished, answers=_strained("A", "F")), pane="reflect", size=size) as driver:
        await driver.press("tab")
        assert "Overload" in driver.text
        assert "100" in driver.text
        await driver.press("s", "s")
        assert "of 28" in driver.text
        assert " ".join("○○○○○") in driver.text
