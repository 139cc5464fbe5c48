"""Answers that take long to work out, remembered for an open file until its data change."""

from collections.abc import Callable, Hashable
from typing import TypeVar

from rutbreaker.store.connection import Connection

Answer = TypeVar("Answer")


def remembered(connection: Connection, question: Hashable, find: Callable[[], Answer]) -> Answer:
    """The answer to a question, found once and then remembered until somebody changes the data, in whatever program.

    Args:
        connection: the open file.
        question: names what is asked, with everything beside the data that the answer depends on, such as the day.
        find: works the answer out.
    """
    stamp = newest_stamp(connection)
    if connection.answers_of != stamp:
        connection.answers_of, connection.answers = stamp, {}
    if question not in connection.answers:
        connection.answers[question] = find()
    answer: Answer = connection.answers[question]
    return answer


def newest_stamp(connection: Connection) -> str:
    """The newest stamp of the history, by which somebody sees whether anything was written since; empty before."""
    found = connection.row("SELECT hlc FROM device")
    return str(found[0]) if found else ""
