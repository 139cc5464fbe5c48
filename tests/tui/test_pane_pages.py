"""What the pages of the panes say of dialogs is so: the keys are pressed, and the dialog that they name comes up."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from rutbreaker.actions import PANES, actions_in
from rutbreaker.context import Context
from rutbreaker.domain.goals import STILL_DAYS, VERDICT_NAMES
from rutbreaker.domain.locks import SLUMP_LOCK_DAYS
from rutbreaker.domain.moves import MOST
from rutbreaker.domain.progress import read_measure
from rutbreaker.domain.readiness_items import BLOCKS
from rutbreaker.domain.safety import CARD_LOCK_DAYS
from rutbreaker.domain.statements import STATEMENTS
from rutbreaker.domain.words import AVENUES, ROLES, SOURCE_NAMES, SOURCES
from rutbreaker.journal.charts import SPANS
from rutbreaker.journal.goals import add_goal
from rutbreaker.journal.source import _ASK_AGAIN as ASK_AGAIN
from rutbreaker.tui.widgets.card import Card
from tests.journal.test_slump import _live
from tests.tui.conftest import Drive, Driver

_PAGES = Path(__file__).parents[2] / "docs" / "panes"
_WORDS = dict(enumerate(["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]))
_KEYS = {"Enter": "enter", "Tab": "tab", "Space": "space"}


def _number(context: Context) -> None:
    add_goal(context, "Read the book", measure=read_measure("30 pages"))


def _still(context: Context) -> None:
    add_goal(context, "Half marathon")
    context.connection.run("UPDATE goal SET day = '2026-11-01'")


_SITUATIONS: dict[tuple[str, str], Callable[[Context], object]] = {
    ("today", "x"): _live,
    ("goals", "m"): _number,
    ("goals", "s"): _still,
}
"""What must be there for a dialog that comes only then; for the others it is the sample data."""


def _rows(pane: str) -> list[tuple[tuple[str, ...], str]]:
    """The keys and the title of each dialog that a page names."""
    body = (_PAGES / f"{pane}.md").read_text(encoding="utf-8").partition("## Dialogs\n")[2]
    cells = [line.split("|")[1:3] for line in body.splitlines() if line.startswith("| `")]
    return [(tuple(re.findall(r"`([^`]+)`", keys)), title.strip()) for keys, title in cells]


async def _comes_up(driver: Driver, keys: tuple[str, ...], title: str) -> None:
    """Press the keys, see the dialog of that title, and leave it."""
    for key in keys:
        await driver.press(_KEYS.get(key, key))
    assert driver.app.screen.id != "dashboard", keys
    assert str(driver.app.screen.query(Card).first().title).startswith(title), keys
    assert title in driver.text
    await driver.press("escape")
    assert driver.app.screen.id == "dashboard"


@pytest.mark.parametrize("pane", PANES)
async def test_the_keys_bring_up_the_dialogs(drive: Drive, sample: str, pane: str) -> None:
    async with drive(pane=pane) as driver:
        rows = [(keys, title) for keys, title in _rows(pane) if (pane, keys[-1]) not in _SITUATIONS]
        assert rows
        # Those that move the focus first come last.
        for keys, title in sorted(rows, key=lambda row: "Tab" in row[0]):
            await _comes_up(driver, keys, title)


@pytest.mark.parametrize(("pane", "key"), _SITUATIONS)
async def test_the_key_brings_up_the_dialog_that_comes_only_then(drive: Drive, pane: str, key: str) -> None:
    (title,) = (title for keys, title in _rows(pane) if keys == (key,))
    async with drive(seed=_SITUATIONS[(pane, key)], pane=pane) as driver:
        await _comes_up(driver, (key,), title)


@pytest.mark.parametrize(
    ("pane", "says"),
    [
        ("today", f"At most {_WORDS[MOST]} are shown"),
        ("reflect", f"{len(STATEMENTS)} statements"),
        ("reflect", f"After {_WORDS[ASK_AGAIN // 7]} weeks it is worth asking again"),
        ("reflect", f"the {_WORDS[len(SOURCES)]} sources ({', '.join(SOURCE_NAMES.values()).lower()})"),
        ("goals", f"hasn't moved for {STILL_DAYS} days"),
        ("goals", f"by their avenue ({', '.join(AVENUES)})"),
        ("goals", f"a verdict: {', '.join(VERDICT_NAMES.values())}."),
        ("people", f"a role ({', '.join(ROLES)})"),
        ("change", f"younger than {SLUMP_LOCK_DAYS} days"),
        ("change", f"in the last {CARD_LOCK_DAYS} days"),
        *(("change", f"*{block}*: ") for block in BLOCKS.values()),
        ("review", f"over {SPANS[0]}, {SPANS[1]} or {SPANS[2]} days"),
    ],
)
def test_what_a_page_counts_and_lists_is_what_the_program_goes_by(pane: str, says: str) -> None:
    page = " ".join((_PAGES / f"{pane}.md").read_text(encoding="utf-8").split())
    assert says in page


@pytest.mark.parametrize("pane", PANES)
def test_a_dialog_is_named_with_a_key_that_the_pane_has(pane: str) -> None:
    own = {key for action in actions_in(pane) for key in action.key.split(",")}
    rows = _rows(pane)
    assert rows
    assert all(keys[0] in own | {"c", "C", "Tab"} for keys, _ in rows)
