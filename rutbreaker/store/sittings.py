"""Finished sittings of the source finder in the data file, and their answers."""

from rutbreaker.domain.models import Answer, Sitting
from rutbreaker.store.connection import Connection
from rutbreaker.store.reading import many


def latest_sittings(connection: Connection, count: int = 2) -> list[Sitting]:
    """The last finished sittings, the latest first."""
    order = f"finished_on DESC, at DESC, id DESC LIMIT {int(count)}"
    return many(connection, Sitting, "finished_on IS NOT NULL", order=order)


def answers_of(connection: Connection, sitting: str) -> dict[str, int]:
    """The answers of a sitting by their statements."""
    found = many(connection, Answer, "sitting = ?", (sitting,))
    return {answer.item: answer.value for answer in found if _is_sound(answer.item, answer.value)}


def _is_sound(item: str, value: int) -> bool:
    """Whether it is an answer: another program may have written what is none."""
    from rutbreaker.domain.statements import STATEMENTS  # which no command needs without answers

    return item in STATEMENTS and 1 <= value <= 5


def answers_by_sitting(connection: Connection) -> dict[str, dict[str, int]]:
    """The answers of all sittings by their statements, by the sitting's id."""
    found: dict[str, dict[str, int]] = {}
    for sitting, item, value in connection.rows("SELECT sitting, item, value FROM answer WHERE NOT deleted"):
        if _is_sound(item, value):
            found.setdefault(sitting, {})[item] = value
    return found


def finished_sittings(connection: Connection) -> list[Sitting]:
    """Every finished sitting, oldest first."""
    return many(connection, Sitting, "finished_on IS NOT NULL", order="finished_on, at, id")
