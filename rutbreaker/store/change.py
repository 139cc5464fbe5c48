"""What leads to a decision, in the data file: answers on readiness, rulers, runways, options, criteria and scores."""

from collections.abc import Sequence
from datetime import datetime

from rutbreaker.domain.models import Criterion, Option, Readiness, Ruler, Runway, Score
from rutbreaker.domain.readiness_record import Asked
from rutbreaker.store.connection import Connection
from rutbreaker.store.reading import many, marks
from rutbreaker.store.rows import day_of, moment_of


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


def rulers(connection: Connection) -> list[Ruler]:
    """Every reading of importance and confidence, oldest first."""
    return many(connection, Ruler)


def runways(connection: Connection) -> list[Runway]:
    """Every runway that was worked out, oldest first."""
    return many(connection, Runway)


def asked_out(connection: Connection) -> list[Asked]:
    """Who was asked how they came out of a similar place, and when, oldest first."""
    rows = connection.rows(
        "SELECT contact.day, person.id, person.name FROM contact JOIN person ON person.id = contact.person "
        "WHERE contact.asked_out AND NOT contact.deleted AND NOT person.deleted ORDER BY contact.day, contact.at"
    )
    return [Asked(day_of(day), person, name) for day, person, name in rows]


def options_changed(connection: Connection) -> list[datetime]:
    """The moments at which options, sheets, criteria or scores were changed, oldest first; what was undone is none."""
    rows = connection.rows(
        """
        SELECT DISTINCT act.at FROM (
            SELECT DISTINCT act FROM edit WHERE "row" IN (
                SELECT id FROM option UNION ALL SELECT id FROM criterion UNION ALL SELECT id FROM score)) AS touched
        JOIN act ON act.id = touched.act
        WHERE act.undoes IS NULL
          AND NOT EXISTS (
            SELECT 1 FROM act AS back WHERE back.undoes = act.id AND NOT EXISTS (
                SELECT 1 FROM act AS again WHERE again.undoes = back.id))
        ORDER BY act.at
        """
    )
    return [moment_of(at, 0) for (at,) in rows]


def first_written(connection: Connection, parts: Sequence[str]) -> dict[tuple[str, str], datetime]:
    """When each of these parts of an option's sheet was first written, by the option's id and the part's name."""
    rows = connection.rows(
        'SELECT edit."row", edit.field, min(act.at) FROM edit JOIN act ON act.id = edit.act '
        f"WHERE edit.\"row\" IN (SELECT id FROM option) AND edit.field IN ({marks(parts)}) AND edit.value <> '' "
        'GROUP BY edit."row", edit.field',
        parts,
    )
    return {(row, field): moment_of(at, 0) for row, field, at in rows}


def states_of_goals(connection: Connection) -> dict[str, list[tuple[datetime, str, str | None]]]:
    """How the state and the wake date of goals changed: moment, field and value, oldest first, by the goal's id.

    Only goals that readiness looks at: those that answer a source, and those of learning.
    """
    rows = connection.rows(
        """
        SELECT edit."row", act.at, edit.field, edit.value FROM edit JOIN act ON act.id = edit.act
        WHERE edit."row" IN (SELECT id FROM goal WHERE NOT deleted AND (source IS NOT NULL OR avenue = 'learning'))
          AND edit.field IN ('state', 'wake')
        ORDER BY edit.hlc
        """
    )
    found: dict[str, list[tuple[datetime, str, str | None]]] = {}
    for row, at, field, value in rows:
        found.setdefault(row, []).append((moment_of(at, 0), field, value))
    return found
