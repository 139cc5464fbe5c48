"""What Review shows first, asked for in one go, so that it is of one moment and drawn at once."""

from datetime import date
from typing import NamedTuple

from rutbreaker.context import Context
from rutbreaker.domain.slumps import Noticed
from rutbreaker.domain.weekend import WeekendGap
from rutbreaker.journal.charts import Series, series, weekends
from rutbreaker.journal.pauses import OpenPause, open_pause
from rutbreaker.journal.slump import noticed_slumps
from rutbreaker.journal.streaks import StreakRow, streak_table
from rutbreaker.journal.year import WholeDay, YearMap, whole_day, year_map


class Charted(NamedTuple):
    """A measure over some time; with the index come the slumps noticed, and how weekends differed."""

    series: Series
    slumps: list[Noticed]
    weekends: WeekendGap | None


class ReviewView(NamedTuple):
    """A year, the day of it under the cursor, the streaks, the chart, and the pause under way."""

    year: YearMap
    day: WholeDay
    streaks: list[StreakRow]
    chart: Charted
    paused: OpenPause | None


def charted(context: Context, measure: str, span: int) -> Charted:
    """One of the measures over the last ``span`` days."""
    is_index = measure == "index"
    found = series(context, measure, span)
    told = weekends(context) if is_index and found.until_drawn == 0 else None
    return Charted(found, noticed_slumps(context) if is_index else [], told)


def review_view(context: Context, mapped: str, day: date, measure: str, span: int) -> ReviewView:
    """The year of a day, mapped by one of the journal's maps, with that day and everything else."""
    return ReviewView(
        year_map(context, mapped, day.year),
        whole_day(context, day),
        streak_table(context),
        charted(context, measure, span),
        open_pause(context),
    )
