"""A trial from the keyboard: its plan beforehand, Today's line, stopping it, and its result."""

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.journal.trials import latest_trial
from tests.journal.test_helps import live
from tests.journal.test_trials import begin, live_through
from tests.tui.conftest import Drive


def _words(text: str) -> str:
    return " ".join(text.replace("│", " ").split())


def _begun(context: Context) -> None:
    begin(context)


def _tenth_day(context: Context) -> None:
    begin(context)
    assert isinstance(context.clock, FixedClock)
    live_through(context, context.clock, better=1, days=9)


def _finished(context: Context) -> None:
    begin(context)
    assert isinstance(context.clock, FixedClock)
    live_through(context, context.clock, better=1)


async def test_the_plan_is_shown_before_it_begins(drive: Drive) -> None:
    async with drive(size=(120, 50)) as driver:
        await driver.press("f5")
        await driver.type("#walk")
        await driver.press("tab")
        await driver.type("30")
        await driver.press("enter")
        words = _words(driver.text)
        assert "Trial of #walk" in words
        assert "has 30 days" in words
        assert "Mo Tu We Th Fr Sa Su" in words
        assert "Modest: " in words
        assert await driver.ask(latest_trial) is None
        await driver.press("enter")
        view = await driver.ask(latest_trial)
        assert (view.trial.tag, len(view.plan)) == ("walk", 30)
        assert "It begins tomorrow" in driver.text


async def test_escape_begins_nothing(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("f5")
        await driver.type("walk")
        await driver.press("enter", "escape")
        assert await driver.ask(latest_trial) is None
        await driver.press("f5")
        await driver.type("walk")
        await driver.press("tab")
        await driver.type("many")
        await driver.press("enter")
        assert "28 to 42 days" in driver.text


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 12)])
async def test_today_says_what_the_day_is_and_opens_the_trial(drive: Drive, size: tuple[int, int]) -> None:
    async with drive(seed=_tenth_day, size=size) as driver:
        view = await driver.ask(latest_trial)
        assert "Without #walk" in driver.text
        assert not view.is_on
        assert "day 10 of 28" in driver.text
        await driver.press("f5")
        assert "Trial of #walk" in driver.text
        assert "s Stop it" in driver.text
        await driver.press("enter")
        assert "Stop it" not in driver.text
        assert (await driver.ask(latest_trial)).is_running


async def test_space_on_the_line_opens_it_too(drive: Drive) -> None:
    async with drive(seed=_tenth_day) as driver:
        await driver.press("space")
        assert "Trial of #walk" in driver.text
        assert "of 9 " not in driver.text
        assert "on-days" in driver.text


async def test_it_is_stopped_and_gone_on_with(drive: Drive) -> None:
    async with drive(seed=_begun) as driver:
        await driver.press("f5")
        assert "It begins tomorrow." in driver.text
        await driver.press("j", "k", "n", "s")
        assert not (await driver.ask(latest_trial)).is_running
        await driver.press("u")
        assert (await driver.ask(latest_trial)).is_running


async def test_a_finished_trial_says_what_came_of_it_and_another_can_begin(drive: Drive) -> None:
    async with drive(seed=_finished, size=(120, 50)) as driver:
        assert "by the trial" not in driver.text
        await driver.press("f5")
        assert "#walk helped: on-days were higher by" in _words(driver.text)
        await driver.press("n")
        assert "A trial of one tag" in driver.text
        await driver.type("tea")
        await driver.press("enter", "enter")
        assert (await driver.ask(latest_trial)).trial.tag == "tea"


async def test_it_is_begun_from_what_goes_with_better_days(drive: Drive) -> None:
    async with drive(seed=live, pane="review", size=(120, 70)) as driver:
        assert "Enter: a trial of it" in driver.text
        driver.app.screen.query_one("#helps-list").focus()
        await driver.press("enter")
        assert "A trial of one tag" in driver.text
        await driver.press("enter")
        assert "Trial of #walk" in driver.text
        await driver.press("enter")
        assert (await driver.ask(latest_trial)).trial.tag == "walk"
