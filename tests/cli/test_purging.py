"""Purging and the list of what was done, at the shell."""

import json

import pytest

from rutbreaker.context import Context
from rutbreaker.journal.log import list_log
from tests.cli.conftest import Rut


def test_what_was_done_is_listed_with_what_is_undone(rut: Rut) -> None:
    assert "Nothing was done yet" in rut("undo", "--list").err
    rut("win", "One")
    rut("win", "Two")
    rut("undo")
    lines = rut("undo", "--list").out.splitlines()
    assert lines == ["2026-11-23 08:55  undone  win: Two", "2026-11-23 08:55          win: One"]
    assert rut("undo", "--list", "-n", "1").out.splitlines() == lines[:1]
    assert [done["undone"] for done in json.loads(rut("undo", "--list", "--json").out)] == [True, False]


def test_it_is_asked_twice_and_either_no_keeps_it(rut: Rut, context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    rut("win", "Shipped the importer")
    row = list_log(context)[0].id
    monkeypatch.setattr("rutbreaker.cli.purge.output.is_terminal", lambda _: True)
    for answers, code in (("no\n", 1), ("yes\n", 1), ("yes\nyes\n", 1), ("yes\npurge\n", 0)):
        said = rut("purge", row, stdin=answers.encode())
        assert said.code == code
        assert "“Shipped the importer”: 1 win" in said.err
        assert (list_log(context) == []) is (code == 0)


def test_without_a_terminal_it_must_be_said(rut: Rut, context: Context) -> None:
    rut("win", "Shipped")
    row = list_log(context)[0].id
    assert (said := rut("purge", row)).code == 2
    assert "--yes" in said.err
    rut("backup")
    said = rut("purge", row, "--yes")
    assert said.code == 0
    assert "1 backup may still hold it" in said.err
    assert "in the place of 1 earlier one" in rut("purge", "--backups", "--yes").err
    assert rut("undo").code == 1


@pytest.mark.parametrize("words", [("purge",), ("purge", "a", "b"), ("purge", "a", "--deleted")])
def test_what_cannot_be_meant_is_refused(rut: Rut, words: tuple[str, ...]) -> None:
    assert rut(*words).code == 2


def test_nothing_deleted_is_nothing_to_purge(rut: Rut) -> None:
    rut("win", "Shipped")
    assert rut("purge", "--deleted", "--yes").code == 1
