"""vCard files as address books write them, and files that are none."""

import sys
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rutbreaker.errors import BadInput
from rutbreaker.exchange import vcard
from rutbreaker.exchange.vcard import Card, read_cards

_TWO = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Dana Weiss\r\nN:Weiss;Dana;;;\r\nNICKNAME:Dee,DW\r\nTITLE:CTO\r\n"
    "ORG:Acme;Tools\r\nNOTE:first job\\nlikes boats\\, too\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:שלומית כהן\r\nEND:VCARD\r\n"
)


def _card(*lines: str) -> bytes:
    return "\r\n".join(("BEGIN:VCARD", *lines, "END:VCARD", "")).encode()


def test_name_nickname_work_and_note_are_taken() -> None:
    assert read_cards(_TWO.encode()) == [
        Card("Dana Weiss", "Dee", "CTO, Acme, Tools\nfirst job\nlikes boats, too"),
        Card("שלומית כהן"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_other_ways_to_write_the_same_letters_are_read(encoding: str) -> None:
    assert [card.name for card in read_cards(_TWO.encode(encoding))] == ["Dana Weiss", "שלומית כהן"]


def test_a_file_of_an_old_windows_is_read() -> None:
    assert read_cards(_card("VERSION:3.0", "FN:Jörg").decode().encode("cp1252")) == [Card("Jörg")]


def test_a_name_in_base64_is_read() -> None:
    assert read_cards(_card("VERSION:3.0", "FN;ENCODING=b:RGFuYQ==")) == [Card("Dana")]


def test_an_old_phone_s_quoted_printable_and_pictures_are_read() -> None:
    old = _card(
        "VERSION:2.1",
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg;;;",
        "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg M=C3=BCll=",
        "er",
        "PHOTO;ENCODING=BASE64;JPEG:AAAA",
        "",
    )
    assert read_cards(old) == [Card("Jörg Müller")]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("N:Weiss;Dana;;;",), ["Dana Weiss"]),
        (("N:Weiss;;;;",), ["Weiss"]),
        (("FN: ", "N:;;;;", "ORG:Acme"), ["Acme"]),
        (("EMAIL:a@b.c",), []),
        (("FN:Long na", " me folded"), ["Long name folded"]),
    ],
)
def test_a_card_without_a_whole_name_goes_by_its_parts_and_one_without_any_is_left_out(
    lines: tuple[str, ...], names: list[str]
) -> None:
    assert [card.name for card in read_cards(_card("VERSION:3.0", *lines))] == names


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello world",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Never closed\r\n",
        b"END:VCARD\r\n",
        _card("VERSION:3.0", "this is no line of a card", "FN:X"),
        _card("VERSION:3.0", "FN;ENCODING=b:!!!notbase64"),
    ],
)
def test_a_file_that_is_none_is_refused_with_what_would_be_understood(data: bytes) -> None:
    with pytest.raises(BadInput, match="Understood are cards from BEGIN:VCARD to END:VCARD") as refused:
        read_cards(data)
    assert "nothing was added" in refused.value.message


def test_a_broken_line_is_named() -> None:
    with pytest.raises(BadInput, match=r"line \d+"):
        read_cards(_card("VERSION:3.0", "this is no line of a card"))


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vcard, "LONGEST", 10)
    with pytest.raises(BadInput, match="at most 10 are read"):
        read_cards(_TWO.encode())


def test_without_the_library_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vobject", None)
    with pytest.raises(BadInput, match=r"pip install 'rutbreaker\[vcard\]'"):
        read_cards(_TWO.encode())


_LINES = st.sampled_from(
    ("BEGIN:VCARD", "END:VCARD", "FN:Dana", "N:a;b", "FN;ENCODING=b:xx", "FN;ENCODING=QUOTED-PRINTABLE:=C3=", " x",
     "FN:", "NICKNAME;CHARSET=x:1", "NOTE:\\", "ORG:;;", "N:;;;;", "BEGIN:VEVENT", "RRULE:x", "BDAY:x", ":", "BEGIN:")
)  # fmt: skip


@settings(max_examples=300)
@given(st.binary() | st.lists(_LINES | st.text(max_size=8)).map("\n".join).map(str.encode))
def test_whatever_a_file_holds_it_is_read_or_refused(data: bytes) -> None:
    cards: list[Card] = []
    with suppress(BadInput):
        cards = read_cards(data)
    assert all(card.name for card in cards)
