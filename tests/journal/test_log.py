"""Listing, finding, correcting and deleting what was logged, and keeping tags in order."""

from datetime import date, timedelta
from typing import Any

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.models import Contact, Event, Goal, Person, Reflection, Routine, Session, Step, Tick, Win
from rutbreaker.errors import BadInput, NotFound
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.daily import log_gratitude, log_win
from rutbreaker.journal.drafts import drop_draft, keep_draft, list_drafts, read_draft
from rutbreaker.journal.history import redo, undo
from rutbreaker.journal.log import (
    Changes,
    delete,
    edit,
    find_by_id,
    find_words,
    list_keys,
    list_log,
    list_tags,
    read_lines,
    read_whole,
    rename_tag,
    shortest_ids,
)
from rutbreaker.store.history import put
from rutbreaker.store.ids import tick_id

_TODAY = date(2026, 11, 23)
_YESTERDAY = _TODAY - timedelta(days=1)


def _keep(context: Context, model: type[Any], *fields: Any, **named: Any) -> Any:
    with context.act("keep") as doing:
        kept = model(doing.new_id(), _TODAY, context.clock.now(), *fields, **named)
        put(doing, kept)
    return kept


def _texts(context: Context, **narrowing: Any) -> list[str]:
    return [line.text for line in list_log(context, **narrowing)]


def test_the_text_is_changed_and_its_tags_follow_it(context: Context) -> None:
    win = log_win(context, "Shipped #ship", tags=["big"])
    edit(context, ("win", win.id), Changes(text="Fixed #bug"))
    line = list_log(context)[0]
    assert (line.text, line.tags) == ("Fixed #bug", ("bug", "big"))
    assert [hit.line.id for hit in find_words(context, "fixed")] == [win.id]
    assert find_words(context, "shipped") == []
    assert undo(context) == "edit: win: Shipped #ship"
    assert (list_log(context)[0].text, list_log(context)[0].tags) == ("Shipped #ship", ("ship", "big"))


def test_tags_are_put_on_and_taken_off(context: Context) -> None:
    win = log_win(context, "Shipped #ship and #Ship-")
    edit(context, ("win", win.id), Changes(tags=["Team"], untags=["#ship"]))
    assert (list_log(context)[0].text, list_log(context)[0].tags) == ("Shipped ship and Ship-", ("team",))
    assert [tuple(count) for count in list_tags(context)] == [("team", 1, _TODAY)]


def test_the_day_is_changed_and_the_moment_is_not(context: Context) -> None:
    win = log_win(context, "Shipped")
    edit(context, ("win", win.id), Changes(day=_YESTERDAY))
    assert context.connection.rows("SELECT day, at FROM win") == [("2026-11-22", "2026-11-23T07:55:00.000Z")]
    with pytest.raises(BadInput, match="has not come yet"):
        edit(context, ("win", win.id), Changes(day=_TODAY + timedelta(days=1), text="not this either"))
    assert _texts(context, last=_YESTERDAY) == ["Shipped"]


def test_why_person_and_prompt_are_changed_where_there_are_any(context: Context) -> None:
    thanks = log_gratitude(context, "cover", why="tired", person="Ana")
    edit(context, ("gratitude", thanks.id), Changes(why="not\nslept", person=""))
    kept = read_whole(context, ("gratitude", thanks.id))
    assert (kept.why, kept.person) == ("not slept", "")
    reflection = _keep(context, Reflection, "long")
    edit(context, ("reflection", reflection.id), Changes(text="Dear\n\ndiary #new", prompt="Weekly review"))
    kept = read_whole(context, ("reflection", reflection.id))
    assert (kept.text, kept.prompt, kept.tags) == ("Dear\n\ndiary #new", "Weekly review", ("new",))
    win = log_win(context, "Shipped")
    dana = _keep(context, Person, "Dana", "mentor")
    contact = _keep(context, Contact, dana.id, "coffee")
    goal = _keep(context, Goal, "Rust")
    for key, changes in (
        (("win", win.id), Changes(why="because")),
        (("win", win.id), Changes(prompt="which")),
        (("contact", contact.id), Changes(person="Ana")),
        (("goal", goal.id), Changes(tags=["ship"])),
    ):
        with pytest.raises(BadInput):
            edit(context, key, changes)


@pytest.mark.parametrize("text", ["", "  ", "\0"])
def test_what_needs_a_text_keeps_it(context: Context, text: str) -> None:
    win = log_win(context, "Shipped")
    reflection = _keep(context, Reflection, "long")
    for key in (("win", win.id), ("reflection", reflection.id)):
        with pytest.raises(BadInput):
            edit(context, key, Changes(text=text))
    assert sorted(_texts(context)) == ["Shipped", "long"]


def test_a_check_in_moves_to_another_day_with_everything_it_has(context: Context) -> None:
    checkin = check_in(context, {"energy": 2, "people": 5}, note="long #meetings")
    edit(context, ("checkin", checkin.id), Changes(day=_YESTERDAY, text="longer #meetings"))
    columns = "day, energy, people, note, tags, rated_on"
    sql = f"SELECT {columns} FROM checkin WHERE NOT deleted"
    moved = ("2026-11-22", 2, 5, "longer #meetings", "meetings", "2026-11-23")
    assert context.connection.rows(sql) == [moved]
    check_in(context, {"energy": 4})
    undo(context)
    undo(context)
    assert context.connection.rows(sql) == [("2026-11-23", 2, 5, "long #meetings", "meetings", "2026-11-23")]
    redo(context)
    assert context.connection.rows(sql) == [moved]


def test_a_check_in_does_not_move_onto_another(context: Context) -> None:
    checkin = check_in(context, {"energy": 2})
    check_in(context, {"energy": 5}, day=_YESTERDAY)
    with pytest.raises(BadInput, match="has a check-in already"):
        edit(context, ("checkin", checkin.id), Changes(day=_YESTERDAY))
    sql = "SELECT day, energy FROM checkin WHERE NOT deleted ORDER BY day"
    assert context.connection.rows(sql) == [("2026-11-22", 5), ("2026-11-23", 2)]


def test_the_only_word_of_a_check_in_is_not_edited_away(context: Context) -> None:
    checkin = check_in(context, {}, note="just a line")
    with pytest.raises(BadInput, match="use delete"):
        edit(context, ("checkin", checkin.id), Changes(text=""))
    assert _texts(context) == ["just a line"]


def test_deleting_a_goal_takes_along_what_belongs_to_it_and_undo_brings_all_back(context: Context) -> None:
    goal = _keep(context, Goal, "Learn Rust")
    win = _keep(context, Win, "Began", goal=goal.id)
    _keep(context, Step, goal.id, "Buy the book")
    _keep(context, Session, goal.id, 45, "ch. 1")
    routine = _keep(context, Routine, goal.id, "Read")
    with context.act("tick") as doing:
        put(doing, Tick(tick_id(routine.id, _TODAY), _TODAY, context.clock.now(), routine.id))
    tables = ("goal", "step", "session", "routine", "tick", "win")

    def counts() -> list[int]:
        sql = "SELECT count(*) FROM {} WHERE NOT deleted"
        return [context.connection.rows(sql.format(table))[0][0] for table in tables]

    assert delete(context, ("goal", goal.id)) == "goal: Learn Rust"
    assert counts() == [0, 0, 0, 0, 0, 1]
    assert [line.id for line in list_log(context)] == [win.id]
    assert undo(context) == "delete: goal: Learn Rust"
    assert counts() == [1] * 6
    assert len(find_words(context, "rust")) == 1
    redo(context)
    assert counts() == [0, 0, 0, 0, 0, 1]


def test_deleting_an_event_or_a_person_takes_the_contacts_along(context: Context) -> None:
    dana, event = _keep(context, Person, "Dana", "mentor"), _keep(context, Event, "Meet-up")
    for named in ({"event": event.id}, {}):
        _keep(context, Contact, dana.id, "hello", **named)
    delete(context, ("event", event.id))
    assert len(list_log(context, ["contact"])) == 1
    delete(context, ("person", dana.id))
    assert list_log(context, ["contact"]) == []
    undo(context)
    undo(context)
    assert len(list_log(context, ["contact"])) == 2


def test_what_is_gone_is_said_to_be_gone(context: Context) -> None:
    win = log_win(context, "Shipped")
    key = ("win", win.id)
    delete(context, key)
    for attempt in (
        lambda: delete(context, key),
        lambda: edit(context, key, Changes(text="x")),
        lambda: read_whole(context, key),
    ):
        with pytest.raises(NotFound, match="It is gone"):
            attempt()
    assert undo(context) == "delete: win: Shipped"


def test_undo_names_a_check_in_by_its_day_as_people_say_it(context: Context) -> None:
    checkin = check_in(context, {"energy": 3})
    assert delete(context, ("checkin", checkin.id)) == "check-in for Mon 23 Nov 2026"
    assert undo(context) == "delete: check-in for Mon 23 Nov 2026"
    assert undo(context) == "check-in for Mon 23 Nov 2026"


def test_a_thing_is_found_by_the_beginning_of_its_id(context: Context, clock: FixedClock) -> None:
    wins = [log_win(context, "one")]
    clock.advance(timedelta(days=1))
    wins.append(log_win(context, "two"))
    wins.append(log_win(context, "three"))
    assert find_by_id(context, wins[0].id[:8].upper() + " ").text == "one"
    with pytest.raises(BadInput, match="More than one"):
        find_by_id(context, wins[1].id[:8])
    with pytest.raises(NotFound):
        find_by_id(context, "ffffffff")
    for wrong in ("", "xyz", "%", "\x1b[31m"):
        with pytest.raises(BadInput, match="is not an id"):
            find_by_id(context, wrong)


def test_a_short_id_is_enough_also_for_what_is_not_shown_beside_it(context: Context) -> None:
    for number in range(5):
        log_win(context, f"win {number}")
        log_gratitude(context, f"thanks {number}")
    check_in(context, {"energy": 3})
    shown = list_log(context, ["win"], limit=2)
    ids = shortest_ids(context, shown)
    assert [find_by_id(context, row).text for row in ids] == ["win 4", "win 3"]
    everything = list_log(context)
    assert [find_by_id(context, row).id for row in shortest_ids(context, everything)] == [
        line.id for line in everything
    ]


def test_renaming_a_tag_changes_texts_and_merges_in_one_act(context: Context) -> None:
    log_win(context, "Shipped #Ship and #ship- but no #shipping")
    log_win(context, "Both #ship #release")
    log_gratitude(context, "Ana", tags=["ship"])
    check_in(context, {"energy": 3}, note="#ship day")
    assert rename_tag(context, "#Ship", "release") == 4
    texts = ["Shipped #release and #release- but no #shipping", "Both #release #release", "Ana", "#release day"]
    assert sorted(_texts(context)) == sorted(texts)
    assert {count.tag: count[1] for count in list_tags(context)} == {"release": 4, "shipping": 1}
    assert len(list_log(context, tag="release")) == 4
    assert undo(context) == "rename tag: #ship to #release"
    assert {count.tag: count[1] for count in list_tags(context)} == {"ship": 4, "release": 1, "shipping": 1}


def test_renaming_what_is_not_there_or_to_what_cannot_be_is_refused(context: Context) -> None:
    log_win(context, "Shipped #ship")
    with pytest.raises(NotFound, match="Nothing is tagged #nothing"):
        rename_tag(context, "nothing", "something")
    with pytest.raises(BadInput):
        rename_tag(context, "ship", "two words")
    assert rename_tag(context, "ship", "Ship") == 0
    assert undo(context) == "win: Shipped #ship"


def test_keys_are_those_of_the_lines(context: Context) -> None:
    log_win(context, "one #a")
    log_win(context, "two #b", day=_YESTERDAY)
    keys = list_keys(context, tag="#B")
    assert [line.text for line in read_lines(context, keys)] == ["two #b"]
    with pytest.raises(BadInput):
        list_log(context, tag="a b")


def test_a_search_from_a_command_line_that_is_not_utf_8_finds_nothing_and_fails_not(context: Context) -> None:
    log_win(context, "café")
    assert find_words(context, "caf\udce9x") == []


def test_a_draft_is_kept_as_typed_until_it_is_empty_or_dropped(context: Context) -> None:
    keep_draft(context, "reflection", "Dear diary, \n\0\udce9")
    assert read_draft(context, "reflection") == "Dear diary, \n"
    keep_draft(context, "win", "Ship")
    assert sorted(list_drafts(context)) == ["reflection", "win"]
    keep_draft(context, "win", "  ")
    drop_draft(context, "reflection")
    drop_draft(context, "nothing")
    assert list_drafts(context) == []
    assert read_draft(context, "win") is None
    with pytest.raises(NotFound):
        undo(context)


def test_there_is_nothing_to_undo_or_redo_at_first(context: Context) -> None:
    for attempt in (undo, redo):
        with pytest.raises(NotFound):
            attempt(context)
