"""What single days hold, for looking back."""

from datetime import date

from rutbreaker.domain.log import LogLine
from rutbreaker.domain.models import Goal, Reflection, Routine, Step
from rutbreaker.store.connection import Connection
from rutbreaker.store.reading import many
from rutbreaker.store.rows import day_of, moment_of


def steps_done(connection: Connection, first: date, last: date) -> list[LogLine]:
    """The steps ticked from ``first`` to ``last``, each as a line of the day it was done on, oldest first."""
    within = (first.isoformat(), last.isoformat())
    steps = many(connection, Step, "done_on BETWEEN ? AND ?", within, order="done_on, day, at, id")
    goals = _titles(connection)
    return [
        LogLine(step.id, "step", step.done_on or step.day, step.at, step.text, goal=goals.get(step.goal, ""))
        for step in steps
    ]


def routines_done(connection: Connection, first: date, last: date) -> list[LogLine]:
    """The routines ticked from ``first`` to ``last``, a line for each tick, oldest first."""
    rows = connection.rows(
        'SELECT routine, day, at, "offset" FROM tick WHERE NOT deleted AND day BETWEEN ? AND ? ORDER BY day, at',
        (first.isoformat(), last.isoformat()),
    )
    if not rows:
        return []
    known = {routine.id: routine for routine in many(connection, Routine)}
    goals = _titles(connection)
    return [
        LogLine(row, "routine", day_of(day), moment_of(at, offset), known[row].text)._replace(
            goal=goals.get(known[row].goal, "")
        )
        for row, day, at, offset in rows
        if row in known
    ]


def _titles(connection: Connection) -> dict[str, str]:
    return dict(connection.rows("SELECT id, title FROM goal WHERE NOT deleted"))


def first_day(connection: Connection) -> date | None:
    """The first day with anything on it; None while there is nothing."""
    found = connection.row("SELECT min(day) FROM searchable")
    return day_of(found[0]) if found and found[0] else None


def reviews(connection: Connection, prompt: str, until: str) -> list[Reflection]:
    """The reflections whose prompt begins with ``prompt`` and sorts up to ``until``, the last prompt first."""
    found = many(
        connection, Reflection, "substr(prompt, 1, ?) = ? AND prompt <= ?", (len(prompt), prompt, until), "prompt, at"
    )
    return found[::-1]


def reviews_of(connection: Connection, prompt: str) -> list[Reflection]:
    """The reflections with exactly this prompt, oldest first."""
    return many(connection, Reflection, "prompt = ?", (prompt,))


def tags_between(connection: Connection, first: date, last: date, most: int) -> list[tuple[str, int]]:
    """The tags used most from ``first`` to ``last``, with the number of uses."""
    rows = connection.rows(
        'SELECT tag, count(*) FROM searchable JOIN tagging USING ("row") WHERE day BETWEEN ? AND ? '
        "GROUP BY tag ORDER BY 2 DESC, tag LIMIT ?",
        (first.isoformat(), last.isoformat(), most),
    )
    return [(tag, count) for tag, count in rows]


def people_between(connection: Connection, first: date, last: date, most: int) -> list[tuple[str, int]]:
    """The people met most often from ``first`` to ``last``, by name, with the number of contacts."""
    rows = connection.rows(
        "SELECT name, count(*) FROM contact JOIN person ON person.id = contact.person "
        "WHERE NOT contact.deleted AND NOT person.deleted AND contact.day BETWEEN ? AND ? "
        "GROUP BY person.id ORDER BY 2 DESC, name LIMIT ?",
        (first.isoformat(), last.isoformat(), most),
    )
    return [(name, count) for name, count in rows]


def minutes_between(connection: Connection, first: date, last: date) -> int:
    """The minutes of all sessions from ``first`` to ``last``."""
    found = connection.row(
        "SELECT coalesce(sum(minutes), 0) FROM session WHERE NOT deleted AND day BETWEEN ? AND ?",
        (first.isoformat(), last.isoformat()),
    )
    return int(found[0]) if found else 0


def goals_closed(connection: Connection, first: date, last: date) -> list[Goal]:
    """The goals closed from ``first`` to ``last``, in that order."""
    return many(connection, Goal, "closed_on BETWEEN ? AND ?", (first.isoformat(), last.isoformat()), "closed_on, id")
