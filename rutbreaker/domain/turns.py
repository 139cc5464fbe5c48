"""Whose turn it is to be brought back: the one not seen for longest."""

from collections import deque
from collections.abc import Sequence
from datetime import date, timedelta


def whose_turn(counts: Sequence[tuple[date, int]], today: date, rest: timedelta) -> int | None:
    """The position, oldest first, of the thing that is brought back today; None while there is none.

    ``counts`` says how many things each day has, oldest first. A thing takes part once it has rested. One a day is
    brought back: the oldest never seen, else the one seen longest ago; so each comes up before any comes up twice.
    """
    unseen, seen = deque[int](), deque[int]()
    waiting = deque(counts)
    if not waiting or waiting[0][0] + rest > today:
        return None
    day, known, shown = waiting[0][0] + rest, 0, -1
    while day <= today:
        while waiting and waiting[0][0] + rest <= day:
            _, count = waiting.popleft()
            unseen.extend(range(known, known + count))
            known += count
        shown = (unseen or seen).popleft()
        seen.append(shown)
        day += timedelta(days=1)
    return shown
