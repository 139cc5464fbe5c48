"""What the safety card says: why it is open, what may be behind that, and whom one can call."""

from typing import NamedTuple

from rutbreaker.domain.help_lines import HelpLine
from rutbreaker.domain.safety import ASKED, DIP, LIFE, LOW, WORDS

OPENINGS = {
    LOW: "Your check-ins have been low for two weeks.",
    DIP: "Your check-ins have been clearly below your usual level for two weeks.",
    LIFE: "You answered that you feel this way in your whole life, and that work takes more than rest gives back.",
    WORDS: "A line of yours sounds as if it were about more than a rut.",
    ASKED: "There are stretches that are more than a rut.",
}
"""What the card begins with."""

_TEXT = (
    "This program cannot tell why and is not a medical test. A stretch like this can come from work, from life, or "
    "from something treatable such as depression, a thyroid problem or poor sleep.",
    "If it also affects sleep or appetite, or you have lost interest in nearly everything, please talk to a doctor or "
    "another professional, soon rather than someday.",
    "If you think about harming yourself or not wanting to live: contact your local emergency number or a crisis line "
    "now, or go to someone you trust.",
    "This program is offline: it tells nobody, and it cannot alert anybody.",
)


class SafetyCard(NamedTuple):
    """The card: why it is open, and whom one can call."""

    reason: str
    lines: tuple[HelpLine, ...]

    @property
    def opening(self) -> str:
        """Its first sentence."""
        return OPENINGS[self.reason]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """What it says, above the numbers."""
        first, *rest = _TEXT
        return (f"{self.opening} {first}", *rest)

    @property
    def can_be_hidden(self) -> bool:
        """Whether it stands on Today until it is hidden: not when somebody asked for it."""
        return self.reason != ASKED
