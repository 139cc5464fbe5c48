"""Taking back and doing again, across restarts and from every window; and looking at what was done."""

from rutbreaker.context import Context
from rutbreaker.store import history
from rutbreaker.store.acts import Done, acts


def undo(context: Context) -> str:
    """Take back the newest act that isn't undone; what it was, in words.

    Raises:
        NotFound: there is nothing to undo.
    """
    return history.undo(context.connection, context.clock.now())


def redo(context: Context) -> str:
    """Do again what was undone last, if nothing has been done since; what it was, in words.

    Raises:
        NotFound: there is nothing to redo.
    """
    return history.redo(context.connection, context.clock.now())


def list_done(context: Context, most: int = 20) -> list[Done]:
    """What was done last, the newest first: what undo would take back, act by act."""
    return acts(context.connection, most)
