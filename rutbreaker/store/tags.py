"""Tags in the data file: which there are, and what carries one."""

from rutbreaker.domain.search import TagCount
from rutbreaker.store.connection import Connection
from rutbreaker.store.rows import day_of


def tag_counts(connection: Connection) -> list[TagCount]:
    """Every tag with its number of uses and last day, the most used first."""
    rows = connection.rows(
        'SELECT tag, count(*), max(day) FROM tagging JOIN searchable USING ("row") GROUP BY tag ORDER BY 2 DESC, tag'
    )
    return [TagCount(tag, count, day_of(last)) for tag, count, last in rows]


def tagged(connection: Connection, tag: str) -> list[tuple[str, str]]:
    """The kind and id of everything that carries a tag."""
    rows = connection.rows('SELECT kind, "row" FROM tagging WHERE tag = ? ORDER BY "row"', (tag,))
    return [(kind, row) for kind, row in rows]
