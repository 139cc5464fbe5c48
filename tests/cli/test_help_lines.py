"""``rut help-lines``, and what the shell says while the safety card is open."""

import json
import os

import pytest

from rutbreaker.config import read_settings
from rutbreaker.context import Context
from tests.cli.conftest import Rut
from tests.journal.test_safety import low_days


def _configure(home: str, text: str) -> str:
    path = os.path.join(home, "config.toml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def test_it_shows_lines_and_words_and_makes_no_file(bare_rut: Rut, home: str) -> None:
    shown = bare_rut("help-lines")
    assert shown.code == 0
    assert "988  US  988 Suicide & Crisis Lifeline" in shown.out
    assert "to be checked at 988lifeline.org; noted 2026-" in shown.out
    assert "cannot alert anybody" in shown.out
    assert os.listdir(home) == []


def test_own_numbers_stand_first_and_a_region_narrows(bare_rut: Rut, home: str) -> None:
    _configure(home, '[help_lines]\nregion = "ie"\n"My doctor" = "01 23"\n')
    lines = json.loads(bare_rut("help-lines", "--json").out)
    assert [(line["number"], line["region"], line["to_be_checked"]) for line in lines] == [
        ("01 23", "", False),
        ("116 123", "IE", True),
        ("findahelpline.com", "any", True),
    ]
    assert "112  EU" in bare_rut("help-lines", "--region", "eu").out
    refused = bare_rut("help-lines", "--region", "XX")
    assert (refused.code, refused.out) == (2, "")
    assert "there are US, CA, UK, IE, EU" in refused.err


def test_a_mistake_in_the_configuration_keeps_nobody_from_the_numbers(bare_rut: Rut, home: str) -> None:
    _configure(home, "nonsense")
    shown = bare_rut("help-lines")
    assert shown.code == 0
    assert "116 123" in shown.out
    assert "The usual settings hold." in shown.err


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("help_lines = 3", "line 1: help_lines must be a table"),
        ("[help_lines]\nDoctor = 116", "line 2: Doctor must be a number in quotes"),
        ('[help_lines]\n"Doctor" = " "', "line 2: Doctor must be"),
        ('[help_lines]\nregion = "ZZ"', "line 2: region has no numbers here; there are US"),
    ],
)
def test_a_mistake_in_the_table_is_named(home: str, text: str, says: str) -> None:
    path = _configure(home, text)
    (problem,) = read_settings(path).problems
    assert says in problem


def test_what_is_set_is_in_force(home: str) -> None:
    path = _configure(home, '[help_lines]\n"My doctor" = "01 23"\n')
    assert read_settings(path).help_lines == {"My doctor": "01 23"}


def test_while_the_card_is_open_the_shell_says_so_and_praises_nothing(rut: Rut, context: Context) -> None:
    low_days(context)
    shown = rut("today").out
    assert "Your check-ins have been low for two weeks." in shown
    assert "rut help-lines" in shown
    assert "in a row" not in shown
    assert "in a row" not in rut("checkin", "22422").err
    assert "in a row" not in json.dumps(rut("today", "--json").out)


def test_otherwise_it_says_nothing_of_it(rut: Rut) -> None:
    assert "1 day in a row" in rut("checkin", "33333").err
    assert "help-lines" not in rut("today").out


def test_status_holds_the_streak_back_then_too(rut: Rut, context: Context) -> None:
    low_days(context)
    assert rut("status").out == "Checked in\n"
    assert json.loads(rut("status", "--json").out)["current"] > 0, "whoever asks for the figure has it"
