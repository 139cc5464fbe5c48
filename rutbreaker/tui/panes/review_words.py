"""How the Review pane says what it shows."""

from datetime import date

from textual.content import Content

from rutbreaker.domain.checkins import ratings_of, weekly_words
from rutbreaker.domain.dates import day_month, week_day
from rutbreaker.domain.log import FOUND, LogLine, kind_name, shown_text
from rutbreaker.domain.telling import percent, periods, span, streak_words
from rutbreaker.domain.text import one_line
from rutbreaker.domain.words import RATINGS
from rutbreaker.journal.pauses import OpenPause
from rutbreaker.journal.streaks import StreakRow
from rutbreaker.journal.year import WholeDay
from rutbreaker.tui.rows import row_of
from rutbreaker.tui.widgets.log_list import Row
from rutbreaker.tui.widgets.streak_table import StreakLine

_PLURALS = {"gratitude": "gratitude", "reflection": "reflections", "check-in": "check-ins"}


def streak_line(row: StreakRow, today: date) -> StreakLine:
    """The line of the table for a streak; what has no figures yet has a dash."""
    streak = row.streak
    longest = "-"
    if streak.longest_from is not None and streak.longest_to is not None:
        longest = f"{streak.longest}  {span(streak.longest_from, streak.longest_to, today)}"
    return StreakLine(
        row.owner,
        row.name,
        periods(streak.current, streak.unit) if streak.longest else "-",
        longest,
        f"{streak.kept} of {streak.planned}" if streak.planned else "-",
        percent(streak.strength),
        f"{streak.returns}" if streak.returns else "-",
        streak.current > 0,
    )


def streak_sentence(row: StreakRow) -> str:
    """What the figures of a streak mean today, kindly."""
    said = streak_words(row.streak)
    return f"{row.name}: {said}." if said else f"{row.name}: none yet. The first one begins the run."


def day_brief(found: WholeDay) -> str:
    """A day in one line, for where there is no room for more: "Tue 3 Nov · index 3.4 · 2 wins, 1 gratitude"."""
    parts = [week_day(found.day)]
    if found.mean is not None:
        parts.append(f"index {found.mean:.1f}")
    if found.checkin is not None and found.checkin.mark:
        parts.append("day off" if found.checkin.mark == "off" else "sick")
    if found.pauses:
        parts.append("paused")
    counts: dict[str, int] = {}
    for line in found.lines:
        if line.kind != "checkin":
            counts[line.kind] = counts.get(line.kind, 0) + 1
    if counts:
        parts.append(", ".join(_counted(counts[kind], kind) for kind in FOUND if kind in counts))
    return " · ".join(parts) if len(parts) > 1 or found.lines else f"{parts[0]} · nothing logged"


def has_facts(found: WholeDay) -> bool:
    """Whether there is anything to say of the day as a whole."""
    return bool(day_facts(found, found.day, 0))


def day_facts(found: WholeDay, today: date, width: int) -> Content:
    """What is true of the day as a whole: its ratings, its mark, its pauses, and whether its index counts."""
    lines: list[Content] = []
    checkin = found.checkin
    if checkin is not None and any(rating is not None for rating in ratings_of(checkin)):
        cells = [_rated(name, rating) for name, rating in zip(RATINGS, ratings_of(checkin), strict=True)]
        pairs = [Content("   ").join(cells[place : place + 2]) for place in range(0, len(cells), 2)]
        lines += pairs if max(pair.cell_length for pair in pairs) <= width else cells
    if checkin is not None and (weekly := weekly_words(checkin)):
        lines.append(Content(f"Said of {weekly}."))
    if checkin is not None and checkin.mark:
        lines.append(Content("Marked as a day off." if checkin.mark == "off" else "Marked as sick."))
    lines += [Content(f"Paused: {pause.reason}, {_span(pause.day, pause.until, today)}.") for pause in found.pauses]
    if found.mean is not None and not found.counts:
        lines.append(Content("Its index is left out of the usual range."))
    if not found.lines:
        lines.append(Content.styled("Nothing logged. Enter on the map checks in for this day.", "$text-muted"))
    return Content("\n").join(lines)


def day_row(line: LogLine, today: date | None, is_timed: bool) -> Row:
    """The row of something on the day's list: its time as the lead, if it has one, and a check-in by its note alone."""
    row = row_of(line, today)
    time = f"{line.at:%H:%M}" if is_timed else ""
    if line.kind == "checkin":
        note = one_line(line.text, 400)
        return row._replace(lead=time, text=note or one_line(shown_text(line)), group=line.id)
    return row._replace(lead=time, group=line.id)


def pause_line(found: OpenPause) -> str:
    """That nothing is expected at present and, once a week, the question whether that is still so."""
    since = day_month(found.pause.day)
    said = f"Paused since {since} ({found.pause.reason}), day {found.days}."
    return f"{said} Still so? p answers." if found.is_asked_about else f"{said} p resumes."


def _counted(count: int, kind: str) -> str:
    name = kind_name(kind)
    return f"{count} {name if count == 1 else _PLURALS.get(name, name + 's')}"


def _rated(name: str, rating: int | None) -> Content:
    dots = "skipped" if rating is None else "●" * rating + "○" * (5 - rating)
    return Content.assemble((f"{name.capitalize():<9}", "$text-muted"), f"{dots:<5}")


def _span(first: date, last: date | None, today: date) -> str:
    return f"since {span(first, first, today)}" if last is None else span(first, last, today)
