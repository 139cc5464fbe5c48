"""Opens the data file with the clock and the settings that belong to it: the only place that builds a Context."""

from rutbreaker.clock import Clock, SystemClock
from rutbreaker.config import Settings, read_settings
from rutbreaker.context import Context
from rutbreaker.paths import Places, make_folder_for
from rutbreaker.store.connection import open_store


def open_context(places: Places, *, clock: Clock | None = None, settings: Settings | None = None) -> Context:
    """Open the data file at ``places``; it is made when there is none.

    Args:
        places: where the data file and the configuration lie.
        clock: the clock to use instead of the system's.
        settings: the settings to use instead of those in the configuration file.

    Raises:
        BadConfig, Unusable, Busy: nothing was changed.
    """
    chosen = settings or read_settings(places.config)
    make_folder_for(places.db)
    return Context(open_store(places.db), clock or SystemClock(chosen.day_start), chosen)
