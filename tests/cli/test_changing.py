"""Correcting, deleting, renaming and taking back from the shell."""

import json
from typing import Any

import pytest

from rutbreaker.context import Context
from rutbreaker.store import connection as store
from tests.cli.conftest import Result, Rut


def _line(rut: Rut) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(rut("log", "--json", "-n", "1").out)[0]
    return found


def _id(rut: Rut) -> str:
    return rut("log", "--ids", "-n", "1").out.split()[0]


def test_every_part_can_be_edited(rut: Rut) -> None:
    rut("thanks", "Ana coverd #team")
    row = _id(rut)
    said = rut(
        *("edit", row, "Ana", "covered", "--date", "yesterday", "--tag", "help"),
        *("--why", "I could rest", "--person", "Ana"),
    )
    assert said == Result(0, "", "Changed: gratitude: Ana covered #help (Ana) - I could rest (Sun 22 Nov)\n")
    line = _line(rut)
    assert (line["text"], line["day"], line["tags"]) == ("Ana covered", "2026-11-22", ["help"])
    assert (line["why"], line["person"]) == ("I could rest", "Ana")
    assert rut("edit", row, "--untag", "help").code == 0
    assert _line(rut)["tags"] == []


def test_a_text_can_come_from_stdin(rut: Rut) -> None:
    rut("win", "one")
    assert rut("edit", _id(rut), "-", stdin=b"two\n").code == 0
    assert _line(rut)["text"] == "two"


def test_a_text_that_cannot_be_written_is_said_back(
    rut: Rut, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    rut("win", "one")
    row = _id(rut)
    monkeypatch.setattr(store, "BUSY_SECONDS", 0.05)
    with context.connection.immediate():
        refused = rut("edit", row, "-", stdin=b"two \x1b[31mwords\n")
        tagged = rut("edit", row, "--tag", "ship")
    assert (refused.code, refused.out) == (3, "")
    assert refused.err.endswith("This is what you wrote:\ntwo \N{SYMBOL FOR ESCAPE}[31mwords\n")
    assert "what you wrote" not in tagged.err
    assert _line(rut)["text"] == "one"


def test_a_note_can_be_emptied(rut: Rut) -> None:
    rut("checkin", "3", "-n", "note")
    assert rut("edit", _id(rut), "").code == 0
    assert _line(rut)["text"] == ""


def test_a_win_cannot_be_emptied(rut: Rut) -> None:
    rut("win", "one")
    assert rut("edit", _id(rut), "").code == 2
    assert _line(rut)["text"] == "one"


def test_a_checkin_can_move_to_another_day(rut: Rut) -> None:
    rut("checkin", "32435")
    assert rut("edit", _id(rut), "--date", "fri").code == 0
    assert [line["day"] for line in json.loads(rut("log", "--json").out)] == ["2026-11-20"]


def test_nothing_different_changes_nothing(rut: Rut) -> None:
    rut("win", "one")
    assert rut("edit", _id(rut), "one").err == "Nothing is different, so nothing was changed.\n"


def test_ids_are_taken_by_any_unique_beginning(rut: Rut) -> None:
    for text in ("one", "two", "three"):
        rut("win", text)
    shown = rut("log", "--ids").out.splitlines()
    ids = [line.split()[0] for line in shown]
    assert len(set(ids)) == 3
    rut("checkin", "3")
    assert len({line.index("2026-11-23") for line in rut("log", "--ids").out.splitlines()}) == 1
    assert rut("delete", ids[1].upper()).err == "Deleted: win: two   (rut undo brings it back)\n"
    refused = rut("delete", ids[0][:4])
    assert refused.code == 2
    assert "More than one id begins with" in refused.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("delete", "ffffffff"), 1),
        (("edit", "ffffffff", "x"), 1),
        (("delete", "not an id"), 2),
        (("delete",), 2),
        (("delete", "aa", "bb"), 2),
        (("edit",), 2),
        (("edit", "ffffffff"), 2),
        (("edit", "ffffffff", "x", "-e"), 2),
        (("tag",), 2),
        (("tag", "rename", "a"), 2),
        (("tag", "merge", "a", "b"), 2),
        (("tag", "rename", "a", "b c"), 2),
        (("tag", "rename", "a", "b"), 1),
        (("undo",), 1),
        (("redo",), 1),
        (("undo", "twice"), 2),
    ],
)
def test_nothing_to_act_on_and_not_understood(rut: Rut, words: tuple[str, ...], code: int) -> None:
    said = rut(*words)
    assert (said.code, said.out) == (code, "")
    assert said.err.startswith("rut: ") or said.err.startswith("rut ")


def test_what_a_kind_does_not_have_is_refused(rut: Rut) -> None:
    rut("win", "one")
    assert rut("edit", _id(rut), "--why", "x").err == "rut: This has no why.\n"


def test_undo_and_redo_say_what_they_did(rut: Rut) -> None:
    rut("win", "one")
    rut("win", "two")
    assert rut("undo") == Result(0, "", "Undone: win: two\n")
    assert rut("undo").err == "Undone: win: one\n"
    assert rut("log").out == ""
    assert rut("redo").err == "Done again: win: one\n"
    assert rut("redo").err == "Done again: win: two\n"
    assert rut("redo") == Result(1, "", "rut: There is nothing to redo.\n")
    assert len(rut("log").out.splitlines()) == 2


def test_a_tag_is_renamed_and_merged_in_one_act(rut: Rut) -> None:
    rut("win", "One #meeting")
    rut("win", "Two #meetings #meeting")
    assert rut("tag", "rename", "#meeting", "meetings").err == "Renamed #meeting to #meetings, 2 times.\n"
    assert [line["tags"] for line in json.loads(rut("log", "--json").out)] == [["meetings"], ["meetings"]]
    assert rut("tag", "rename", "meetings", "meetings").err == (
        "#meetings has that name already; nothing was changed.\n"
    )
    rut("undo")
    assert [tag["tag"] for tag in json.loads(rut("tags", "--json").out)] == ["meeting", "meetings"]
