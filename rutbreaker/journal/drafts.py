"""Texts that are not finished yet, kept so that nothing typed is lost; outside the history."""

from rutbreaker.context import Context
from rutbreaker.domain.draft_words import draft_words
from rutbreaker.domain.text import typed
from rutbreaker.store import drafts


def keep_draft(context: Context, name: str, body: str) -> None:
    """Keep an unfinished text under a name, over any earlier one; an empty one is forgotten."""
    body = typed(body)
    if body.strip():
        drafts.keep_draft(context.connection, name, body, context.clock.now())
    else:
        drafts.drop_draft(context.connection, name)


def read_draft(context: Context, name: str) -> str | None:
    """The unfinished text under a name, or None."""
    return drafts.draft(context.connection, name)


def what_waits(context: Context) -> list[str]:
    """What lies unfinished and nothing else in the dashboard points to, in a sentence; empty when there is nothing."""
    return draft_words(drafts.draft_names(context.connection))


def list_drafts(context: Context) -> list[str]:
    """The names under which something is unfinished, the newest first."""
    return drafts.draft_names(context.connection)


def drop_draft(context: Context, name: str) -> None:
    """Forget an unfinished text: it was finished, or is not wanted."""
    drafts.drop_draft(context.connection, name)
