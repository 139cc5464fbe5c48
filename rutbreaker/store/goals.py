"""Goals in the data file, with their steps, routines and sessions, and what can be counted of them."""

from collections.abc import Sequence
from datetime import date

from rutbreaker.domain.models import Goal, Routine, Session, Step
from rutbreaker.store.connection import Connection
from rutbreaker.store.reading import existing, many
from rutbreaker.store.rows import day_of

_IN_ORDER = "place, day, at, id"

_MOVES = """
    SELECT goal, day FROM step WHERE NOT deleted
    UNION ALL SELECT goal, done_on FROM step WHERE NOT deleted AND done_on IS NOT NULL
    UNION ALL SELECT goal, day FROM routine WHERE NOT deleted
    UNION ALL SELECT goal, (
        SELECT day FROM tick WHERE routine = routine.id AND NOT tick.deleted ORDER BY day DESC LIMIT 1
    ) FROM routine WHERE NOT deleted
    UNION ALL SELECT goal, day FROM session WHERE NOT deleted
    UNION ALL SELECT goal, day FROM win WHERE NOT deleted AND goal IS NOT NULL
    UNION ALL SELECT id, reached_on FROM goal WHERE NOT deleted AND reached_on IS NOT NULL
"""
"""Days on which a goal moved, the last one among them; of a routine's ticks, which may be thousands, only the last."""


def goal_of(connection: Connection, row: str) -> Goal:
    """The goal with this id.

    Raises:
        NotFound: there is none, or it was deleted.
    """
    return existing(connection, Goal, row, "This goal")


def all_goals(connection: Connection) -> list[Goal]:
    """Every goal, in whatever state, as they came."""
    return many(connection, Goal)


def steps_of(connection: Connection, goal: str) -> list[Step]:
    """The steps of a goal, in their order."""
    return many(connection, Step, "goal = ?", (goal,), _IN_ORDER)


def open_steps(connection: Connection, goal: str | None = None) -> list[Step]:
    """The steps of a goal, or of all, that are not done, in the order they have in their goal."""
    where, parameters = _of(goal)
    return many(connection, Step, f"done_on IS NULL AND {where}", parameters, f"goal, {_IN_ORDER}")


def routines_of(connection: Connection, goal: str | None = None) -> list[Routine]:
    """The routines of a goal, or of all, in the order they have in their goal."""
    where, parameters = _of(goal)
    return many(connection, Routine, where, parameters, f"goal, {_IN_ORDER}")


def sessions_of(connection: Connection, goal: str) -> list[Session]:
    """The sessions on a goal, newest first."""
    return many(connection, Session, "goal = ?", (goal,), "day DESC, at DESC, id DESC")


def step_counts(connection: Connection, goal: str | None = None) -> dict[str, tuple[int, int]]:
    """How many steps of a goal, or of each, are done, and how many there are."""
    where, parameters = _of(goal)
    rows = connection.rows(
        f"SELECT goal, sum(done_on IS NOT NULL), count(*) FROM step WHERE NOT deleted AND {where} GROUP BY goal",
        parameters,
    )
    return {row: (done, count) for row, done, count in rows}


def last_moves(connection: Connection, goal: str | None = None) -> dict[str, date]:
    """The last day on which a goal, or each, moved: a step or routine added or done, a session, win or number set."""
    where, parameters = _of(goal)
    rows = connection.rows(f"SELECT goal, max(day) FROM ({_MOVES}) WHERE {where} GROUP BY goal", parameters)
    return {row: day_of(day) for row, day in rows}


def minutes_spent(connection: Connection, since: date | None = None, goal: str | None = None) -> dict[str, int]:
    """The minutes of the sessions on a goal, or on each, from a day on or in all."""
    where, parameters = _of(goal)
    rows = connection.rows(
        f"SELECT goal, sum(minutes) FROM session WHERE NOT deleted AND day >= ? AND {where} GROUP BY goal",
        (since.isoformat() if since else "", *parameters),
    )
    return dict(rows)


def next_place(connection: Connection, goal: str) -> int:
    """The place behind everything that a goal has."""
    found = connection.row(
        "SELECT coalesce(max(place), -1) + 1 FROM (SELECT place FROM step WHERE goal = ?1 AND NOT deleted "
        "UNION ALL SELECT place FROM routine WHERE goal = ?1 AND NOT deleted)",
        (goal,),
    )
    return int(found[0]) if found else 0


def _of(goal: str | None) -> tuple[str, Sequence[str]]:
    return ("1", ()) if goal is None else ("goal = ?", (goal,))
