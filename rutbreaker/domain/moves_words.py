"""Why a next move is here, in lines to read: its own reason, and its place in the order."""

from rutbreaker.domain.moves import (
    BEGUN,
    HOUSEKEEPING,
    PAST,
    PEOPLE,
    SOURCE,
    STILL,
    SUGGESTED,
    TODAY,
    WOKEN,
    NextMove,
)
from rutbreaker.domain.why_words import Part

_ORDER = {
    BEGUN: "what was begun and not finished",
    PAST: "what is past its day, most days first",
    TODAY: "what is due today",
    SOURCE: "the goal that answers the leading source",
    PEOPLE: "people past their rhythm, the most overdue first",
    WOKEN: "goals that wake up",
    HOUSEKEEPING: "the source finder, the weekly review, the rulers, an open pause",
    STILL: "goals that stand still",
}


def why_here(move: NextMove) -> list[Part]:
    """Why a next move is here, the order it stands in, and how to put it off."""
    parts = [Part(move.text, (move.why,))]
    if move.place == SUGGESTED:
        return parts
    order = (
        f"{'›' if place == move.place else ' '} {number}. {what}"
        for number, (place, what) in enumerate(_ORDER.items(), 1)
    )
    return [*parts, Part("The order", tuple(order)), Part("Not now?", ("z puts it off, until tomorrow or any day.",))]
