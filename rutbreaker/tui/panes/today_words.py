"""How Today says what it shows."""

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from rutbreaker.domain.checkins import weekly_words
from rutbreaker.domain.dates import dated, day_month
from rutbreaker.domain.log import LogLine, kind_name, shown_text
from rutbreaker.domain.moves import NextMove, NextMoves
from rutbreaker.domain.streaks import Streak
from rutbreaker.domain.telling import percent, periods, planned_words
from rutbreaker.domain.text import one_line
from rutbreaker.domain.usual import UntilUsual
from rutbreaker.journal.remembering import LowDay, Memory
from rutbreaker.journal.today import Rated, RatingsCard
from rutbreaker.tui.widgets.line_list import Line
from rutbreaker.tui.widgets.trend_rows import TrendRow
from rutbreaker.tui.widgets.welcome import Door

GREETING = "Welcome. Half a minute a day shows where you stand. All of it stays on this computer."
"""What the first screen says."""

DOORS = (
    Door("check-in", "c", "check in", "half a minute"),
    Door("begin-source", "s", "find the source", "four minutes"),
    Door("sample", "f9", "look around", "in sample data"),
)
"""The ways to begin."""

HINT = 'From any shell, at any time:  rut win "..."'
"""What is said once, beneath the doors."""

_LONGEST = 400
_PLACES = {"below": "below usual", "as": "as usual", "above": "above usual"}
_TONES = {"below": "low", "above": "good"}
_MARKS = {"off": "A day off", "sick": "A sick day"}


def trend_rows(rated: Sequence[Rated]) -> tuple[TrendRow, ...]:
    """The ratings as rows; pressure has no good and no bad side."""
    return tuple(
        TrendRow(
            each.name.capitalize(),
            each.value,
            each.recent,
            _PLACES.get(each.place or "", ""),
            "" if each.name == "pressure" else _TONES.get(each.place or "", ""),
        )
        for each in rated
    )


def beneath_ratings(card: RatingsCard) -> Content:
    """What stands below the ratings: the mark, the note, and what is missing until there is a usual range."""
    said = list[Content]()
    if card.checkin is not None and card.checkin.mark:
        said.append(Content.styled(_MARKS[card.checkin.mark], "$accent"))
    if card.checkin is not None and card.checkin.note:
        said.append(Content(f"“{one_line(card.checkin.note, _LONGEST)}”"))
    weekly = weekly_words(card.checkin) if card.checkin is not None else ""
    if weekly:
        said.append(Content(f"{weekly[0].upper()}{weekly[1:]}"))
    if card.first_words:
        said.append(Content(card.first_words))
    if card.is_done and card.until_usual is not None:
        said.append(Content.styled(_until(card.until_usual, card.until_drawn), "$text-muted"))
    return Content("\n").join(said)


def invitation(card: RatingsCard) -> tuple[str, str]:
    """What invites to a check-in that is not done yet, and what its key does."""
    if card.is_begun:
        return "Today's check-in is begun; your answers are kept.", "go on with it"
    return "How is today? Five digits, half a minute.", "check in"


def _until(waiting: UntilUsual, until_drawn: int) -> str:
    if waiting.day is not None:
        return f"Your usual range comes on {day_month(waiting.day)}"
    more = "1 more check-in" if waiting.checkins == 1 else f"{waiting.checkins} more check-ins"
    if until_drawn > 0:
        return f"Lines come in {periods(until_drawn, 'check-in')}, your usual range in {waiting.checkins}"
    return f"{more} until your usual range"


def streak_figures(streak: Streak) -> tuple[Content, str]:
    """The figures of the streak, at the left and at the right edge; a broken one begins with what was kept."""
    if not streak.longest:
        return Content("Your first check-in begins it."), ""
    kept = planned_words(streak) if streak.planned else "nothing was planned yet"
    strength = f"\n{percent(streak.strength)} strength" if streak.planned else ""
    right = f"longest {streak.longest}{strength}"
    if not streak.current:
        return Content.assemble((f"{kept} kept", "bold $accent")), right
    return Content.assemble((_run(streak), "bold $accent"), f"\n{kept}"), right


def _run(streak: Streak) -> str:
    if streak.unit != "day":
        return f"{periods(streak.current, streak.unit)} in a row"
    return "A new run has begun" if streak.current == 1 else f"{streak.current} check-ins in a row"


def move_line(move: NextMove) -> Line:
    """A next move as a line; what can be ticked has a box."""
    return Line(move.key, "□ " if move.is_ticked else "› ", one_line(move.text, _LONGEST), move.note)


def beneath_moves(coming: NextMoves, done: NextMove | None) -> str:
    """What stands below the next moves: that the one just done can be a win, or how many more there are."""
    if done is not None:
        return f"done: {one_line(done.text, 24)} · w logs it as a win"
    said = ((coming.more, "more"), (coming.put_off, "put off"))
    return " · ".join(f"{count} {what}" for count, what in said if count)


def logged_line(line: LogLine) -> Line:
    """Something logged today as a line."""
    text = one_line(shown_text(line), _LONGEST)
    if line.why:
        text = f"{text} – {one_line(line.why, _LONGEST)}"
    lead = f"{line.at:%H:%M} {kind_name(line.kind):<10} "
    # The text of a contact begins with the person already.
    beside = "" if line.kind == "contact" else one_line(line.person, 40)
    return Line(f"{line.kind} {line.id}", lead, text, beside)


def memory_words(memory: Memory | LowDay | None, today: date) -> Content:
    """The thing worth remembering, with when it was; on a low day one win and one person."""
    if memory is None:
        return Content.styled("What you log comes back here after a while.", "$text-muted")
    if isinstance(memory, LowDay):
        return _low_day_words(memory)
    day = memory.line.day
    if not memory.is_on_this_day:
        when = dated(day, today)
    else:
        years = today.year - day.year
        when = "a year ago" if years == 1 else f"{years} years ago"
    return _remembered(when, memory.line.text)


def _low_day_words(found: LowDay) -> Content:
    said = list[Content]()
    if found.win is not None:
        said.append(_remembered("You did this", found.win.text))
    if found.person is not None:
        name, glad_of = one_line(found.person.name, 60), found.person.glad_of
        said.append(_remembered(name, f"You were glad: {glad_of}" if glad_of else "You could write to them."))
    return Content("\n").join(said) if said else Content("A low day. It is enough to have noted it.")


def _remembered(lead: str, text: str) -> Content:
    return Content.assemble((f"{lead}   ", "$text-muted"), one_line(text, _LONGEST))
