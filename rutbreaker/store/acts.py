"""What was done, act by act, for looking back at it."""

from datetime import datetime
from typing import NamedTuple

from rutbreaker.store.connection import Connection


class Done(NamedTuple):
    """One thing that was done: when, what undo calls it, and whether it is undone at present."""

    at: datetime
    title: str
    is_undone: bool


def acts(connection: Connection, most: int) -> list[Done]:
    """What was done last, the newest first; undoing and doing again are told by ``is_undone`` alone."""
    found = connection.rows(
        """
        SELECT at, title, EXISTS (
            SELECT 1 FROM act AS back WHERE back.undoes = act.id AND NOT EXISTS (
                SELECT 1 FROM act AS again WHERE again.undoes = back.id))
        FROM act WHERE undoes IS NULL ORDER BY id DESC LIMIT ?
        """,
        (most,),
    )
    return [Done(datetime.fromisoformat(at), title, bool(is_undone)) for at, title, is_undone in found]
