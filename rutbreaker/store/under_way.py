"""The sitting of the source finder that is under way: a draft until it is finished."""

import json
from datetime import date, datetime
from typing import NamedTuple

from rutbreaker.domain.statements import DRAFT
from rutbreaker.store.connection import Connection
from rutbreaker.store.drafts import draft, keep_draft


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
    try:
        kept = json.loads(body)
        return UnderWay(date.fromisoformat(kept["day"]), kept["seed"], dict(kept["answers"]))
    except (ValueError, KeyError, TypeError):
        # Another program wrote it, or the disk lost a bit: it begins anew.
        return None


def keep_under_way(connection: Connection, sitting: UnderWay, at: datetime) -> None:
    """Keep the sitting as it stands."""
    body = {"day": sitting.day.isoformat(), "seed": sitting.seed, "answers": sitting.answers}
    keep_draft(connection, DRAFT, json.dumps(body), at)
