"""Finished sittings of the source finder in the data file."""

from rutbreaker.domain.models import Sitting
from rutbreaker.store.connection import Connection
from rutbreaker.store.reading import many


def latest_sittings(connection: Connection, count: int = 2) -> list[Sitting]:
    """The last finished sittings, the latest first."""
    order = f"finished_on DESC, at DESC, id DESC LIMIT {int(count)}"
    return many(connection, Sitting, "finished_on IS NOT NULL", order=order)


def finished_sittings(connection: Connection) -> list[Sitting]:
    """Every finished sitting, oldest first."""
    return many(connection, Sitting, "finished_on IS NOT NULL", order="finished_on, at, id")
