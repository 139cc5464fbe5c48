"""Which pane is which. A pane's module is imported when it first comes up, so the first paint waits for one only."""

from importlib import import_module
from types import ModuleType

from rutbreaker.tui.panes.pane import Pane

_CLASSES = {
    "today": "TodayPane",
    "reflect": "ReflectPane",
    "goals": "GoalsPane",
    "people": "PeoplePane",
    "gratitude": "GratitudePane",
    "change": "ChangePane",
    "review": "ReviewPane",
}
"""The class of each pane, in the module of the pane's name."""

PANE_OF_KIND = {
    "win": "gratitude",
    "gratitude": "gratitude",
    "reflection": "reflect",
    "goal": "goals",
    "step": "goals",
    "routine": "goals",
    "session": "goals",
    "person": "people",
    "contact": "people",
    "event": "people",
    "checkin": "review",
}
"""The pane in which a thing of each kind lives."""


def make_pane(pane: str) -> Pane:
    """A new pane by its id."""
    made: Pane = getattr(_module(pane), _CLASSES[pane])(id=pane)
    return made


def import_ahead() -> None:
    """Import what takes longest of what is opened every day, Review and the check-in, once the start is over.

    It takes about 12 ms. All panes would take 3 MiB, wanted or not.
    """
    _module("review")
    import_module("rutbreaker.tui.screens.check_in")


def _module(pane: str) -> ModuleType:
    return import_module(f"rutbreaker.tui.panes.{pane}")
