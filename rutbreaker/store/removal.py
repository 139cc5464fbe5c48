"""Deleting a thing with what belongs to it, as part of one act."""

from rutbreaker.store.connection import Connection
from rutbreaker.store.history import Act, remove

_CHILDREN = {
    "goal": (("step", "goal"), ("routine", "goal"), ("session", "goal")),
    "routine": (("tick", "routine"), ("schedule", "owner")),
    "person": (("contact", "person"),),
    "event": (("contact", "event"),),
    "option": (("score", "option"),),
    "criterion": (("score", "criterion"),),
    "sitting": (("answer", "sitting"),),
}
"""The tables, and the column in each, that name a row of this kind."""


def children_of(connection: Connection, kind: str, row: str) -> list[tuple[str, str]]:
    """The kind and id of everything that belongs to a row directly, deleted or not."""
    return [
        (child, found)
        for child, column in _CHILDREN.get(kind, ())
        for (found,) in connection.rows(f'SELECT id FROM {child} WHERE "{column}" = ?', (row,))
    ]


def remove_whole(doing: Act, kind: str, row: str) -> None:
    """Mark a row as deleted, and everything that belongs to it: a goal takes its steps, routines and sessions along."""
    for child, column in _CHILDREN.get(kind, ()):
        for (found,) in doing.connection.rows(f'SELECT id FROM {child} WHERE "{column}" = ? AND NOT deleted', (row,)):
            remove_whole(doing, child, found)
    remove(doing, kind, row)
