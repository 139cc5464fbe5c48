"""How what goes with better days is said: the verdicts, their sizes, and what is missing.

The words say "goes with": nothing here was tried out, so nothing is said to have brought anything about.
"""

from rutbreaker.domain.dates import day_month
from rutbreaker.domain.helps import HelpsView, TagView
from rutbreaker.domain.telling import periods

HOW_OFTEN_WRONG = "Of ten tags named here, about one is here by chance."
"""How often it is wrong: the false discovery rate of the statistics."""

ALLOWED_FOR = "allowing for the weekday, a slow trend and the day before"
"""What the days with a tag and those without are made equal in."""

NO_TAGS = "Tags in the line of a check-in (#walk, #meetings) are held against your days here."
"""What stands where no check-in has a tag."""

_EVEN_SHORTER = 0.095


def missing_words(view: HelpsView) -> str:
    """What is missing until anything is said, and when it will be there; empty when nothing is missing."""
    if not view.missing:
        return ""
    said = f"{periods(view.missing, 'more check-in')} until your tags can be held against your days"
    return f"{said}: around {day_month(view.ready_on)} at your pace." if view.ready_on else f"{said}."


def brief(tag: TagView) -> str:
    """The verdict in a few words, for a row of a list."""
    if tag.verdict in ("better", "worse"):
        low, high = _bounds(tag)
        return f"goes with {tag.verdict} days, {_signed(tag)} ({low} to {high})"
    return "no clear link yet, few days" if tag.could_be_missed else verdict_words(tag)


def verdict_words(tag: TagView) -> str:
    """The verdict: "goes with better days (+0.3 points, likely between .1 and .5)", "no clear link yet", ..."""
    match tag.verdict:
        case "better" | "worse":
            low, high = _bounds(tag)
            return f"goes with {tag.verdict} days ({_signed(tag)} points, likely between {low} and {high})"
        case "unclear":
            return "moves together, direction unclear"
        case "open":
            return "no clear link yet; we could have missed it" if tag.could_be_missed else "no clear link yet"
        case "same weekday":
            return "always on the same weekday: cannot tell apart"
    return _lacking(tag) or "often enough"


def count_words(tag: TagView) -> str:
    """How many days there are with and without it: "31 on, 60 off"."""
    return f"{tag.n_on} on, {tag.n_off} off"


def ratings_words(tag: TagView) -> str:
    """The single ratings that a tag goes with: "energy +0.6, pressure -0.5"; empty when it is none in particular."""
    return ", ".join(f"{link.rating} {link.points:+.1f}" for link in tag.ratings)


def sentence(tag: TagView) -> str:
    """The same as a sentence, with what it rests on."""
    days = f"{periods(tag.n_on, 'day')} with #{tag.tag}, {tag.n_off} without"
    match tag.verdict:
        case "better" | "worse":
            single = f" Single ratings: {ratings_words(tag)}." if tag.ratings else ""
            return f"#{tag.tag} {verdict_words(tag)}: {days}, {ALLOWED_FOR}.{single}"
        case "unclear":
            kind = "better" if tag.points > 0 else "worse"
            return (
                f"#{tag.tag} and {kind} days move together, direction unclear: it may be that {kind} days bring the "
                f"tag, not the other way round ({days})."
            )
        case "open":
            missed = " With so few days we could have missed it." if tag.could_be_missed else ""
            return f"#{tag.tag}: no clear link yet ({days}).{missed}"
        case "same weekday":
            return f"#{tag.tag} is always on the same weekday: it cannot be told apart from that ({days})."
    until = " until it can be held against your days" if _lacking(tag) else ""
    return f"#{tag.tag}: {verdict_words(tag)}{until} ({days})."


def _lacking(tag: TagView) -> str:
    """The days still needed: "3 more days with it"."""
    parts = [
        f"{periods(count, 'more day')} {how} it"
        for count, how in ((tag.missing_on, "with"), (tag.missing_off, "without"))
        if count
    ]
    return " and ".join(parts)


def _signed(tag: TagView) -> str:
    return f"{tag.points:+.{_places(tag)}f}"


def _bounds(tag: TagView) -> tuple[str, str]:
    """The ends of the interval."""
    return _short(tag.low, _places(tag)), _short(tag.high, _places(tag))


def _short(points: float, places: int) -> str:
    """A number without a leading zero: ".1", "-.05", "1.2"."""
    rounded = round(points, places) + 0.0  # which makes -0.0 a plain 0
    said = f"{rounded:.{places}f}"
    return said.replace("0", "", 1) if abs(rounded) < 1 else said


def _places(tag: TagView) -> int:
    """Decimals: one, or two where an end or the difference is smaller than that."""
    return 1 if min(abs(tag.low), abs(tag.points), abs(tag.high)) >= _EVEN_SHORTER else 2
