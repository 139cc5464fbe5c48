"""For how long somebody's savings last: read from what they type, and said in months. No currency is known here."""

import re

from rutbreaker.domain.models import Runway
from rutbreaker.domain.text import one_line
from rutbreaker.errors import BadInput

MOST_MONTHS = 1200
"""A hundred years: more months than that are cut to it."""

_DIGITS = "0123456789"
_MOST_DIGITS = 15
_GROUPED = re.compile(r"[0-9]{1,3}(?:[ ,.'’_\u00a0\u202f][0-9]{3})+|[0-9]+")
_MONTHS = re.compile(r"(\d{1,6})(?:[.,](\d{1,2}))?(?:\s*months?)?", re.IGNORECASE)


def months_words(months: float) -> str:
    """Months of costs, rounded down so that nothing looks reached before it is: "4.5 months", "1 month"."""
    tenths = int(months * 10 + 1e-9)
    number = str(tenths // 10) if tenths % 10 == 0 else f"{tenths / 10:.1f}"
    return "1 month" if number == "1" else f"{number} months"


def runway_words(runway: Runway) -> str:
    """A runway with what else counts: "4.5 months; an offer is in hand"."""
    return "; ".join([months_words(runway.months), *circumstances(runway)])


def circumstances(runway: Runway) -> list[str]:
    """What makes more months needed, or none."""
    said = []
    if runway.is_thin:
        said.append("others depend on it, or jobs are few")
    if runway.has_offer:
        said.append("an offer is in hand")
    return said


def typed_months(runway: Runway) -> str:
    """The months of a runway as somebody would type them, rounded down to a tenth."""
    return months_words(runway.months).removesuffix("s").removesuffix(" month")


def months_of(savings: int, monthly: int) -> float:
    """For how many months savings last at a monthly cost, at most ``MOST_MONTHS``.

    Raises:
        BadInput: the monthly cost is nothing.
    """
    if monthly <= 0:
        raise BadInput("A monthly cost is more than 0: what a month takes, rent and all.")
    return min(savings / monthly, float(MOST_MONTHS))


def read_amount(text: str, what: str) -> int:
    """An amount that somebody typed: "12000", "12 000" or "12,000", in whatever currency.

    Raises:
        BadInput: it is none; ``what`` names it.
    """
    word = text.strip()
    digits = "".join(sign for sign in word if sign in _DIGITS)
    if not _GROUPED.fullmatch(word) or len(digits) > _MOST_DIGITS:
        shown = one_line(word, 30)
        raise BadInput(f"{what} is a whole number such as 12000 or 12 000, without a currency; not “{shown}”.")
    return int(digits)


def read_months(text: str) -> float:
    """A number of months that somebody typed: "4", "4.5" or "4.5 months".

    Raises:
        BadInput: it is none from 0 to ``MOST_MONTHS``.
    """
    found = _MONTHS.fullmatch(text.strip())
    months = float(f"{found[1]}.{found[2] or 0}") if found else -1.0
    if not text.isascii() or not 0 <= months <= MOST_MONTHS:
        shown = one_line(text.strip(), 30)
        raise BadInput(f"A runway is a number of months from 0 to {MOST_MONTHS}, such as 4 or 4.5; not “{shown}”.")
    return months
