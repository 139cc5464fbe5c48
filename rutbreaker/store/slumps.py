"""What was said to notices of slumps."""

from rutbreaker.domain.slumps import Dismissal
from rutbreaker.store.connection import Connection
from rutbreaker.store.reading import many


def dismissals(connection: Connection) -> list[Dismissal]:
    """Every dismissal, oldest first; of two for the same alarm the newer comes later."""
    return many(connection, Dismissal)
