"""Taking back and doing again, across restarts and from every window."""

from rutbreaker.context import Context
from rutbreaker.store import history


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
