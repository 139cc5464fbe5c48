"""Makes the file with the sample data: in memory, where it is quick, and from there in a temporary folder."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager

from rutbreaker.clock import Clock, SystemClock
from rutbreaker.config import Settings, read_settings
from rutbreaker.context import Context
from rutbreaker.paths import Places
from rutbreaker.sample.habits import HABITS
from rutbreaker.sample.life import Life
from rutbreaker.sample.story import STORY
from rutbreaker.store.backup import copy_to
from rutbreaker.store.connection import IN_MEMORY, open_store

SEED = 11
"""From which the sample comes out the same each time, but for its days, which end today."""


@contextmanager
def sample_places(places: Places, clock: Clock | None = None) -> Iterator[Places]:
    """A temporary data file full of sample data, with the person's own configuration; gone afterwards.

    Args:
        places: the person's own; of them only the configuration is read.
        clock: the clock by whose today the sample ends, instead of the computer's.

    Raises:
        Unusable: the file can't be made.
    """
    with tempfile.TemporaryDirectory(prefix="rutbreaker-sample-", ignore_cleanup_errors=True) as folder:
        path = os.path.join(folder, "sample.db")
        with closing(open_store(IN_MEMORY)) as connection:
            fill(Context(connection, clock or SystemClock(read_settings(places.config).day_start), Settings()))
            os.close(os.open(path, os.O_CREAT | os.O_EXCL, 0o600))
            copy_to(connection, path)
        yield places._replace(db=path, log=os.path.join(folder, "sample.log"), backups=os.path.join(folder, "backups"))


def fill(context: Context, seed: int = SEED) -> None:
    """Fill an empty data file with fourteen months that end on the clock's today."""
    Life(context, seed).live(STORY, HABITS)
