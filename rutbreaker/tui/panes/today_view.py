"""Everything that Today shows, asked for in one go, so that it is of one moment and drawn at once."""

from typing import NamedTuple

from rutbreaker.context import Context
from rutbreaker.domain.moves import NextMoves
from rutbreaker.domain.safety_card import SafetyCard
from rutbreaker.domain.slumps import Noticed
from rutbreaker.journal.day_view import DayView, day_view
from rutbreaker.journal.moves import next_moves
from rutbreaker.journal.remembering import LowDay, Memory, for_a_low_day, worth_remembering
from rutbreaker.journal.safety import is_held_back, safety_card
from rutbreaker.journal.slump import standing_slump
from rutbreaker.journal.today import RatingsCard, StreakCard, is_new, ratings_card, streak_card


class TodayView(NamedTuple):
    """The day at a glance.

    ``is_first_start`` says that nothing was written yet. ``memory`` is what is worth remembering, a ``LowDay`` on a low
    day. ``holds_back`` says that praise and prompts to change wait, because the safety card is open.
    """

    is_first_start: bool
    ratings: RatingsCard
    coming: NextMoves
    streak: StreakCard
    memory: Memory | LowDay | None
    day: DayView
    safety: SafetyCard | None
    holds_back: bool
    slump: Noticed | None


def today_view(context: Context) -> TodayView:
    """The day as it stands."""
    ratings, holds_back = ratings_card(context), is_held_back(context)
    return TodayView(
        is_new(context),
        ratings,
        next_moves(context, holds_back=holds_back),
        streak_card(context),
        for_a_low_day(context) if ratings.is_low else worth_remembering(context),
        day_view(context),
        safety_card(context),
        holds_back,
        standing_slump(context),
    )
