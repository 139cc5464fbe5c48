"""Schedules as people write them: "every weekday", "mon wed", "3 a week", "first of the month".

What ``schedule.describe`` says of a schedule is read back as the same schedule.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from rutbreaker.domain.dates import WEEKDAY_NAMES
from rutbreaker.domain.recurrence import DAY_CODES, WEEKDAYS, parse_rule
from rutbreaker.domain.text import one_line
from rutbreaker.errors import BadInput

LONGEST = 200
"""The most characters a schedule may have."""

UNDERSTOOD = (
    "every day, every weekday, mon wed, every other fri, every 3 days, 3 a week, 2 a month, first of the month, "
    "last fri of the month"
)
"""Examples of what is understood."""

_WHOLE = {
    "day": "FREQ=DAILY",
    "daily": "FREQ=DAILY",
    "once a day": "FREQ=DAILY",
    "weekday": WEEKDAYS,
    "weekdays": WEEKDAYS,
    "workday": WEEKDAYS,
    "workdays": WEEKDAYS,
    "working day": WEEKDAYS,
    "weekend": "FREQ=WEEKLY;BYDAY=SA,SU",
    "weekends": "FREQ=WEEKLY;BYDAY=SA,SU",
}
_TIMES = {"week": 1, "weekly": 1, "month": 1, "monthly": 1}
_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNTS = {"once": 1, "twice": 2, "thrice": 3} | {word: number for number, word in enumerate(_NUMBERS)}
_PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}
_MOST = {"week": 7, "month": 31}
_UNITS = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY"}
_GROUPS = {"day": range(7), "weekday": range(5), "weekdays": range(5), "weekend": (5, 6), "weekends": (5, 6)}
_FILLERS = {"and", "on", "the", "of", "each", "a"}


class Repeats(NamedTuple):
    """The fields of a schedule that say how often: ``per`` with an ``rrule``, or with a number of ``times``."""

    per: str
    rrule: str = ""
    times: int | None = None


class _Unclear(Exception):
    """These words are no schedule."""


def read_schedule(text: str, today: date) -> Repeats:
    """Read a schedule; ``today`` says which weekday is meant by "every 2 weeks".

    Raises:
        BadInput: it can't be understood; says what would be.
    """
    if len(text) > LONGEST:
        raise BadInput(f"A schedule has at most {LONGEST} characters. Understood are {UNDERSTOOD}.")
    try:
        repeats = _read(text, today)
        if repeats.per == "day":
            parse_rule(repeats.rrule)
    except (_Unclear, BadInput):
        shown = one_line(text.strip(), 60)
        said = f"“{shown}” is not a schedule that is understood" if shown else "There is no schedule"
        raise BadInput(f"{said}. Understood are {UNDERSTOOD}.") from None
    return repeats


def _read(text: str, today: date) -> Repeats:
    bare = text.strip().lower().removeprefix("by the rule ")
    if bare.removeprefix("rrule:").startswith("freq="):
        return Repeats("day", bare.upper().removeprefix("RRULE:"))
    words = _words(bare)
    phrase = " ".join(words[1:] if words[:1] == ["every"] else words)
    if phrase in _WHOLE:
        return Repeats("day", _WHOLE[phrase])
    if phrase in _TIMES:
        return Repeats(phrase.removesuffix("ly"), "", _TIMES[phrase])
    return _so_many(words) or _on_days(words, today)


def _words(text: str) -> list[str]:
    for sign in ",;&+":
        text = text.replace(sign, " ")
    words = text.replace("/", " a ").replace("–", "-").replace(" - ", "-").split()
    return ["every" if word in ("each", "every") and place == 0 else word for place, word in enumerate(words)]


def _so_many(words: Sequence[str]) -> Repeats | None:
    """3 a week, three times a month, twice per week, 3x a week, 2 days a week."""
    tidy = [word for word in words if word not in ("times", "x", "time", "days")]
    if len(tidy) != 3 or tidy[1] not in ("a", "per", "every", "each") or tidy[2] not in _MOST:
        return None
    count = _number(tidy[0].removesuffix("x"))
    if count is None or not 1 <= count <= _MOST[tidy[2]]:
        raise _Unclear
    return Repeats(tidy[2], "", count)


def _on_days(words: Sequence[str], today: date) -> Repeats:
    interval, unit, rest = _interval(words)
    days = [word for word in rest if word not in _FILLERS]
    if "month" in days or "months" in days or unit == "month" or _begins_with_place(days):
        named = [word for word in days if word not in ("month", "months", "every")]
        return Repeats("day", _rule("MONTHLY", interval, _in_month(named)))
    if unit == "day":
        if days:
            raise _Unclear
        return Repeats("day", _rule("DAILY", interval, ""))
    # "Every other weekday" could be every other week's or every second one: it is left unread.
    weekdays = _weekdays([word for word in days if word != "every"], _GROUPS if unit or interval == 1 else {})
    if not weekdays and unit == "week":
        weekdays = [today.weekday()]
    if not weekdays:
        raise _Unclear
    if len(weekdays) == len(DAY_CODES) and interval == 1:
        return Repeats("day", "FREQ=DAILY")
    return Repeats("day", _rule("WEEKLY", interval, "BYDAY=" + ",".join(DAY_CODES[day] for day in weekdays)))


def _interval(words: Sequence[str]) -> tuple[int, str, Sequence[str]]:
    """How many units lie between two times, the unit if it is said, and the words left: "every 2 weeks on mon"."""
    if words[:1] != ["every"]:
        return 1, "", words
    count = 2 if words[1:2] == ["other"] else _number(words[1]) if len(words) > 2 else None
    if count == 0:
        raise _Unclear
    rest = words[1:] if count is None else words[2:]
    unit = rest[0].removesuffix("s") if rest else ""
    if unit in _UNITS and (count is not None or len(rest) > 1):
        return count or 1, unit, rest[1:]
    if count is not None and words[1] != "other":
        raise _Unclear
    return count or 1, "", rest


def _begins_with_place(days: Sequence[str]) -> bool:
    return bool(days) and _place(days[0]) is not None and not days[0].isdigit()


def _in_month(words: Sequence[str]) -> str:
    """The days in a month: "first", "15th", "last day", "2nd last day", "first mon", "last fri"."""
    month_days, weekdays = list[str](), list[str]()
    left = list(words)
    while left:
        place = _place(left.pop(0))
        if place is None:
            raise _Unclear
        if place > 0 and left[:1] == ["last"]:
            left.pop(0)
            place = -place
        weekday = _weekday(left[0]) if left else None
        if left and (weekday is not None or left[0] in ("day", "days")):
            left.pop(0)
        if weekday is None:
            month_days.append(str(place))
        else:
            weekdays.append(f"{place}{DAY_CODES[weekday]}")
    if bool(month_days) == bool(weekdays):
        raise _Unclear
    return f"BYMONTHDAY={','.join(month_days)}" if month_days else f"BYDAY={','.join(weekdays)}"


def _weekdays(words: Sequence[str], groups: Mapping[str, Sequence[int]]) -> list[int]:
    """The weekdays named, in the order of the week, with "mon-fri" and "mon to fri" filled in."""
    found = set[int]()
    for word in " ".join(words).replace(" to ", "-").split():
        if word in groups:
            found.update(groups[word])
            continue
        first, _, last = word.partition("-")
        begins, ends = _weekday(first), _weekday(last) if last else _weekday(first)
        if begins is None or ends is None:
            raise _Unclear
        found.update(day % 7 for day in range(begins, ends + 1 if ends >= begins else ends + 8))
    return sorted(found)


def _weekday(word: str) -> int | None:
    """The weekday that a word of at least two letters begins, also in the plural."""
    bare = word.rstrip(".")
    for name in (bare, bare.removesuffix("s")):
        fitting = [place for place, full in enumerate(WEEKDAY_NAMES) if full.startswith(name)]
        if len(name) >= 2 and len(fitting) == 1:
            return fitting[0]
    return None


def _place(word: str) -> int | None:
    """The place in a month that a word names: "first", "1st", "15", "last"."""
    if word in _PLACES:
        return _PLACES[word]
    bare = word[:-2] if word[-2:] in ("st", "nd", "rd", "th") else word.removesuffix(".")
    number = int(bare) if bare.isascii() and bare.isdigit() and len(bare) <= 2 else 0
    return number if 1 <= number <= 31 else None


def _number(word: str) -> int | None:
    if word in _COUNTS:
        return _COUNTS[word]
    return int(word) if word.isascii() and word.isdigit() and len(word) <= 3 else None


def _rule(frequency: str, interval: int, rest: str) -> str:
    every = f"INTERVAL={interval}" if interval > 1 else ""
    return ";".join(part for part in (f"FREQ={frequency}", every, rest) if part)
