"""Numbers to call when it is more than a rut: dated, and each still to be checked by whoever uses it.

Numbers change. Those here were noted on the day that stands with them, from common knowledge and not from the place
that gives them out; that place is named, so that they can be checked there. A person's own numbers, from the table
``[help_lines]`` of ``config.toml``, stand before them.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from rutbreaker.errors import BadInput

REGION = "region"
"""The key in ``[help_lines]`` that says which region's numbers to show; the others are names of a person's own."""

EVERYWHERE = "any"
"""The region of what is for everybody."""

HOW_TO_EDIT = (
    "Your own numbers stand first. Write them into config.toml, whose place rut where prints:\n"
    '[help_lines]\nregion = "UK"\n"My doctor" = "..."'
)
"""Where numbers are changed."""


class HelpLine(NamedTuple):
    """Somebody to call.

    Attributes:
        name: who answers.
        number: the number, or the address, to reach them by.
        region: the country or countries it is for, in capitals; ``EVERYWHERE`` for all, empty for a person's own.
        source: where it can be checked; empty for a person's own.
        noted: the day on which it was noted here; None for a person's own.
    """

    name: str
    number: str
    region: str = ""
    source: str = ""
    noted: date | None = None

    @property
    def standing(self) -> str:
        """Whose it is, or that it is still to be checked, where, and how old it is."""
        if self.noted is None:
            return "your own"
        return f"to be checked at {self.source}; noted {self.noted.isoformat()}"


_NOTED = date(2026, 11, 23)

SHIPPED = (
    HelpLine("988 Suicide & Crisis Lifeline, by call or text", "988", "US", "988lifeline.org", _NOTED),
    HelpLine("988 Suicide Crisis Helpline, by call or text", "988", "CA", "988.ca", _NOTED),
    HelpLine("Samaritans", "116 123", "UK", "samaritans.org", _NOTED),
    HelpLine("Samaritans", "116 123", "IE", "samaritans.org", _NOTED),
    HelpLine("Emergency number in the European Union", "112", "EU", "europa.eu", _NOTED),
    HelpLine("Find A Helpline, lines by country", "findahelpline.com", EVERYWHERE, "findahelpline.com", _NOTED),
)
"""What comes with the program."""

REGIONS = tuple(dict.fromkeys(line.region for line in SHIPPED if line.region != EVERYWHERE))
"""The regions that have a number of their own."""


def help_lines(settings: Mapping[str, str], region: str = "") -> tuple[HelpLine, ...]:
    """A person's own lines, then those of a region; without a region all of them.

    Args:
        settings: the table ``[help_lines]`` of the configuration.
        region: one of ``REGIONS``; the one in the settings when empty.

    Raises:
        BadInput: there is no such region here.
    """
    own = tuple(HelpLine(name, number) for name, number in settings.items() if name != REGION)
    chosen = (region or settings.get(REGION, "")).strip().upper()
    if not chosen:
        return own + SHIPPED
    if chosen not in REGIONS:
        raise BadInput(
            f"There are no numbers for {chosen:.20} here; there are {', '.join(REGIONS)}. findahelpline.com lists "
            f"others, and your own go into [help_lines] of config.toml."
        )
    return own + tuple(line for line in SHIPPED if line.region in (chosen, EVERYWHERE))
