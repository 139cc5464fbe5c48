"""People from an address book: read its vCard file and add everybody who isn't here yet."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from rutbreaker.context import Context
from rutbreaker.domain.models import Person
from rutbreaker.domain.people import name_key
from rutbreaker.domain.text import flat, storable
from rutbreaker.store.history import put
from rutbreaker.store.people import all_persons

if TYPE_CHECKING:
    from rutbreaker.exchange.vcard import Card


class Imported(NamedTuple):
    """The names of those who were added, and of those who were here already, in the order of the file."""

    added: tuple[str, ...]
    known: tuple[str, ...]


def read_address_book(data: bytes) -> list["Card"]:
    """The people in a vCard file.

    Raises:
        BadInput: it can't be read, or there is no card in it.
    """
    from rutbreaker.exchange.vcard import read_cards

    return read_cards(data)


def import_people(context: Context, cards: Sequence["Card"], *, dry_run: bool = False) -> Imported:
    """Add the people of an address book, all in one act; those whose name is here already are left as they are.

    With ``dry_run`` nothing is written.
    """
    if dry_run:
        new, known = _sorted_out(context, cards)
        return Imported(tuple(card.name for card in new), tuple(known))
    if context.backups is not None:
        from rutbreaker.store.backup import back_up

        back_up(context.connection, context.backups, context.clock.now(), "import")
    with context.act("import people") as doing:
        # Sorted out inside the act: what another program added a moment ago is here already.
        new, known = _sorted_out(context, cards)
        doing.title = f"import {len(new)} people" if len(new) != 1 else f"import person: {new[0].name}"
        today, now = context.clock.today(), context.clock.now()
        for card in new:
            put(doing, Person(doing.new_id(), today, now, card.name, nick=card.nick, note=card.note))
    return Imported(tuple(card.name for card in new), tuple(known))


def _sorted_out(context: Context, cards: Sequence["Card"]) -> tuple[list["Card"], list[str]]:
    """The cards to add, as they are kept, and the names of those who are known, in the file too.

    A nickname that somebody else goes by already is left out, so that it goes on meaning one person.
    """
    taken = {name_key(name) for person in all_persons(context.connection) for name in (person.name, person.nick)}
    taken.discard("")
    new, known = list["Card"](), list[str]()
    for card in cards:
        name, nick = flat(card.name), flat(card.nick)
        if not name:
            continue
        if name_key(name) in taken:
            known.append(name)
            continue
        nick = "" if name_key(nick) in taken else nick
        taken |= {name_key(name), name_key(nick)} - {""}
        new.append(card._replace(name=name, nick=nick, note=storable(card.note)))
    return new, known
