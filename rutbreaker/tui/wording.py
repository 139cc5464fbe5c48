"""How the dashboard says the things that several of its parts show."""

from rutbreaker.domain.dates import full_day
from rutbreaker.domain.telling import percent, periods
from rutbreaker.journal.streaks import Summary


def day_in_head(state: Summary) -> str:
    """The day for the head: "Mon 23 Nov 2026", and after midnight that it is still that day."""
    return f"still {full_day(state.day)}" if state.small_hours else full_day(state.day)


def figures_in_head(state: Summary) -> str:
    """The streak of check-ins for the head: "12 days · 25 of 28 · 84 %"; nothing before the first one.

    As long as no check-in was planned, as on a first weekend, the run is all that there is.
    """
    streak = state.streak
    run = periods(streak.current, streak.unit)
    if not streak.planned:
        return run if streak.current else ""
    return f"{run} · {streak.kept} of {streak.planned} · {percent(streak.strength)}"


def words_in(text: str) -> str:
    """How long a text is: "65 words". The signs of Markdown that stand alone are no words."""
    count = sum(any(map(str.isalnum, word)) for word in text.split())
    return "1 word" if count == 1 else f"{count:,} words"
