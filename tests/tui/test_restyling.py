"""After every move of the focus all look as if all had been styled anew, although few were."""

from typing import Any

import pytest
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

from rutbreaker.actions import PANES
from rutbreaker.tui.app import RutbreakerApp
from tests.tui.conftest import Drive

_Rules = dict[tuple[DOMNode, str], Any]


def _rules(app: RutbreakerApp) -> _Rules:
    """Every rule in force on the screen, of each widget and each part that a widget draws by itself."""
    nodes = list(app.screen.walk_children(with_self=True))
    found: _Rules = {(node, ""): node.styles.base.get_rules() for node in nodes}
    for node in nodes:
        found |= {(node, part): styles.base.get_rules() for part, styles in node._component_styles.items()}
    return found


def _strangers(app: RutbreakerApp) -> list[tuple[DOMNode, str]]:
    """Who looks otherwise once everything is styled anew."""
    before = _rules(app)
    app.stylesheet.update(app.screen)
    after = _rules(app)
    assert before.keys() == after.keys()
    return [key for key, rules in after.items() if rules != before[key]]


@pytest.mark.parametrize("pane", PANES)
async def test_wherever_the_focus_goes_all_look_as_they_should(drive: Drive, sample: str, pane: str) -> None:
    # In a low terminal, which has all the rules of a high one, and some of its own.
    async with drive(pane=pane, size=(80, 24)) as driver:
        assert _strangers(driver.app) == []
        reached = {driver.app.screen.focused}
        for key in ("tab", "tab", "tab", "shift+tab", "f2", "escape"):
            await driver.press(key)
            assert _strangers(driver.app) == [], key
            reached.add(driver.app.screen.focused)
        assert len(reached) > 1


@pytest.mark.parametrize("key", ["w", "c", "slash"])
async def test_so_do_those_in_dialogs(drive: Drive, key: str) -> None:
    async with drive(size=(80, 24)) as driver:
        for pressed in (key, "tab", "tab", "shift+tab", "escape"):
            await driver.press(pressed)
            assert _strangers(driver.app) == [], pressed


async def test_an_empty_pane_that_takes_the_focus_styles_few(drive: Drive, monkeypatch: pytest.MonkeyPatch) -> None:
    styled: list[DOMNode] = []
    async with drive(pane="goals") as driver:
        pane = driver.app.screen.focused
        assert pane is not None
        assert pane.id == "goals"
        update = Stylesheet.update_nodes

        def note(sheet: Stylesheet, nodes: Any, animate: bool = False) -> None:
            nodes = list(nodes)
            styled.extend(nodes)
            update(sheet, nodes, animate)

        monkeypatch.setattr(Stylesheet, "update_nodes", note)
        driver.app.screen.set_focus(None)
        await driver.settle()
        # The list that is higher in a low terminal, and nothing else.
        assert {node.id for node in styled} == {"goals-card"}
