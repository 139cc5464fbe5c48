"""Every key of the table of actions does its action, and so does every row of the palette.

Keys are pressed in the dashboard with something of everything in it.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from textual.command import DiscoveryHit, Hit

from rutbreaker.actions import ACTIONS, ANYWHERE, PANES, Action, actions_in
from rutbreaker.tui.app import RutbreakerApp
from rutbreaker.tui.commands import ActionCommands
from rutbreaker.tui.panes.registry import make_pane
from rutbreaker.tui.screens.dashboard import Dashboard
from tests.tui.conftest import Drive

_IN_A_FIELD = {"leave-line": "n"}
"""What is done while a field is written in, and the key that goes there."""


def _record(monkeypatch: pytest.MonkeyPatch, actions: Iterable[Action]) -> list[str]:
    """Have actions note that they were called, and how, in place of doing anything."""
    called: list[str] = []

    def recorder(name: str, owner: type) -> Any:
        def note(_: object, *arguments: str) -> None:
            told = ", ".join(map(repr, arguments))
            called.append(f"{owner.__name__}.{name}({told})" if arguments else f"{owner.__name__}.{name}")

        return note

    for action in actions:
        name = action.call.partition("(")[0]
        for owner in _owners(action):
            if hasattr(owner, f"action_{name}"):
                monkeypatch.setattr(owner, f"action_{name}", recorder(name, owner))
                break
    return called


def _owners(action: Action) -> tuple[type, ...]:
    return (Dashboard, RutbreakerApp) if action.where == ANYWHERE else (type(make_pane(action.where)),)


def _expected(action: Action) -> str:
    name = action.call.partition("(")[0]
    owner = next(owner for owner in _owners(action) if hasattr(owner, f"action_{name}"))
    return f"{owner.__name__}.{action.call}"


def _pressed_in(pane: str) -> Iterator[tuple[Action, str]]:
    """Every key that does something in a pane, with its action: a pane's own keys come before those of everywhere."""
    own = {key for action in actions_in(pane) if action.id not in _IN_A_FIELD for key in action.key.split(",")}
    for action in (*actions_in(pane), *actions_in(ANYWHERE)):
        for key in action.key.split(","):
            if action.where != ANYWHERE or key not in own:
                yield action, key


@pytest.mark.parametrize("pane", PANES)
async def test_every_key_does_its_action(drive: Drive, sample: str, monkeypatch: pytest.MonkeyPatch, pane: str) -> None:
    async with drive(pane=pane) as driver:
        for action, key in _pressed_in(pane):
            if action.id in _IN_A_FIELD:
                await driver.press(_IN_A_FIELD[action.id])
            with monkeypatch.context() as patch:
                called = _record(patch, (*actions_in(pane), *actions_in(ANYWHERE)))
                await driver.press(key)
                assert called == [_expected(action)], f"{key} in {pane}"
            if action.id in _IN_A_FIELD:
                await driver.press(key)


def test_every_key_of_every_action_is_pressed_somewhere() -> None:
    pressed = {(action.id, key) for pane in PANES for action, key in _pressed_in(pane)}
    assert pressed == {(action.id, key) for action in ACTIONS for key in action.key.split(",")}
    assert {action.id for action in ACTIONS} >= _IN_A_FIELD.keys()


async def test_every_action_has_a_row_in_the_palette_that_does_it(
    drive: Drive, sample: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with drive() as driver:
        called = _record(monkeypatch, ACTIONS)
        palette = ActionCommands(driver.app.screen)
        rows = [row async for row in palette.discover() if isinstance(row, DiscoveryHit)]
        assert len(rows) == len(ACTIONS)
        assert len({row.text for row in rows}) == len(ACTIONS)
        for action in ACTIONS:
            (row,) = (row for row in rows if row.help is not None and row.help.startswith(f"{action.help}  "))
            found = [hit.text async for hit in palette.search(str(row.text)) if isinstance(hit, Hit)]
            assert row.text in found
            row.command()
            await driver.settle()
            assert called[-1:] == [_expected(action)], action.id
            called.clear()
