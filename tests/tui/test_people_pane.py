"""Pane 4, by its keys."""

from collections.abc import Callable
from datetime import date

import pytest
from rich.cells import cell_len

from rutbreaker.context import Context
from rutbreaker.domain.models import Person
from rutbreaker.journal.daily import log_gratitude
from rutbreaker.journal.events import event_view, list_events, log_event
from rutbreaker.journal.log import list_log
from rutbreaker.journal.people import add_person, change_person, find_person, list_people, log_contact, person_view
from rutbreaker.tui.messages import Open
from rutbreaker.tui.panes.people_list import PeopleList
from rutbreaker.tui.screens.dashboard import Dashboard
from tests.tui.conftest import Drive, Driver
from tests.tui.screen_text import region_text


def _seed(context: Context) -> None:
    dana = add_person(context, "Dana Weiss", role="mentor", rhythm="every 3 weeks", note="met at the first job")
    log_contact(context, dana.id, "the move to Berlin", next="how the flat is", day=date(2026, 10, 19))
    ana = add_person(context, "Ana Ruiz", role="peer", nick="Annie", rhythm="monthly")
    log_contact(context, ana.id, "code review", day=date(2026, 11, 20))
    add_person(context, "Femi Ade", role="community")


async def _names(driver: Driver) -> list[str]:
    return [view.person.name for view in await driver.ask(list_people)]


async def _person(driver: Driver, name: str) -> Person:
    person: Person = await driver.ask(find_person, name)
    return person


def _side(driver: Driver) -> str:
    return region_text(driver.app, driver.app.query_one("#person-card").region)


async def test_an_empty_pane_asks_kindly_for_the_first_person(drive: Drive) -> None:
    async with drive(pane="people") as driver:
        assert "The people of your working life" in driver.text
        assert "Nobody here to ask for advice" in driver.text
        assert " n  add the first one" in driver.text
        await driver.press("e", "d", "l")
        assert "a name, a nickname, or how one begins" in driver.text


@pytest.mark.parametrize("key", ["e", "d"])
async def test_keys_without_anybody_say_what_is_missing(drive: Drive, key: str) -> None:
    async with drive(pane="people") as driver:
        await driver.press(key)
        assert "Select somebody first; n adds them." in driver.text
        await driver.press("f", *"events", "enter", key)
        assert "Select an event first; v logs one." in driver.text


async def test_who_is_due_stands_first_with_what_to_ask(drive: Drive) -> None:
    async with drive(seed=_seed, pane="people") as driver:
        text = driver.text
        order = [text.index(words) for words in ("Reconnect", "Dana Weiss  ", "Everybody else", "Ana Ruiz", "Femi Ade")]
        assert order == sorted(order)
        row = next(line for line in driver.lines if "Dana Weiss  " in line)
        assert [word in row for word in ("mentor", "5 weeks ago", "every 3 weeks")] == [True] * 3
        side = _side(driver)
        lines = ("Ask: how the flat is", "mentor · every 3 weeks", "last in touch 5 weeks ago", "met at the first job")
        assert [side.index(line) for line in lines] == sorted(side.index(line) for line in lines)
        assert "the move to Berlin" in side
        assert "Nobody here who decides about your work" in text
        assert "Nobody here yet as: manager, sponsor, coach." in text


async def test_moving_shows_the_next_person_at_the_side(drive: Drive) -> None:
    async with drive(seed=_seed, pane="people") as driver:
        await driver.press("j")
        assert "code review" in _side(driver)
        assert "“Annie”" in _side(driver)
        await driver.press("down")
        assert "not in touch yet" in _side(driver)
        await driver.press("k", "up")
        assert "Dana Weiss" in _side(driver)


async def test_n_adds_somebody_and_selects_them(drive: Drive) -> None:
    async with drive(seed=_seed, pane="people") as driver:
        await driver.press("n")
        await driver.type("Bo Lind")
        await driver.press("tab", "left", "tab")
        await driver.type("2 weeks")
        await driver.press("tab")
        await driver.type("Bobo")
        await driver.press("tab")
        await driver.type("from the choir")
        await driver.press("ctrl+s")
        person = await _person(driver, "bobo")
        assert (person.name, person.role, person.rhythm, person.note) == ("Bo Lind", "mentor", 14, "from the choir")
        assert "every 2 weeks" in _side(driver)
        assert "from the choir" in _side(driver)
        await driver.press("u")
        assert await _names(driver) == ["Dana Weiss", "Ana Ruiz", "Femi Ade"]


async def test_what_is_refused_is_said_in_the_form_with_everything_still_there(drive: Drive) -> None:
    async with drive(seed=_seed, pane="people") as driver:
        await driver.press("n")
        await driver.type("dana weiss")
        await driver.press("enter")
        assert "somebody of that name already: Dana Weiss, mentor" in driver.text
        await driver.type(" the younger")
        await driver.press("tab", "tab")
        await driver.type("now and then")
        await driver.press("enter")
        assert "write it like 10 days, every 3 weeks" in " ".join(driver.text.split())
        await driver.press("escape", "n")
        assert "dana weiss the younger" in driver.text
        assert len(await _names(driver)) == 3


async def test_e_and_enter_change_a_person_and_u_takes_it_back_in_one_step(drive: Drive) -> None:
    async with drive(seed=_seed, pane="people") as driver:
        await driver.press("e", "end")
        await driver.type("-Lind")
        await driver.press("ctrl+s")
        await driver.press("enter", "tab", "right", "tab", "end")
        await driver.press(*["backspace"] * 7)
        await driver.type("2 months")
        await driver.press("enter")
        person = await _person(driver, "dana")
        assert (person.name, person.role, person.rhythm) == ("Dana Weiss-Lind", "peer", 60)
        await driver.press("u")
        before = await _person(driver, "dana")
        assert (before.name, before.role, before.rhythm) == ("Dana Weiss-Lind", "mentor", 21)


async def test_d_deletes_a_person_with_all_contacts_and_u_brings_both_back(drive: Drive) -> None:
    async with drive(seed=_seed, pane="people") as driver:
        await driver.press("d")
        assert await _names(driver) == ["Ana Ruiz", "Femi Ade"]
        assert [line.text for line in await driver.ask(list_log)] == ["code review"]
        assert "Deleted person: Dana Weiss. u brings it back." in driver.text
        await driver.press("u")
        assert (await _names(driver))[0] == "Dana Weiss"
        assert len(await driver.ask(list_log)) == 2


async def test_l_logs_a_contact_with_the_question_in_sight_and_restarts_the_rhythm(drive: Drive) -> None:
    async with drive(seed=_seed, pane="people") as driver:
        await driver.press("l")
        assert "you wanted to ask: how the flat is" in driver.text
        await driver.type("the flat is fine")
        await driver.press("tab")
        await driver.type("her talk")
        await driver.press("tab")
        await driver.type("yesterday")
        await driver.press("enter")
        dana = await _person(driver, "dana")
        page = await driver.ask(person_view, dana.id)
        assert page.view[1:] == (date(2026, 11, 22), 1, 0, "her talk")
        assert page.meetings[0].contact.text == "the flat is fine"
        assert "Reconnect" not in driver.text
        assert "The rhythm (every 3" in driver.text
        await driver.press("u")
        assert "Reconnect" in driver.text


async def test_a_contact_in_the_future_is_refused(drive: Drive) -> None:
    async with drive(seed=_seed, pane="people") as driver:
        await driver.press("l", "tab", "tab")
        await driver.type("tomorrow")
        await driver.press("enter")
        assert "is in the future" in driver.text
        assert len(await driver.ask(list_log)) == 2


async def test_a_contact_is_changed_with_its_day_from_the_side_and_deleted(drive: Drive) -> None:
    async with drive(seed=_seed, pane="people") as driver:
        await driver.press("tab", "enter", "end")
        await driver.type(" again")
        await driver.press("tab", "tab")
        await driver.type("2 nov")
        await driver.press("enter")
        moved = (await driver.ask(list_log, ["contact"]))[1]
        assert (moved.text, moved.day) == ("the move to Berlin again", date(2026, 11, 2))
        assert "2 Nov" in _side(driver)
        await driver.press("u")
        assert "19 Oct" in _side(driver)
        await driver.press("e", "escape", "d")
        assert len(await driver.ask(list_log)) == 1
        assert "not in touch yet" in _side(driver)
        await driver.press("u")
        assert "the move to Berlin" in _side(driver)


async def test_gratitude_that_names_somebody_stands_with_them_and_can_be_opened(drive: Drive) -> None:
    def seed(context: Context) -> None:
        _seed(context)
        log_gratitude(context, "a long call", person="dana")
        log_gratitude(context, "Annie covered for me")

    async with drive(seed=seed, pane="people") as driver:
        assert "grateful: a long call" in _side(driver)
        await driver.press("tab", "enter", "end")
        await driver.type(" at night")
        await driver.press("enter")
        assert "a long call at night" in [line.text for line in await driver.ask(list_log)]
        await driver.press("shift+tab", "j")
        assert "grateful: Annie covered for me" in _side(driver)


async def test_v_logs_an_event_and_offers_to_add_whom_nobody_knows(drive: Drive) -> None:
    async with drive(seed=_seed, pane="people") as driver:
        await driver.press("v")
        await driver.type("PyCon")
        await driver.press("tab")
        await driver.type("dana, Bo")
        await driver.press("tab")
        await driver.type("hallway")
        await driver.press("enter")
        assert "Nobody here is called Bo" in driver.text
        await driver.press("escape")
        assert "Not saved yet" in driver.text
        assert await driver.ask(list_events) == []
        await driver.press("enter", "enter")
        (view,) = await driver.ask(list_events)
        assert (view.event.title, view.event.text, view.names) == ("PyCon", "hallway", ("Dana Weiss", "Bo"))
        assert "Bo" in await _names(driver)
        await driver.press("u")
        assert (await driver.ask(list_events), len(await _names(driver))) == ([], 3)


async def test_an_event_can_be_logged_without_those_nobody_knows(drive: Drive) -> None:
    async with drive(seed=_seed, pane="people") as driver:
        await driver.press("v")
        await driver.type("Meet-up")
        await driver.press("tab")
        await driver.type("Bo, Annie")
        await driver.press("enter")
        await driver.type("without")
        await driver.press("enter")
        assert [view.names for view in await driver.ask(list_events)] == [("Ana Ruiz",)]
        assert len(await _names(driver)) == 3


async def test_events_are_listed_changed_with_their_day_and_deleted(drive: Drive) -> None:
    def seed(context: Context) -> None:
        _seed(context)
        log_event(context, "PyCon", "dana, annie", text="hallway", day=date(2026, 11, 3))

    async with drive(seed=seed, pane="people") as driver:
        await driver.press("f")
        await driver.type("events")
        await driver.press("enter")
        assert "Events · 1" in driver.text
        assert "2 people" in driver.text
        assert "hallway" in _side(driver)
        assert "Dana Weiss" in _side(driver)
        await driver.press("e", "tab", "end")
        await driver.type(", Femi")
        await driver.press("tab", "tab")
        await driver.type("2 nov")
        await driver.press("enter")
        (view,) = await driver.ask(list_events)
        assert (view.event.day, view.names) == (date(2026, 11, 2), ("Dana Weiss", "Ana Ruiz", "Femi Ade"))
        page = await driver.ask(event_view, view.event.id)
        assert {meeting.contact.day for meeting in page.meetings} == {date(2026, 11, 2)}
        await driver.press("d")
        assert "an event is a contact with everybody met there" in driver.text
        assert len(await driver.ask(list_log)) == 2
        await driver.press("u")
        assert len(await driver.ask(list_events)) == 1


async def test_the_filter_shows_who_is_due_or_one_role(drive: Drive) -> None:
    async with drive(seed=_seed, pane="people") as driver:
        await driver.press("f")
        await driver.type("reconnect")
        await driver.press("enter")
        assert "To reconnect · 1" in driver.text
        assert "Ana Ruiz" not in driver.text
        await driver.press("l", "enter")
        assert "Nobody is waiting to hear from you." in driver.text
        await driver.press("f")
        await driver.type("peer")
        await driver.press("enter")
        assert "Peer · 1" in driver.text
        await driver.press("f")
        await driver.type("coach")
        await driver.press("enter")
        assert "whose question has stayed with you?" in driver.text
        await driver.press("n")
        await driver.type("Iris")
        await driver.press("enter")
        assert (await _person(driver, "Iris")).role == "coach"
        assert "Coach · 1" in driver.text


@pytest.mark.parametrize("start", ["today", "people"])
async def test_what_was_found_elsewhere_is_selected_here(drive: Drive, start: str) -> None:
    made: dict[str, str] = {}

    def seed(context: Context) -> None:
        _seed(context)
        ana, femi = find_person(context, "ana"), find_person(context, "femi")
        made["person"] = femi.id
        made["contact"] = log_contact(context, ana.id, "older", day=date(2026, 11, 1)).id
        made["event"] = log_event(context, "Meet-up", "dana").id
        log_event(context, "Later", "dana")

    async with drive(seed=seed, pane=start) as driver:
        for kind, title in (("contact", "Ana Ruiz"), ("event", "Meet-up"), ("person", "Femi Ade")):
            driver.app.screen.post_message(Open(kind, made[kind]))
            await driver.settle()
            assert f"─ {title} ─" in _side(driver)
            if kind == "contact":
                await driver.press("tab", "d")
                assert "code review" in [line.text for line in await driver.ask(list_log)]
                assert "older" not in [line.text for line in await driver.ask(list_log)]


async def test_a_contact_logged_elsewhere_shows_up(drive: Drive) -> None:
    async with drive(seed=_seed, pane="people") as driver:
        dana = await _person(driver, "dana")
        await driver.ask(log_contact, dana.id, "by the shell")
        assert "Reconnect" in driver.text
        # The next pulse would say so; here it is said at once.
        assert isinstance(driver.app.screen, Dashboard)
        driver.app.screen.revision += 1
        await driver.settle()
        assert "Reconnect" not in driver.text
        assert "by the shell" in _side(driver)


async def test_text_is_shown_as_typed(drive: Drive) -> None:
    evil, shown = "[bold]x[/y] [@click=app.quit]z[/] \x1b[31mred", "[bold]x[/y] [@click=app.quit]z[/] ␛[31mred"

    def seed(context: Context) -> None:
        person = add_person(context, evil, nick=f"{evil} nick", rhythm="1 day", note=f"note {evil}")
        log_contact(context, person.id, f"line {evil}", next=f"next {evil}", day=date(2026, 1, 1))
        log_event(context, f"event {evil}", evil, text=evil, day=date(2026, 1, 1))

    async with drive(seed=seed, pane="people", size=(220, 36)) as driver:
        side = _side(driver)
        for words in (f"─ {shown}", f"“{shown} nick”", f"note {shown}", f"line {shown}", f"event {shown}"):
            assert words in side
        await driver.press("l")
        assert "In touch with [bold]x[/y]" in driver.text
        await driver.press("escape", "f")
        await driver.type("events")
        await driver.press("enter")
        assert f"event {shown}" in driver.text
        await driver.press("e")
        assert "[@click=app.quit]" in driver.text
        await driver.press("escape", "d")
        assert "Deleted event: event [bold]x[/y]" in driver.text


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 12)])
async def test_three_hundred_people_with_long_names_stay_readable(drive: Drive, size: tuple[int, int]) -> None:
    def seed(context: Context) -> None:
        for number in range(100):
            add_person(context, f"{number} " + "Wolfgang Amadeus " * 11)
            add_person(context, f"{number} אברהם בן דוד", rhythm="weekly")
            add_person(context, f"{number} 田中太郎")

    async with drive(seed=seed, pane="people", size=size) as driver:
        assert "…" in driver.text
        await driver.press("end")
        assert "99 " in _side(driver)
        assert driver.app.query_one(PeopleList).option_count == 300
        await driver.press("e", "escape", "home", "j")
        assert "0 " in _side(driver)


async def test_a_click_selects_and_a_second_one_opens(drive: Drive) -> None:
    async with drive(seed=_seed, pane="people") as driver:
        place = driver.app.query_one(PeopleList).region.offset
        row = next(number for number, line in enumerate(driver.lines) if "Ana Ruiz" in line)
        await driver.pilot.click(offset=(place.x + 4, row))
        await driver.settle()
        assert "code review" in _side(driver)
        assert "Called" not in driver.text
        await driver.pilot.click(offset=(place.x + 4, row), times=2)
        await driver.settle()
        assert "Called" in driver.text
        assert "Annie" in driver.text


async def test_a_contact_at_an_event_takes_its_line_and_moves_the_event(drive: Drive) -> None:
    def seed(context: Context) -> None:
        _seed(context)
        log_event(context, "PyCon", "dana, annie", day=date(2026, 11, 20))

    async with drive(seed=seed, pane="people") as driver:
        await driver.press("f")
        await driver.type("mentor")
        await driver.press("enter", "tab", "enter")
        assert "Dana Weiss at PyCon" in driver.text
        await driver.type("her talk")
        await driver.press("tab", "tab")
        await driver.type("2026-11-19")
        await driver.press("enter")
        assert "PyCon: her talk" in _side(driver)
        (view,) = await driver.ask(list_events)
        page = await driver.ask(event_view, view.event.id)
        assert {each.contact.day for each in page.meetings} == {view.event.day} == {date(2026, 11, 19)}
        await driver.press("u")
        (before,) = await driver.ask(list_events)
        assert before.event.day == date(2026, 11, 20)


async def test_the_heading_above_the_first_row_stays_in_sight(drive: Drive) -> None:
    def seed(context: Context) -> None:
        _seed(context)
        for number in range(60):
            add_person(context, f"Somebody {number}")

    async with drive(seed=seed, pane="people", size=(80, 24)) as driver:
        assert "Reconnect" in driver.text
        await driver.press("end")
        assert "Reconnect" not in driver.text
        await driver.press("home")
        assert "Reconnect" in driver.text


async def test_on_a_low_screen_the_part_in_use_opens_and_the_selected_row_stays_in_sight(drive: Drive) -> None:
    async with drive(seed=_seed, pane="people", size=(40, 12)) as driver:
        assert "Ask: how the flat is" in driver.text
        assert "Femi Ade" not in driver.text
        await driver.press("j", "j", "k", "tab")
        assert "code review" in driver.text
        assert "Dana Weiss" not in driver.text
        assert sum("Ana Ruiz" in line for line in driver.lines) == 2


def _prepared(context: Context) -> None:
    _seed(context)
    dana = find_person(context, "Dana")
    change_person(context, dana.id, ask="how she chose her team", offer="a review of her talk")


async def test_an_ask_and_an_offer_are_prepared_in_the_form_of_a_person(drive: Drive) -> None:
    async with drive(seed=_seed, pane="people") as driver:
        await driver.press("e", *["tab"] * 5)
        await driver.type("how she chose her team")
        await driver.press("tab")
        await driver.type("a review of her talk")
        await driver.press("ctrl+s")
        dana = await _person(driver, "dana")
        assert (dana.ask, dana.offer, dana.note) == (
            "how she chose her team",
            "a review of her talk",
            "met at the first job",
        )
        lines = _side(driver).splitlines()
        assert [line.strip("│ ").rstrip() for line in lines[1:4]] == [
            "I want to know: how she chose her team",
            "I can offer: a review of her talk",
            "Ask: how the flat is",
        ]


async def test_what_was_prepared_is_in_sight_while_the_talk_is_logged_and_put_away_with_it(drive: Drive) -> None:
    async with drive(seed=_prepared, pane="people") as driver:
        await driver.press("l")
        assert "I want to know: how she chose her team" in driver.text
        assert "I can offer: a review of her talk" in driver.text
        assert "[asked and offered]" in driver.text
        await driver.press("enter")
        assert (await _person(driver, "dana")).ask == ""
        await driver.press("u")
        assert (await _person(driver, "dana")).ask == "how she chose her team"


async def test_what_was_prepared_can_be_kept_for_the_next_talk(drive: Drive) -> None:
    async with drive(seed=_prepared, pane="people", size=(80, 24)) as driver:
        await driver.press("l", *["tab"] * 4, "right")
        assert "[keep it for the next time]" in driver.text
        await driver.press("ctrl+s")
        dana = await _person(driver, "dana")
        assert (dana.ask, dana.offer) == ("how she chose her team", "a review of her talk")
        assert (await driver.ask(person_view, dana.id)).view.days_since == 0


async def test_a_contact_is_ticked_that_asked_how_they_got_out(drive: Drive) -> None:
    async with drive(seed=_seed, pane="people") as driver:
        await driver.press("l")
        await driver.type("a walk")
        await driver.press("tab", "tab", "tab", "right", "ctrl+s")
        dana = await _person(driver, "dana")
        (newest, *_) = (await driver.ask(person_view, dana.id)).meetings
        assert (newest.contact.text, newest.contact.asked_out) == ("a walk", True)
        assert "(asked how they got out)" in _side(driver)
        await driver.press("tab", "home", "e", "tab", "tab", "tab", "left", "ctrl+s")
        (newest, *_) = (await driver.ask(person_view, dana.id)).meetings
        assert not newest.contact.asked_out


async def test_shift_l_logs_a_contact_by_the_beginning_of_a_name(drive: Drive) -> None:
    async with drive(seed=_seed, pane="people") as driver:
        await driver.press("L")
        await driver.type("fe")
        await driver.press("tab")
        await driver.type("the meet-up")
        await driver.press("enter")
        assert "In touch with Femi Ade." in driver.text
        femi = await _person(driver, "femi")
        (meeting,) = (await driver.ask(person_view, femi.id)).meetings
        assert meeting.contact.text == "the meet-up"


@pytest.mark.parametrize("seed", [None, _seed])
async def test_a_name_that_nobody_has_is_offered_to_be_added(
    drive: Drive, seed: Callable[[Context], None] | None
) -> None:
    async with drive(seed=seed, pane="people") as driver:
        await driver.press("l" if seed is None else "L")
        await driver.press("enter")
        assert "With whom? Write a name" in driver.text
        await driver.type("Bo Lind")
        await driver.press("enter")
        assert "Nobody here is called Bo Lind" in driver.text
        await driver.press("escape")
        assert "save again to add them" in driver.text
        assert "Bo Lind" not in await _names(driver)
        await driver.press("enter", "enter")
        bo = await _person(driver, "bo")
        assert len((await driver.ask(person_view, bo.id)).meetings) == 1
        assert "Bo Lind" in driver.text


async def test_a_contact_by_name_in_the_future_adds_nobody(drive: Drive) -> None:
    async with drive(seed=_seed, pane="people") as driver:
        await driver.press("L")
        await driver.type("Bo")
        await driver.press("tab", "tab", "tab")
        await driver.type("tomorrow")
        await driver.press("enter")
        assert "only what has happened can be logged" in " ".join(driver.text.replace("│", " ").split())
        assert len(await _names(driver)) == 3


async def test_the_roles_that_nobody_has_are_named_below_the_list(drive: Drive) -> None:
    async with drive(seed=_seed, pane="people", size=(80, 24)) as driver:
        assert "Nobody here yet as: manager, sponsor, coach." in driver.text
        await driver.press("f")
        await driver.type("mentor")
        await driver.press("enter")
        assert "Nobody here yet as" not in driver.text


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
@pytest.mark.parametrize("name", ["x" * 200, "שלומית כהן־אברהמי", "田中太郎"])
async def test_long_names_and_names_in_other_scripts_stay_in_their_column(
    drive: Drive, size: tuple[int, int], name: str
) -> None:
    def seed(context: Context) -> None:
        add_person(context, name, role="mentor", rhythm="monthly", ask="y" * 300)
        add_person(context, "Bo", role="mentor")

    async with drive(seed=seed, pane="people", size=size) as driver:
        rows = [line for line in driver.lines if "mentor" in line and "not yet" in line]
        assert [cell_len(row[: row.index("mentor")]) for row in rows] == [
            cell_len(rows[0][: rows[0].index("mentor")])
        ] * 2
        await driver.press("l")
        assert "In touch with" in driver.text
        await driver.press("enter")
        assert all(cell_len(line) <= size[0] for line in driver.lines)
