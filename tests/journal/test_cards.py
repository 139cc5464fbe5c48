"""People brought along from an address book."""

from rutbreaker.context import Context
from rutbreaker.exchange.vcard import Card
from rutbreaker.journal.cards import Imported, import_people, read_address_book
from rutbreaker.journal.history import undo
from rutbreaker.journal.people import add_person, find_person, list_people

_BOOK = [Card("Dana Weiss", "Dee", "CTO"), Card("ANA RUIZ"), Card("dana  weiss"), Card("Femi", "Annie"), Card(" \n ")]


def _names(context: Context) -> list[str]:
    return [view.person.name for view in list_people(context)]


def test_everybody_new_is_added_in_one_act_and_the_others_are_counted(context: Context) -> None:
    add_person(context, "Ana Ruiz", nick="Annie", role="mentor")
    found = import_people(context, _BOOK)
    assert found == Imported(("Dana Weiss", "Femi"), ("ANA RUIZ", "dana  weiss"))
    assert _names(context) == ["Ana Ruiz", "Dana Weiss", "Femi"]
    dana, femi = find_person(context, "Dee"), find_person(context, "Femi")
    assert (dana.role, dana.nick, dana.note) == ("peer", "Dee", "CTO")
    assert femi.nick == "", "somebody else goes by that already"
    assert undo(context) == "import 2 people"
    assert _names(context) == ["Ana Ruiz"]


def test_a_dry_run_writes_nothing(context: Context) -> None:
    assert import_people(context, _BOOK, dry_run=True).added == ("Dana Weiss", "ANA RUIZ", "Femi")
    assert _names(context) == []


def test_again_adds_nobody_twice(context: Context) -> None:
    import_people(context, _BOOK)
    assert import_people(context, _BOOK) == Imported((), ("Dana Weiss", "ANA RUIZ", "dana  weiss", "Femi"))
    assert undo(context) == "import 3 people"


def test_a_single_one_is_named_in_the_history(context: Context) -> None:
    import_people(context, read_address_book(b"BEGIN:VCARD\nVERSION:3.0\nFN:Dana\nEND:VCARD\n"))
    assert undo(context) == "import person: Dana"
