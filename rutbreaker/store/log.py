"""The log in the data file: which lines there are, newest first, and the lines themselves.

Keys and lines are asked for apart, so that a list of any length shows its first screen at once: all keys are a few
milliseconds, and lines are read by the hundred as they come into sight.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, cast

from rutbreaker.domain.checkins import ratings_of
from rutbreaker.domain.log import LogLine
from rutbreaker.store.connection import Connection
from rutbreaker.store.reading import many, marks
from rutbreaker.store.rows import KINDS, day_of, model_named

_AT_ONCE = 500

_TEXTS = {"checkin": "note", "goal": "title", "person": "name", "event": "title"}
"""The field of each kind that is what its line says, where it isn't its text."""


def log_keys(
    connection: Connection,
    kinds: Sequence[str],
    *,
    tag: str | None = None,
    first: date | None = None,
    last: date | None = None,
    limit: int | None = None,
) -> list[tuple[str, str]]:
    """The kind and id of everything of these kinds, newest first; with a tag, from a day, to a day, at most so many."""
    where, parameters = [f"kind IN ({marks(kinds)})"], list[object](kinds)
    if tag is not None:
        where.append('"row" IN (SELECT "row" FROM tagging WHERE tag = ?)')
        parameters.append(tag)
    if first is not None:
        where.append("day >= ?")
        parameters.append(first.isoformat())
    if last is not None:
        where.append("day <= ?")
        parameters.append(last.isoformat())
    order = 'ORDER BY day DESC, at DESC, "row" DESC' + (f" LIMIT {int(limit)}" if limit is not None else "")
    rows = connection.rows(f'SELECT kind, "row" FROM searchable WHERE {" AND ".join(where)} {order}', parameters)
    # As they come: of 20,000 of them a copy is felt.
    return cast("list[tuple[str, str]]", rows)


def log_lines(connection: Connection, keys: Sequence[tuple[str, str]]) -> list[LogLine]:
    """The lines of these keys, in their order; one that is gone by now is left out."""
    wanted: dict[str, list[str]] = {}
    for kind, row in keys:
        if kind in KINDS:
            wanted.setdefault(kind, []).append(row)
    found: dict[str, LogLine] = {}
    for kind, rows in wanted.items():
        for start in range(0, len(rows), _AT_ONCE):
            part = rows[start : start + _AT_ONCE]
            for model in many(connection, model_named(kind), f"id IN ({marks(part)})", part):
                found[model.id] = _line(kind, model)
    _name_owners(connection, found)
    return [found[row] for _, row in keys if row in found]


def keys_beginning(connection: Connection, beginning: str, limit: int = 2) -> list[tuple[str, str]]:
    """The kind and id of up to ``limit`` things whose id begins so."""
    rows = connection.rows(
        'SELECT kind, "row" FROM searchable WHERE "row" >= ? AND "row" < ? ORDER BY "row" LIMIT ?',
        (beginning, beginning + "g", limit),
    )
    return [(kind, row) for kind, row in rows]


def all_ids(connection: Connection) -> list[str]:
    """The ids of everything that ``keys_beginning`` finds, in order."""
    return [row for (row,) in connection.rows('SELECT "row" FROM searchable ORDER BY "row"')]


def _line(kind: str, model: Any) -> LogLine:
    text = getattr(model, _TEXTS.get(kind, "text"))
    base = LogLine(model.id, kind, model.day, model.at, str(text), tags=getattr(model, "tags", ()))
    match kind:
        case "gratitude":
            return base._replace(why=model.why, person=model.person)
        case "checkin":
            return base._replace(ratings=ratings_of(model), mark=model.mark)
        case "reflection":
            return base._replace(prompt=model.prompt)
        case "session":
            return base._replace(goal=model.goal, minutes=model.minutes)
        case "step" | "routine":
            return base._replace(goal=model.goal)
        case "contact":
            return base._replace(person=model.person)
    return base


def _name_owners(connection: Connection, lines: dict[str, LogLine]) -> None:
    """Put titles and names where the lines have ids of goals and persons."""
    goals = _names(connection, "goal", "title", {line.goal for line in lines.values() if line.goal})
    contacts = {line.person for line in lines.values() if line.kind == "contact"}
    persons = _names(connection, "person", "name", contacts)
    for row, line in lines.items():
        if line.goal:
            lines[row] = line._replace(goal=goals.get(line.goal, ""))
        elif line.kind == "contact":
            lines[row] = line._replace(person=persons.get(line.person, ""))


def _names(connection: Connection, table: str, column: str, ids: set[str]) -> dict[str, str]:
    wanted, names = sorted(ids), dict[str, str]()
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        names.update(connection.rows(f"SELECT id, {column} FROM {table} WHERE id IN ({marks(part)})", part))
    return names


def keys_on_this_day(connection: Connection, kinds: Sequence[str], day: date) -> list[tuple[str, str]]:
    """The kind and id of everything of these kinds on the same day of earlier years, the latest year first.

    In a year without one, 29 February comes back on the 28th.
    """
    endings = [day.isoformat()[4:]]
    if endings == ["-02-28"] and (day + timedelta(days=1)).day == 1:
        endings.append("-02-29")
    earliest = connection.rows("SELECT min(day) FROM searchable")[0][0]
    # Each day by its name: they are few, and the index leads to each.
    years = range(day_of(earliest or day.isoformat()).year, day.year)
    days = [f"{year:04}{ending}" for year in years for ending in endings]
    rows = connection.rows(
        f'SELECT kind, "row" FROM searchable WHERE day IN ({marks(days)}) AND kind IN ({marks(kinds)}) '
        'ORDER BY day DESC, at DESC, "row" DESC',
        (*days, *kinds),
    )
    return [(kind, row) for kind, row in rows]


def nothing_kept(connection: Connection) -> bool:
    """Whether there is nothing at all that a list could show, and no sitting of the source finder."""
    sql = "SELECT 1 FROM searchable UNION ALL SELECT 1 FROM sitting WHERE NOT deleted LIMIT 1"
    return not connection.rows(sql)
