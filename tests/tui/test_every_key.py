"""Every key of the table of actions does its action, pressed in the dashboard with something of everything in it."""

from typing import Any

import pytest

from rutbreaker.actions import ACTIONS, ANYWHERE, PANES, Action, actions_in
from rutbreaker.tui.app import RutbreakerApp
from rutbreaker.tui.panes.registry import make_pane
from rutbreaker.tui.screens.dashboard import Dashboard
from tests.tui.conftest import Drive

_IN_A_FIELD = {"leave-line"}
"""What is done while a field is written in; its own pane's tests press its keys there."""


def _record(monkeypatch: pytest.MonkeyPatch, pane: str) -> list[str]:
    """Have every action of a pane note that it was called, and how, in place of doing anything."""
    called: list[str] = []

    def recorder(name: str, owner: type) -> Any:
        def note(_: object, *arguments: str) -> None:
            told = ", ".join(map(repr, arguments))
            called.append(f"{owner.__name__}.{name}({told})" if arguments else f"{owner.__name__}.{name}")

        return note

    for action in (*actions_in(pane), *actions_in(ANYWHERE)):
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


@pytest.mark.parametrize("pane", PANES)
async def test_every_key_does_its_action(drive: Drive, sample: str, monkeypatch: pytest.MonkeyPatch, pane: str) -> None:
    own = {key for action in actions_in(pane) for key in action.key.split(",")}
    async with drive(pane=pane) as driver:
        called = _record(monkeypatch, pane)
        for action in (*actions_in(pane), *actions_in(ANYWHERE)):
            for key in action.key.split(","):
                if action.id in _IN_A_FIELD or (action.where == ANYWHERE and key in own):
                    continue
                await driver.press(key)
                assert called == [_expected(action)], f"{key} in {pane}"
                called.clear()


def test_no_action_is_left_out() -> None:
    assert {action.where for action in ACTIONS} == {ANYWHERE, *PANES}
    assert {action.id for action in ACTIONS} >= _IN_A_FIELD
