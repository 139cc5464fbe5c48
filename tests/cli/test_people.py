"""People, contacts and events from the shell."""

import json
import os
from datetime import timedelta

import pytest

from rutbreaker.clock import FixedClock
from tests.cli.conftest import Result, Rut

_BOOK = (
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Dana Weiss\r\nNICKNAME:Dee\r\nORG:Acme\r\nEND:VCARD\r\n"
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bo Lind\r\nEND:VCARD\r\n"
)


def _dana(rut: Rut, clock: FixedClock) -> None:
    """Dana, added and last met five weeks ago."""
    now = clock.at
    clock.at = now - timedelta(days=35)
    rut("person", "add", "Dana Weiss", "--role", "mentor", "--every", "3 weeks", "--nick", "Dee", "--note", "first job")
    rut("met", "Dana", "the move to Berlin", "--next", "how the flat is")
    clock.at = now


def test_somebody_is_added_with_all_there_is_to_say(rut: Rut) -> None:
    words = (
        "Dana",
        "Weiss",
        "--role",
        "Mentor",
        "--every",
        "3 weeks",
        "--nick",
        "Dee",
        "--ask",
        "why",
        "--offer",
        "me",
    )
    assert rut("person", "add", *words) == Result(0, "", "Added: Dana Weiss (mentor, every 3 weeks, called Dee)\n")
    found = json.loads(rut("person", "show", "dee", "--json").out)
    assert (found["name"], found["ask"], found["offer"], found["rhythm_days"]) == ("Dana Weiss", "why", "me", 21)
    assert rut("undo").err == "Undone: person: Dana Weiss\n"


def test_the_list_has_the_most_overdue_first_and_names_the_roles_that_nobody_has(rut: Rut, clock: FixedClock) -> None:
    _dana(rut, clock)
    rut("person", "add", "Ana Ruiz", "--every", "monthly")
    rut("person", "add", "Femi", "--role", "community")
    assert rut("person", "list") == Result(
        0,
        "Dana Weiss  mentor     every 3 weeks  5 weeks ago  reconnect, 14 days past: how the flat is\n"
        "Ana Ruiz    peer       every month    not yet\n"
        "Femi        community  -              not yet\n",
        "Nobody here yet as: manager, sponsor, coach.\n",
    )
    assert rut("person", "list", "--due").out.count("\n") == 1
    rut("met", "dana")
    assert rut("person", "list", "--due") == Result(0, "", "Nobody is waiting to hear from you.\n")


def test_the_list_as_json(rut: Rut, clock: FixedClock) -> None:
    assert rut("person", "list", "--json").out == "[]\n"
    _dana(rut, clock)
    rut("person", "add", "Femi")
    dana, femi = json.loads(rut("person", "list", "--json").out)
    identity = dana.pop("id")
    assert dana == {
        "name": "Dana Weiss",
        "role": "mentor",
        "rhythm_days": 21,
        "last": "2026-10-19",
        "days_since": 35,
        "overdue": 0.6667,
    }
    assert (femi["last"], femi["days_since"], femi["overdue"]) == (None, 0, None)
    assert rut("person", "show", identity[:13]).out.startswith("Dana Weiss\n")


def test_an_empty_list_says_how_to_begin(bare_rut: Rut, home: str) -> None:
    assert bare_rut("person", "list") == Result(0, "", "Nobody here yet; rut person add NAME begins.\n")
    assert os.listdir(home) == []


def test_one_is_shown_with_every_contact(rut: Rut, clock: FixedClock) -> None:
    _dana(rut, clock)
    rut("person", "edit", "weiss", "--ask", "how she chose", "--offer", "a review")
    rut("thanks", "Stood up for me", "--person", "Dana", "--date", "yesterday")
    assert rut("person", "show", "Dana").out == (
        "Dana Weiss\n"
        "mentor · “Dee” · every 3 weeks\n"
        "last in touch 5 weeks ago, Mon 19 Oct; reconnect, 14 days past\n"
        "I want to know: how she chose\n"
        "I can offer: a review\n"
        "Ask: how the flat is\n"
        "first job\n"
        "\n"
        "2026-11-22  grateful: Stood up for me\n"
        "2026-10-19  the move to Berlin  ask: how the flat is\n"
    )


def test_a_contact_restarts_the_rhythm_and_puts_the_ask_away(rut: Rut, clock: FixedClock) -> None:
    _dana(rut, clock)
    rut("person", "edit", "dana", "--ask", "how she chose")
    assert rut("met", "Dana", "asked about her team", "--next", "ask how it went", "--asked-out") == Result(
        0, "", "In touch with Dana Weiss: asked about her team (Mon 23 Nov). The rhythm (every 3 weeks) starts again.\n"
    )
    found = json.loads(rut("person", "show", "dana", "--json").out)
    assert (found["ask"], found["next"], found["days_since"]) == ("", "ask how it went", 0)
    assert [(each["text"], each["asked_out"]) for each in found["contacts"]] == [
        ("asked about her team", True),
        ("the move to Berlin", False),
    ]
    rut("undo")
    assert json.loads(rut("person", "show", "dana", "--json").out)["ask"] == "how she chose"
    rut("met", "Dana", "--keep-ask")
    assert json.loads(rut("person", "show", "dana", "--json").out)["ask"] == "how she chose"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("dana", "lunch"), "In touch with Dana Weiss: lunch (Mon 23 Nov)."),
        (("Dana", "Weiss", "lunch"), "In touch with Dana Weiss: lunch (Mon 23 Nov)."),
        (("Dana", "Weissbier"), "In touch with Dana Weiss: Weissbier (Mon 23 Nov)."),
        (("DEE",), "In touch with Dana Weiss (Mon 23 Nov)."),
        (("eiss", "--date", "fri"), "In touch with Dana Weiss (Fri 20 Nov)."),
    ],
)
def test_a_name_is_understood_in_many_ways(rut: Rut, words: tuple[str, ...], said: str) -> None:
    rut("person", "add", "Dana Weiss", "--nick", "Dee")
    assert rut("met", *words) == Result(0, "", f"{said}\n")


@pytest.mark.parametrize(
    ("code", "words", "said"),
    [
        (1, ("met", "Bo", "lunch"), 'Nobody here is called Bo yet. To add them: rut person add "Bo"'),
        (2, ("met",), "With whom? Give a name"),
        (2, ("met", "an"), "could be Ana Ruiz or Anders: write more of the name"),
        (2, ("met", "Ana", "--date", "tomorrow"), "is in the future: only what has happened can be logged"),
        (2, ("person", "add", "ana  RUIZ"), "somebody of that name already: Ana Ruiz, peer"),
        (2, ("person", "add", "X", "--role", "boss"), "“boss” is no role; there are mentor, peer"),
        (2, ("person", "add", "X", "--every", "now and then"), "write it like 10 days, every 3 weeks"),
        (2, ("person", "add"), "rut person takes add and a name"),
        (2, ("person",), "rut person takes add and a name"),
        (2, ("person", "edit", "Ana"), "There is nothing to change: give --name, --role"),
        (1, ("person", "show", "Bo"), "Nobody here is called Bo yet."),
        (2, ("event", "--with", "Ana"), "There is no title of the event"),
        (2, ("event", "Meet-up", "--with", "Ana, Bo"), "Nobody here is called Bo yet. --add adds them"),
        (2, ("event", "Meet-up", "--date", "tomorrow"), "is in the future"),
    ],
)
def test_what_is_refused_says_how_to_go_on_and_writes_nothing(
    rut: Rut, code: int, words: tuple[str, ...], said: str
) -> None:
    rut("person", "add", "Ana Ruiz")
    rut("person", "add", "Anders")
    before = rut("log", "--json").out, rut("person", "list", "--json").out
    found = rut(*words)
    assert (found.code, found.out) == (code, "")
    assert said in found.err
    assert (rut("log", "--json").out, rut("person", "list", "--json").out) == before


@pytest.mark.parametrize(
    "words",
    [
        ("person", "add", "X", "--role", "boss"),
        ("person", "add", "X", "--every", "?"),
        ("person", "import", "nowhere.vcf"),
        ("met", "Bo"),
        ("event", "Meet-up", "--with", "Bo"),
    ],
)
def test_a_refusal_makes_no_file(bare_rut: Rut, home: str, words: tuple[str, ...]) -> None:
    assert bare_rut(*words).code in (1, 2)
    assert os.listdir(home) == []


def test_an_event_is_a_contact_with_everybody_met(rut: Rut) -> None:
    rut("person", "add", "Dana Weiss", "--every", "monthly")
    said = rut("event", "Rust meet-up", "--with", "eiss, Bo, Femi, Ana", "--add", "--date", "fri")
    assert said == Result(0, "", "Logged: Rust meet-up (Fri 20 Nov), with eiss, Bo, Femi and 1 more\n")
    assert rut("undo").err == "Undone: event: Rust meet-up\n"
    said = rut("event", "Rust meet-up", "--with", "eiss", "--note", "the keynote")
    assert said.err == "Logged: Rust meet-up (Mon 23 Nov), with Dana Weiss\n"
    found = json.loads(rut("person", "show", "dana", "--json").out)
    assert [each["event"] for each in found["contacts"]] == ["Rust meet-up"]
    assert rut("event", "Alone there").err == "Logged: Alone there (Mon 23 Nov)\n"


def test_parts_of_somebody_are_changed(rut: Rut) -> None:
    rut("person", "add", "Dana", "--every", "monthly", "--nick", "Dee")
    said = rut("person", "edit", "dee", "--name", "Dana Weiss", "--every", "none", "--role", "COACH", "--nick", "")
    assert said == Result(0, "", "Changed: Dana Weiss (coach)\n")


def test_an_address_book_is_brought_along(rut: Rut, home: str) -> None:
    path = os.path.join(home, "book.vcf")
    with open(path, "wb") as file:
        file.write(_BOOK)
    rut("person", "add", "bo lind")
    dry = rut("person", "import", path, "--dry-run")
    assert dry == Result(0, "Dana Weiss\n", "Would add 1 person; 1 person skipped, here already.\n")
    assert rut("person", "import", path) == Result(
        0, "Dana Weiss\n", "Added 1 person; 1 person skipped, here already.\n"
    )
    assert json.loads(rut("person", "show", "Dee", "--json").out)["note"] == "Acme"
    assert rut("person", "import", path).err == "Added 0 people; 2 people skipped, here already.\n"
    rut("undo")
    assert [each["name"] for each in json.loads(rut("person", "list", "--json").out)] == ["bo lind"]


def test_a_file_that_is_no_address_book_is_refused_with_nothing_written(
    bare_rut: Rut, home: str, tmp_path: str
) -> None:
    path = os.path.join(str(tmp_path), "book.vcf")
    with open(path, "wb") as file:
        file.write(_BOOK[:-12])
    said = bare_rut("person", "import", path)
    assert (said.code, said.out) == (2, "")
    assert "The file can't be read as vCard" in said.err
    assert bare_rut("person", "import", home).code == 2
    assert os.listdir(home) == []


@pytest.mark.parametrize("name", ["x" * 200, "שלומית כהן־אברהמי", "田中太郎", "Zoë \x1b[31mRed", 'O\'Neil; "Q"'])
def test_names_of_every_kind_are_added_met_and_listed(rut: Rut, name: str) -> None:
    assert rut("person", "add", name).code == 0
    assert rut("met", name, "a talk").code == 0
    assert rut("event", "Meet-up", "--with", name).code == 0
    (found,) = json.loads(rut("person", "list", "--json").out)
    assert (found["name"], found["days_since"]) == (name, 0)
    shown = rut("person", "list")
    assert shown.code == 0
    assert "\x1b" not in shown.out
    assert len(shown.out) < 100


def test_three_hundred_people_are_listed_and_found(rut: Rut, home: str) -> None:
    path = os.path.join(home, "book.vcf")
    with open(path, "w", encoding="utf-8") as file:
        for number in range(300):
            file.write(f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person {number:03}\r\nEND:VCARD\r\n")
    assert rut("person", "import", path).err == "Added 300 people.\n"
    assert rut("person", "list").out.count("\n") == 300
    assert rut("met", "299").err == "In touch with Person 299 (Mon 23 Nov).\n"
    assert "could be Person 010 or Person 011 or Person 012: write more of the name" in rut("met", "Person 01").err


def test_only_the_newest_contact_starts_the_rhythm_again(rut: Rut) -> None:
    rut("person", "add", "Ed", "--every", "2 weeks")
    assert rut("met", "Ed", "--date", "2026-09-01").err.endswith("By the rhythm (every 2 weeks) it is time again.\n")
    assert rut("met", "Ed").err.endswith("The rhythm (every 2 weeks) starts again.\n")
    assert "rhythm" not in rut("met", "Ed", "--date", "2026-10-01").err
