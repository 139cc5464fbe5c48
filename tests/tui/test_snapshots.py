"""Whole screens, few of them, as they were last found good: whatever moves on them is seen in a diff.

The sample data, a clock that stands still and a size of its own make each the same everywhere. After a change that is
meant, ``pytest tests/tui/test_snapshots.py --redraw`` draws them anew; what it drew is looked at before it is kept.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.tui.conftest import Drive

_FOLDER = Path(__file__).parent / "snapshots"
_WIDE, _SMALL = (120, 36), (80, 24)


class Snapshot(NamedTuple):
    """A screen: what it shows, by its name; the pane, the size, the keys that lead to it, whether there are data."""

    name: str
    pane: str = "today"
    size: tuple[int, int] = _WIDE
    keys: Sequence[str] = ()
    is_full: bool = True

    @property
    def path(self) -> Path:
        """Where it is kept."""
        return _FOLDER / f"{self.name.replace(',', '').replace(' ', '-')}.txt"


SNAPSHOTS = (
    Snapshot("the first screen, before anything is written", size=_SMALL, is_full=False),
    Snapshot("today at a glance, with something in every card"),
    Snapshot("a check-in half done", size=_SMALL, keys=("c", "3", "2", "4")),
    Snapshot("the likeliest source, and a review read", pane="reflect", size=_SMALL),
    Snapshot("goals by avenue, with the page of one", pane="goals"),
    Snapshot("readiness, options and their course", pane="change"),
    Snapshot("the year, the streaks, the index and a day", pane="review"),
    Snapshot("the same on a small screen", pane="review", size=_SMALL),
    Snapshot("the keys that work now", pane="people", size=_SMALL, keys=("question_mark",)),
    Snapshot("what is left on a tiny screen", size=(40, 12)),
)


@pytest.mark.parametrize("snapshot", SNAPSHOTS, ids=lambda snapshot: snapshot.name)
async def test_the_screen_is_as_it_was(drive: Drive, snapshot: Snapshot, request: pytest.FixtureRequest) -> None:
    if snapshot.is_full:
        request.getfixturevalue("sample")
    async with drive(pane=snapshot.pane, size=snapshot.size) as driver:
        for key in snapshot.keys:
            await driver.press(key)
        drawn = [line.rstrip() for line in driver.lines]
    if request.config.getoption("--redraw"):
        snapshot.path.write_text("\n".join(drawn) + "\n", encoding="utf-8")
    assert drawn == snapshot.path.read_text(encoding="utf-8").splitlines()


def test_no_snapshot_is_left_over() -> None:
    assert set(_FOLDER.iterdir()) == {snapshot.path for snapshot in SNAPSHOTS}
