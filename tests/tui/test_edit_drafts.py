"""What is changed in a form is never lost: it waits as it was left, until it is saved."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from rutbreaker.context import Context
from rutbreaker.journal.change import add_criterion, add_option
from rutbreaker.journal.daily import log_gratitude, log_win
from rutbreaker.journal.drafts import list_drafts
from rutbreaker.journal.events import log_event
from rutbreaker.journal.goals import GoalView, add_goal, change_goal, list_goals
from rutbreaker.journal.people import add_person, log_contact
from rutbreaker.journal.sessions import log_session
from rutbreaker.journal.steps import add_routine, add_step
from tests.tui.conftest import Drive, Driver


class Edited(NamedTuple):
    """A form: what is in the file before, its pane, the keys that open it, and the way to a field for a sentence."""

    seed: Callable[[Context], object]
    pane: str
    keys: tuple[str, ...]
    to_field: tuple[str, ...] = ()


def _goal(context: Context) -> None:
    add_goal(context, "Half marathon")


def _step(context: Context) -> None:
    add_step(context, add_goal(context, "Half marathon").id, "Buy shoes")


def _routine(context: Context) -> None:
    add_routine(context, add_goal(context, "Half marathon").id, "Run", "every weekday")


def _asking(context: Context) -> None:
    goal = add_goal(context, "Leave by six", avenue="balance")
    add_routine(context, goal.id, "Shutdown note", "every weekday", asks_step=True)


def _session(context: Context) -> None:
    log_session(context, add_goal(context, "Half marathon").id, "45m around the lake")


def _person(context: Context) -> None:
    add_person(context, "Ana")


def _contact(context: Context) -> None:
    log_contact(context, add_person(context, "Ana").id, "Talked about work")


def _event(context: Context) -> None:
    log_event(context, "Meet-up", "", text="Good talks")


def _options(context: Context) -> None:
    add_option(context, "Move to another team")
    add_criterion(context, "growth", 3)


FORMS = {
    "a goal": Edited(_goal, "goals", ("e",)),
    "what was learnt": Edited(_goal, "goals", ("x",), ("down", "down")),
    "a step": Edited(_step, "goals", ("tab", "enter")),
    "a routine": Edited(_routine, "goals", ("tab", "enter")),
    "tomorrow's first step": Edited(_asking, "goals", ("tab", "space")),
    "a session": Edited(_session, "goals", ("tab", "enter")),
    "a person": Edited(_person, "people", ("e",), ("up",)),
    "a contact": Edited(_contact, "people", ("tab", "enter")),
    "an event": Edited(_event, "people", ("f", *"events", "enter", "e")),
    "a win": Edited(lambda context: log_win(context, "Shipped"), "gratitude", ("e",)),
    "gratitude": Edited(lambda context: log_gratitude(context, "Lena"), "gratitude", ("e",), ("down",)),
    "an answer": Edited(lambda context: None, "change", ("enter",), ("down",)),
    "a criterion": Edited(_options, "change", ("tab", "end", "e")),
}


@pytest.mark.parametrize("name", FORMS)
async def test_what_was_typed_into_a_form_waits_as_it_was_left(drive: Drive, name: str) -> None:
    form = FORMS[name]
    async with drive(seed=form.seed, pane=form.pane) as driver:
        await driver.press(*form.keys, *form.to_field, "end")
        await driver.type(" half a thought")
        assert "Esc Later" in driver.text
        await driver.press("escape")
        assert "half a thought" not in driver.text
        # The focus has stayed where it was.
        await driver.press(form.keys[-1])
        assert "as you left it" in driver.text
        assert "half a thought" in driver.text
        await driver.press("ctrl+s")
        assert await driver.ask(list_drafts) == []


async def test_a_form_that_was_only_looked_at_leaves_nothing_unfinished(drive: Drive) -> None:
    async with drive(seed=_goal, pane="goals") as driver:
        await driver.press("e", "end", "x", "backspace", "escape")
        assert await driver.ask(list_drafts) == []


async def test_what_was_changed_elsewhere_meanwhile_is_not_changed_back(drive: Drive) -> None:
    async with drive(seed=_goal, pane="goals") as driver:
        await driver.press("e", "end")
        await driver.type(" in May")
        await driver.press("escape")
        goal = await _only_goal(driver)
        await driver.ask(change_goal, goal.goal.id, why="to breathe")
        await driver.press("e", "enter")
        changed = (await _only_goal(driver)).goal
        assert (changed.title, changed.why) == ("Half marathon in May", "to breathe")


async def _only_goal(driver: Driver) -> GoalView:
    (view,) = await driver.ask(list_goals)
    found: GoalView = view
    return found
