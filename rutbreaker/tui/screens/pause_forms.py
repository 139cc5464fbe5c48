"""Declaring, ending and changing pauses: short conversations with the person."""

from datetime import date

from rutbreaker.domain.days import ago_words
from rutbreaker.domain.models import Pause
from rutbreaker.domain.telling import span
from rutbreaker.domain.words import PAUSE_REASONS
from rutbreaker.journal.days import read_span
from rutbreaker.journal.pauses import (
    OpenPause,
    change_pause,
    declare_pause,
    delete_pause,
    keep_pausing,
    list_pauses,
    open_pause,
    resume,
)
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.screens.form import Field, Form, Values
from rutbreaker.tui.screens.pick import Pick

_NEW, _RESUME, _GOES_ON, _CHANGE, _DELETE = "new", "resume", "on", "change", "delete"


async def pause_or_resume(host: Asking, first: date) -> None:
    """Declare a pause from ``first`` on or, when an open one is under way, end it or let it go on."""
    under_way: OpenPause | None = await host.ask(open_pause)
    if under_way is None:
        await declare(host, first)
        return
    pause = under_way.pause
    choices = [
        (_RESUME, "Resume: expect things again from today on"),
        (_GOES_ON, "It goes on"),
        (_CHANGE, "Change its days or its reason"),
        (_NEW, "Declare another pause"),
    ]
    days = "1 day" if under_way.days == 1 else f"{under_way.days} days"
    chosen = await host.hold(Pick(f"Paused for {days}: {pause.reason}", choices))
    if chosen == _RESUME:
        await host.ask(resume)
        host.tell("Resumed. Welcome back. u takes it back.")
    elif chosen == _GOES_ON:
        await host.ask(keep_pausing, pause.id)
        host.tell("The pause goes on. You will be asked again in a week.")
    elif chosen == _CHANGE:
        await change(host, pause)
    elif chosen == _NEW:
        await declare(host, first)


async def declare(host: Asking, first: date) -> None:
    """Ask from when to when and why, and pause."""

    async def save(values: Values) -> None:
        begins, ends = await _read(host, values)
        await host.ask(declare_pause, begins, ends, values["reason"])

    if await host.hold(
        Form("Pause: nothing is expected, and everything may be logged", _fields(first.isoformat()), save)
    ):
        host.tell("Paused. u takes it back.")


async def change(host: Asking, pause: Pause) -> None:
    """Change the days or the reason of a pause."""

    async def save(values: Values) -> None:
        begins, ends = await _read(host, values)
        await host.ask(change_pause, pause.id, begins, ends, values["reason"])

    until = pause.until.isoformat() if pause.until else ""
    await host.hold(Form("Change the pause", _fields(pause.day.isoformat(), until, pause.reason), save))


async def look_through(host: Asking, today: date) -> None:
    """Choose one of all pauses, and change or delete it."""
    found: list[Pause] = await host.ask(list_pauses)
    choices = [(_NEW, "Declare a pause"), *((pause.id, pause_words(pause, today)) for pause in found)]
    chosen = await host.hold(Pick("Pauses", choices))
    if chosen == _NEW:
        await declare(host, today)
        return
    for pause in found:
        if pause.id == chosen:
            act = await host.hold(Pick(pause_words(pause, today), [(_CHANGE, "Change"), (_DELETE, "Delete")]))
            if act == _CHANGE:
                await change(host, pause)
            elif act == _DELETE:
                await host.ask(delete_pause, pause.id)
                host.tell("Deleted the pause. u brings it back.")


def pause_words(pause: Pause, today: date) -> str:
    """A pause in a line: "holiday  3 - 14 Aug", "ill  since 3 Nov, 2 weeks ago"."""
    if pause.until is not None:
        return f"{pause.reason}  {span(pause.day, pause.until, today)}"
    return f"{pause.reason}  open since {span(pause.day, pause.day, today)}, {ago_words(pause.day, today)}"


def _fields(first: str, last: str = "", reason: str = "holiday") -> list[Field]:
    return [
        Field("first", "From", first, "today, mon, 2026-12-21, 3 days ago", replaced=True),
        Field("last", "To", last, "empty: until you resume", replaced=True),
        Field("reason", "Reason", reason, choices=[(word, word) for word in PAUSE_REASONS]),
    ]


async def _read(host: Asking, values: Values) -> tuple[date, date | None]:
    """The two days, the second one seen from the first."""
    first, last = await host.ask(read_span, values["first"], values["last"])
    return first, last
