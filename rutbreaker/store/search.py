"""Search in the data file, by the full-text index."""

from rutbreaker.domain.search import Hit
from rutbreaker.domain.text import storable
from rutbreaker.store.connection import Connection
from rutbreaker.store.log import log_lines

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
"""Characters that Unicode keeps for such use, around the words found, taken out again before anybody sees them."""


_MOST_WORDS = 32
"""Words that are looked for: the index takes ever longer over each, and minutes over a page pasted by mistake."""


def search(connection: Connection, words: str, limit: int = 50) -> list[Hit]:
    """What holds all the words, the last one perhaps only begun; the newest first. Nothing for no words."""
    query = _query(words)
    if query is None:
        return []
    rows = connection.rows(
        f"""
        SELECT kind, "row", snippet(searchable_fts, 0, '{_OPEN}', '{_CLOSE}', '…', 12)
        FROM searchable_fts JOIN searchable ON searchable.number = searchable_fts.rowid
        WHERE searchable_fts MATCH ? ORDER BY day DESC, at DESC, "row" DESC LIMIT ?
        """,
        (query, limit),
    )
    snippets = {row: _on_one_line(snippet) for _, row, snippet in rows}
    lines = log_lines(connection, [(kind, row) for kind, row, _ in rows])
    return [Hit(line, *_unmarked(snippets[line.id])) for line in lines]


def _query(words: str) -> str | None:
    """The words as FTS5 reads them, each quoted, so that nothing a person types is an operator."""
    quoted = [f'"{word}"' for word in storable(words).replace('"', " ").split()[:_MOST_WORDS]]
    return " ".join(quoted) + "*" if quoted else None


def _on_one_line(snippet: str) -> str:
    """A text stands in the index with its why, person or note on lines of their own, some of them empty."""
    return " · ".join(line for line in snippet.splitlines() if line.strip())


def _unmarked(snippet: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    text, found, start = "", list[tuple[int, int]](), 0
    for piece in snippet.replace(_OPEN, f"\0{_OPEN}").replace(_CLOSE, f"\0{_CLOSE}").split("\0"):
        if piece.startswith(_OPEN):
            start = len(text)
        elif piece.startswith(_CLOSE) and start < len(text):
            found.append((start, len(text)))
        text += piece.strip(_OPEN + _CLOSE)
    return text, tuple(found)
