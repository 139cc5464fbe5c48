"""What can be done from every pane: short conversations of a dialog or two with the person.

Each is a plain coroutine that is handed whoever holds it: the dashboard or a pane.
"""

from collections.abc import Awaitable, Callable, Mapping

from rutbreaker.errors import NotFound
from rutbreaker.journal import backups, history
from rutbreaker.journal.daily import log_gratitude, log_win
from rutbreaker.journal.days import read_day
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.messages import Open
from rutbreaker.tui.screens.form import Field, Form, Values


def day_field(value: str = "today") -> Field:
    """The field that asks on which day it was."""
    return Field("day", "Day", value, "today, yesterday, -2, mon, 2 Nov", replaced=True)


async def check_in_today(host: Asking) -> None:
    """Rate today."""
    from rutbreaker.tui.screens.check_in import check_in_for

    await check_in_for(host, await host.ask(read_day, ""))


async def check_in_on(host: Asking) -> None:
    """Ask for a day, and rate it."""
    from rutbreaker.tui.screens.check_in import check_in_for

    async def read(values: Values) -> None:
        values["read"] = (await host.ask(read_day, values["day"])).isoformat()
        day.update(values)

    day: Values = {}
    if await host.hold(Form("Check in for another day", [day_field("yesterday")], read)):
        await check_in_for(host, await host.ask(read_day, day["read"]))


async def log_a_win(host: Asking, goal: str | None = None, text: str = "") -> None:
    """Log a win, perhaps one that came from a goal."""

    async def save(values: Values) -> None:
        day = await host.ask(read_day, values["day"])
        await host.ask(log_win, values["text"], day=day, goal=goal)

    fields = [Field("text", "Win", text, "what went well, however small  #tag"), day_field()]
    if await host.hold(Form("Log a win", fields, save, draft="win")):
        host.tell("Win logged.")


async def log_thanks(host: Asking) -> None:
    """Log gratitude."""

    async def save(values: Values) -> None:
        day = await host.ask(read_day, values["day"])
        await host.ask(log_gratitude, values["text"], day=day, why=values["why"], person=values["person"])

    fields = [
        Field("text", "Gratitude", "", "something or somebody you are glad of  #tag"),
        Field("why", "Why", "", "optional"),
        Field("person", "Person", "", "optional"),
        day_field(),
    ]
    if await host.hold(Form("Log gratitude", fields, save, draft="gratitude")):
        host.tell("Gratitude logged.")


async def reflect(host: Asking) -> None:
    """Write a reflection."""
    from rutbreaker.tui.screens.reflections import write_a_reflection

    await write_a_reflection(host)


async def search(host: Asking) -> None:
    """Search everything, and go to what was chosen."""
    from rutbreaker.tui.screens.search import Search

    found = await host.hold(Search())
    if found is not None:
        host.post_message(Open(*found))


async def undo_last(host: Asking) -> None:
    """Take the last change back."""
    try:
        host.tell(f"Undone: {await host.ask(history.undo)}")
    except NotFound as nothing:
        host.tell(nothing.message)


async def redo_last(host: Asking) -> None:
    """Do again what was undone."""
    try:
        host.tell(f"Done again: {await host.ask(history.redo)}")
    except NotFound as nothing:
        host.tell(nothing.message)


async def back_up_now(host: Asking) -> None:
    """Make a backup."""
    made = await host.ask(backups.back_up)
    host.tell(f"Backed up to {made.path}")


async def doctor(host: Asking) -> None:
    """Look the data file through."""
    from rutbreaker.tui.screens.examined import call_the_doctor

    await call_the_doctor(host)


async def change_data(host: Asking) -> None:
    """Go to the sample data, or from there to one's own."""
    await host.app.run_action("change_data")


async def help_lines(host: Asking) -> None:
    """Show whom to call."""
    from rutbreaker.tui.screens.safety import show_help_lines

    await show_help_lines(host)


async def trial(host: Asking) -> None:
    """Begin a trial, see how it stands, or what came of it."""
    from rutbreaker.tui.screens.trial import hold_a_trial

    await hold_a_trial(host)


async def log_hours(host: Asking) -> None:
    """Log the hours worked on a day, with those of the week in sight."""
    from rutbreaker.tui.screens.hours import log_the_hours

    await log_the_hours(host)


CONVERSATIONS: Mapping[str, Callable[[Asking], Awaitable[None]]] = {
    "check-in": check_in_today,
    "check-in-on": check_in_on,
    "log-win": log_a_win,
    "log-gratitude": log_thanks,
    "write-reflection": reflect,
    "search": search,
    "undo": undo_last,
    "redo": redo_last,
    "back-up": back_up_now,
    "doctor": doctor,
    "sample": change_data,
    "help-lines": help_lines,
    "trial": trial,
    "log-hours": log_hours,
}
"""The conversations by the ids of their actions."""
