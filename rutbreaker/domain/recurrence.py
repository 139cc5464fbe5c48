"""Days by an RFC 5545 RRULE: which texts are taken, the days they mean, how often that is, and how it is said.

The rules nearly everybody has (every day or every so many, some days of the week) are answered here by repeating a
few flags; those with months in them by dateutil, imported when one is met. Days are counted as
proleptic ordinals (``date.toordinal``).
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from rutbreaker.domain.text import one_line
from rutbreaker.errors import BadInput

WEEKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
"""Monday to Friday: when a check-in is expected unless the user says otherwise."""

DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_EXAMPLES = "FREQ=DAILY, FREQ=WEEKLY;BYDAY=MO,WE,FR or FREQ=MONTHLY;BYMONTHDAY=1"
_LONGEST = 200
_FOUR_YEARS = 1461
# The widest interval for each frequency. Wider ones, or an interval over a year, could name days that never come
# (every 12 months from February on, the 31st): dateutil would look for them until the year 9999.
_INTERVALS = {"DAILY": 366, "WEEKLY": 52, "MONTHLY": 11, "YEARLY": 1}
_PARTS = {
    "DAILY": {"BYDAY", "BYMONTH", "BYMONTHDAY"},
    "WEEKLY": {"BYDAY", "BYMONTH"},
    "MONTHLY": {"BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS"},
    "YEARLY": {"BYDAY", "BYMONTH", "BYMONTHDAY"},
}


class Rule(NamedTuple):
    """A parsed RRULE. ``days`` holds (place in the month or 0, weekday 0 to 6), ``place`` is BYSETPOS or 0."""

    text: str
    freq: str
    interval: int = 1
    days: tuple[tuple[int, int], ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    place: int = 0


def parse_rule(text: str) -> Rule:
    """Read an RRULE that names days without an end; BadInput for anything else, also for days that never come."""
    if len(text) > _LONGEST:
        raise BadInput(f"A schedule has at most {_LONGEST} characters, such as {_EXAMPLES}.")
    try:
        return _checked(_parsed(text))
    except (ValueError, KeyError):
        message = f"“{one_line(text, 60)}” is not a schedule that is understood: write it like {_EXAMPLES}."
        raise BadInput(message) from None


def _parsed(text: str) -> Rule:
    tidy = "".join(text.upper().split()).removeprefix("RRULE:")
    pairs = [part.partition("=")[::2] for part in tidy.split(";")]
    parts = dict(pairs)
    if len(parts) != len(pairs) or not tidy.isascii():
        raise ValueError(text)
    freq = parts.pop("FREQ")
    if parts.pop("WKST", "MO") != "MO" or parts.keys() - _PARTS[freq] - {"INTERVAL"}:
        raise ValueError(text)
    return Rule(
        tidy,
        freq,
        _number(parts.get("INTERVAL", "1")),
        tuple((_number(day[:-2] or "0"), DAY_CODES.index(day[-2:])) for day in _listed(parts, "BYDAY")),
        tuple(map(_number, _listed(parts, "BYMONTHDAY"))),
        tuple(map(_number, _listed(parts, "BYMONTH"))),
        _number(parts.get("BYSETPOS", "0")),
    )


def _listed(parts: dict[str, str], key: str) -> list[str]:
    return parts[key].split(",") if key in parts else []


def _number(text: str) -> int:
    if not text.lstrip("+-").isdigit():
        raise ValueError(text)
    return int(text)


def _checked(rule: Rule) -> Rule:
    by_month = rule.freq in ("MONTHLY", "YEARLY")
    placed = any(place for place, _ in rule.days)
    lengths = [MONTH_DAYS[month - 1] for month in rule.months or (1,) if 1 <= month <= 12]
    fits = (
        1 <= rule.interval <= _INTERVALS[rule.freq],
        rule.interval == 1 or not (rule.months or (rule.freq == "DAILY" and (rule.days or rule.month_days))),
        all(abs(place) <= 5 for place, _ in rule.days),
        not placed or (by_month and not rule.month_days and not rule.place),
        not by_month or bool(rule.days or rule.month_days),
        rule.freq != "YEARLY" or bool(rule.months),
        rule.place in (-1, 0, 1),
        all(1 <= abs(day) <= 31 for day in rule.month_days),
        len(lengths) == len(rule.months or (1,)),
        not rule.month_days or any(abs(day) <= length for day in rule.month_days for length in lengths),
    )
    if not all(fits):
        raise ValueError(rule.text)
    return rule


def _cycle(rule: Rule, anchor: date) -> tuple[bytes, int] | None:
    """The flags that such a rule repeats for ever, and the ordinal they begin at; None where months matter."""
    if rule.months or rule.month_days or rule.freq not in ("DAILY", "WEEKLY"):
        return None
    if rule.freq == "DAILY" and not rule.days:
        return b"\1" + bytes(rule.interval - 1), anchor.toordinal()
    monday = anchor.toordinal() - anchor.weekday()
    return _week(rule, anchor) + bytes(7 * (rule.interval - 1)), monday


def _week(rule: Rule, anchor: date) -> bytes:
    """Seven flags, Monday first; without a weekday in the rule, the one it begins on."""
    named = {weekday for _, weekday in rule.days} or {anchor.weekday()}
    return bytes(day in named for day in range(7))


def flags(rule: Rule, anchor: date, first: int, after: int) -> bytearray:
    """One byte for each ordinal from ``first`` to before ``after``: 1 where the rule expects something.

    ``anchor`` is the day the schedule holds from; intervals are counted from it, in both directions.
    """
    count = max(after - first, 0)
    cycle = _cycle(rule, anchor)
    if cycle is not None:
        pattern, origin = cycle
        offset = (first - origin) % len(pattern)
        return bytearray((pattern * (count // len(pattern) + 2))[offset : offset + count])
    marked = bytearray(count)
    for ordinal in _occurrences(rule, anchor, first, after):
        marked[ordinal - first] = 1
    return marked


def per_day(rule: Rule, anchor: date) -> float:
    """How many times a day the rule expects something, on average: 1 for every day, 5/7 for weekdays."""
    cycle = _cycle(rule, anchor)
    if cycle is not None:
        return sum(cycle[0]) / len(cycle[0])
    first = anchor.toordinal()
    return max(sum(flags(rule, anchor, first, first + _FOUR_YEARS)), 1) / _FOUR_YEARS


def _occurrences(rule: Rule, anchor: date, first: int, after: int) -> list[int]:
    from dateutil.rrule import rrulestr

    if first >= after:
        return []
    start = datetime.combine(_aligned(rule, anchor, first), time.min)
    end = datetime.combine(date.fromordinal(after - 1), time.min)
    found = rrulestr(rule.text, dtstart=start).between(start, end, inc=True)
    return [ordinal for ordinal in (day.toordinal() for day in found) if ordinal >= first]


def _aligned(rule: Rule, anchor: date, first: int) -> date:
    """Return a day not after ``first`` from which the rule's months fall as they do from ``anchor``."""
    day = date.fromordinal(first)
    if rule.freq in ("DAILY", "WEEKLY"):
        return day - timedelta(days=(day - anchor).days % 7)
    if rule.freq == "YEARLY":
        return date(day.year, 1, 1)
    origin = anchor.year * 12 + anchor.month - 1
    month = day.year * 12 + day.month - 1
    year, index = divmod(origin + (month - origin) // rule.interval * rule.interval, 12)
    return date(max(year, 1), index + 1, 1)


def rule_words(rule: Rule, anchor: date) -> str:
    """Say the rule in words: "every weekday", "Mon, Wed and Fri", "on the first of the month"."""
    every = {1: "", 2: "every other "}.get(rule.interval, f"every {rule.interval} ")
    plural = "s" if rule.interval > 2 else ""
    if rule.freq in ("DAILY", "WEEKLY") and _cycle(rule, anchor):
        if rule.freq == "DAILY" and not rule.days:
            return f"{every or 'every '}day{plural}"
        names = _week_words(_week(rule, anchor))
        return f"{every}week{plural}, {names}" if every else names
    if rule.freq == "MONTHLY" and not (rule.months or rule.place or (rule.days and rule.month_days)):
        named = joined([*map(_month_day, rule.month_days), *(_placed_day(*day) for day in rule.days)])
        return f"{every}month{plural}, on the {named}" if every else f"on the {named} of the month"
    return f"by the rule {rule.text}"


def _week_words(week: bytes) -> str:
    if sum(week) == 7:
        return "every day"
    if week == b"\1\1\1\1\1\0\0":
        return "every weekday"
    return joined([name for name, flag in zip(DAY_NAMES, week, strict=True) if flag])


def _month_day(day: int) -> str:
    if day < 0:
        return "last day" if day == -1 else f"{_ordinal(-day)} last day"
    return "first" if day == 1 else _ordinal(day)


def _placed_day(place: int, weekday: int) -> str:
    name = DAY_NAMES[weekday]
    if place == 0:
        return f"{name}s"
    named = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}
    return f"{named.get(place, f'{_ordinal(-place)} last')} {name}"


def _ordinal(number: int) -> str:
    ending = "th" if 11 <= number <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def joined(words: Sequence[str]) -> str:
    """Put words into a list as it is read: "Mon, Wed and Fri"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
