"""How the Review pane says what it shows."""

from datetime import date

from rutbreaker.domain.telling import percent, periods, span
from rutbreaker.journal.streaks import StreakRow
from rutbreaker.tui.widgets.streak_table import StreakLine


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
