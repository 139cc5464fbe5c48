"""A trial as a person reads of it: what it is beforehand, what today is, and what came of it.

Only here may it be said that something helped: the days were on and off by chance, so that nothing but the tag, and
knowing the plan, sets them apart.
"""

from datetime import date, timedelta
from math import isinf
from typing import NamedTuple

from rutbreaker.domain.dates import day_month
from rutbreaker.domain.models import Trial

FEWEST_DAYS, MOST_DAYS = 28, 42
"""How long a trial may be."""

CHECKINS_FOR_A_TRIAL = 90
"""From so many check-ins on a trial is suggested; it can be begun at any time."""

POWER = (
    "Modest: an effect of half your usual ups and downs is found in about one trial of three. So a trial that finds "
    "nothing has not shown that there is nothing."
)
"""How much a trial can be expected to find (from simulated people with daily check-ins, a fifth of them missing)."""

SCHEME = (
    "The days are on or off by chance, two at a time, and every weekday is on about as often as off. On an on-day do "
    "it and tag the check-in; on an off-day leave it. Every day counts as what the plan said, whatever you did."
)
"""What the plan is."""

_WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


class TrialResult(NamedTuple):
    """What a finished trial came to: the difference in points with its 90 % interval, and how likely by chance.

    ``is_enough`` is false where too few days have an index for a result.
    """

    difference: float
    low: float
    high: float
    p: float
    n_on: int
    n_off: int
    is_enough: bool


class TrialView(NamedTuple):
    """A trial as it stands on a day.

    Attributes:
        trial: the trial; a proposal has no id yet.
        plan: for each day from ``trial.day`` on, whether it is on.
        today: the day.
        with_on, on: on-days that had the tag, of those with a check-in so far.
        with_off, off: off-days that had it all the same, of those with a check-in.
        checkins: how many days were ever checked in on.
        result: what it came to, once it is finished; None before, or without any day to compare.
    """

    trial: Trial
    plan: tuple[bool, ...]
    today: date
    with_on: int = 0
    on: int = 0
    with_off: int = 0
    off: int = 0
    checkins: int = 0
    result: TrialResult | None = None

    @property
    def is_running(self) -> bool:
        """Whether it has been begun and goes on, or begins later."""
        return self.trial.stopped_on is None and self.today <= self.trial.until

    @property
    def is_finished(self) -> bool:
        """Whether it came to its end; one that was stopped never does."""
        return self.trial.stopped_on is None and self.today > self.trial.until

    @property
    def is_on(self) -> bool | None:
        """Whether today is an on-day; None when the trial doesn't cover today, or was stopped."""
        place = (self.today - self.trial.day).days
        return self.plan[place] if self.is_running and 0 <= place < len(self.plan) else None


def assignment(view: TrialView) -> str:
    """What today is: "With #walk today, by the trial"; empty when the trial doesn't cover today."""
    if view.is_on is None:
        return ""
    return f"With{'' if view.is_on else 'out'} #{view.trial.tag} today, by the trial"


def place_words(view: TrialView) -> str:
    """Which day of how many it is: "day 5 of 28"."""
    return f"day {(view.today - view.trial.day).days + 1} of {len(view.plan)}"


def plan_lines(view: TrialView) -> list[str]:
    """The plan as weeks of a calendar: a filled box for an on-day, an empty one for an off-day."""
    first = view.trial.day - timedelta(days=view.trial.day.weekday())
    lines = ["        " + "  ".join(_WEEKDAYS)]
    while first <= view.trial.until:
        days = [first + timedelta(days=day) for day in range(7)]
        lines.append(f"{day_month(first):<8}" + "  ".join(_box(view, day) for day in days).rstrip())
        first += timedelta(days=7)
    return [*lines, "■ on   □ off"]


def kept_words(view: TrialView) -> str:
    """How far the plan was kept so far."""
    if not view.on + view.off:
        return "No day of it has been checked in on yet."
    return (
        f"With it on {view.with_on} of {view.on} on-days, and on {view.with_off} of {view.off} off-days "
        f"that were checked in on."
    )


def before_words(view: TrialView) -> list[str]:
    """What there is to know before it begins."""
    said = [SCHEME, POWER]
    if view.checkins < CHECKINS_FOR_A_TRIAL:
        said.append(
            f"A trial is suggested from {CHECKINS_FOR_A_TRIAL} check-ins on; you have {view.checkins}. It can be "
            f"begun all the same."
        )
    return said


def result_words(view: TrialView) -> str:
    """What it came to; that it helped is said only where chance alone is an unlikely reason."""
    tag, result = f"#{view.trial.tag}", view.result
    if view.trial.stopped_on is not None:
        return "It was stopped before its end, so it says nothing about whether it helped."
    if result is None or not result.is_enough:
        on, off = (0, 0) if result is None else (result.n_on, result.n_off)
        return f"Too few check-ins for a result: {on} on-days and {off} off-days have an index, 8 of each are needed."
    said = f"{abs(result.difference):.1f} points on average ({_range(result)}chance alone does as much in "
    said += f"{_percent(result.p)} of such plans)."
    if result.low > 0:
        return f"{tag} helped: on-days were higher by {said}"
    if result.high < 0:
        return f"{tag} made days harder: on-days were lower by {said}"
    return (
        f"No clear effect of {tag}: on-days were {'higher' if result.difference >= 0 else 'lower'} by {said} "
        f"It could have missed one."
    )


def _box(view: TrialView, day: date) -> str:
    place = (day - view.trial.day).days
    if not 0 <= place < len(view.plan):
        return "  "
    return "■ " if view.plan[place] else "□ "


def _range(result: TrialResult) -> str:
    """The interval; nothing where too few blocks have days to bound it."""
    if isinf(result.low) or isinf(result.high):
        return ""
    return f"likely between {result.low:+.1f} and {result.high:+.1f}; "


def _percent(share: float) -> str:
    return "under 1 %" if share < 0.01 else f"{share:.0%}".replace("%", " %")
