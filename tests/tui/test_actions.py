"""The table of actions holds together: keys, methods, help, palette."""

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from textual.keys import KEY_NAME_REPLACEMENTS, Keys
from textual.widgets import Static

from rutbreaker.actions import ACTIONS, ANYWHERE, PANES, PURPOSES, Action, actions_in
from rutbreaker.config import Settings
from rutbreaker.errors import BadConfig
from rutbreaker.journal.goals import add_goal
from rutbreaker.keys import all_keys_of, check_keys, key_of, usable_keys
from rutbreaker.tui.app import RutbreakerApp
from rutbreaker.tui.panes.goals import GoalsPane
from rutbreaker.tui.panes.registry import PANE_OF_KIND, make_pane
from rutbreaker.tui.screens.dashboard import Dashboard
from rutbreaker.tui.screens.quick import CONVERSATIONS
from tests.tui.conftest import Drive


def _home(action: Action) -> type:
    return Dashboard if action.where == ANYWHERE else type(make_pane(action.where))


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_has_its_method(action: Action) -> None:
    name = action.call.partition("(")[0]
    assert callable(getattr(_home(action), f"action_{name}", None) or getattr(RutbreakerApp, f"action_{name}", None))


@pytest.mark.parametrize("pane", PANES)
def test_every_method_of_an_action_in_a_pane_has_its_row(pane: str) -> None:
    module = import_module(f"rutbreaker.tui.panes.{pane}")
    own = {name for name in vars(type(make_pane(pane))) if name.startswith("action_")}
    assert own == {f"action_{action.call.partition('(')[0]}" for action in actions_in(pane)}, module.__name__


def test_every_conversation_has_its_action() -> None:
    assert set(CONVERSATIONS) == {action.argument for action in ACTIONS if action.method == "hold"}


def test_ids_are_used_once() -> None:
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)


def test_no_key_is_used_twice_in_one_place() -> None:
    check_keys({})


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_key_is_one_that_textual_knows(action: Action) -> None:
    known = {key.value for key in Keys} | set(KEY_NAME_REPLACEMENTS) | set(KEY_NAME_REPLACEMENTS.values())
    known |= {"slash", "question_mark", "comma", "full_stop", "left_square_bracket", "right_square_bracket"}
    for key in action.key.split(","):
        assert len(key) == 1 or key in known


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_is_explained_in_a_sentence(action: Action) -> None:
    assert action.help.endswith((".", "?"))
    assert len(action.label) <= 14
    assert action.where in (ANYWHERE, *PANES)


def test_every_pane_says_what_it_is_for() -> None:
    assert list(PURPOSES) == list(PANES)
    assert set(PANE_OF_KIND.values()) <= set(PANES)


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ({"log-wim": "x"}, r"log-wim: there is no such action\. Perhaps log-win"),
        ({"zzz": "x"}, "There are: show-today, .*, quit"),
        ({"log-win": "weird"}, "is no key"),
        ({"log-win": "c"}, "used twice"),
        ({"edit-line": "d"}, "used twice in Gratitude"),
        ({"undo": "enter"}, "undo: Enter moves, opens or leaves everywhere"),
        ({"quit": "escape"}, "quit: Esc moves, opens or leaves"),
        ({"search": "j"}, "search: j moves, opens or leaves"),
        ({"help": "x, tab"}, "help: tab moves, opens or leaves"),
        ({"undo": "d"}, "used twice: delete-entry in Today would hide undo there"),
        ({"new-goal": "c"}, "used twice: new-goal in Goals would hide check-in there"),
    ],
)
def test_a_key_that_cannot_be_is_named(keys: dict[str, str], says: str) -> None:
    with pytest.raises(BadConfig, match=says):
        check_keys(keys)


@pytest.mark.parametrize(
    ("keys", "usable", "said"),
    [
        ({"log-win": "f2"}, {"log-win": "f2"}, []),
        ({"undo": "U", "redo": "u"}, {"undo": "U", "redo": "u"}, []),
        ({"log-wim": "x", "undo": "f2"}, {"undo": "f2"}, ["log-wim: there is no such action"]),
        ({"log-win": "f2", "undo": "f2"}, {"log-win": "f2"}, ["undo keeps its usual key"]),
        ({"log-win": "c", "undo": "f3"}, {"undo": "f3"}, ["log-win keeps its usual key"]),
        ({"quit": "escape", "search": "weird"}, {}, ["Esc moves", "is no key"]),
        ({"undo": "U", "redo": "escape"}, {}, ["Esc moves", "undo keeps its usual key"]),
    ],
)
def test_the_keys_that_can_be_hold_though_others_cannot(
    keys: dict[str, str], usable: dict[str, str], said: list[str]
) -> None:
    found, problems = usable_keys(keys)
    assert found == usable
    assert len(problems) == len(said)
    for problem, part in zip(problems, said, strict=True):
        assert part in problem
    check_keys(found)


def test_keys_are_shown_as_they_stand_on_the_keyboard() -> None:
    by_id = {action.id: action for action in ACTIONS}
    assert key_of(by_id["search"], {}) == "/"
    assert key_of(by_id["command-palette"], {}) == "^p"
    assert all_keys_of(by_id["write-line"], {}) == "n g"
    assert key_of(by_id["log-win"], {"log-win": "f2"}) == "f2"


@pytest.mark.parametrize("pane", PANES)
async def test_the_help_of_every_pane_lists_its_keys_and_what_they_do(drive: Drive, pane: str) -> None:
    async with drive(pane=pane, size=(120, 80)) as driver:
        await driver.press("question_mark")
        rows = [tuple(str(cell.render()) for cell in row.query(Static)) for row in driver.app.screen.query(".help-row")]
        actions = (*actions_in(pane), *actions_in(ANYWHERE))
        assert rows == [(all_keys_of(action, {}), action.help) for action in actions]
        shown = " ".join(driver.text.replace("│", " ").split())
        for action in actions:
            assert f"{all_keys_of(action, {})} {' '.join(action.help.split()[:4])}" in shown
        await driver.press("escape")
        assert driver.app.screen.id == "dashboard"


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_is_in_the_manual_under_its_pane(action: Action) -> None:
    page = (Path(__file__).parents[2] / "docs" / "keys.md").read_text(encoding="utf-8")
    parts = re.split(r"^## (.+)\n", page, flags=re.MULTILINE)
    section = parts[parts.index("Everywhere" if action.where == ANYWHERE else PANES[action.where]) + 1]
    keys = " ".join(f"`{key}`" for key in all_keys_of(action, {}).split())
    assert f"| {keys} | {action.help} | `{action.id}` |" in section


async def test_a_long_line_of_the_help_goes_on_beside_its_key(drive: Drive) -> None:
    async with drive(pane="goals", size=(80, 40)) as driver:
        await driver.press("question_mark")
        lines = [line.strip(" │▂▃▄▅▆▇█") for line in driver.lines]
        below = next(place for place, line in enumerate(lines) if line.startswith("n         Set a goal")) + 1
        assert driver.lines[below].index(lines[below]) == driver.lines[below - 1].index("Set a goal")


async def test_a_key_that_the_user_chose_does_it_and_is_shown(drive: Drive) -> None:
    from rutbreaker.config import Settings

    keys = {"log-win": "f2", "undo": "f3"}
    check_keys(keys)
    async with drive(pane="gratitude", settings=Settings(keys=keys)) as driver:
        assert "f3 Undo" in driver.text
        await driver.press("f2")
        assert "Log a win" in driver.text


async def test_the_palette_does_an_action_of_another_pane(drive: Drive) -> None:
    async with drive() as driver:
        await driver.press("ctrl+p")
        await driver.type("gratitude filter")
        await driver.press("enter")
        await driver.settle()
        assert "Only gratitude" in driver.text


_INVITATIONS = (
    ("today", "check-in", "check in"),
    ("today", "begin-source", "find the source"),
    ("reflect", "new-reflection", "write the first one"),
    ("reflect", "find-source", "find the source"),
    ("goals", "new-goal", "set the first goal"),
    ("goals", "goal-ideas", "what people try"),
    ("people", "new-person", "add the first one"),
    ("gratitude", "write-line", "write the first one"),
    ("change", "add-option", "add an option"),
    ("review", "check-in", "check in"),
)


@pytest.mark.parametrize(("pane", "action", "invites"), _INVITATIONS)
async def test_an_empty_pane_names_the_key_that_was_chosen(drive: Drive, pane: str, action: str, invites: str) -> None:
    async with drive(pane=pane, settings=Settings(keys={action: "f12"})) as driver:
        assert re.search(rf" f12  +{invites}", driver.text)


@pytest.mark.parametrize(
    ("pane", "without", "beside"),
    [
        ("today", "Space Do", "c Check in"),
        ("reflect", "e Edit", "n New"),
        ("reflect", "y Why", "s Source"),
        ("goals", "x Close", "i Ideas"),
        ("people", "d Delete", "v Event"),
        ("gratitude", "f Filter", "n New"),
        ("change", "s Score", "i Criterion"),
    ],
)
async def test_the_bar_leaves_out_keys_that_find_nothing_to_act_on(
    drive: Drive, bring_sample: Callable[[], str], pane: str, without: str, beside: str
) -> None:
    async with drive(pane=pane) as driver:
        assert beside in driver.lines[-1]
        assert without not in driver.lines[-1]
    bring_sample()
    async with drive(pane=pane) as driver:
        assert without in driver.lines[-1]
        assert beside in driver.lines[-1]


async def test_the_bar_fills_with_the_first_thing_to_act_on(drive: Drive) -> None:
    async with drive(pane="goals") as driver:
        await driver.ask(add_goal, "Learn Rust")
        driver.app.screen.query_one("#goals", GoalsPane).reload()
        await driver.settle()
        assert "x Close" in driver.lines[-1]
