"""What leads to a decision, in the data file: answers on readiness, options, criteria and scores."""

from rutbreaker.domain.models import Criterion, Option, Readiness, Score
from rutbreaker.store.connection import Connection
from rutbreaker.store.reading import many


def readiness_answers(connection: Connection, item: str | None = None) -> list[Readiness]:
    """Every answer on readiness, or those on one item, oldest first."""
    return many(connection, Readiness) if item is None else many(connection, Readiness, "item = ?", (item,))


def options(connection: Connection) -> list[Option]:
    """Every option, oldest first."""
    return many(connection, Option)


def criteria(connection: Connection) -> list[Criterion]:
    """Every criterion, oldest first."""
    return many(connection, Criterion)


def scores(connection: Connection) -> dict[tuple[str, str], int]:
    """Every score, 1 to 5, by the ids of option and criterion."""
    return {(score.option, score.criterion): score.value for score in many(connection, Score)}
