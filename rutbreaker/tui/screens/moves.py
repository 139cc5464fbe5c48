"""Doing a next move right where it is shown, or going to where it lives."""

from datetime import date

from rutbreaker.actions import ACTIONS
from rutbreaker.domain.moves import NextMove
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.messages import Open, Perform
from rutbreaker.tui.screens.check_in import check_in_for


async def do_move(host: Asking, move: NextMove) -> bool:
    """Do it: tick it, log the contact, go on with what was begun; whether it was ticked."""
    if move.is_ticked:
        from rutbreaker.tui.screens.goal_forms import tick

        return await tick(host, (move.kind, move.row))
    if move.kind == "person":
        from rutbreaker.tui.screens.people_forms import log_a_contact

        await log_a_contact(host, move.row)
    else:
        await open_move(host, move)
    return False


async def open_move(host: Asking, move: NextMove) -> None:
    """Go to where it lives."""
    if move.kind == "checkin":
        await check_in_for(host, date.fromisoformat(move.row))
    elif move.kind == "draft":
        from rutbreaker.tui.screens.editor import continue_unfinished

        await continue_unfinished(host, move.row)
    elif move.kind == "action":
        host.post_message(Perform(next(action for action in ACTIONS if action.id == move.row)))
    else:
        host.post_message(Open(move.kind, move.row))
