"""Days as people write and read them: "yesterday", "-2", "mon", "3 days ago", "2026-11-02", "2 Nov", "last week".

ISO dates and our own few words are understood here; dates with a month's name and dates with slashes or dots go to
dateutil's parser, imported when one is met, and what it would have to guess is refused.
"""

from datetime import date, datetime, timedelta

from rutbreaker.domain.dates import MONTH_NAMES, WEEKDAY_NAMES
from rutbreaker.domain.text import one_line
from rutbreaker.errors import BadInput

LONGEST = 64
"""The most characters a date may have."""

FIRST_YEAR, LAST_YEAR = 1900, 2199

_FIXED = {"today": 0, "yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}
_COUNTS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_UNITS = ("day", "week", "month", "year")
_SUFFIXES = ("st", "nd", "rd", "th", "of", "the")
PAST, NEAREST, FUTURE = -1, 0, 1
"""Which day is meant when a weekday or a date without a year could be several."""


class _Impossible(Exception):
    """A date that has the right form, but doesn't exist; the words say which."""


def parse_day(text: str, today: date, *, future: bool = False) -> date:
    """Return the day that somebody wrote, seen from ``today``.

    A weekday is the most recent one, today among them, or with ``future`` the next one after today. A date without a
    year is the most recent one or, with ``future``, the next one, today among them.

    Raises:
        BadInput: it can't be understood, could be two days, doesn't exist, or lies after today without ``future``.
    """
    day = _parsed(text, today, FUTURE if future else PAST, future)
    if day > today and not future:
        message = f"{_dated(day, today)} is in the future: only what has happened can be logged."
        raise BadInput(message[0].upper() + message[1:])
    return day


def parse_since(text: str, today: date) -> date:
    """Return the first day that is meant: "last week" is its Monday, "this month" its first; else as ``parse_day``."""
    words = _words(text)
    monday = today - timedelta(days=today.weekday())
    first = today.replace(day=1)
    meant = {
        "this week": monday,
        "last week": monday - timedelta(days=7),
        "this month": first,
        "last month": (first - timedelta(days=1)).replace(day=1),
        "this year": today.replace(month=1, day=1),
        "last year": date(today.year - 1, 1, 1),
    }
    return meant[words] if words in meant else parse_day(text, today)


def parse_range(text: str, today: date, *, future: bool = False) -> tuple[date, date | None]:
    """Return the first and the last day of "DATE..DATE"; the last is None for "DATE" and "DATE..".

    A last day without a year, or written as a weekday, is the next one from the first day on. With ``future`` the first
    is the one nearest to today, before or after it; otherwise both lie in the past or are today.
    """
    if len(text) > 2 * LONGEST + 2:
        raise BadInput(f"A range of dates has at most {2 * LONGEST + 2} characters.")
    begins, _, ends = text.partition("..")
    first = _parsed(begins, today, NEAREST, future) if future else parse_day(begins, today)
    if not ends.strip():
        return first, None
    last = _parsed(ends, today, FUTURE, future, first)
    if last < first:
        raise BadInput(f"The range ends on {_dated(last, today)}, before it begins on {_dated(first, today)}.")
    if last > today and not future:
        raise BadInput(f"The range ends on {_dated(last, today)}, which is in the future.")
    return first, last


def _parsed(text: str, today: date, lean: int, future: bool, origin: date | None = None) -> date:
    """Understand one date; ``origin`` is where weekdays and dates without a year are looked for from, else today."""
    if len(text) > LONGEST:
        raise BadInput(f"A date has at most {LONGEST} characters. {_examples(today, future)}")
    words, shown = _words(text), one_line(text.strip())
    try:
        day = (
            _iso(words)
            or _relative(words, today)
            or _weekday(words, today, lean, origin)
            or _calendar(words, origin or today, lean)
        )
    except (_Impossible, OverflowError):
        raise BadInput(f"There is no day “{shown}”. {_examples(today, future)}") from None
    if day is None:
        what = f"“{shown}” is not a day that is clear" if words else "There is no date"
        raise BadInput(f"{what}. {_examples(today, future)}")
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise BadInput(f"“{shown}” is too far away: days from {FIRST_YEAR} to {LAST_YEAR} can be used.")
    return day


def _words(text: str) -> str:
    return " ".join(text[: LONGEST + 1].lower().replace("\N{MINUS SIGN}", "-").split())


def _examples(today: date, future: bool) -> str:
    sign, way = (1, ("tomorrow", "+2", "in 3 days")) if future else (-1, ("yesterday", "-2", "3 days ago"))
    iso, named = today + timedelta(days=sign), today + timedelta(days=9 * sign)
    weekday = WEEKDAY_NAMES[(today + timedelta(days=4 * sign)).weekday()][:3]
    month = MONTH_NAMES[named.month - 1][:3].title()
    return f"Understood are {iso.isoformat()}, {way[0]}, {way[1]}, {weekday}, {way[2]} and {named.day} {month}."


def _iso(words: str) -> date | None:
    """2026-11-02, 2026/11/2, 20261102 and 2026-W45-1."""
    parts = words.replace("/", "-").replace(".", "-").split("-")
    try:
        if len(parts) == 3 and len(parts[0]) == 4 and all(map(_is_number, parts)):
            return date(*map(int, parts))
        if (len(words) == 8 and _is_number(words)) or (len(words) == 10 and words[4:6] == "-w"):
            return date.fromisoformat(words.upper())
    except ValueError:
        raise _Impossible from None
    return None


def _relative(words: str, today: date) -> date | None:
    """Today, -2, +3, 3 days ago, a week ago, in 2 weeks."""
    fixed = _FIXED.get(words.removeprefix("the "))
    if fixed is not None:
        return today + timedelta(days=fixed)
    if words[:1] in ("-", "+") and _is_number(words[1:]):
        return today + timedelta(days=int(words))
    parts = words.split()
    if len(parts) != 3:
        return None
    if parts[2] == "ago":
        sign, count, unit = -1, parts[0], parts[1]
    elif parts[0] == "in":
        sign, count, unit = 1, parts[1], parts[2]
    else:
        return None
    unit = unit.removesuffix("s")
    if unit not in _UNITS or not (_is_number(count) or count in ("a", "an", *_COUNTS)):
        return None
    number = int(count) if _is_number(count) else _COUNTS.index(count) if count in _COUNTS else 1
    return _moved(today, sign * number, unit)


def _moved(today: date, number: int, unit: str) -> date:
    if unit in ("day", "week"):
        return today + timedelta(days=number * (7 if unit == "week" else 1))
    from dateutil.relativedelta import relativedelta

    months = number * (12 if unit == "year" else 1)
    if abs(months) > 12 * LAST_YEAR:
        raise _Impossible
    try:
        return today + relativedelta(months=months)
    except ValueError:
        raise _Impossible from None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _weekday(words: str, today: date, lean: int, origin: date | None) -> date | None:
    """Mon, on monday, last mon (before today), next mon (after today), this mon (in this ISO week)."""
    which, _, name = words.rpartition(" ")
    number = _named(name, WEEKDAY_NAMES, 2)
    if number is None or which not in ("", "on", "last", "next", "this"):
        return None
    ahead = (number - today.weekday()) % 7
    if which == "this":
        return today + timedelta(days=number - today.weekday())
    if which == "last":
        return today + timedelta(days=ahead - 7)
    if which == "next":
        return today + timedelta(days=ahead or 7)
    if origin is not None:
        return origin + timedelta(days=(number - origin.weekday()) % 7)
    if lean == NEAREST:
        return today + timedelta(days=ahead if ahead <= 3 else ahead - 7)
    if lean == FUTURE:
        return today + timedelta(days=ahead or 7)
    return today + timedelta(days=ahead - 7 if ahead else 0)


def _named(word: str, names: tuple[str, ...], shortest: int) -> int | None:
    """Return the place of the only name that begins with the word, which has at least ``shortest`` letters."""
    found = [place for place, name in enumerate(names) if name.startswith(word)]
    return found[0] if len(found) == 1 and len(word) >= shortest else None


def _calendar(words: str, origin: date, lean: int) -> date | None:
    """2 Nov, Nov 2, 2nd of November, Mon 2 Nov 2026, 2026/11/02, 25/12/2026: what can be read in one way only."""
    spaced = "".join(character if character.isalpha() else " " for character in words).split()
    numbers = "".join(character if character.isdigit() else " " for character in words).split()
    months = [word for word in spaced if _named(word, MONTH_NAMES, 3) is not None or word == "sept"]
    weekdays = [word for word in spaced if _named(word, WEEKDAY_NAMES, 2) is not None]
    others = set(spaced) - {*months, *weekdays, *_SUFFIXES}
    strange = set(words) - set("abcdefghijklmnopqrstuvwxyz0123456789 ,./-")
    if others or strange or len(months) > 1 or len(weekdays) > 1:
        return None
    if len(numbers) not in ((1, 2) if months else (3,)) or any(len(number) not in (1, 2, 4) for number in numbers):
        return None
    found = _read_by_dateutil(words)
    if found is None:
        return None
    month, day, year = found
    if year is not None and f"{year:04}" not in numbers:
        return None
    weekday = _named(weekdays[0], WEEKDAY_NAMES, 2) if weekdays else None
    return _in_year(month, day, year, origin, lean, weekday)


def _read_by_dateutil(words: str) -> tuple[int, int, int | None] | None:
    """Return month, day and year (None where it isn't given); None where anything had to be guessed.

    What the text leaves out is taken from a default: two defaults that differ in everything show what that was. Day and
    month are read in both orders.
    """
    from dateutil import parser

    early, late = datetime(2000, 1, 1), datetime(2004, 12, 2)  # noqa: DTZ001 (only the dates are used)
    readings = set()
    try:
        for day_first in (False, True):
            one = parser.parse(words, default=early, dayfirst=day_first, ignoretz=True)
            other = parser.parse(words, default=late, dayfirst=day_first, ignoretz=True)
            if (one.month, one.day) != (other.month, other.day):
                return None
            readings.add((one.month, one.day, one.year if one.year == other.year else None))
    except parser.ParserError as error:
        if isinstance(error.__cause__, ValueError):
            raise _Impossible from None
        return None
    return readings.pop() if len(readings) == 1 else None


def _in_year(month: int, day: int, year: int | None, origin: date, lean: int, weekday: int | None) -> date | None:
    """Return the date in its year or, without one, the candidate that ``lean`` says; it has to be on the weekday."""
    # 29 February may be eight years away.
    years = range(origin.year - 8, origin.year + 9) if year is None else (year,)
    found = []
    for candidate in years:
        try:
            found.append(date(candidate, month, day))
        except ValueError:
            continue
    if year is None:
        found = [each for each in found if (each - origin).days * lean >= 0]
        found.sort(key=lambda each: abs(each - origin))
    if not found:
        raise _Impossible
    return found[0] if weekday in (None, found[0].weekday()) else None


def _dated(day: date, today: date) -> str:
    """Say a day so that nobody can mistake it."""
    return f"{day_words(day, today)} ({day.isoformat()})"


def day_words(day: date, today: date) -> str:
    """Say a day briefly: "today", "yesterday", "tomorrow", "Mon 16 Nov", or "16 Nov 2025" in another year."""
    near = {0: "today", -1: "yesterday", 1: "tomorrow"}.get((day - today).days)
    month = MONTH_NAMES[day.month - 1][:3].title()
    if near is not None:
        return near
    if day.year == today.year:
        return f"{WEEKDAY_NAMES[day.weekday()][:3].title()} {day.day} {month}"
    return f"{day.day} {month} {day.year}"


def ago_words(day: date, today: date) -> str:
    """Say how far away a day is: "today", "yesterday", "3 days ago", "2 weeks ago", "a year ago", "in 3 days"."""
    distance = (today - day).days
    if abs(distance) <= 1:
        return day_words(day, today)
    early, late = (day, today) if distance > 0 else (today, day)
    months = (late.year - early.year) * 12 + late.month - early.month - (late.day < early.day)
    if months >= 12:
        number, unit = months // 12, "year"
    elif abs(distance) >= 60 and months >= 2:
        number, unit = months, "month"
    elif abs(distance) >= 14 or abs(distance) == 7:
        number, unit = abs(distance) // 7, "week"
    else:
        number, unit = abs(distance), "day"
    said = f"a {unit}" if number == 1 else f"{number} {unit}s"
    return f"{said} ago" if distance > 0 else f"in {said}"
