"""How the shell says what several commands show: days, lines of the log, and ratings."""

from datetime import date

from rutbreaker.cli.shell import Shell
from rutbreaker.domain.dates import WEEKDAY_NAMES, day_month, full_day, week_day
from rutbreaker.domain.log import LogLine, kind_name, shown_text
from rutbreaker.domain.text import loose_tags


def dated(shell: Shell, day: date) -> str:
    """The day in a confirmation: "Mon 23 Nov", with the year when it's another; "still Sunday 22 Nov" at night."""
    today = shell.today()
    if day == today and shell.clock.is_small_hours():
        return f"still {WEEKDAY_NAMES[day.weekday()].title()} {day_month(day)}"
    if day.year != today.year:
        return full_day(day)
    return week_day(day)


def counted(shell: Shell, day: date, count: int, one: str, many: str) -> str:
    """How many there are on a day: "3 wins today", "1 win that day"."""
    return f"{count} {one if count == 1 else many} {'today' if day == shell.today() else 'that day'}"


def dots(rating: int | None) -> str:
    """A rating as five signs: "●●●○○"."""
    return "●" * (rating or 0) + "○" * (5 - (rating or 0))


def kind_word(line: LogLine) -> str:
    """The kind of a line, as a person reads it."""
    return kind_name(line.kind)


def told(line: LogLine) -> str:
    """A line of the log with all that belongs to it: its tags, whom it names, and why."""
    text = shown_text(line)
    loose = [f"#{tag}" for tag in loose_tags(line.tags, line.text)]
    parts = [" ".join((text, *loose)).strip()]
    if line.kind == "gratitude" and line.person:
        parts.append(f"({line.person})")
    if line.why:
        parts.append(f"- {line.why}")
    return " ".join(parts)


def clock_time(shell: Shell, line: LogLine) -> str:
    """When it was logged, by the clock it was logged by: "09:12"; empty when that was on another day."""
    return f"{line.at:%H:%M}" if shell.clock.day_of(line.at) == line.day else ""
