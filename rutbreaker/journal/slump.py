"""Noticing a slump, and answering it with a reason; its days are left out of the baseline if wished."""

from datetime import date, timedelta

from rutbreaker.context import Context
from rutbreaker.domain.slumps import Dismissal, Noticed
from rutbreaker.domain.text import flat
from rutbreaker.errors import NotFound
from rutbreaker.store.checkins import rated_lately
from rutbreaker.store.connection import Connection
from rutbreaker.store.days import pauses
from rutbreaker.store.remembered import remembered
from rutbreaker.store.slumps import dismissals

_STANDS_FOR = timedelta(days=14)
"""Days without a check-in after which a slump is no longer spoken of as today's."""


def noticed_slumps(context: Context) -> list[Noticed]:
    """The slumps that the alert has noticed in the last year and more, oldest first."""
    connection, today = context.connection, context.clock.today()
    return remembered(connection, ("slumps", today), lambda: _noticed(connection, today))


def _noticed(connection: Connection, today: date) -> list[Noticed]:
    from rutbreaker.insight.noticing import noticed

    return noticed(rated_lately(connection, today), pauses(connection), dismissals(connection), today)


def standing_slump(context: Context) -> Noticed | None:
    """The slump that lasts now and hasn't been answered; None when there is none."""
    found = noticed_slumps(context)
    if not found or found[-1].end is not None or found[-1].dismissal is not None:
        return None
    today = context.clock.today()
    lately = rated_lately(context.connection, today)[-1:]
    return found[-1] if lately and lately[0].day >= today - _STANDS_FOR else None


def dismiss_slump(context: Context, day: date, because: str, *, known: bool = False) -> None:
    """Answer a slump by the day of its alarm; ``known`` leaves its days out of the baseline.

    Raises:
        NotFound: there is no slump with an alarm on that day.
    """
    if day not in {slump.day for slump in noticed_slumps(context)}:
        raise NotFound(f"There is no notice of {day.isoformat()} to dismiss.")
    from rutbreaker.store.history import put  # which looking doesn't need

    with context.act(f"dismiss the notice of {day.isoformat()}") as doing:
        put(doing, Dismissal(doing.new_id(), day, context.clock.now(), flat(because), known))
