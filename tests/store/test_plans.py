"""How SQLite goes about what a person waits for: by an index or by the words, however many years there are."""

import re
from collections.abc import Callable

import pytest

from rutbreaker.context import Context
from rutbreaker.journal import history
from rutbreaker.journal.daily import log_win
from rutbreaker.journal.day_view import day_view
from rutbreaker.journal.drafts import keep_draft
from rutbreaker.journal.log import Changes, delete, edit, find_by_id, find_words, list_keys, list_log

_LARGE = (
    "win",
    "gratitude",
    "reflection",
    "checkin",
    "searchable",
    "tagging",
    "act",
    "edit",
    "tick",
    "session",
    "contact",
)
_WHOLE = re.compile(rf"SCAN ({'|'.join(_LARGE)})\b(?! USING)")


def _plans(context: Context, ask: Callable[[], object]) -> list[tuple[str, str]]:
    """Every statement that is run, with the steps of its plan."""
    raw, asked = context.connection.raw, list[str]()
    raw.set_trace_callback(asked.append)
    try:
        ask()
    finally:
        raw.set_trace_callback(None)
    # What triggers do is told as a comment; it belongs to the plan of the statement that set them off.
    statements = [sql for sql in dict.fromkeys(asked) if re.match(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b", sql)]
    plans = [(sql, raw.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()) for sql in statements]
    return [(sql, "\n".join(step for *_, step in plan)) for sql, plan in plans]


def _undo(context: Context) -> None:
    log_win(context, "Shipped twice")
    history.undo(context)
    history.redo(context)


def _change(context: Context) -> None:
    (line,) = list_log(context, limit=1)
    edit(context, (line.kind, line.id), Changes("Shipped again #ship"))
    delete(context, (line.kind, line.id))


_ASKED: dict[str, Callable[[Context], object]] = {
    "logging": lambda context: log_win(context, "Shipped it again #ship"),
    "changing and deleting": _change,
    "undo and redo": _undo,
    "a draft": lambda context: keep_draft(context, "win", "half a"),
    "search": lambda context: find_words(context, "shipped impor"),
    "the newest": lambda context: list_log(context, limit=10),
    "a tag": lambda context: list_keys(context, tag="ship", limit=10),
    "a day": lambda context: day_view(context, context.clock.today()),
    "an id": lambda context: find_by_id(context, list_log(context, limit=1)[0].id),
}


@pytest.mark.parametrize("ask", _ASKED.values(), ids=_ASKED)
def test_nothing_that_is_waited_for_reads_a_whole_table(context: Context, ask: Callable[[Context], object]) -> None:
    log_win(context, "Shipped the importer #ship")
    plans = _plans(context, lambda: ask(context))
    assert plans
    assert [f"{sql}\n{plan}" for sql, plan in plans if _WHOLE.search(plan)] == []


def test_words_are_found_by_the_index_of_words(context: Context) -> None:
    log_win(context, "Shipped the importer")
    plans = _plans(context, lambda: find_words(context, "import"))
    (plan,) = [plan for sql, plan in plans if "MATCH" in sql]
    assert "SCAN searchable_fts VIRTUAL TABLE INDEX" in plan
    assert "SEARCH searchable USING INTEGER PRIMARY KEY" in plan
