"""Answers that take long to work out, remembered for an open file until its data change."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from rutbreaker.store.connection import Connection
from rutbreaker.store.history import newest_stamp

Answer = TypeVar("Answer")

_answers: WeakKeyDictionary[Connection, tuple[str, dict[Hashable, Any]]] = WeakKeyDictionary()
"""For each open file the newest stamp of its history, and what was found at that time by the question."""


def remembered(connection: Connection, question: Hashable, find: Callable[[], Answer]) -> Answer:
    """The answer to a question, found once and then remembered until somebody changes the data, in whatever program.

    Args:
        connection: the open file.
        question: names what is asked, with everything beside the data that the answer depends on, such as the day.
        find: works the answer out.
    """
    stamp = newest_stamp(connection)
    known = _answers.get(connection)
    if known is None or known[0] != stamp:
        known = _answers[connection] = stamp, {}
    if question not in known[1]:
        known[1][question] = find()
    answer: Answer = known[1][question]
    return answer
