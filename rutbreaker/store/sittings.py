"""Sittings of the source finder in the data file, and the one under way, which is a draft until it is finished."""

from datetime import date, datetime
from typing import NamedTuple

from rutbreaker.domain.models import Answer, Sitting
from rutbreaker.domain.statements import DRAFT, STATEMENTS
from rutbreaker.store.connection import Connection
from rutbreaker.store.drafts import draft, keep_draft
from rutbreaker.store.reading import many


class UnderWay(NamedTuple):
    """A sitting that isn't finished: the day it began, the seed of its order, and its answers, None where skipped."""

    day: date
    seed: int
    answers: dict[str, int | None]


def under_way(connection: Connection) -> UnderWay | None:
    """The sitting that isn't finished, or None."""
    body = draft(connection, DRAFT)
    if body is None:
        return None
    import json  # which the commands that only look at finished sittings don't need

    try:
        kept = json.loads(body)
        return UnderWay(date.fromisoformat(kept["day"]), kept["seed"], dict(kept["answers"]))
    except (ValueError, KeyError, TypeError):
        # Another program wrote it, or the disk lost a bit: it begins anew.
        return None


def keep_under_way(connection: Connection, sitting: UnderWay, at: datetime) -> None:
    """Keep the sitting as it stands."""
    import json

    body = {"day": sitting.day.isoformat(), "seed": sitting.seed, "answers": sitting.answers}
    keep_draft(connection, DRAFT, json.dumps(body), at)


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
