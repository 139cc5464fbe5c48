"""Reflections in the data file: by their prompt or tag, and when each prompt was answered last."""

from datetime import date

from rutbreaker.store.connection import Connection
from rutbreaker.store.rows import day_of


def reflection_ids(connection: Connection, *, tag: str | None = None, prompt: str | None = None) -> list[str]:
    """The ids of the reflections, newest first; with a tag, or answering a prompt ("" for those that answer none)."""
    where, parameters = ["NOT deleted"], list[str]()
    if tag is not None:
        where.append('id IN (SELECT "row" FROM tagging WHERE tag = ?)')
        parameters.append(tag)
    if prompt is not None:
        where.append("prompt = ?")
        parameters.append(prompt)
    sql = f"SELECT id FROM reflection WHERE {' AND '.join(where)} ORDER BY day DESC, at DESC, id DESC"
    return [row for (row,) in connection.rows(sql, parameters)]


def prompts_used(connection: Connection) -> list[tuple[str, int, date]]:
    """Every prompt that was answered, how often and on which day last, the latest first; "" stands for none."""
    rows = connection.rows(
        "SELECT prompt, count(*), max(day) FROM reflection WHERE NOT deleted GROUP BY prompt ORDER BY 3 DESC, 1"
    )
    return [(prompt, count, day_of(day)) for prompt, count, day in rows]


def reflection_tags(connection: Connection) -> list[tuple[str, int]]:
    """Every tag of the reflections with the number of those that carry it, the most used first."""
    rows = connection.rows(
        "SELECT tag, count(*) FROM tagging WHERE kind = 'reflection' GROUP BY tag ORDER BY 2 DESC, 1"
    )
    return [(tag, count) for tag, count in rows]


def sources_worked_on(connection: Connection) -> list[str]:
    """The sources that open goals answer, the one with the newest goal first."""
    rows = connection.rows(
        "SELECT source FROM goal WHERE NOT deleted AND state = 'open' AND source IS NOT NULL "
        "GROUP BY source ORDER BY max(day) DESC, source"
    )
    return [source for (source,) in rows]
