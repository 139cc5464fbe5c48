"""Reads models: one by its id, or many by a condition. Deleted rows are never seen here."""

from collections.abc import Sequence

from rutbreaker.errors import NotFound
from rutbreaker.store.connection import Connection
from rutbreaker.store.rows import Model, columns, kind_of, model_of


def one(connection: Connection, model: type[Model], row: str) -> Model | None:
    """The model with this id, or None when there is none."""
    found = many(connection, model, "id = ?", (row,))
    return found[0] if found else None


def existing(connection: Connection, model: type[Model], row: str, what: str = "It") -> Model:
    """The model with this id; ``what`` names it should there be none.

    Raises:
        NotFound: it is gone.
    """
    found = one(connection, model, row)
    if found is None:
        raise NotFound(f"{what} is gone: it was deleted, perhaps from another window.")
    return found


def many(
    connection: Connection,
    model: type[Model],
    where: str = "1",
    parameters: Sequence[object] = (),
    order: str = "day, at, id",
) -> list[Model]:
    """The models for which the SQL condition ``where`` holds, in ``order``."""
    sql = f"SELECT {columns(model)} FROM {kind_of(model)} WHERE NOT deleted AND ({where}) ORDER BY {order}"
    return [model_of(model, row) for row in connection.rows(sql, parameters)]


def marks(values: Sequence[object]) -> str:
    """As many placeholders as there are values, for ``IN (...)``."""
    return ", ".join("?" * len(values))
