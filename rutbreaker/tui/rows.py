"""How a line of the log is drawn as a row of a list."""

from datetime import date

from rutbreaker.domain.dates import day_month
from rutbreaker.domain.log import LogLine, kind_name, shown_text
from rutbreaker.domain.text import loose_tags, one_line
from rutbreaker.tui.widgets.log_list import Row

_LONGEST = 400
"""More of a text, in characters, than any screen shows of a line."""

_MOST_TAGS = 100
"""More tags than any screen shows of a line."""


def row_of(line: LogLine, today: date | None) -> Row:
    """The row of a line: its day as the lead, its kind as the badge, why, person and tags behind the text."""
    text = one_line(shown_text(line), _LONGEST)
    if line.why:
        text = f"{text} – {one_line(line.why, _LONGEST)}"
    trail = [line.person] if line.person and line.kind != "contact" else []
    trail += [f"#{tag}" for tag in loose_tags(line.tags[:_MOST_TAGS], text)]
    return Row(
        lead=short_day(line.day, today),
        badge=kind_name(line.kind),
        text=text,
        trail=" ".join(trail),
        group=line.day.isoformat(),
    )


def short_day(day: date, today: date | None) -> str:
    """A day in at most seven cells: "23 Nov", and "Nov '24" with the year's last digits for another year."""
    if today is not None and day.year != today.year:
        return f"{day:%b '%y}"
    return f"{day_month(day):>6}"
