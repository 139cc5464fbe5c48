"""Lengths of time as people write them: "45m", "1h30", "1.5 h", "1:30", "90" (minutes)."""

import re

from rutbreaker.domain.text import one_line
from rutbreaker.errors import BadInput

LONGEST = 1440
"""The most minutes that one session can have: a day."""

_HOUR = r"(?:hours|hour|hrs|hr|h)(?![a-z])"
_MINUTE = r"(?:minutes|minute|mins|min|m)(?![a-z0-9])"
_DURATION = re.compile(
    rf"""
    (?P<clock_hours>[0-9]{{1,2}}):(?P<clock_minutes>[0-5][0-9])(?:\s*{_HOUR})?
    | (?P<part>[0-9]{{1,2}}[.,][0-9]{{1,2}})\s*{_HOUR}
    | (?P<hours>[0-9]{{1,2}})\s*{_HOUR}(?:\s*(?P<and_minutes>[0-9]{{1,2}})\s*{_MINUTE}|(?P<tail>[0-9]{{1,2}}))?
    | (?P<minutes>[0-9]{{1,4}})(?:\s*{_MINUTE})?
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_SEPARATED = re.compile(r"$|\s|[,;–—-]|:(?![0-9])")
"""What may stand behind a length of time, before what was done."""


def read_session(text: str) -> tuple[int, str]:
    """The minutes that a text begins with, and what follows: "45m rust book" is 45 and "rust book".

    Raises:
        BadInput: it doesn't begin with a length of time from a minute to a day.
    """
    text = text.strip()
    found = _DURATION.match(text)
    rest = text[found.end() :] if found else text
    if found is None or not _SEPARATED.match(rest):
        shown = one_line(text, 40)
        said = f"“{shown}” doesn't begin with a length of time" if shown else "There is no length of time"
        raise BadInput(f"{said}: write 45m, 1h30, 2h or 90 (minutes), then what you did.")
    minutes = _minutes(found)
    if not 1 <= minutes <= LONGEST:
        raise BadInput(f"A session has from 1 minute to {LONGEST // 60} hours, not {one_line(found.group(), 20)}.")
    return minutes, rest.lstrip(" \t,;:–—-")


def read_minutes(text: str) -> int:
    """The minutes that a text stands for, with nothing after them.

    Raises:
        BadInput: it is no length of time from a minute to a day.
    """
    minutes, rest = read_session(text)
    if rest:
        raise BadInput(f"“{one_line(text, 40)}” is not a length of time: write 45m, 1h30, 2h or 90 (minutes).")
    return minutes


def minutes_words(minutes: int) -> str:
    """Say minutes briefly, as they can be typed: "45m", "2h", "1h30"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest}m"
    return f"{hours}h{rest:02}" if rest else f"{hours}h"


def _minutes(found: re.Match[str]) -> int:
    if found["clock_hours"] is not None:
        return int(found["clock_hours"]) * 60 + int(found["clock_minutes"])
    if found["part"] is not None:
        return round(float(found["part"].replace(",", ".")) * 60)
    if found["hours"] is not None:
        return int(found["hours"]) * 60 + int(found["and_minutes"] or found["tail"] or 0)
    return int(found["minutes"])
