"""Wins and gratitude from the shell: what is said, and what the log holds then."""

import json
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutbreaker.clock import FixedClock
from rutbreaker.domain.text import storable
from tests.cli.conftest import Result, Rut


def _log(rut: Rut) -> list[dict[str, Any]]:
    shown = rut("log", "--json")
    assert shown.code == 0
    found: list[dict[str, Any]] = json.loads(shown.out)
    return found


def test_a_win_is_one_line_in_and_one_line_out(rut: Rut) -> None:
    assert rut("win", "Shipped the importer #ship") == Result(
        0, "", "Logged: Shipped the importer #ship (Mon 23 Nov, 1 win today)\n"
    )
    assert rut("win", "Said no", "--date", "yesterday").err == "Logged: Said no (Sun 22 Nov, 1 win that day)\n"
    assert rut("win", "Another").err == "Logged: Another (Mon 23 Nov, 2 wins today)\n"
    newest = _log(rut)[0]
    assert newest.pop("id")
    assert newest == {
        "kind": "win",
        "day": "2026-11-23",
        "at": "2026-11-23T08:55:00.000+01:00",
        "text": "Another",
        "tags": [],
    }


def test_words_need_no_quotes_and_stand_anywhere(rut: Rut) -> None:
    rut("win", "Shipped", "--date", "-2", "the", "--tag", "ship", "importer")
    line = _log(rut)[0]
    assert (line["text"], line["day"], line["tags"]) == ("Shipped the importer", "2026-11-21", ["ship"])


@pytest.mark.parametrize("words", [("--date=-1", "Two"), ("Two", "--date", "-1"), ("--date", "-1", "--", "Two")])
def test_a_date_may_begin_with_a_dash(rut: Rut, words: tuple[str, ...]) -> None:
    assert rut("win", *words).code == 0
    assert (_log(rut)[0]["day"], _log(rut)[0]["text"]) == ("2026-11-22", "Two")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (("-5", "degrees"), "-5 degrees"),
        (("--", "-e", "is", "an", "option"), "-e is an option"),
        (("- a line of a list",), "- a line of a list"),
        (("a", "--", "--", "b"), "a -- b"),
    ],
)
def test_text_may_begin_with_a_dash(rut: Rut, words: tuple[str, ...], text: str) -> None:
    assert rut("win", *words).code == 0
    assert _log(rut)[0]["text"] == text


def test_gratitude_has_a_why_and_a_person(rut: Rut) -> None:
    assert rut("thanks", "Ana covered for me", "--why", "I could rest", "--person", "Ana").err == (
        "Logged: Ana covered for me (Mon 23 Nov, 1 reason to be grateful today)\n"
    )
    assert rut("log").out == "2026-11-23  08:55  gratitude   Ana covered for me (Ana) - I could rest\n"
    line = _log(rut)[0]
    assert (line["kind"], line["why"], line["person"]) == ("gratitude", "I could rest", "Ana")


def test_the_text_comes_from_stdin_for_a_dash(rut: Rut) -> None:
    assert rut("win", "-", stdin="Führte die Retro\nund sie wurde gut\n".encode()).code == 0
    assert _log(rut)[0]["text"] == "Führte die Retro und sie wurde gut"


def test_a_megabyte_is_kept_and_told_briefly(rut: Rut) -> None:
    long = "wörter " * 150_000
    said = rut("win", "-", stdin=long.encode())
    assert said.code == 0
    assert len(said.err) < 200
    assert _log(rut)[0]["text"] == long.strip()


def test_after_midnight_it_is_still_the_evening_before(rut: Rut) -> None:
    rut.clock = FixedClock(datetime(2026, 11, 23, 1, 30, tzinfo=timezone(timedelta(hours=1))))
    assert rut("win", "Late").err == "Logged: Late (still Sunday 22 Nov, 1 win today)\n"
    assert _log(rut)[0]["day"] == "2026-11-22"
    assert rut("today").out.startswith("still Sun 22 Nov 2026\n")


def test_the_day_begins_when_the_configuration_says(rut: Rut, home: str) -> None:
    with open(f"{home}/config.toml", "w", encoding="utf-8") as file:
        file.write("day_start = 1\n")
    later = FixedClock(datetime(2026, 11, 23, 1, 30, tzinfo=timezone(timedelta(hours=1))), day_start=1)
    rut.clock = later
    assert "(Mon 23 Nov, 1 win today)" in rut("win", "Late").err


def test_control_characters_and_markup_are_shown_as_signs(rut: Rut) -> None:
    text = "[bold]x[/bold] \x1b]0;title\x07 \u202eRLO \x9b31m [@click=app.bell]b[/]"
    rut("win", text)
    shown = rut("log").out
    assert "[bold]x[/bold] ␛]0;title␇ �RLO �31m [@click=app.bell]b[/]" in shown
    as_json = rut("log", "--json").out
    assert json.loads(as_json)[0]["text"] == text
    assert not set(as_json) & {"\x1b", "\x07", "\u202e", "\x9b"}


@given(st.text(max_size=60))
def test_any_text_comes_back_as_it_was_typed(rut: Rut, text: str) -> None:
    said = rut("win", "--", text)
    kept = storable(text)
    if not kept:
        assert said.code == 2
        return
    assert said.code == 0
    found = json.loads(rut("log", "-n", "1", "--json").out)[0]
    assert found["text"].split() == kept.split()
    assert not any(
        (character < " " and character != "\n") or "\x7f" <= character < "\xa0" for character in rut("log").out
    )


def test_another_data_file_is_named_before_or_behind_the_command(rut: Rut, home: str) -> None:
    other = f"{home}/other.db"
    rut("--db", other, "win", "There")
    rut("win", "And", f"--db={other}", "again")
    assert [line["text"] for line in json.loads(rut("log", "--json", "--db", other).out)] == ["And again", "There"]
    assert _log(rut) == []
