"""The everyday acts: log a win, and say thanks."""

from collections.abc import Sequence
from datetime import date

from rutbreaker.context import Context
from rutbreaker.domain.models import Gratitude, Win
from rutbreaker.domain.text import all_tags, flat, sentence
from rutbreaker.store.history import put


def log_win(
    context: Context, text: str, *, day: date | None = None, tags: Sequence[str] = (), goal: str | None = None
) -> Win:
    """Log something that went well; its tags are those in the text and those given.

    Raises:
        BadInput: there is no text, a tag isn't one, or the day has not come yet.
    """
    text, day, tags = sentence(text, "the win"), context.past_day(day), all_tags(text, tags)
    with context.act(f"win: {text}") as doing:
        win = Win(doing.new_id(), day, context.clock.now(), text, tags, goal)
        put(doing, win)
    return win


def log_gratitude(
    context: Context,
    text: str,
    *,
    day: date | None = None,
    why: str = "",
    person: str = "",
    tags: Sequence[str] = (),
) -> Gratitude:
    """Log something to be grateful for, with an optional why and person.

    Raises:
        BadInput: there is no text, a tag isn't one, or the day has not come yet.
    """
    text, day, tags = sentence(text, "the gratitude"), context.past_day(day), all_tags(text, tags)
    why, person = flat(why), flat(person)
    with context.act(f"gratitude: {text}") as doing:
        gratitude = Gratitude(doing.new_id(), day, context.clock.now(), text, why, person, tags)
        put(doing, gratitude)
    return gratitude
