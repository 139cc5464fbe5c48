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
    if trial is None:
        return None
    from rutbreaker.insight.trial import view_on

    return view_on(trial, today)
