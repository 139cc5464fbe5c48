"""What the data file holds only to be quick: the index of words and that of tags, as they follow from the rest."""

from rutbreaker.store.connection import Connection

SEARCHED = {
    "win": ("text",),
    "gratitude": ("text", "why", "person"),
    "reflection": ("prompt", "text"),
    "checkin": ("note",),
    "goal": ("title", "why", "obstacle", "plan", "learnt"),
    "step": ("text",),
    "routine": ("text",),
    "session": ("text",),
    "person": ("name", "nick", "note", "ask", "offer"),
    "contact": ("text", "next"),
    "event": ("title", "text"),
}
"""The text of each kind that can be listed and found."""

TAGGED = ("win", "gratitude", "reflection", "checkin")
"""The kinds that have tags."""

COLUMNS = {"searchable": '"row", kind, day, at, text', "tagging": 'tag, kind, "row"'}
"""The columns that count in each of the two tables."""


def text_of(kind: str, prefix: str = "") -> str:
    """The searched text of a row of a kind, as SQL; ``prefix`` stands before each column."""
    joined = " || char(10) || ".join(f"{prefix}{field}" for field in SEARCHED[kind])
    return f"trim({joined}, char(10))"


def tags_of(source: str) -> str:
    """The tags in a column of words, as rows of ``value`` in SQL."""
    return f"""json_each('["' || replace({source}, ' ', '","') || '"]')"""


def searchable() -> str:
    """What must stand in ``searchable``, as a query for its columns."""
    return " UNION ALL ".join(
        f"SELECT id, '{kind}', day, at, {text_of(kind)} FROM {kind} WHERE NOT deleted" for kind in SEARCHED
    )


def tagging() -> str:
    """What must stand in ``tagging``, as a query for its columns."""
    return " UNION ALL ".join(
        f"SELECT DISTINCT value, '{kind}', {kind}.id FROM {kind}, {tags_of(f'{kind}.tags')} "
        f"WHERE value <> '' AND NOT {kind}.deleted"
        for kind in TAGGED
    )


def make_anew(connection: Connection) -> None:
    """Fill both tables anew, as part of the write under way."""
    for table, query in (("searchable", searchable()), ("tagging", tagging())):
        connection.run(f"DELETE FROM {table}")
        connection.run(f"INSERT INTO {table} ({COLUMNS[table]}) {query}")
    connection.run("INSERT INTO searchable_fts (searchable_fts) VALUES ('rebuild')")
