"""What a check-in amounts to: whether the day is done, and its index."""

from datetime import timedelta

from rutbreaker.domain.models import Checkin
from rutbreaker.domain.text import one_line
from rutbreaker.domain.words import RATINGS, WEEKLY_RATINGS
from rutbreaker.errors import BadInput

FEWEST_FOR_INDEX = 3
"""Ratings that a day must have to have an index."""

_A_DAY = timedelta(days=1)

QUESTIONS = {
    "energy": ("How much fuel did you have today?", "running on empty", "plenty left"),
    "interest": ("How much did today's work pull you in?", "not at all", "completely"),
    "pressure": ("How squeezed did you feel?", "not at all", "to the limit"),
    "progress": ("Did anything that matters to you move forward?", "nothing", "a lot"),
    "people": ("How much did you feel you had people beside you?", "alone with it", "well backed"),
}
"""The question of each rating, with what 1 and 5 mean."""

WEEKLY_QUESTIONS = {
    "switch_off": ("Could you switch off after work?", "never", "every evening"),
    "say": ("How much say did you have?", "none", "a lot"),
}
"""The questions about the whole week, asked on its last working day."""

RATING_NAMES = {name: name.capitalize() for name in RATINGS} | {"switch_off": "Switch off", "say": "Say"}
"""What a person reads for each rating."""


def ratings_of(checkin: Checkin) -> tuple[int | None, ...]:
    """The five ratings in the order they are asked, None where one was skipped."""
    return (checkin.energy, checkin.interest, checkin.pressure, checkin.progress, checkin.people)


def is_done(checkin: Checkin) -> bool:
    """Whether the day counts as checked in: at least one rating was given."""
    return any(rating is not None for rating in ratings_of(checkin))


def is_empty(checkin: Checkin) -> bool:
    """Whether it says nothing of the day: no rating, no note, no mark."""
    return not (is_done(checkin) or checkin.mark or checkin.note or any(weekly_of(checkin)))


def weekly_of(checkin: Checkin) -> tuple[int | None, ...]:
    """The two ratings of the week in the order they are asked, None where one wasn't given."""
    return (checkin.switch_off, checkin.say)


def weekly_words(checkin: Checkin) -> str:
    """The ratings of the week in words, as far as they were given: "this week: switch off 4, say 2"."""
    rated = zip(WEEKLY_RATINGS, weekly_of(checkin), strict=True)
    said = ", ".join(f"{RATING_NAMES[name].lower()} {rating}" for name, rating in rated if rating is not None)
    return f"this week: {said}" if said else ""


def index(checkin: Checkin) -> float | None:
    """The mean, 1 to 5, of the ratings given, pressure counted as 6 less itself; None below three ratings."""
    given = [rating for rating in ratings_of(checkin) if rating is not None]
    if len(given) < FEWEST_FOR_INDEX:
        return None
    turned = 0 if checkin.pressure is None else 6 - 2 * checkin.pressure
    return (sum(given) + turned) / len(given)


def goodness(checkin: Checkin) -> dict[str, int]:
    """Each rating that was given, by its name, turned so that more is better: pressure as 6 less itself."""
    rated = zip(RATINGS, ratings_of(checkin), strict=True)
    return {name: 6 - rating if name == "pressure" else rating for name, rating in rated if rating is not None}


def is_late(checkin: Checkin) -> bool:
    """Whether it was first rated after the end of the following day, too late to be remembered as it was."""
    return checkin.rated_on is not None and checkin.rated_on > checkin.day + _A_DAY


def rating_of(text: str, name: str) -> int | None:
    """The rating that a person typed for ``name``: a digit 1 to 5, or None for ``-``, which skips it.

    Raises:
        BadInput: it is neither.
    """
    if text == "-":
        return None
    if len(text) == 1 and text in "12345":
        return int(text)
    raise BadInput(
        f"{RATING_NAMES[name]} is rated with a digit from 1 to 5, or - to skip it; not with “{one_line(text, 20)}”."
    )
