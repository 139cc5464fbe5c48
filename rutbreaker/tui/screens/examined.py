"""What the doctor found, the worst first."""

from collections.abc import Sequence

from rutbreaker.doctor import examine_open
from rutbreaker.domain.health import SIGNS, Check
from rutbreaker.domain.why_words import Part
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.screens.why import Explained

_ORDER = ("damaged", "look")


async def call_the_doctor(host: Asking) -> None:
    """Look the data file and what surrounds it through, and show what was found."""
    await host.hold(Explained("Doctor", parts_of(await host.ask(examine_open))))


def parts_of(checks: Sequence[Check]) -> list[Part]:
    """What isn't well, each with what to do about it; then all that is, under one heading."""
    ill = [check for state in _ORDER for check in checks if check.state == state]
    parts = [
        Part(f"{SIGNS[check.state]} {check.line}", (*check.details, *filter(None, [check.advice]))) for check in ill
    ]
    well = tuple(check.line for check in checks if check.state == "well")
    return [*parts, Part(f"{SIGNS['well']} {'All is well' if not ill else 'Well'}", well)]
