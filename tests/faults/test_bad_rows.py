"""Rows that another program wrote, or that lost a bit, stop neither the dashboard nor a command."""

import sqlite3

import pytest

from rutbreaker.actions import PANES
from rutbreaker.context import Context
from rutbreaker.store.rows import KINDS
from tests.cli.conftest import Rut
from tests.faults.everything import fill
from tests.tui.conftest import Drive

_LOOKS = (
    *("today", "log", "streak", "review", "review month", "source", "helps", "person list", "search plain", "tags"),
    *("status", "change", "change --format md", "goal list", "hours", "today --json", "undo --help"),
)

_DRAFTS = ("checkin:nonsense", "checkin:2026-11-23", "reflection:new", "win", "source", "goal")

_GARBAGE: dict[str, dict[str, object]] = {
    "bytes that are no text": {"TEXT": b"caf\xe9 \xff"},
    "words nobody knows": {"TEXT": b"garbage"},
    "numbers that can't be": {"INTEGER": 987_654_321, "REAL": 1e300},
    "a huge text": {"TEXT": b"word " * 400_000},
}
"""What stands in every column of a type, for a row of every kind."""

_KEPT = ("id", "stamp", "deleted", "goal", "routine", "person", "event", "option", "criterion", "sitting")
"""Columns that are no text of anybody's, and those that say what a row belongs to."""


def _spoil(path: str, garbage: dict[str, object], *, days: bool) -> None:
    """Write garbage over a row of every kind, and into drafts, as a program does that ignores what must hold."""
    with sqlite3.connect(path) as file:
        file.execute("PRAGMA ignore_check_constraints = on")
        for kind in KINDS:
            spoiled: dict[str, object] = {}
            for _, name, type_, *_ in file.execute(f"PRAGMA table_info({kind})"):
                is_day = name in ("day", "at", "until", "due", "wake", "rrule") or name.endswith("_on")
                # A table's own names for its parts are texts in some tables and references in others.
                is_reference = name in _KEPT and not (kind == "gratitude" and name == "person")
                if type_ in garbage and not is_reference and (days or not is_day):
                    value = "CAST(? AS TEXT)" if type_ == "TEXT" else "?"
                    spoiled[f'"{name}" = {value}'] = garbage[type_]
            if spoiled:
                # All columns at once: with each of them, all words of the row would be indexed again.
                row = f"(SELECT id FROM {kind} ORDER BY id LIMIT 1)"
                file.execute(f"UPDATE {kind} SET {', '.join(spoiled)} WHERE id = {row}", (*spoiled.values(),))
        if "TEXT" in garbage:
            for name in _DRAFTS:
                body = (name, garbage["TEXT"], "2026-11-23T07:55:00.000Z")
                file.execute("INSERT INTO draft (name, body, at) VALUES (?, CAST(? AS TEXT), ?)", body)
    file.close()


@pytest.fixture(params=_GARBAGE)
def spoiled(request: pytest.FixtureRequest, context: Context) -> str:
    """The path of a data file with a sound and a spoiled row of every kind."""
    for key in "012":
        fill(context, "plain", key)
    name: str = request.param
    _spoil(context.connection.path, _GARBAGE[name], days=name != "a huge text")
    return context.connection.path


async def test_every_pane_comes_up_and_shows_the_sound_rows(drive: Drive, spoiled: str) -> None:
    async with drive(size=(80, 24)) as driver:
        for number, pane in enumerate(PANES, 1):
            await driver.press(str(number))
            assert getattr(driver.app.screen, "shown", "") == pane, driver.text
        await driver.press("5")
        assert "plain" in driver.text
        await driver.press("w", "escape", "c", "escape")
        assert driver.app.defect is None


def test_every_command_that_looks_goes_on(rut: Rut, spoiled: str) -> None:
    for look in _LOOKS:
        done = rut(*look.split())
        assert done.code in (0, 1), (look, done.err)
    assert "plain" in rut("log").out
