"""People as they are added, met and looked at."""

from datetime import date, timedelta

import pytest

from rutbreaker.context import Context
from rutbreaker.domain.models import Pause
from rutbreaker.errors import BadInput, NotFound
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.daily import log_gratitude
from rutbreaker.journal.events import change_event, event_view, list_events, log_event, read_names
from rutbreaker.journal.history import redo, undo
from rutbreaker.journal.log import delete, find_words, list_log
from rutbreaker.journal.people import (
    add_person,
    change_contact,
    change_person,
    due_people,
    find_person,
    find_with_text,
    list_people,
    log_contact,
    person_view,
    read_person,
)
from rutbreaker.store.history import put

TODAY = date(2026, 11, 23)


def _ago(days: int) -> date:
    return TODAY - timedelta(days)


def _names(context: Context) -> list[str]:
    return [view.person.name for view in list_people(context)]


def test_a_person_is_kept_as_typed_and_comes_back_by_undo_and_redo(context: Context) -> None:
    person = add_person(
        context, " Dana Weiss ", role="mentor", nick="Dee", rhythm="every 3 weeks", note="first job\nsecond line"
    )
    assert read_person(context, person.id) == person
    assert (person.name, person.rhythm, person.note) == ("Dana Weiss", 21, "first job\nsecond line")
    assert undo(context) == "person: Dana Weiss"
    assert _names(context) == []
    redo(context)
    assert _names(context) == ["Dana Weiss"]


@pytest.mark.parametrize(
    ("name", "parts", "said"),
    [
        ("  ", {}, "no text for the name"),
        ("Bo", {"role": "boss"}, "no role"),
        ("Bo", {"rhythm": "now and then"}, "every 3 weeks"),
        ("dana weiss", {}, "already"),
        ("Dee", {}, "already"),
        ("Bo", {"nick": "DANA WEISS"}, "tells the two apart"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    context: Context, name: str, parts: dict[str, str], said: str
) -> None:
    add_person(context, "Dana Weiss", nick="Dee")
    with pytest.raises(BadInput, match=said):
        add_person(context, name, **parts)
    assert _names(context) == ["Dana Weiss"]
    assert undo(context) == "person: Dana Weiss"


def test_a_person_who_was_deleted_leaves_the_name_free(context: Context) -> None:
    person = add_person(context, "Dana")
    log_contact(context, person.id, "coffee")
    delete(context, ("person", person.id))
    assert list_log(context) == []
    add_person(context, "Dana")
    assert _names(context) == ["Dana"]


def test_a_change_leaves_the_rest_and_an_empty_rhythm_takes_it_away(context: Context) -> None:
    person = add_person(context, "Dana", role="mentor", rhythm="monthly", note="kept")
    change_person(context, person.id, name="Dana W", nick="D")
    changed = read_person(context, person.id)
    assert changed == person._replace(name="Dana W", nick="D")
    assert change_person(context, person.id, rhythm="").rhythm is None
    undo(context)
    assert read_person(context, person.id).rhythm == 30
    assert undo(context) == "edit person: Dana"
    assert read_person(context, person.id) == person


def test_a_change_to_a_name_that_is_taken_is_refused(context: Context) -> None:
    add_person(context, "Dana")
    other = add_person(context, "Bo")
    with pytest.raises(BadInput, match="already"):
        change_person(context, other.id, name="DANA")
    assert change_person(context, other.id, name="BO").name == "BO"


@pytest.mark.parametrize(("days", "due", "share"), [(20, False, 0), (21, True, 0), (22, True, 1 / 21), (42, True, 1)])
def test_due_is_counted_from_the_last_contact(context: Context, days: int, due: bool, share: float) -> None:
    person = add_person(context, "Dana", rhythm="3 weeks")
    log_contact(context, person.id, "long ago", day=_ago(400))
    log_contact(context, person.id, "coffee", next="how it went", day=_ago(days))
    (view,) = list_people(context)
    assert (view.last, view.days_since, view.overdue, view.is_due) == (_ago(days), days, share, due)
    assert view.next == "how it went"
    assert [each.person.name for each in due_people(context)] == (["Dana"] if due else [])


def test_without_a_contact_it_is_counted_from_the_day_the_person_was_added(context: Context) -> None:
    person = add_person(context, "Dana", rhythm="weekly")
    with context.act("long ago") as doing:
        put(doing, person._replace(day=_ago(7)))
    (view,) = list_people(context)
    assert (view.last, view.days_since, view.overdue, view.is_due) == (None, 7, 0, True)


def test_paused_sick_and_free_days_are_left_out(context: Context) -> None:
    person = add_person(context, "Dana", rhythm="weekly")
    log_contact(context, person.id, day=_ago(10))
    with context.act("pause") as doing:
        put(doing, Pause(doing.new_id(), _ago(9), context.clock.now(), _ago(8), "holiday"))
    check_in(context, {}, day=_ago(3), mark="sick")
    assert list_people(context)[0].days_since == 7
    check_in(context, {}, day=_ago(2), mark="off")
    view = list_people(context)[0]
    assert (view.days_since, view.is_due) == (6, False)


def test_a_contact_restarts_the_rhythm_and_without_a_rhythm_nobody_is_due(context: Context) -> None:
    dana, bo = add_person(context, "Dana", rhythm="weekly"), add_person(context, "Bo")
    log_contact(context, dana.id, day=_ago(30), next="ask")
    log_contact(context, bo.id, day=_ago(300))
    assert [view.person.name for view in due_people(context)] == ["Dana"]
    log_contact(context, dana.id)
    assert due_people(context) == []
    assert {view.next for view in list_people(context)} == {""}
    assert {view.person.name: view.overdue for view in list_people(context)} == {"Bo": None, "Dana": 0}


def test_a_contact_in_the_future_is_refused(context: Context) -> None:
    person = add_person(context, "Dana")
    contact = log_contact(context, person.id)
    tomorrow = TODAY + timedelta(1)
    with pytest.raises(BadInput, match="not come yet"):
        log_contact(context, person.id, day=tomorrow)
    with pytest.raises(BadInput, match="not come yet"):
        change_contact(context, contact.id, day=tomorrow)
    with pytest.raises(BadInput, match="not come yet"):
        log_event(context, "PyCon", day=tomorrow)
    assert len(person_view(context, person.id).meetings) == 1


def test_a_contact_is_changed_with_its_day_and_comes_back_by_one_undo(context: Context) -> None:
    person = add_person(context, "Dana")
    contact = log_contact(context, person.id, "coffee", next="the flat")
    changed = change_contact(context, contact.id, text="tea", next="", day=_ago(2))
    (meeting,) = person_view(context, person.id).meetings
    assert meeting.contact == changed
    assert (changed.text, changed.next, changed.day) == ("tea", "", _ago(2))
    assert undo(context) == "edit contact: Dana"
    assert person_view(context, person.id).meetings[0].contact == contact


def test_contacts_stand_newest_first_and_are_found_by_their_words(context: Context) -> None:
    person = add_person(context, "Dana")
    for days in (3, 1, 2):
        log_contact(context, person.id, f"{days} days", next="the zeppelin", day=_ago(days))
    assert [each.contact.text for each in person_view(context, person.id).meetings] == ["1 days", "2 days", "3 days"]
    assert len(find_words(context, "zeppelin")) == 3


def test_nobody_there_is_said(context: Context) -> None:
    for use_case in (log_contact, person_view, read_person, change_person, change_contact, event_view, change_event):
        with pytest.raises(NotFound, match="gone"):
            use_case(context, "nobody")


def test_an_event_is_a_contact_with_everybody_met_and_one_act(context: Context) -> None:
    dana, ana = add_person(context, "Dana Weiss", nick="Dee"), add_person(context, "Ana", rhythm="weekly")
    event = log_event(context, "PyCon", "dee, ANA, dana weiss", text="hallway track", day=_ago(3))
    page = person_view(context, dana.id)
    assert [(each.event, each.contact.day) for each in page.meetings] == [(event, _ago(3))]
    assert [each.person for each in event_view(context, event.id).meetings] == [dana, ana]
    assert [(view.event, view.names) for view in list_events(context)] == [(event, ("Dana Weiss", "Ana"))]
    assert list_people(context)[0].last == _ago(3)
    assert undo(context) == "event: PyCon"
    assert person_view(context, dana.id).meetings == ()
    assert list_events(context) == []


def test_unknown_names_are_refused_or_added(context: Context) -> None:
    add_person(context, "Dana")
    assert read_names(context, "dana, Bo, Cy, bo") == (
        (read_person(context, find_person(context, "dana").id),),
        ("Bo", "Cy"),
    )
    with pytest.raises(BadInput, match="Nobody here is called Bo, Cy yet"):
        log_event(context, "Meet-up", "Dana, Bo, Cy")
    assert (list_events(context), _names(context)) == ([], ["Dana"])
    log_event(context, "Meet-up", "Dana, Bo, Cy", add_unknown=True)
    assert _names(context) == ["Bo", "Cy", "Dana"]
    assert find_person(context, "bo").role == "community"
    undo(context)
    assert _names(context) == ["Dana"]


def test_a_name_that_could_be_two_is_refused(context: Context) -> None:
    add_person(context, "Dana")
    add_person(context, "Daniel")
    with pytest.raises(BadInput, match="could be Dana or Daniel"):
        log_event(context, "Meet-up", "Dan", add_unknown=True)
    with pytest.raises(BadInput, match="could be"):
        find_person(context, "da")
    with pytest.raises(NotFound, match="Nobody here is called Zed"):
        find_person(context, "Zed")
    assert find_person(context, "dani").name == "Daniel"


def test_an_event_is_changed_with_its_day_and_its_people(context: Context) -> None:
    dana, ana = add_person(context, "Dana"), add_person(context, "Ana")
    event = log_event(context, "PyCon", "Dana, Ana")
    kept = event_view(context, event.id).meetings[1].contact
    change_event(context, event.id, title="PyCon DE", names="Ana, Bo", day=_ago(1), add_unknown=True)
    page = event_view(context, event.id)
    assert (page.event.title, page.event.day) == ("PyCon DE", _ago(1))
    assert [each.person.name for each in page.meetings] == ["Ana", "Bo"]
    assert page.meetings[0].contact == kept._replace(day=_ago(1))
    assert {each.contact.day for each in page.meetings} == {_ago(1)}
    assert person_view(context, dana.id).meetings == ()
    undo(context)
    assert [each.person for each in event_view(context, event.id).meetings] == [dana, ana]


def test_a_contact_at_an_event_takes_the_whole_event_to_another_day(context: Context) -> None:
    add_person(context, "Dana")
    add_person(context, "Ana")
    event = log_event(context, "PyCon", "Dana, Ana")
    change_contact(context, event_view(context, event.id).meetings[0].contact.id, text="her talk", day=_ago(4))
    page = event_view(context, event.id)
    assert page.event.day == _ago(4)
    assert [(each.contact.text, each.contact.day) for each in page.meetings] == [("her talk", _ago(4)), ("", _ago(4))]
    undo(context)
    assert event_view(context, event.id).event.day == TODAY


def test_a_deleted_event_takes_its_contacts_along_and_brings_them_back(context: Context) -> None:
    person = add_person(context, "Dana")
    event = log_event(context, "PyCon", "Dana")
    delete(context, ("event", event.id))
    assert person_view(context, person.id).meetings == ()
    undo(context)
    assert len(person_view(context, person.id).meetings) == 1


def test_gratitude_that_names_a_person_stands_with_them(context: Context) -> None:
    dana = add_person(context, "Dana Weiss", nick="Dee")
    add_person(context, "Daniel")
    for text, why, whom in (
        ("lunch", "", "DANA"),
        ("two of them", "", "Daniel, dee"),
        ("dana weiss's patience", "", ""),
        ("a call", "Dee listened", ""),
        ("indeed", "", ""),
        ("nobody in particular", "", "Dan"),
        ("somebody else", "", "Daniel"),
    ):
        log_gratitude(context, text, why=why, person=whom)
    found = [gratitude.text for gratitude in person_view(context, dana.id).gratitude]
    assert found == ["a call", "dana weiss's patience", "two of them", "lunch"]


@pytest.mark.parametrize("name", ["Zoë Åkesson", "דנה", "田中", "100% Bo_b", "O'Neill"])
def test_gratitude_is_found_by_names_in_every_script(context: Context, name: str) -> None:
    person = add_person(context, name)
    log_gratitude(context, f"{name.upper()} – for the walk")
    log_gratitude(context, "something else")
    assert len(person_view(context, person.id).gratitude) == 1


def test_ten_years_are_looked_through_quickly(ten_years: Context) -> None:
    views = list_people(ten_years)
    assert len(views) == 12
    pages = [person_view(ten_years, view.person.id) for view in views]
    assert sum(len(page.meetings) for page in pages) == 800
    assert all(page.meetings[0].contact.day == page.view.last for page in pages)
    assert sum(len(page.gratitude) for page in pages) == 6000


def _ask(context: Context) -> tuple[str, str]:
    dana = find_person(context, "Dana")
    return dana.ask, dana.offer


def test_what_was_prepared_is_put_away_by_the_talk_and_comes_back_by_undo(context: Context) -> None:
    dana = add_person(context, "Dana", ask=" her\nteam ", offer="a review")
    assert _ask(context) == ("her team", "a review")
    log_contact(context, dana.id, day=_ago(40))
    assert _ask(context) == ("her team", "a review"), "that was before she was added"
    log_contact(context, dana.id, keep_ask=True)
    assert _ask(context) == ("her team", "a review")
    log_contact(context, dana.id, day=_ago(1))
    assert _ask(context) == ("her team", "a review"), "that was before the last one"
    log_contact(context, dana.id)
    assert _ask(context) == ("", "")
    undo(context)
    assert _ask(context) == ("her team", "a review")
    change_person(context, dana.id, ask="", offer="tea")
    assert _ask(context) == ("", "tea")


def test_an_event_leaves_what_was_prepared(context: Context) -> None:
    add_person(context, "Dana", ask="her team")
    log_event(context, "Meet-up", "Dana")
    assert _ask(context) == ("her team", "")


def test_a_contact_says_that_one_asked_how_they_got_out(context: Context) -> None:
    dana = add_person(context, "Dana")
    contact = log_contact(context, dana.id, "a walk", asked_out=True)
    assert contact.asked_out
    assert change_contact(context, contact.id, text="a long walk").asked_out
    assert not change_contact(context, contact.id, asked_out=False).asked_out
    undo(context)
    assert person_view(context, dana.id).meetings[0].contact.asked_out


def test_somebody_is_found_by_a_part_of_the_name_only_where_that_is_wished(context: Context) -> None:
    dana = add_person(context, "Dana Weiss")
    with pytest.raises(NotFound):
        find_person(context, "weiss")
    assert find_person(context, "weiss", by_part=True) == find_person(context, dana.id[:13], by_part=True) == dana


@pytest.mark.parametrize(
    ("words", "name", "text"),
    [
        (["Dana"], "Dana", ""),
        (["Dana", "Weiss"], "Dana Weiss", ""),
        (["dana", "weiss", "a", "walk"], "Dana Weiss", "a walk"),
        (["Dana", "a  walk"], "Dana", "a  walk"),
        (["weiss", "a walk"], "Dana Weiss", "a walk"),
    ],
)
def test_a_person_and_a_text_are_told_apart(context: Context, words: list[str], name: str, text: str) -> None:
    add_person(context, "Dana Weiss")
    add_person(context, "Dana")
    person, rest = find_with_text(context, words)
    assert (person.name, rest) == (name, text)
