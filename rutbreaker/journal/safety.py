"""The safety card: whether it is open, hiding it, and whom to call."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from rutbreaker.context import Context
from rutbreaker.domain import safety
from rutbreaker.domain.checkins import index
from rutbreaker.domain.hiding import HIDDEN_DAYS, Hiding, is_hidden
from rutbreaker.domain.safety import ASKED, CARD_LOCK_DAYS, LOOKED_AT, NOTES_DAYS, STALE_SITTING_DAYS, WORDS
from rutbreaker.domain.slumps import Noticed
from rutbreaker.store.answers import answered_since
from rutbreaker.store.checkins import checkins_between, rated_lately
from rutbreaker.store.connection import Connection
from rutbreaker.store.days import pauses
from rutbreaker.store.remembered import remembered
from rutbreaker.store.safety import last_hiding
from rutbreaker.store.slumps import dismissals

if TYPE_CHECKING:
    from rutbreaker.domain.locks import Lock
    from rutbreaker.domain.safety_card import SafetyCard


def safety_card(context: Context) -> "SafetyCard | None":
    """The card, while something opens it and it isn't hidden; else None."""
    if is_hidden(last_hiding(context.connection), context.clock.today()):
        return None
    reason = _reason(context)
    return _card(context, reason) if reason else None


def asked_card(context: Context) -> "SafetyCard":
    """The card for somebody who asks for it: the one that is open, else one that holds nothing back."""
    return safety_card(context) or _card(context, ASKED)


def hide_safety_card(context: Context) -> None:
    """Put the card away for ``HIDDEN_DAYS`` days."""
    from rutbreaker.store.history import put  # which looking doesn't need

    with context.act("hide the safety card") as doing:
        today = context.clock.today()
        put(doing, Hiding(doing.new_id(), today, context.clock.now(), today + timedelta(days=HIDDEN_DAYS)))


def is_held_back(context: Context) -> bool:
    """Whether praise and prompts to change jobs are held back: while the card is open, or was hidden lately."""
    return is_hidden(last_hiding(context.connection), context.clock.today()) or bool(_reason(context))


def decision_locks(context: Context) -> "list[Lock]":
    """Why a big decision had better wait: a slump of late, or a safety card that is open or was of late."""
    from rutbreaker.domain.locks import locks_of

    today = context.clock.today()
    signs = _Signs(context)
    days = [today - timedelta(days=back) for back in range(1, CARD_LOCK_DAYS)]
    open_on = [day for day in days if signs.reason_on(day)]
    if is_held_back(context):
        open_on.append(today)
    return locks_of(signs.slumps, open_on, today)


def _card(context: Context, reason: str) -> "SafetyCard":
    from rutbreaker.domain.help_lines import help_lines  # which a look at the day needs only while the card is open
    from rutbreaker.domain.safety_card import SafetyCard

    return SafetyCard(reason, help_lines(context.settings.help_lines))


def _reason(context: Context) -> str:
    connection, today, reads_notes = context.connection, context.clock.today(), context.settings.read_notes

    def find() -> str:
        if reads_notes and _has_grave_note(connection, today):
            return WORDS
        return _Signs(context).reason_on(today)

    return remembered(connection, ("safety", today, reads_notes), find)


def _has_grave_note(connection: Connection, today: date) -> bool:
    from rutbreaker.domain.grave_words import is_grave

    checkins = checkins_between(connection, today - timedelta(days=NOTES_DAYS - 1), today)
    return any(is_grave(checkin.note) for checkin in checkins)


class _Signs:
    """What opens the card, read once, so that it can be asked of several days."""

    def __init__(self, context: Context) -> None:
        connection, self._today = context.connection, context.clock.today()
        # On none of the days that can be asked for does an older sitting say anything.
        oldest = self._today - timedelta(days=STALE_SITTING_DAYS + CARD_LOCK_DAYS)
        self._sittings = answered_since(connection, oldest)
        self._checkins = rated_lately(connection, self._today)
        self._pauses, self._dismissals = pauses(connection), dismissals(connection)

    @cached_property
    def slumps(self) -> list[Noticed]:
        """The slumps that the alert has noticed by today."""
        from rutbreaker.insight.noticing import noticed

        return noticed(self._checkins, self._pauses, self._dismissals, self._today)

    def reason_on(self, day: date) -> str:
        """Why the card was open on a day, by what is logged today; empty when it wasn't."""
        # Sick days and those rated late are no baseline for anything, but low they are all the same.
        until = (each for each in reversed(self._checkins) if each.day <= day)
        newest_first = ((each.day, found) for each in until if (found := index(each)) is not None)
        rated = list(islice(newest_first, LOOKED_AT))[::-1]
        sitting = next((each for each in self._sittings if each[0] <= day), None)
        return safety.reason_of(rated, self._slumps_by(day), sitting, day)

    def _slumps_by(self, day: date) -> Iterator[Noticed]:
        for slump in self.slumps:
            yield slump if slump.end is None or slump.end <= day else slump._replace(end=None)
