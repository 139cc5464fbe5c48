"""The safety card: whether it is open, hiding it, and whom to call."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from rutbreaker.context import Context
from rutbreaker.domain import safety
from rutbreaker.domain.checkins import index
from rutbreaker.domain.help_lines import HelpLine, help_lines
from rutbreaker.domain.hiding import HIDDEN_DAYS, Hiding, is_hidden
from rutbreaker.domain.safety import ASKED, LOOKED_AT, NOTES_DAYS, WORDS, SafetyCard
from rutbreaker.domain.slumps import Noticed
from rutbreaker.store.checkins import checkins_between
from rutbreaker.store.connection import Connection
from rutbreaker.store.day_by_day import rated_lately
from rutbreaker.store.days import pauses
from rutbreaker.store.history import put
from rutbreaker.store.remembered import remembered
from rutbreaker.store.safety import last_hiding
from rutbreaker.store.sittings import answers_of, latest_sittings
from rutbreaker.store.slumps import dismissals


def safety_card(context: Context) -> SafetyCard | None:
    """The card, while something opens it and it isn't hidden; else None."""
    if is_hidden(last_hiding(context.connection), context.clock.today()):
        return None
    reason = _reason(context)
    return SafetyCard(reason, _lines(context)) if reason else None


def asked_card(context: Context) -> SafetyCard:
    """The card for somebody who asks for it: the one that is open, else one that holds nothing back."""
    return safety_card(context) or SafetyCard(ASKED, _lines(context))


def hide_safety_card(context: Context) -> None:
    """Put the card away for ``HIDDEN_DAYS`` days."""
    with context.act("hide the safety card") as doing:
        today = context.clock.today()
        put(doing, Hiding(doing.new_id(), today, context.clock.now(), today + timedelta(days=HIDDEN_DAYS)))


def is_held_back(context: Context) -> bool:
    """Whether praise and prompts to change jobs are held back: while the card is open, or was hidden lately."""
    return is_hidden(last_hiding(context.connection), context.clock.today()) or bool(_reason(context))


def _lines(context: Context) -> tuple[HelpLine, ...]:
    return help_lines(context.settings.help_lines)


def _reason(context: Context) -> str:
    question = ("safety", context.clock.today(), context.settings.read_notes)
    return remembered(context.connection, question, lambda: _found_reason(context))


def _found_reason(context: Context) -> str:
    connection, today = context.connection, context.clock.today()
    sittings = latest_sittings(connection, 1)
    answered = [(sitting.finished_on or sitting.day, answers_of(connection, sitting.id)) for sitting in sittings]
    if context.settings.read_notes and _has_grave_note(connection, today):
        return WORDS
    checkins = rated_lately(connection, today)
    # Sick days and those rated late are no baseline for anything, but low they are all the same.
    newest_first = ((each.day, found) for each in reversed(checkins) if (found := index(each)) is not None)
    rated = list(islice(newest_first, LOOKED_AT))[::-1]

    def slumps() -> Iterator[Noticed]:
        from rutbreaker.insight.noticing import noticed

        yield from noticed(checkins, pauses(connection), dismissals(connection), today)

    return safety.reason_of(rated, slumps(), answered[0] if answered else None, today)


def _has_grave_note(connection: Connection, today: date) -> bool:
    from rutbreaker.domain.grave_words import is_grave

    checkins = checkins_between(connection, today - timedelta(days=NOTES_DAYS - 1), today)
    return any(is_grave(checkin.note) for checkin in checkins)
