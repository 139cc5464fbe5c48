"""What is purged is in no file of the data folder any more, nothing else is touched, and nothing can bring it back."""

import os
from pathlib import Path

import pytest

from rutbreaker.context import Context
from rutbreaker.doctor import examine_open
from rutbreaker.domain.models import Contact, Event, Goal, Person, Routine, Tick, Win
from rutbreaker.journal.daily import log_gratitude, log_win
from rutbreaker.journal.drafts import keep_draft
from rutbreaker.journal.history import list_done, redo, undo
from rutbreaker.journal.log import Changes, delete, edit, find_words, list_log
from rutbreaker.journal.purging import doomed_deleted, doomed_with, purge, renew_backups
from rutbreaker.store.history import put
from rutbreaker.store.ids import tick_id
from rutbreaker.store.reading import many

PRIVATE = "xylophone"


def _holds(folder: str) -> list[str]:
    """The files, but for backups, in which the word stands."""
    return [
        name
        for name in os.listdir(folder)
        if os.path.isfile(os.path.join(folder, name)) and PRIVATE.encode() in Path(folder, name).read_bytes()
    ]


def _damage(context: Context) -> list[str]:
    return [check.line for check in examine_open(context) if check.state == "damaged"]


@pytest.fixture
def win(context: Context) -> Win:
    """A win with the word in it, changed and taken back, among others."""
    log_win(context, "Shipped")
    made = log_win(context, f"Told Ana about the {PRIVATE} #{PRIVATE}")
    edit(context, ("win", made.id), Changes(f"Told Ana and Bo about the {PRIVATE}"))
    undo(context)
    log_gratitude(context, "Rain")
    return made


def test_the_word_is_in_no_file_any_more(context: Context, win: Win, home: str) -> None:
    assert _holds(home) == ["rutbreaker.db"]
    purge(context, doomed_with(context, ("win", win.id)))
    assert _holds(home) == []
    assert find_words(context, PRIVATE) == []
    assert [line.text for line in list_log(context)] == ["Rain", "Shipped"]
    assert _damage(context) == []
    context.connection.close()
    assert _holds(home) == []


def test_nothing_brings_it_back_and_the_rest_can_still_be_undone(context: Context, win: Win) -> None:
    purge(context, doomed_with(context, ("win", win.id)))
    assert [done.title for done in list_done(context)] == ["gratitude: Rain", "win: Shipped"]
    assert [undo(context), undo(context)] == ["gratitude: Rain", "win: Shipped"]
    assert list_log(context) == []
    redo(context)
    redo(context)
    assert len(list_log(context)) == 2
    assert _damage(context) == []


def test_what_was_deleted_is_purged_and_what_was_not_stays(context: Context, win: Win, home: str) -> None:
    assert doomed_deleted(context).keys == ()
    delete(context, ("win", win.id))
    assert doomed_deleted(context).counts == {"win": 1}
    purge(context, doomed_deleted(context))
    assert _holds(home) == []
    assert len(list_log(context)) == 2


def test_what_belongs_to_it_goes_along_and_what_only_names_it_stays(context: Context, home: str) -> None:
    now, today = context.clock.now(), context.clock.today()
    with context.act(f"people: {PRIVATE}") as doing:
        person = Person(doing.new_id(), today, now, f"Ana {PRIVATE}", "peer")
        event = Event(doing.new_id(), today, now, "Meet-up")
        goal = Goal(doing.new_id(), today, now, f"Play the {PRIVATE}")
        for row in (person, event, goal, Contact(doing.new_id(), today, now, person.id, "met", event=event.id)):
            put(doing, row)
        put(doing, Win(doing.new_id(), today, now, "First bars", goal=goal.id))
    keep_draft(context, f"person {person.id}", f"about {PRIVATE}")
    doomed = doomed_with(context, ("person", person.id))
    assert doomed.counts == {"person": 1, "contact": 1}
    purge(context, doomed)
    purge(context, doomed_with(context, ("goal", goal.id)))
    assert _holds(home) == []
    assert [each.title for each in many(context.connection, Event)] == ["Meet-up"]
    assert [(each.text, each.goal) for each in many(context.connection, Win)] == [("First bars", None)]
    assert "purged in part" in [done.title for done in list_done(context)]
    assert _damage(context) == []


def test_not_even_the_days_of_a_routine_remain(context: Context) -> None:
    now, today = context.clock.now(), context.clock.today()
    with context.act("a routine") as doing:
        for row in (Goal("goal", today, now, "Read"), Routine("routine", today, now, "goal", "Read")):
            put(doing, row)
        put(doing, Tick(tick_id("routine", today), today, now, "routine"))
    log_win(context, "Began")
    purge(context, doomed_with(context, ("goal", "goal")))
    assert context.connection.rows("SELECT owner FROM done") == [("win",)]
    assert _damage(context) == []


def test_backups_hold_it_until_they_are_renewed(context: Context, win: Win, home: str) -> None:
    renew_backups(context)
    assert purge(context, doomed_with(context, ("win", win.id))) == 1
    folder = os.path.join(home, "backups")
    assert len(_holds(folder)) == 1
    assert renew_backups(context) == 1
    assert _holds(folder) == []
    assert len(os.listdir(folder)) == 1
