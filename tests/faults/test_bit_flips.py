"""One bit of the data file flips, 300 times: what changes anything that a person wrote is noticed by the doctor."""

import random
import sqlite3
import sys
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.doctor import examine
from rutbreaker.journal.drafts import keep_draft
from rutbreaker.journal.history import redo, undo
from rutbreaker.journal.log import Changes, edit, list_log
from rutbreaker.paths import find_places
from rutbreaker.store.rows import KINDS
from tests.seed import seed_a_season

FLIPS = 300


@pytest.fixture
def file(context: Context, clock: FixedClock) -> Path:
    """Three months of use, with things changed, taken back and left unfinished."""
    seed_a_season(context)
    for place, line in enumerate(list_log(context, limit=40)):
        if line.kind in ("win", "gratitude"):
            edit(context, (line.kind, line.id), Changes(text=f"{line.text}, put better the {place}th time"))
    clock.advance(timedelta(minutes=1))
    undo(context)
    undo(context)
    redo(context)
    keep_draft(context, "win", "Half a sentence that " * 40)
    context.connection.close()
    return Path(context.connection.path)


def _written(path: Path) -> Any:
    """Everything that a person wrote, as another program would read it; None where it can't be read."""
    connection = sqlite3.connect(path)
    connection.text_factory = bytes
    try:
        tables = (*KINDS, "act", "edit", "draft")
        return {table: Counter(connection.execute(f"SELECT * FROM {table}")) for table in tables}
    except sqlite3.Error:
        return None
    finally:
        connection.close()


def test_no_flipped_bit_that_changes_what_was_written_goes_unnoticed(file: Path, clock: FixedClock) -> None:
    places, whole = find_places(), file.read_bytes()
    before = _written(file)
    assert {check.key for check in examine(places, clock.now()) if check.state == "damaged"} == set()
    chance = random.Random(20261126)
    harmful = found = unnoticed = 0
    for _ in range(FLIPS):
        place = chance.randrange(len(whole) * 8)
        content = bytearray(whole)
        content[place // 8] ^= 1 << place % 8
        file.write_bytes(content)
        is_noticed = any(check.state == "damaged" for check in examine(places, clock.now()))
        is_harmful = _written(file) != before
        found += is_noticed
        harmful += is_harmful
        if is_harmful and not is_noticed:
            unnoticed += 1
    sys.stdout.write(f"{FLIPS} flips: {found} noticed, {harmful} changed what was written, {unnoticed} unnoticed\n")
    assert harmful > FLIPS / 10
    assert unnoticed == 0
