"""The answers of sittings of the source finder in the data file; those that are none are left out."""

from datetime import date

from rutbreaker.store.connection import Connection
from rutbreaker.store.rows import day_of


def answers_of(connection: Connection, sitting: str) -> dict[str, int]:
    """The answers of a sitting by their statements."""
    rows = connection.rows(
        "SELECT item, value FROM answer WHERE sitting = ? AND NOT deleted ORDER BY day, at, id", (sitting,)
    )
    return {item: value for item, value in rows if _is_sound(item, value)}


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


def answered_since(connection: Connection, day: date) -> list[tuple[date, dict[str, int]]]:
    """The days of the sittings that were finished from a day on, the latest first, each with its answers."""
    rows = connection.rows(
        "SELECT id, finished_on FROM sitting WHERE finished_on >= ? AND NOT deleted "
        "ORDER BY finished_on DESC, at DESC, id DESC",
        (day.isoformat(),),
    )
    return [(day_of(finished_on), answers_of(connection, sitting)) for sitting, finished_on in rows]
