"""When the safety card was put away."""

from rutbreaker.domain.hiding import Hiding
from rutbreaker.store.connection import Connection
from rutbreaker.store.reading import many


def last_hiding(connection: Connection) -> Hiding | None:
    """The last time that the card was hidden, or None."""
    found = many(connection, Hiding, order="day DESC, at DESC, id DESC LIMIT 1")
    return found[0] if found else None
