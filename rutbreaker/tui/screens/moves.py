"""Doing a next move right where it is shown, or going to where it lives."""

from datetime import date

from textual.content import Content

from rutbreaker.actions import action_named
from rutbreaker.domain.dates import week_day
from rutbreaker.domain.moves import STILL, NextMove
from rutbreaker.domain.text import one_line
from rutbreaker.journal.daily import log_win
from rutbreaker.journal.days import read_day
from rutbreaker.journal.log import read_whole
from rutbreaker.journal.moves import put_off
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.messages import Open, Perform
from rutbreaker.tui.screens.form import Field, Form, Values

_SHOWN = 200


async def do_move(host: Asking, move: NextMove) -> bool:
    """Do it: tick it, log the contact, answer what is asked, go on with what was begun; whether it was ticked."""
    if move.is_ticked:
        from rutbreaker.tui.screens.goal_steps import tick

        return await tick(host, (move.kind, move.row))
    if move.kind == "person":
        from rutbreaker.tui.screens.people_forms import log_a_contact

        await log_a_contact(host, move.row)
    elif move.place == STILL:
        from rutbreaker.tui.screens.goal_ends import ask_about_still

        await ask_about_still(host, move.row)
    else:
        await open_move(host, move)
    return False


async def put_move_off(host: Asking, move: NextMove) -> None:
    """Put it off until a day."""

    async def save(values: Values) -> None:
        until = await host.ask(read_day, values["until"] or "tomorrow", future=True)
        await host.ask(put_off, move, until)
        said.append(until)

    said: list[date] = []
    fields = [Field("until", "Until", "tomorrow", "tomorrow, mon, +3, 2 Dec", replaced=True)]
    above = Content.assemble(
        (one_line(move.text, _SHOWN), "bold"), "\nIt comes back on the day you write: tomorrow, mon, +3, 2 Dec."
    )
    if await host.hold(Form("Put off", fields, save, above=above)):
        host.tell(f"Put off until {week_day(said[0])}: {one_line(move.text, 40)}")


async def explain_move(host: Asking, move: NextMove) -> None:
    """Say why it is here."""
    from rutbreaker.domain.moves_words import why_here
    from rutbreaker.tui.screens.why import Explained

    await host.hold(Explained("Why this is here", why_here(move)))


async def open_move(host: Asking, move: NextMove) -> None:
    """Go to where it lives."""
    if move.kind == "checkin":
        from rutbreaker.tui.screens.check_in import check_in_for

        await check_in_for(host, date.fromisoformat(move.row))
    elif move.kind == "draft":
        from rutbreaker.tui.screens.reflections import continue_unfinished

        await continue_unfinished(host, move.row)
    elif move.kind == "action":
        host.post_message(Perform(action_named(move.row)))
    else:
        host.post_message(Open(move.kind, move.row))


async def log_done(host: Asking, move: NextMove) -> None:
    """Log a step or routine that was done as a win of its goal."""
    done = await host.ask(read_whole, (move.kind, move.row))
    await host.ask(log_win, done.text, goal=done.goal)
    host.tell(f"Logged as a win: {one_line(done.text, 60)}")
