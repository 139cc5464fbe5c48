"""The things a person makes, as immutable tuples.

Every model that is stored has an ``id``, the ``day`` it belongs to (a local date, never derived again), and ``at``,
the moment it was logged with the offset of the place where that was. The other fields are the columns of its table.
They are NamedTuples because dataclasses would cost every shell command 19 ms to import; and each is made when it is
first asked for, because all of them together would still cost 5.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rutbreaker.domain.models.change import Criterion as Criterion
    from rutbreaker.domain.models.change import Option as Option
    from rutbreaker.domain.models.change import Readiness as Readiness
    from rutbreaker.domain.models.change import Ruler as Ruler
    from rutbreaker.domain.models.change import Runway as Runway
    from rutbreaker.domain.models.change import Score as Score
    from rutbreaker.domain.models.checkins import Checkin as Checkin
    from rutbreaker.domain.models.checkins import Hours as Hours
    from rutbreaker.domain.models.entries import Gratitude as Gratitude
    from rutbreaker.domain.models.entries import Reflection as Reflection
    from rutbreaker.domain.models.entries import Win as Win
    from rutbreaker.domain.models.expecting import Pause as Pause
    from rutbreaker.domain.models.expecting import Schedule as Schedule
    from rutbreaker.domain.models.goals import Goal as Goal
    from rutbreaker.domain.models.goals import Routine as Routine
    from rutbreaker.domain.models.goals import Session as Session
    from rutbreaker.domain.models.goals import Step as Step
    from rutbreaker.domain.models.goals import Tick as Tick
    from rutbreaker.domain.models.moves import Snooze as Snooze
    from rutbreaker.domain.models.people import Contact as Contact
    from rutbreaker.domain.models.people import Event as Event
    from rutbreaker.domain.models.people import Person as Person
    from rutbreaker.domain.models.sittings import Answer as Answer
    from rutbreaker.domain.models.sittings import Sitting as Sitting
    from rutbreaker.domain.models.trials import Trial as Trial

HOMES = {
    "Checkin": "checkins",
    "Win": "entries",
    "Gratitude": "entries",
    "Reflection": "entries",
    "Hours": "checkins",
    "Goal": "goals",
    "Step": "goals",
    "Routine": "goals",
    "Tick": "goals",
    "Session": "goals",
    "Person": "people",
    "Event": "people",
    "Contact": "people",
    "Sitting": "sittings",
    "Answer": "sittings",
    "Trial": "trials",
    "Readiness": "change",
    "Ruler": "change",
    "Option": "change",
    "Criterion": "change",
    "Score": "change",
    "Runway": "change",
    "Schedule": "expecting",
    "Pause": "expecting",
    "Snooze": "moves",
}
"""The module of this package in which each model is."""


def __getattr__(name: str) -> Any:
    home = HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    model = globals()[name] = getattr(import_module(f"{__name__}.{home}"), name)
    return model
