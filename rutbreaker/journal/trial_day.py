"""What the trial that is running asks of today. Apart from the rest, because every look at the day asks it."""

from typing import TYPE_CHECKING

from rutbreaker.context import Context
from rutbreaker.store.trials import running_trial

if TYPE_CHECKING:
    from rutbreaker.domain.trials import TrialView


def trial_today(context: Context) -> "TrialView | None":
    """The trial as far as it asks something of today, without how far it was kept; None when none covers today."""
    today = context.clock.today()
    trial = running_trial(context.connection, today)
    if trial is None or today < trial.day:
        return None
    from rutbreaker.domain.trials import TrialView
    from rutbreaker.insight.trial import plan

    return TrialView(trial, plan((trial.until - trial.day).days + 1, trial.seed), today)
