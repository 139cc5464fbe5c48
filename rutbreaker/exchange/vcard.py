"""vCard files, versions 2.1 to 4.0, read by the library ``vobject``, which comes with ``rutbreaker[vcard]``."""

from typing import Any, NamedTuple

from rutbreaker.errors import BadInput

LONGEST = 64_000_000
"""The largest file that is read, in bytes: thousands of people with their pictures."""


class Card(NamedTuple):
    """What is taken of somebody's card: the name, a nickname, and a note that begins with title and organisation."""

    name: str
    nick: str = ""
    note: str = ""


def read_cards(data: bytes) -> list[Card]:
    """The people in a vCard file, in its order; cards without any name are left out.

    Raises:
        BadInput: the library isn't installed, the file is too large, or it holds no card that can be read.
    """
    try:
        import vobject
    except ImportError:
        message = "Reading vCard files needs one more package: pip install 'rutbreaker[vcard]'"
        raise BadInput(message, "Not installed") from None
    if len(data) > LONGEST:
        raise BadInput(f"The file has {len(data):,} bytes; at most {LONGEST:,} are read.")
    try:
        found = [each for each in vobject.readComponents(_text(data), allowQP=True) if each.name == "VCARD"]
        cards = [_card(each.contents) for each in found]
    # The library lets whatever goes wrong deep inside come out as it is.
    except (vobject.base.VObjectError, ValueError, LookupError, AttributeError, TypeError, RecursionError) as error:
        raise BadInput(f"The file can't be read as vCard ({_reason(error)}). {_UNDERSTOOD}") from error
    if not found:
        raise BadInput(f"There is no card in the file. {_UNDERSTOOD}")
    return [card for card in cards if card.name]


_UNDERSTOOD = "Understood are cards from BEGIN:VCARD to END:VCARD, as address books export them; nothing was added."


def _text(data: bytes) -> str:
    """The file as text: UTF-8, or the older encoding of address books on Windows."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252", "replace")


def _card(contents: dict[str, list[Any]]) -> Card:
    name = _first(contents, "fn") or _whole_name(contents) or _first(contents, "org")
    work = ", ".join(part for part in (_first(contents, "title"), _first(contents, "org")) if part and part != name)
    return Card(
        name, _first(contents, "nickname"), "\n".join(part for part in (work, _first(contents, "note")) if part)
    )


def _first(contents: dict[str, list[Any]], field: str) -> str:
    """The first text of a field; of an organisation, the parts with commas between."""
    for each in contents.get(field, ()):
        parts = each.value if isinstance(each.value, list) else [each.value]
        words = (part.decode("utf-8", "replace") if isinstance(part, bytes) else str(part) for part in parts)
        text = ", ".join(word.strip() for word in words if word.strip())
        if text:
            return text
    return ""


def _whole_name(contents: dict[str, list[Any]]) -> str:
    """Given and family name, for cards of versions in which no whole name needs to stand."""
    for each in contents.get("n", ()):
        parts = [getattr(each.value, part, "") for part in ("given", "family")]
        words = [" ".join(part) if isinstance(part, list) else str(part) for part in parts]
        name = " ".join(word.strip() for word in words if word.strip())
        if name:
            return name
    return ""


def _reason(error: Exception) -> str:
    line = getattr(error, "lineNumber", None)
    return f"line {line}" if line else "something in a card"
