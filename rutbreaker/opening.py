"""Opens the data file with the clock and the settings that belong to it: the only place that builds a Context."""

from rutbreaker.clock import Clock, SystemClock
from rutbreaker.config import Settings, read_settings
from rutbreaker.context import Context
from rutbreaker.domain.dates import show_dates
from rutbreaker.paths import Places, is_there, make_folder_for, with_backups_in
from rutbreaker.store.connection import IN_MEMORY, open_store
from rutbreaker.store.gate import has_backups


def open_context(
    places: Places, *, clock: Clock | None = None, settings: Settings | None = None, make: bool = True
) -> Context:
    """Open the data file at ``places``; when there is none it is made, or without ``make`` stood for by an empty one.

    Args:
        places: where the data file, the configuration and the backups lie.
        clock: the clock to use instead of the system's.
        settings: the settings to use instead of those in the configuration file.
        make: whether to make a data file where there is none; otherwise the empty one is in memory alone.

    Raises:
        Lost, Unusable, Busy: nothing was changed.
    """
    chosen = settings or read_settings(places.config)
    show_dates(chosen.date_style)
    ticking = clock or SystemClock(chosen.day_start)
    backups = with_backups_in(places, chosen.backups).backups
    if make:
        make_folder_for(places.db)
    elif not is_there(places.db) and not has_backups(backups):
        return Context(open_store(IN_MEMORY), ticking, chosen)
    return Context(open_store(places.db, backups, ticking.now()), ticking, chosen, backups)
